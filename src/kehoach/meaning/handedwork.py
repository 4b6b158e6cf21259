"""Whose work a thing is by who gives it: "… do Sở A thực hiện", "… giao Sở A chủ trì", "chỉ đạo Sở A rà soát"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning import fronts, verbpatterns, workpatterns
from kehoach.meaning.labelroles import Role
from kehoach.meaning.maskedtext import Masked
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.rolerules import heads, role_of
from kehoach.meaning.whichthings import tells_which
from kehoach.wording.latepatterns import late

_ABOVE = late(r"cấp trên|thẩm quyền")
"""Who decides on what is asked for: "đề nghị cấp trên khen thưởng"."""
_BY_LAW = late(r"(?<![^\W_])mà\s[^,.;:]{1,40}\Z", needs="mà")
"""Before "giao" that it tells which things are meant: "các nhiệm vụ mà pháp luật giao cho Trạm Y tế"."""
_KEEPS = late(r"giữ\s|(?:quản lý|sử dụng|quản lý, sử dụng)\s*(?:[.;,)]|\Z|\s(?:theo|tại|trên|thì|mà|và)\s)")
"""What those do who a thing is given to, and no work of a plan's."""
GIVEN_BY = late(rf"(?<![^\W_])do\s+{patterns.BODIES}\s+\Z")
"""Before "giao" who gave it, so that which work is meant is told: "đề án do Chính phủ giao Bộ chủ trì"."""


TOLD_TO = late(rf"(?:tham mưu|đề xuất|giúp|kiến nghị|đề nghị|trình|báo cáo)(?:\s+(?:với|cho))?\s+{patterns.B}\Z", re.I)
"""Before a comma who is advised, so that who stands behind it is, too, and gives no orders by that."""


def role_by(masked: Masked, match: re.Match[str]) -> Role | None:
    """Tell which role a match of "do A …" or "giao A …" gives to A; None where it tells but which thing is meant."""
    text, how = masked.text, match["how"]
    verbs = text[match.end() : match.end() + 80]
    if match["plain"] is None and (how == "Do" or not opens_verb(verbs[:24], alone=True)):
        return None
    kept = how.startswith("giao") and _KEEPS.match(verbs)
    if kept and (text.endswith("được ", 0, match.start()) or kept[0].startswith("giữ")):
        return None  # "nhà ở được giao cho địa phương quản lý": which things are meant
    if how.startswith("giao") and fronts.FRONTED.match(verbs):
        return None  # "đã giao cho B trước ngày …": what was given, and no work
    if how.startswith("giao") and (_BY_LAW.search(text, 0, match.start()) or _in_a_case(text, match)):
        return None
    if patterns.HANDS_DOWN.match(verbs) or (how == "giao" and GIVEN_BY.search(text[: match.start()])):
        return None
    if how.lower() == "do" and tells_which(text, match):
        return None
    if office := patterns.SERVES_AS.match(verbs):
        return "lead" if heads(masked.of(office["office"])) else None
    role = role_of(verbs)
    is_watching = role in ("watchers", "directors") and how.lower() != "do"
    return "implementers" if is_watching else role  # what one is told to watch is a thing to do


_CASE = late(r"(?:sau khi|(?:mỗi |kể từ )?khi|nếu|(?:trong )?trường hợp)\s[^,.;:]*\Z", re.IGNORECASE)


def _in_a_case(text: str, match: re.Match[str]) -> bool:
    """Whether what is given belongs to a case before a comma: "Sau khi UBND tỉnh giao Sở A lập hồ sơ, Sở B …"."""
    start = fronts.openings(text, match.start())[-1]
    clause = patterns.SENTENCE_END.split(text[match.end() :], maxsplit=1)[0]
    return "," in clause and _CASE.match(text, start, match.start()) is not None


def who_is_told(masked: Masked) -> Iterator[tuple[Role, str]]:
    """Find whom somebody directs or asks to do a thing, wherever who does so stands, each with the role it gives."""
    text = masked.text
    lowered = text.lower()
    for match in workpatterns.DIRECTED_WORK.finditer(text) if "chỉ đạo" in lowered else ():
        clause = text[match.end() :].lstrip()
        if clause[:1].islower() and opens_verb(clause[:32], alone=True):
            role = role_of(clause)
            yield "implementers" if role in ("watchers", "directors", "advisors") else role, match["list"]
    for match in workpatterns.ALSO_GIVEN.finditer(text) if " và " in lowered else ():
        clause = text[match.end() :].lstrip()
        acts = opens_verb(clause[:32], alone=True) and not verbpatterns.DECIDES.match(clause)
        named = masked.of(match["list"])
        acts = acts and not _in_a_case(text, match)
        if acts and all(n.kind == "group" and not _ABOVE.search(n.words) for n in named):
            yield "implementers", match["list"]  # who decides on a request has no work by it
