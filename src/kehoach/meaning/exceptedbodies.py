"""Bodies that a sentence leaves out: "…, riêng Sở Xây dựng không phải nộp", "trừ hồ sơ do Phòng Giám định chủ trì"."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.meaning.bodyname import BodyName
from kehoach.wording.latepatterns import late

_WORDS = ("trừ ", "riêng ", "không kể ", "không gồm ")
_LEFT_OUT = late(r"(?<![^\W_])(?:trừ|không kể|không gồm)\s+(?:(?:các|những|đối với)\s+)*\Z")
_APART = late(r"(?<![^\W_])riêng\s+(?:đối với\s+)?\Z")
_DOES_NOT = late(r"\s*,?\s*(?:thì\s+)?(?:không|chưa|được miễn)(?![^\W_])")
_IN_A_CASE = late(
    r"(?<![^\W_])(?:trừ|không kể)\s+(?:(?:những|các|một số)\s+)?(?:trường hợp|khi|nội dung|nhiệm vụ)(?![^\W_])"
    r"(?![^.;()]*\sthì\s)[^.;()]*\Z"
)
"""Before who has a part in a case that is left out: "trừ trường hợp việc quản lý được bàn giao cho UBND xã"."""
_OF_WHAT = late(r"(?<![^\W_])(?:trừ|không kể|không gồm)\s[^.;,()]*?(?<![^\W_])do\s+\Z")
"""Before whose work is left out, which tells nothing that the sentence orders."""


def not_meant(text: str, names: Sequence[BodyName]) -> frozenset[int]:
    """Give where the names begin of bodies that have no part in what a text orders, all that name one of them."""
    if not any(word in text for word in _WORDS):
        return frozenset()
    apart = {name.words for name in names if _is_left_out(text, name)}
    cases = (_OF_WHAT, _IN_A_CASE)
    starts = (n.start for n in names if n.words in apart or any(case.search(text, 0, n.start) for case in cases))
    return frozenset(starts)


def _is_left_out(text: str, name: BodyName) -> bool:
    if _APART.search(text, 0, name.start):
        return _DOES_NOT.match(text, name.end) is not None
    return _LEFT_OUT.search(text, 0, name.start) is not None
