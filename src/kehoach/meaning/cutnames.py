"""Names that end too early: before a colon they go on to it, behind a word of work alone they are in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.bodynouns import FINITE, SERIAL
from kehoach.wording.latepatterns import late

_TO_COLON = late(
    r"(?P<rest>\s(?!(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|và|cùng|với|do|là)\s)[a-zđà-ỹ]"
    r"[^.:;()“”\"]{1,60}?)\s*:\s+"
    r"(?:Chủ trì|Chủ động|Phối hợp|Tham mưu|Chịu trách nhiệm|Có trách nhiệm|Đầu mối|Là (?:cơ quan|đơn vị|đầu mối))"
    r"(?![^\W_])"
)
"""What a name goes on with to a colon behind which its own duty begins: nobody else acts before it."""
_OF_WORK = late(
    r"(?:Trung tâm|Phòng|Văn phòng|Cục|Chi cục|Vụ)\s(?:[Kk]iểm soát|[Gg]iám định|[Kk]iểm định|[Đđ]iều phối)"
)
"""A name that says only what is done, and not yet to what: "Trung tâm Kiểm soát bệnh tật"."""
_GOES_ON = late(r"\s(?P<word>[a-zđà-ỹ])")


def with_names_to_their_end(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Give the first name as long as the colon says that it is; one that stops at a word of work is not sure."""
    mended = [_in_doubt(text, name) for name in names]
    match = _TO_COLON.match(text, names[0].end) if ":" in text and _opens(text, names[0]) else None
    if match:
        end = match.end("rest")
        within = [name for name in names[1:] if name.start < end]
        if all(name.words.isupper() for name in within):  # "thanh toán BHXH": short forms are words of the name
            whole = replace(names[0], end=end, words=" ".join(text[names[0].start : end].split()), sure=True)
            return [whole, *mended[1 + len(within) :]]
    return mended


def _opens(text: str, name: BodyName) -> bool:
    return name.kind == "named" and not text[: name.start].strip()


def _in_doubt(text: str, name: BodyName) -> BodyName:
    goes_on = _GOES_ON.match(text, name.end) if name.sure and _OF_WORK.fullmatch(name.words) else None
    if goes_on is None:
        return name
    at = goes_on.start("word")
    return name if FINITE.match(text, at) or SERIAL.match(text, at) else replace(name, sure=False)
