"""Works that are done only where what an earlier build made of the same things is not kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from kehoach.pages import Site
from kehoach.publishing.cache import Cache, unpacked
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.works import Circumstances, Made, Work
from kehoach.tracing import Traced


def kept_works(works: Iterable[Work], site: Site, of: Circumstances, cache: Cache) -> Iterator[Work]:
    """Give the same works, each asking the cache first and keeping what it made."""
    signatures = Signatures(site, of)
    for work in works:
        yield replace(work, make=partial(_kept, work, signatures(work), signatures, cache))


def _kept(work: Work, signature: str, signatures: Signatures, cache: Cache) -> Iterable[Made]:
    found = cache.read(work.name)
    if found:
        described, data = found
        if described["signature"] == signature and signatures.of_plans(described["plans"]) == described["of_plans"]:
            return unpacked(described, data)
    plans = signatures.site.fabric.plans
    assert isinstance(plans, Traced)
    with plans.watched() as seen:
        made = list(work.make())
    described = {"signature": signature, "plans": sorted(seen), "of_plans": signatures.of_plans(seen)}
    cache.write(work.name, described, made)
    return made
