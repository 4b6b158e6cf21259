"""The national name and motto on the right of a document's head, and what stands there in their place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kehoach.wording.latepatterns import late
from kehoach.wording.letters import plain

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_OF_PARTY = late(r"[A-ZĐ]{2,5}/[A-ZĐa-z]{2,8}(?:-[A-ZĐa-z]{2,10})*\Z")
_IN_ITS_PLACE = frozenset({"dangcongsanvietnam", "doantncshochiminh", "doanthanhniencongsanhochiminh"})


def national_lines(header: Iterable[str]) -> tuple[str, ...]:
    """Give what stands on the right of a head: national name and motto, or the name of Party or Youth Union alone.

    Their documents name it there among the bodies of the head (05-HD/VPTW), and have neither name nor motto.
    """
    own = tuple(name.upper() for name in header if is_own_nation(name))
    return own or (NATION, MOTTO)


def is_own_nation(name: str) -> bool:
    """Tell whether a name of a head takes the place of the national name."""
    return plain(name) in _IN_ITS_PLACE


def numbered(number: str, symbol: str) -> str:
    """Write the line of a document's number: "Số 21-KH/ĐU" of a body of the Party, "Số: 21/KH-UBND" of the State."""
    return f"Số {number}-{symbol}" if _OF_PARTY.match(symbol) else f"Số: {number}/{symbol}"


def is_prescribed(words: str) -> bool:
    """Tell whether words are the national name or motto, or both, as the printed form sets them anyway."""
    return _plain_nation(plain(words))


@lru_cache(maxsize=256)
def _plain_nation(words: str) -> bool:
    name, motto = plain(NATION), plain(MOTTO)
    return words in (name, motto, name + motto)
