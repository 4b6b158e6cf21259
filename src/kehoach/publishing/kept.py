"""Works that are done only where what an earlier build made of the same things is not kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kehoach.machine.tracing import Traced
from kehoach.publishing.cache import Cache, Entry, Touched
from kehoach.publishing.making import Done, write_new
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.works import Work


@dataclass(frozen=True)
class Kept:
    """What is kept of the works of a site, finished, for a folder in which the site is being made.

    ``around`` says by a digest what the shell puts around a page, from its address and whether it lists its headings.
    """

    cache: Cache
    signatures: Signatures
    place: Path
    around: Callable[[str, bool], str]

    def done(self, work: Work, make: Callable[[], Done]) -> Done:
        """Put what is kept of a work into its place, or else have it made and keep that."""
        signature = self.signatures(work)
        if found := self._found(work, signature):
            return found
        plans = self.signatures.site.fabric.plans
        assert isinstance(plans, Traced)
        with plans.watched() as seen:
            made = make()
        described = {
            "signature": signature,
            "plans": sorted(seen),
            "of_plans": self.signatures.of_plans(seen),
            "pages": [[address, listed, self.around(address, listed)] for address, listed in made.pages.items()],
        }
        self.cache.write(
            work.name, described, [Entry.of(name, self.place / name, size) for name, size in made.sizes.items()]
        )
        return made

    def _found(self, work: Work, signature: str) -> Done | None:
        found = self.cache.read(work.name)
        if found is None:
            return None
        described, entries = found
        if described["signature"] != signature:
            return None
        if self.signatures.of_plans(described["plans"]) != described["of_plans"]:
            return None
        if any(self.around(address, listed) != said for address, listed, said in described["pages"]):
            return None
        put: list[Path] = []
        try:
            for entry in entries:
                write_new(self.place, entry.address, entry.put)
                put.append(self.place / entry.address)
        except Touched:
            for path in put:
                path.unlink()
            return None
        pages = {address: listed for address, listed, _ in described["pages"]}
        return Done({entry.address: entry.size for entry in entries}, pages)
