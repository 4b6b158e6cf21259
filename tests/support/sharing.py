"""Which tests have to stay in one process: those of a file in which something is made once for several of them."""

from __future__ import annotations

from functools import cache

from corpus import ROOT
from xdist.scheduler import LoadScopeScheduling


@cache
def shares(file: str) -> bool:
    """Tell whether a file of tests makes something for several of them, as a built site or a document."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return 'scope="module"' in text or "\n@cache\n" in text


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """Gives the tests of such a file to one process, and every other test to whoever is idle.

    pytest-xdist's own ``loadgroup`` names groups in a private attribute that pytest 9.2 does not read any more.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if shares(file) else nodeid
