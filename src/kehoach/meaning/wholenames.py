"""Names that stand alone in a cell or a heading: they go on to its end, be their words known by a list or not."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.labelroles import role_of_label
from kehoach.meaning.mentions import Mention
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.parties import Party, begun, heading_parties, parties
from kehoach.meaning.persons import handles, person, staff
from kehoach.meaning.toldgroups import told_group
from kehoach.model.fields import label_kind
from kehoach.wording.latepatterns import late

_OTHER = (
    r"(?:các|những|mọi|từng|mỗi|trạm|trường|xã|phường|thôn|xóm|bản|ấp|khu|tổ|đội|nhóm|hội|đoàn|ban|phòng|sở|cơ quan"
    r"|đơn vị|cá nhân|người|cán bộ|công chức|viên chức|lãnh đạo|nhân dân|doanh nghiệp|hộ|đại diện)(?!\w)"
)
"""Words that begin another name behind "và"."""

_NAME_GOES_ON = late(
    rf"(?:-\w|\s[-–]\s[A-ZĐÀ-Ỹ]|\s(?:và\s(?!{_OTHER})|(?!(?:và|cùng|với)\s))[a-zđà-ỹ])[^.,;:()“”\"]{{0,60}}"
    r"|,\s[A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?:\s[a-zđà-ỹ]+){1,8}"
)
_OF_WORK = late(
    r"\w+ (?:.{0,40}\s)?(?:Quản lý|Kiểm tra|Thanh tra|Kiểm soát|Giám sát|Vận hành)"
    r"(?:\s[a-zđà-ỹ]+){0,4}\Z"
)
_WORK_GOES_ON = late(r",\s[a-zđà-ỹ]+(?:\s[a-zđà-ỹ]+){1,8}")
"""Behind the name of an office that is called by its work, more of that: "Phòng Quản lý, hỗ trợ hộ kinh doanh"."""
_TAKES_PART = late(
    r"(?<!\w)(?:chủ trì|phối hợp|thực hiện|tham mưu|theo dõi|báo cáo|tổng hợp|triển khai|chịu trách nhiệm|chỉ đạo"
    r"|giám sát|đôn đốc|hướng dẫn|kiểm tra|liên quan|đề nghị|yêu cầu|nếu|khi|để)(?!\w)"
)
_OF_OFFICE = late(r"\s(?:tổng hợp|hướng dẫn|kiểm tra|giám sát|theo dõi)")
"""Verbs that end a name where nothing stands behind them: "Văn phòng tổng hợp", "Giáo viên hướng dẫn"."""

_TOLD = late(
    r"(?P<name>[^\W\d_](?:[^.:;]|(?<=\bP)\.){2,90}):\s+(?=[^\W\d_])"
    r"(?!(?i:kiện toàn|thành lập|củng cố|sắp xếp|nâng cấp|sửa chữa|cải tạo|trang bị|bổ sung|đầu tư|xây|mua|lắp))"
)
"""Behind the colon none of the verbs that say what is done with the body itself: "Ban Chỉ đạo: kiện toàn …"."""
_HOLDERS = late(
    r"(?:(?:Phó\s+)?(?:Hiệu trưởng|Chủ tịch|Giám đốc|Trưởng|Bí thư|Thủ trưởng|Tổ trưởng|Đội trưởng|Trạm trưởng)"
    r"|Người đứng đầu|Công chức|Viên chức|Giáo viên)\s[^.:;()]{3,90}"
)
"""Those who hold an office: no work is on them, as it can be on a school or a committee."""
_FORBIDDEN = late(r"[Kk]hông (?:được |cho |để |tự ý )")
_OFFICE = late(r"(?:Phòng|Sở|Chi cục|Cục|Vụ|Văn phòng|Thanh tra)\s[A-ZĐÀ-Ỹ]\D+")
"""Names of offices; other nouns before a colon can be what the work is on: "Trường Mầm non: xây thêm"."""
_HEADED = late(r"(?P<name>\S[^.:]{3,90}?)(?:\s+(?:chịu|có) trách nhiệm)?\s*:?\Z")


def whole_names(words: str, found: tuple[Party, ...], opening: tuple[Party, ...]) -> tuple[Party, ...]:
    """Let the only name in some words go on to their end ("Nhà thầu XL-02"), and a name within a name be a part of it.

    ``found`` are the bodies that are read of the words, ``opening`` the same with names that may go on. In a cell or a
    heading nothing but names stands: a word list need not know all their words, but what says how somebody takes part,
    or names another, is none of them.
    """
    joined: list[Party] = []
    for party in found:
        before = joined[-1] if joined else None
        if before and not before.unit and f"{before.words} {party.words}" in words:
            joined[-1] = Party(f"{before.words} {party.words}")
        else:
            joined.append(party)
    if len(opening) == 1 and not opening[0].unit and words.startswith(opening[0].words):
        rest = words[len(opening[0].words) :]
        goes_on = _NAME_GOES_ON.fullmatch(rest) or (_OF_WORK.match(opening[0].words) and _WORK_GOES_ON.fullmatch(rest))
        is_of_office = goes_on and (_OF_OFFICE.fullmatch(rest) or not _TAKES_PART.search(rest))
        if is_of_office and not find_bodies(rest, listed=True):
            return (Party(words),)
    return tuple(joined)


def headed_by(heading: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Give whose work a heading opens by a name that goes on to its end: "Phòng Quản lý giá và công sản".

    Only where what stands below it is work; elsewhere a heading that begins with a name says anything of it.
    """
    match = _HEADED.match(heading)
    bodies = begun(match["name"], mentions) if match else ()
    if match is None or not bodies or not match["name"].startswith(bodies[0].words):
        return ()
    whole = whole_names(match["name"], parties(match["name"], mentions), bodies)
    return whole if len(whole) == 1 and whole[0].words == match["name"] else ()


def before_colon(text: str, mentions: Sequence[Mention], assigning: bool = False) -> tuple[Party, ...]:
    """Give the office or the person whose name opens a text and goes on to a colon with a verb behind.

    "Phòng Quản lý, Bảo trì cầu phà: tham mưu …", "Ông A, Phó Giám đốc: chỉ đạo chung"; a field's label is no name.
    Where it says who does what (``assigning``) any body is: "Tổ Ngữ văn: chấm thi".
    """
    match = _TOLD.match(text)
    if match is None:
        return ()
    name, work = match["name"], text[match.end() :]
    if told := person(name, assigning):
        # "Bà Thu – Hiệu trưởng: Trưởng ban, chỉ đạo chung": work stands behind what else she is.
        return (told,) if any(map(handles, work.split(", ")[:3])) else ()
    if not (opens_verb(work[:24].lower(), alone=True) or _FORBIDDEN.match(work)):
        return ()
    if told := staff(name):
        return (told,)
    if label_kind(name) or role_of_label(name):
        return ()
    inside = [mention for mention in mentions if mention.end <= len(name)]
    if assigning and (named := heading_parties(name, inside)):
        return named
    if assigning and _HOLDERS.fullmatch(name) and not _TAKES_PART.search(name):
        return (Party(name),)
    return headed_by(name, inside) if _OFFICE.fullmatch(name) else told_group(name, assigning)
