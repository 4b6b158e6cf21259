"""Reading lists of bodies: who leads, who takes part, whose heading this is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach.meaning.actors import Actor, Actors, Condition, read_actors
from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.changedactors import is_changed
from kehoach.meaning.mentions import Mention, Party
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.orders import is_request
from kehoach.meaning.rolerules import DOING
from kehoach.model.frozen import but
from kehoach.wording.latepatterns import late

__all__ = [
    "Party",
    "as_parties",
    "doers",
    "heading_parties",
    "holder_prefix",
    "is_request",
    "parties",
    "partners_behind",
]

_SEPARATOR = late(r"\s*;\s*|,?\s+(?:và|cùng với|cùng)\s+|,\s+")


def parties(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Split a list of bodies such as "Sở Nội vụ; UBND các huyện và các cơ quan liên quan." into its bodies.

    A list holds names alone, so that a name goes to where the next begins, whether a word list knows its words or not.
    One that may go on behind a comma or "và" is none of them, as it was not read to its end.
    """
    return tuple(party for party, whole in _parties_of_list(text, mentions) if whole)


def begun(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Give the same with what is read of names that may go on, for those who know where they end."""
    return tuple(party for party, _ in _parties_of_list(text, mentions))


def _parties_of_list(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Party, bool]]:
    units = {(m.start, m.end): m.target for m in mentions if m.kind == "unit"}
    hidden = [(m.start, m.end) for m in mentions if m.kind == "document"]
    names = find_bodies(text, tuple(units), tuple(hidden), listed=True)
    for index, name in enumerate(names):
        before = text[names[index - 1].reach if index else 0 : name.start]
        if before.strip() and not _SEPARATOR.search(before) and not _OPENS_LIST.fullmatch(before):
            continue
        if before.strip() and not _OPENS_LIST.fullmatch(before) and name.words.lower() in _BARE_PLACES:
            continue  # "Thống kê tỉnh, thành phố": the name it ends was not read
        if is_changed(text, name.end):
            continue  # "Sở A (từ 01/7/2026: Sở B)": a list has no place for when
        until = names[index + 1].start if index + 1 < len(names) else len(text)
        many = name.kind == "group" or " các " in name.words
        rest = _rest(text[name.reach : until], many, name.words.endswith(_CHARGED))
        unit = units.get((name.start, name.end), "")
        whole = name.sure or bool(unit or (many and rest))
        yield Party(name.words if unit or not rest else f"{name.words} {rest}", unit), whole


_CHARGED = ("được giao", "được phân công")
_BARE_PLACES = frozenset(("tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện"))
_OPENS_LIST = late(r"\W*(?:và|cùng|với|các đồng chí|đồng chí)?\s*", re.IGNORECASE)
_TOLD_BY = late(r"(?:có liên quan|liên quan|có (?!trách|thể|nhiệm|ý|văn|biện|kế|mặt)[^\W\d_]+(?:\s+[^\W\d_]+){0,5})")
_REST = late(r"\s+(?P<words>[^\W\d_][^.;:()]*?)\s*(?:[,;.:(].*|\s(?:và|cùng|với)\s*)?\Z", re.DOTALL)


# What bodies are for is said with verbs, too: "Phòng Quản lý quy hoạch xây dựng", "Cảnh sát điều tra tội phạm …".
_IN_NAMES = late(
    r"(?:quản lý|điều tra|quy hoạch|bảo vệ|hợp tác|kiểm soát|kiểm định|giám định|đào tạo|nghiên cứu|phát triển|hỗ trợ|"
    r"tư vấn|sản xuất|kinh doanh|khai thác|xúc tiến|điều hành|chuyển đổi|thi hành|phòng,? chống|chăm sóc)(?![^\W_])"
)
_ACTS = late(
    r"(?:chủ trì|phối hợp|thực hiện|tham mưu|theo dõi|báo cáo|tổng hợp|triển khai|tổ chức|trách nhiệm|chỉ đạo)"
    r"(?![^\W_])"
)


def _rest(text: str, group: bool, charged: bool) -> str:
    """Give what goes on behind the words of a name that are known, up to the next separator: no verb, no clause.

    A group goes on with what tells its members ("Các đơn vị có thủ tục hành chính"), which is no verb of theirs here;
    ``charged`` is one whose name ends where their charge begins: "Các sở được giao | chủ trì soạn thảo".
    """
    match = _REST.match(text)
    if not match:
        return ""
    words = " ".join(match["words"].split())
    if group and (_TOLD_BY.fullmatch(words) or charged):
        return words
    is_part_of_name = _IN_NAMES.match(words) and not _ACTS.search(words)
    return words if is_part_of_name or not opens_verb(words) else ""


_PREFIX = late(
    r"\s*(?:Đề nghị|Kính đề nghị|Giao(?:\s+cho)?|Yêu cầu|(?:TRÁCH NHIỆM|NHIỆM VỤ|CÔNG VIỆC|PHẦN VIỆC|VIỆC) CỦA"
    r"|ĐỐI VỚI|(?:Trách nhiệm|Nhiệm vụ|Công việc|Phần việc|Việc) của|Đối với)\s*:?\s+"
)


def holder_prefix(text: str) -> int:
    """Give the length of the words before a heading's or sentence's bodies ("Đề nghị", "Giao")."""
    match = _PREFIX.match(text)
    return match.end() if match else 0


def heading_parties(heading: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Give the bodies that a heading consists of, nothing where it says anything else.

    What stands in brackets explains a body. A group goes on with what tells its members: "Các đơn vị được kiểm tra".
    """
    for aside in (_BRACKETS, _STANDING, _HAS_DUTY):
        heading = aside.sub(lambda match: " " * len(match[0]), heading)
    start = holder_prefix(heading)
    rest = heading[start:]
    if _NO_BODIES.search(rest):
        return ()
    if whole := _ORGANISATION.match(rest):
        behind = heading_parties(rest[whole.end() :], ())
        return (Party(f"Tổ chức {behind[0].words}"),) if len(behind) == 1 else ()
    inside = [but(m, start=m.start - start, end=m.end - start) for m in mentions if m.start >= start]
    listed = begun(rest, inside)
    heads = _with_members(listed, rest)
    heads = parties(rest, inside) if heads == listed else heads
    if len(heads) > 1 and any(party.words not in " ".join(rest.split()) for party in heads):
        return heads if _is_covered(rest, mentions, start) else ()  # "Các Sở: Nội vụ, Tài chính"
    if not heads or not rest.startswith(heads[0].words[:1]):
        return ()
    remainder = " ".join(rest.split())
    for party in heads:
        remainder = remainder.replace(party.words, "", 1)
    if not re.search(r"[^\W\d_]", re.sub(r"\b(?:và|cùng|với)\b", "", remainder)):
        return heads
    return heads if _OWNED.search(rest) and _is_covered(rest, mentions, start) else ()


def _is_covered(rest: str, mentions: Sequence[Mention], start: int) -> bool:
    """Whether nothing but the names of bodies stands in some words, of which several share a noun."""
    known = tuple((m.start - start, m.end - start) for m in mentions if m.kind == "unit" and m.start >= start)
    for name in find_bodies(rest, known, listed=True):
        rest = rest[: name.start] + " " * (name.reach - name.start) + rest[name.reach :]
    return not re.search(r"[^\W\d_]", re.sub(r"\b(?:và|cùng|với)\b", "", rest))


def _with_members(listed: Sequence[Party], words: str) -> tuple[Party, ...]:
    """Let a group that ends a heading go on with what tells its members, up to the heading's end."""
    whole = " ".join(words.split()).rstrip(" .:;")
    _, name, members = whole.rpartition(listed[-1].words) if listed else ("", "", "")
    if not name or not _GROUP.match(name) or not _MEMBERS.fullmatch(members):
        return tuple(listed)
    return (*listed[:-1], Party(f"{name}{members}"))


_OWNED = late(r"(?:Phòng|Khoa|Vụ|Cục|Đội|Trung tâm|Ban|Chi nhánh)\s[^,]*,\s*\S")
"""A unit with the body whose it is: "Phòng Pháp chế, Cục Thuế"."""
_ORGANISATION = late(
    r"Tổ chức\s+(?=(?:Đoàn (?:Thanh niên|TNCS|thanh niên)|Công đoàn"
    r"|Hội (?:Phụ nữ|Liên hiệp|Nông dân|Cựu chiến binh))(?![^\W_]))"
)
"""What a heading calls a union by, where a sentence would order something: "Tổ chức Đoàn Thanh niên …"."""
_BRACKETS = late(r"\([^()]*\)")
_STANDING = late(r"\s[-–]\s(?:(?:là\s+)?(?i:cơ quan|đơn vị|bộ phận)\s+)?(?i:thường trực)(?![^\W_])[^,;:]*")
"""Behind a dash, what a body is besides: "Sở Y tế - cơ quan thường trực Ban Chỉ đạo:"."""
_HAS_DUTY = late(
    r"\s(?:có|chịu|thực hiện|đảm nhận|làm|được giao)\s+(?:(?:các|những|một số)\s+)?"
    r"(?:nhiệm vụ|trách nhiệm|công việc|phần việc|việc|nội dung)(?:\s+(?:cụ thể|chủ yếu|chính))?"
    r"(?:\s+(?:như\s+)?sau(?:\s+đây)?)?(?=\s*:?\s*\Z)|\s(?:phải|cần)(?=\s*:\s*\Z)",
    re.IGNORECASE,
)
_NO_BODIES = late(
    r"\A(?:tiểu )?dự án(?: thành phần)? (?:số )?[0-9IVX]"
    r"|\b(?:(?<!du )lịch|nội dung|thời gian|phương pháp|kinh phí|danh sách|thành phần)\b",
    re.IGNORECASE,
)
"""What is no body: "Dự án 9" (of a programme), as "Ban Quản lý dự án 7" is one."""
_MEMBERS = late(
    r"\s+(?:và tương đương\Z|được|trực thuộc|thuộc|"
    r"có (?:liên quan|tên)|liên quan|có(?! trách| thể| nhiệm| ý))(?:\s+[^\W\d_]+){0,5}"
)
_GROUP = late(r"(?:Các|Những|Toàn thể|Thủ trưởng các|Trưởng các|Công đoàn các)\s|[a-zđ]|[^.;:]{1,60}\scác\s")


def as_parties(actors: Iterable[Actor]) -> tuple[Party, ...]:
    """Give the bodies of some actors, each once."""
    by_name: dict[str, Party] = {}
    for actor in actors:
        by_name.setdefault(actor.unit or actor.name.words, Party(actor.name.words, actor.unit))
    return tuple(by_name.values())


def doers(text: str, mentions: Sequence[Mention]) -> tuple[tuple[Party, ...], int]:
    """Read the bodies that the first sentence is a duty of; also where their verb begins.

    Nothing is found where no verb can follow ("Sở Nội vụ của tỉnh …", a bare list). Where one directs others it is the
    duty of who directs.
    """
    return doing(text, read_actors(text, mentions))


def doing(text: str, actors: Actors) -> tuple[tuple[Party, ...], int]:
    """Give the same of a text whose actors were read."""
    acting = first_acting(text, actors)
    return (as_parties(acting), actors.verb) if acting else ((), holder_prefix(text))


def first_acting(text: str, actors: Actors) -> Sequence[Actor]:
    """Give those of whom a text is the duty; nobody, where it opens with work that is done under any condition.

    "Rà soát hồ sơ, trường hợp cần thiết, Sở B xác minh" is not the duty of B alone, and of "… do Sở A chủ trì, trường
    hợp quá tải thì Sở B thực hiện" it is A's: B has nothing to do as long as the condition is not met.
    """
    first = [actor for actor in actors.of(*DOING) if actor.name.start < actors.verb]
    acting = [actor for actor in first if actor.role == "directors"] or first
    acting = [actor for actor in acting if not actor.condition] or acting
    asked = [actor.condition.start for actor in acting if actor.condition and actor.condition.start < actor.name.start]
    if asked and len(asked) == len(acting) and asked[0] > 0 and opens_verb(text[: asked[0]].lower(), alone=True):
        return ()
    return acting


def shared_condition(acting: Sequence[Actor]) -> str:
    """Give the words of the conditions that all who act are under, empty where some have their work anyway."""
    words = dict.fromkeys(actor.condition.words if actor.condition else "" for actor in acting)
    return "; ".join(words) if "" not in words else ""


def joining(actors: Actors, condition: str) -> tuple[Party, ...]:
    """Give those who take part, but for those who do so for a time alone, where ``condition`` does not tell of it."""
    partners = actors.of("partners")
    told = (a for a in partners if not a.condition or a.condition.words == condition or _is_before(a.condition, a))
    return as_parties(told)


def _is_before(condition: Condition, actor: Actor) -> bool:
    return condition.start + len(condition.words) <= actor.name.start


def partners_behind(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Read the bodies after "phối hợp với", wherever the text says so; each once."""
    return as_parties(read_actors(text, mentions).of("partners"))
