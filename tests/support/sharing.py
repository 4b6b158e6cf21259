"""Which tests have to stay in one process: those of a file whose fixtures are made once for all of it."""

from __future__ import annotations

from functools import cache

from corpus import ROOT
from xdist.scheduler import LoadScopeScheduling


@cache
def shares(file: str) -> bool:
    """Tell whether a file of tests makes something for all of them, as a built site."""
    return 'scope="module"' in (ROOT / file).read_text(encoding="utf-8")


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """Gives the tests of such a file to one process, and every other test to whoever is idle.

    pytest-xdist's own ``loadgroup`` names groups in a private attribute that pytest 9.2 does not read any more.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if shares(file) else nodeid
