"""What is kept of the lists of everything that a build joined, beside their pieces (``machine.tracing.Former``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kehoach.agenda.agenda import OWED
from kehoach.machine.store import Store
from kehoach.machine.tracing import ASKED, Piece, note, watched
from kehoach.meaning.fabric import OUTLINED
from kehoach.meaning.linked import TELLS
from kehoach.model.registry import SHOWN
from kehoach.pages.site import CALLED, DAY, HEALTH, STAGE
from kehoach.publishing.filecache import FileCache, Touched
from kehoach.publishing.signatures import Signatures

PIECE = "piece"


@dataclass(frozen=True)
class KeptLists:
    """What is kept of lists that are joined, beside their pieces."""

    store: Store
    files: FileCache
    signatures: Signatures
    _pieces: list[tuple[str, str, bytes]]
    _states: dict[str, str] = field(default_factory=dict, repr=False)

    def state(self, plan_id: str) -> str:
        """Give the digest of all that the pieces of a plan are made from."""
        if plan_id not in self._states:
            self._states[plan_id] = self.signatures.of_piece(plan_id)
        return self._states[plan_id]

    def before(self, kind: str, plan_id: str, state: str) -> bytes:
        """Give a piece as it was made from that; raises LookupError where it is not kept."""
        kept_state, data = self.store.read(PIECE, f"{kind}/{plan_id}") or ("", b"")
        if kept_state != state:
            raise LookupError(plan_id)
        return data

    def is_kept(self, kind: str, plan_id: str, state: str) -> bool:
        """Tell whether a piece is kept as it was made from that."""
        name = f"{kind}/{plan_id}"
        waits = any(waiting == name and kept_state == state for waiting, kept_state, _ in self._pieces)
        return waits or (self.store.read(PIECE, name) or ("", b""))[0] == state

    def of_outlines(self, name: str, make: Piece) -> bytes:
        """Give what follows of the outlines of all plans, registries and the day; what it looked at is noted again."""
        kept_state, data = self.store.read(PIECE, list_name(name)) or ("", b"")
        if kept_state == self.signatures.of_outlines:
            names, _, joined_list = data.partition(b"\n\n")
        else:
            with watched() as seen:
                joined_list = make()
            names = "\n".join(sorted(seen)).encode()
            if all(map(_is_of_outlines, seen)):
                self._pieces.append((list_name(name), self.signatures.of_outlines, names + b"\n\n" + joined_list))
        for name_seen in filter(None, names.decode().split("\n")):
            note(name_seen)
        return joined_list

    def joined(self, name: str) -> bytes | None:
        """Give what was kept of a whole, where nothing but plans has changed since."""
        kept_state, data = self.store.read(PIECE, list_name(name)) or ("", b"")
        return data if kept_state == self.signatures.base else None

    def keep(self, name: str, data: bytes) -> None:
        """Keep what the next build needs of a whole."""
        self._pieces.append((list_name(name), self.signatures.base, data))

    def file(self, length: int, sha256: str) -> bytes:
        """Give a file that was made; raises LookupError where it is not kept."""
        try:
            return self.files.read((length, sha256))
        except Touched:
            raise LookupError(sha256) from None

    def path(self, length: int, sha256: str) -> Path:
        """Say where such a file is; raises LookupError as well."""
        try:
            return self.files.path((length, sha256))
        except Touched:
            raise LookupError(sha256) from None


def _is_of_outlines(name: str) -> bool:
    kind = name[1:].partition("/")[0]
    if name.startswith(ASKED):
        return kind not in (TELLS, OWED)
    return name.startswith(OUTLINED) or (name.startswith("@") and kind in (CALLED, DAY, HEALTH, STAGE, *SHOWN))


def list_name(name: str) -> str:
    """Name what is kept of a whole."""
    return f"joined/{name}"
