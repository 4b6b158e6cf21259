"""Who takes over from whom on a day: "Sở A (từ 01/7/2026: Sở B) chủ trì", "Sở A chủ trì (từ 01/7/2026 do Sở B …)".

Both have the role for a time alone, so that both are told with the words printed in the brackets, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.labelroles import ROLES, Role
from kehoach.wording.latepatterns import late

Given = tuple[BodyName, Role]
Span = tuple[int, int]

_DAY = r"(?:(?:ngày|tháng|quý|năm|hết)\s+)*[0-9IVX][0-9/.\-IVX]*(?:\s+(?:năm|tháng)\s+[0-9/]+)*"
_SINCE = rf"(?:kể\s+)?(?:từ|trước|sau|đến|cho đến|đến hết|trong)\s+(?:sau\s+)?{_DAY}"
_BRACKETS = late(rf"\(\s*(?P<words>{_SINCE}(?![^\W_])[^()]*?)\s*\)", needs="từ|trước|sau|đến|trong")
_COMMAS = late(
    rf",\s+(?P<words>{_SINCE}\s+(?:là|do|giao|chuyển)(?![^\W_])[^,.;()]*?)(?=,\s)", needs="là|do|giao|chuyển"
)
_TAKES_OVER = late(rf"{_SINCE}\s*(?::|,|(?:thì\s+)?(?:là|do|giao|chuyển(?:\s+(?:về|cho|sang))?)(?:\s+cho)?)?\s*\Z")
"""What stands before the body that takes over."""
_ENDS_ALONE = late(rf"(?:kể\s+)?(?:từ|đến hết|cho đến|đến)\s+{_DAY}(?:\s+(?:trở đi|đến|đến hết)(?:\s+{_DAY})?)?\Z")
"""From when or until when a body named before has the work: "Sở A (đến hết 30/6/2026)"."""
_CHANGE = late(
    rf"\s*\(\s*{_SINCE}\s*(?::|,?\s*(?:thì\s+)?(?:là|do|giao|chuyển)(?![^\W_]))", needs="từ|trước|sau|đến|trong"
)
_NEAR = late(r"\s*[^.;:()]{0,40}\Z")


def changes(text: str, names: Sequence[BodyName]) -> Iterator[tuple[Span, BodyName | None]]:
    """Find the printed words that say when another takes over, each with who does, or None where they say but a time.

    A time alone limits a body right before it, where another one of the text has its own: it is no deadline then.
    """
    timed: list[Span] = []
    for match in (*_BRACKETS.finditer(text), *_COMMAS.finditer(text)):
        span = match.span("words")
        inside = [name for name in names if span[0] <= name.start < span[1]]
        if inside and _TAKES_OVER.fullmatch(text, span[0], inside[0].start):
            yield span, inside[0]
        elif not inside and _ENDS_ALONE.fullmatch(match["words"]) and _follows(text, match.start(), names):
            timed.append(span)
    if len(timed) > 1:
        yield from ((span, None) for span in timed)


def is_changed(text: str, at: int) -> bool:
    """Whether behind the name that ends at a place the words stand that say who takes over, and when."""
    return _CHANGE.match(text, at) is not None


def _follows(text: str, at: int, names: Sequence[BodyName]) -> bool:
    return any(not text[name.end : at].strip() for name in names if name.end <= at)


def taken_over(text: str, names: Sequence[BodyName], given: Sequence[Given]) -> tuple[Sequence[Given], dict[int, Span]]:
    """Give the roles with those of who takes over, and by where each name begins the words that limit it."""
    limits: dict[int, Span] = {}
    rows = [*given]
    for span, taking in changes(text, names):
        opening = max((text.rfind(sign, 0, span[0]) for sign in (". ", "; ")), default=-1)
        own = {role for name, role in rows if name is taking}
        before = [row for row in rows if opening < row[0].start < span[0] and (not own or row[1] in own)]
        near = [row for row in before if not text[row[0].end : span[0]].strip(" (,")]
        limited = (
            near or (before if own else before[-1:] if _NEAR.match(text, before[-1][0].reach) else []) if before else []
        )
        limits.update((name.start, span) for name, _ in limited)
        if taking and limited:
            rows += [] if own else [(taking, role) for _, role in limited]
            limits[taking.start] = span
    return sorted(dict.fromkeys(rows), key=lambda row: (row[0].start, ROLES.index(row[1]))), limits
