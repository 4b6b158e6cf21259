"""Whose work a thing is by the words behind it: "Việc … do Sở A chủ trì", "Nhiệm vụ này giao Sở A thực hiện"."""

from __future__ import annotations

import re

from kehoach.meaning.actors import Actors
from kehoach.meaning.mentions import Party
from kehoach.meaning.noduties import opens_with_another
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.parties import as_parties
from kehoach.wording.latepatterns import late

_ENTRUSTED = re.compile(
    r"\sdo\s.{3,120}?\s(?:trực tiếp\s+)?(?:đảm nhiệm|đảm nhận|phụ trách|đảm trách|chịu trách nhiệm|làm nòng cốt)\b"
)
_BY = re.compile(r"\sdo\s+\Z")
_DONE_BY = late(
    r"(?:\A|[.;]\s)\s*(?P<of>[^.;:]{3,180}?)\sdo\s[^.;:]{3,120}?"
    r"\s(?:chủ trì|thực hiện|giải quyết|xử lý|thẩm định|tổ chức)\b"
)
"""A clause that says of a thing who does it: "Việc sắp xếp do Sở Nội vụ chủ trì"."""
_HANDED = re.compile(
    r"(?:\A|[.;,]\s|[(\[])\s*(?:(?:[Nn]hiệm vụ|[Nn]ội dung|[Cc]ông việc|[Vv]iệc) này (?:được )?)?"
    r"(?:[Gg]iao|[Pp]hân công)(?: cho)?\s+\Z"
)
"""What says behind a task whose it is: "Nhiệm vụ này giao các tổ chuyên môn thực hiện.", "Lắp máy. Giao Sở A."."""
_LEADS = late(r"\s*[(\[]\s*(?:đồng\s+)?chủ trì(?![^\W_])")
_IS = re.compile(r"\slà\s+\Z")


def entrusted(text: str, actors: Actors) -> tuple[Party, ...]:
    """Give the bodies that a text says a thing is done by, or its task handed to; ``actors`` are those of the text."""
    if _ENTRUSTED.search(text) or _says_by_whom(text):
        return _named_behind(text, actors, _BY)
    leads = (a for a in actors.of("lead") if _LEADS.match(text, a.name.reach) or _IS.search(text, 0, a.name.start))
    return as_parties(leads) or _named_behind(text, actors, _HANDED)


def done_by(text: str, actors: Actors) -> tuple[Party, ...]:
    """Give the bodies that a clause says a thing is done by, where it says nothing else: "Kinh phí do A thẩm định"."""
    return _named_behind(text, actors, _BY) if _says_by_whom(text) else ()


def _says_by_whom(text: str) -> bool:
    # "Tham gia hội thi do Tỉnh đoàn tổ chức" and what another body does tell but which thing is meant.
    doers = (match["of"] for match in _DONE_BY.finditer(text))
    return any(of.startswith("Việc ") or not any(map(_tells_of_others, of.split(", "))) for of in doers)


def _tells_of_others(words: str) -> bool:
    """Whether words say what somebody does, rather than name the thing that is done."""
    return opens_verb(words.lower(), alone=True) or opens_with_another(words, ())


def _named_behind(text: str, actors: Actors, before: re.Pattern[str]) -> tuple[Party, ...]:
    acting = actors.of("lead", "implementers")
    return as_parties(actor for actor in acting if before.search(text, 0, actor.name.start))
