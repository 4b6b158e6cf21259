"""Which roles verbs and names give to bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning import fronts, verbpatterns, workpatterns
from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.labelroles import ROLES, Role
from kehoach.meaning.lexicon import DEPARTMENTS, NOUNS, PLACES, VERBS
from kehoach.meaning.nametable import tokens
from kehoach.meaning.openingverbs import opens_verb
from kehoach.model.fields import BODIES
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

DOING: tuple[Role, ...] = ("lead", "implementers", "advisors", "directors", "watchers")
"""Roles of those whose duty a sentence is."""

Row = tuple[re.Pattern[str], Role, str]
BEFORE_SUBJECTS: tuple[Row, ...] = (
    (patterns.PRESIDED, "lead", "sự chủ trì"),
    (patterns.DIRECTED, "directors", "chỉ đạo"),
    (patterns.TOGETHER, "lead", "đồng chủ trì"),
    (workpatterns.GIVEN_AMONG, "partners", "chủ trì"),
    (workpatterns.JOINED_AMONG, "partners", "chủ trì"),
)
BEHIND_SUBJECTS: tuple[Row, ...] = (
    (patterns.JOINED, "partners", "sự "),
    (workpatterns.MEETS, "partners", "họp"),
    (workpatterns.AGREED, "partners", "thống nhất"),
    (patterns.BESIDE, "partners", ", cùng"),
    (patterns.LED_WITH, "partners", "chủ trì"),
    (patterns.ADVISED, "advised", "tham mưu"),
    (patterns.ADVISED, "advised", "giúp"),
    (workpatterns.SENT, "implementers", "gửi"),
    (workpatterns.SENT, "implementers", "chuyển"),
    (workpatterns.TAKEN_UP, "implementers", "để "),
    (workpatterns.MOVED, "implementers", " từ "),
    (workpatterns.HANDED, "implementers", "giao"),
    (workpatterns.HANDED, "implementers", "phân công"),
    (patterns.ENTRUSTED, "implementers", " cho "),
    (patterns.ENTRUSTED, "implementers", " về "),
    (patterns.OWED, "implementers", "trách nhiệm"),
    (patterns.OWED, "implementers", " của "),
)
NAMED: Mapping[str, Role] = {
    "chủ trì": "lead",
    "phối hợp": "partners",
    "tham gia": "partners",
    "thực hiện": "implementers",
    "theo dõi": "watchers",
    "tham mưu": "advisors",
    "thẩm định": "implementers",
    "thẩm tra": "implementers",
    "tổng hợp": "implementers",
}
FIELD_ROLES: Mapping[str, Role] = {
    "monitor": "watchers",
    **{role: role for role in ROLES if role in {one.key for one in BODIES}},
}


def verbs_of(clause: str) -> str:
    """Give the words of a clause before the first body that stands in it."""
    return _BODY.split(clause, maxsplit=1)[0]


def role_of(clause: str) -> Role:
    """Tell by the first verb of a clause what those who act are; "tham mưu" counts before any other body."""
    verbs = verbs_of(clause)
    if patterns.LEADS.match(verbs):
        return "lead"
    if patterns.JOINING.match(verbs) or patterns.SUPPORTS.match(clause):  # "hỗ trợ các hợp tác xã" is work of one's own
        return "partners"
    if patterns.WATCHES.match(verbs):
        return "watchers"
    if patterns.DIRECTS_ITSELF.match(verbs):
        return "directors"
    return "advisors" if re.search(r"\btham mưu\b", verbs) else "implementers"


_BODY = re.compile(patterns.B)


def role_in(name: BodyName) -> Role | None:
    """ "Đơn vị chủ trì" has its role in its name, whatever it does."""
    if name.kind != "role" or "được" in name.words:
        return None
    return "lead" if name.words.endswith("chủ trì") else "partners" if name.words.endswith("phối hợp") else None


def heads(office: Sequence[BodyName]) -> bool:
    """Whether an office is the first of those that are named together: "làm Trưởng đoàn"."""
    names = [name.words.split() for name in office]
    return any(words[0] != "Phó" and words[-2:][0] in ("Trưởng", "Tổ", "Đội") for words in names)


def may_be_done(name: BodyName) -> bool:
    """Whether what looks like a body can be what is done: "Hội Xuân tổ chức trong tháng 3"."""
    if name.kind != "named" or not verbpatterns.THING_OR_BODY.match(name.words):
        return False
    name_words = tokens(name.words)
    known = (table.longest(name_words, at)[0] for table in (DEPARTMENTS, NOUNS) for at in range(1, len(name_words)))
    return not any(known) and name_words[-1].word not in PLACES


def also_advises(clause: str) -> bool:
    """Whether who acts in a clause advises somebody, too, and no other body acts before that."""
    match = patterns.ALSO_ADVISES.search(clause)
    return match is not None and not patterns.OTHER_DOER.search(clause[: match.end() - 1])


def behind_adjunct(text: str, at: int) -> int:
    """Give where the verb behind a clause without commas begins: "theo chức năng chỉ đạo …"."""
    adjunct = patterns.ADJUNCT.match(text, at)
    return adjunct.end() if adjunct else at


def explains(text: str, match: re.Match[str]) -> bool:
    """Whether brackets behind a body say whom it stands for, by what they lead: "cấp trên (Bộ chủ trì dự án …)"."""
    before = text[: match.start()].rstrip()[-1:]
    bracketed = text[match.start()] == "(" and re.match(patterns.B, before) is not None
    return bracketed and re.match(r"\s+[^\W\d_]", text[match.end() :]) is not None


def behind_front(text: str, at: int) -> bool:
    """Whether a comma ends what stands in front of the subject, nobody being named before: "Khi cần, A phối hợp …"."""
    start = fronts.openings(text, at)[-1]
    if text[at] != "," or not fronts.FRONTED.match(text, start):
        return False
    return re.search(patterns.B, text[start:at]) is None


_BEING = late(
    rf"\s+là\s+(?!(?:cơ quan|đơn vị|bộ phận|đầu mối)\s)(?-i:[^,.;:{patterns.SIGNS}]){{3,60}},\s+"
    r"(?=(?:có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|trực tiếp)\b)",
    needs="là",
)
"""What somebody is, before what they do: "Công an xã là lực lượng nòng cốt, chủ trì rà soát …"."""
_STANDING = late(
    r"\s+là\s+(?:cơ quan|đơn vị|bộ phận)\s+(?:thường trực|giúp việc|tham mưu)[^.;:]{0,80};\s+"
    r"(?=(?:có|chịu) trách nhiệm\b)",
    re.IGNORECASE,
    needs="là",
)
"""The same before a semicolon: "Sở A là cơ quan thường trực của Ban Chỉ đạo; có trách nhiệm tham mưu …"."""
_ADJOINED = late(
    r"\s+(?:trên cơ sở|căn cứ(?:\s+vào)?|sau khi|trong quá trình)\s[^,.;:]{3,120},\s",
    re.IGNORECASE,
    needs="trên cơ sở|căn cứ|sau khi|trong quá trình",
)
"""What stands behind a subject without a comma before it, and with one behind: "A trên cơ sở đề nghị của B, …"."""
_COLON = late(
    r"\s*:\s+(?:[a-zđ]\)\s+|[-–+•]\s+)?|\s+[-–+•]\s+(?=[^\W\d_])"
    rf"|\s+(?:(?:[0-9]{{1,2}}\.)+[0-9]*|[a-zđ]\))\s+(?={CAPITAL})"
)

_NEEDLESS_COMMA = late(
    r",\s+(?=(?:triển khai(?: thực hiện)?|(?:có|chịu) trách nhiệm|chủ trì|chủ động|nghiêm túc|khẩn trương)(?![^\W_]))"
)
"""Between a list of those who act and their verb: "Chủ tịch UBND các xã, Thủ trưởng các sở, triển khai thực hiện …"."""
_DONE_WITH_IT = late(
    r"(?:kiện toàn|thành lập|củng cố)(?:\s+(?:lại|xong|ngay))?"
    r"(?:\s*(?:[,.;]|\Z)|\s+(?:trước|trong|vào|sau|khi|theo|quý|tháng|năm|chậm nhất|hoàn thành)(?![^\W_]))",
    re.IGNORECASE,
)
"""What is done with the body before the colon, where no other object follows: "Ban Chỉ đạo: kiện toàn trước …"."""


_APPLIES = late(
    rf"\s*{fronts.LABEL}(?:Quy định|Quyết định|Quy chế|Nghị quyết|Hướng dẫn|Kế hoạch) này (?:áp dụng|quy định|"
    rf"điều chỉnh)\s",
    needs="này",
)
"""What opens the words of a rule that say whom or what it is about."""
_URGED_ON = late(
    r"(?:đôn đốc|theo dõi|hướng dẫn|kiểm tra|giám sát|chỉ đạo)"
    rf"\s+{patterns.B}(?:{patterns.JOINT}{patterns.B})+\s*;\s*\Z"
)
"""Before a semicolon several who are urged, with no word yet to what: "đôn đốc A và B; C triển khai"."""
_LISTING = late(r"(?<![^\W_])(?:gồm(?:\s+có)?|như|cụ thể là|đó là|bao gồm(?:\s+cả)?)\s*:\s+\Z", re.IGNORECASE)
"""Before a list of what there is, which orders nothing by itself: "các ngành nghề gồm: Tổ hợp tác nông nghiệp, …"."""
_HAS = late(
    r"có\s+(?!(?:trách nhiệm|nhiệm vụ|văn bản|ý kiến|biện pháp|giải pháp|thể)\b)(?P<what>[^.;:,()]+)[.;:,]?\s*\Z"
)
"""What somebody has, up to where the clause ends."""


def lists_only(text: str, start: int) -> bool:
    """Whether a body at a place is one of a list of what there is, without a verb behind, or of those who are urged."""
    if _APPLIES.match(text) or _PRESENT.match(text, start):
        return True
    if text[max(start - 2, 0) : start].strip() == ";" and _URGED_ON.search(text, 0, start):
        return True
    if text[max(start - 2, 0) : start].strip() != ":" or not _LISTING.search(text, max(start - 32, 0), start):
        return False
    subject = patterns.SUBJECT.match(text, start)
    return subject is not None and not opens_verb(text[subject.end() : subject.end() + 32].lower().lstrip(), alone=True)


_PRESENT = late(
    r"(?:(?:đối )?với|tại|ở)\s[^.;:]{1,160}?\scó\s[^.;:]{1,200}?\s(?:tham dự|cùng dự)\s*:", re.IGNORECASE, needs="dự"
)
"""Where somebody is but present, before a colon: "Đối với cuộc họp có Sở A, UBND xã tham dự: …"."""


def only_has(clause: str) -> bool:
    """Whether a clause says but which body is meant by what it has: "UBND các huyện có xã miền núi;"."""
    has = _HAS.match(clause.split(". ", 1)[0].split("; ", 1)[0])
    if has is None:
        return False
    object_words = tokens(has["what"])
    return not any(VERBS.longest(object_words, at)[0] for at in range(len(object_words)))


_STRONG = late(r"(?<![^\W_])(?:có trách nhiệm|chịu trách nhiệm|chủ trì)(?![^\W_])")
"""What ends an aside that no comma closes: "…, trong phạm vi quyền hạn của mình có trách nhiệm …"."""


_JOINED = late(
    rf",\s+(?P<verb>(?:chủ động\s+)?phối hợp(?:\s+chặt chẽ)?\s+(?:với|cùng)\s+{patterns.BODIES}"
    rf"\s+(?:để\s+)?{fronts.CLEAR_VERB})",
    re.IGNORECASE,
)
"""An aside that is no aside but the verb: "Sở A, phối hợp với Sở B tổ chức hội thi"."""
_CLEAR = late(rf"(?<![^\W_]){fronts.CLEAR_VERB}", re.IGNORECASE)


def _behind_aside(text: str, at: int, verbs: re.Pattern[str]) -> int:
    """Give where the verb begins behind what no comma closes: "A căn cứ chức năng, nhiệm vụ tổ chức thực hiện"."""
    verb = verbs.search(text, at)
    between = text[at : verb.start()] if verb else ""
    return verb.start() if verb and not re.search(rf"[.;:]\s|{patterns.B}", between) else len(text)


def verb_at(text: str, at: int) -> int:
    """Give where the verb behind a subject can begin: after brackets and a clause between commas."""
    if others := workpatterns.OTHERS.match(text, at):
        at = others.end()
    if being := _BEING.match(text, at) or _STANDING.match(text, at):
        return being.end()
    case = fronts.IN_CASE.match(text, at)
    if case and not re.search(patterns.B, case[0]) and opens_verb(text[case.end() : case.end() + 32].lower()):
        return case.end()
    aside = patterns.ASIDE.match(text, at)
    assert aside is not None
    at = aside.end()
    if not aside["comma"] and (needless := _NEEDLESS_COMMA.match(text, at)):
        return needless.end()
    if colon := _COLON.match(text, at):
        return (
            colon.end()
            if not _DONE_WITH_IT.match(text, colon.end()) and opens_verb(text[colon.end() : colon.end() + 24].lower())
            else len(text)
        )
    if aside["comma"] or (_ADJOINED.match(text, at) and not patterns.ADJUNCT.match(text, at + 1)):
        for comma in patterns.COMMA.finditer(text, at):
            if "." in text[at : comma.start()] or ";" in text[at : comma.start()]:
                break
            if VERBS.longest(tokens(text[comma.end() : comma.end() + 24].removeprefix("cùng ")), 0)[0]:
                return comma.end()
        if joined := _JOINED.match(text, aside.start("comma") if aside["comma"] else at):
            return joined.start("verb")
        return _behind_aside(text, at, _STRONG if aside["comma"] else _CLEAR)
    return at + len(text[at:]) - len(text[at:].lstrip())
