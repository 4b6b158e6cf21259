"""Whose work it is that stands below a line: a heading of names, or a line that says who leads it and with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.meaning.actors import read_actors
from kehoach.meaning.fronts import FRONTED
from kehoach.meaning.leadins import WORK, doers_below, is_work
from kehoach.meaning.lexicon import DEPARTMENTS
from kehoach.meaning.mentions import Mention, bodies_in, mentions_again
from kehoach.meaning.nametable import tokens
from kehoach.meaning.noduties import opens_with_another
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.paragraphs import NOWHERE, Around, Paragraph
from kehoach.meaning.parties import Party, as_parties, doing, heading_parties, holder_prefix, is_request
from kehoach.meaning.persons import offices_called, person
from kehoach.meaning.toldgroups import opens_group, told_group
from kehoach.meaning.wholenames import headed_by
from kehoach.model.frozen import but
from kehoach.model.plan import Item
from kehoach.wording.latepatterns import late

_ASSIGNS = re.compile(r"\b(?:tổ chức thực hiện|trách nhiệm|phân công)\b", re.IGNORECASE)
_AIMS = re.compile(r"\W*(?:mục (?:đích|tiêu)|yêu cầu|(?:các )?chỉ tiêu|kết quả (?:cần|phải) đạt)\b", re.IGNORECASE)
_TASKS = re.compile(r"\b(?:nhiệm vụ|hoạt động|giải pháp)\b", re.IGNORECASE)
_TELLS = late(
    r"\W*(?:(?:(?:khái quát|đánh giá|đặc điểm|vài nét về)\s+)*(?:tình hình|thực trạng|hiện trạng)|bối cảnh"
    r"|kết quả đạt được|(?:(?:những|một số)\s+)?(?:tồn tại|hạn chế|nguyên nhân)|sự cần thiết"
    r"|căn cứ (?:pháp lý|xây dựng)|cơ sở (?:pháp lý|thực tiễn)|đối tượng|thành phần (?:tham dự|tham gia)"
    r"|tiêu chí|(?:điều kiện|tiêu chuẩn)(?:,| và| xét| khen| bình))(?![^\W_])"
    r"(?!.*(?:nhiệm vụ|giải pháp|thời gian|trách nhiệm|tổ chức thực hiện|phân công|biện pháp))",
    re.IGNORECASE,
)
"""What headings say under which nothing is ordered."""
_TOWARDS = late(r"\W*đối với\s", re.IGNORECASE)
_NAME = r"[A-ZĐÀ-Ỹ][^\W_]*(?: [A-ZĐÀ-Ỹ0-9][^\W_]*){0,5}"
_NAMES = late(rf"\s*{_NAME}(?:(?:, |; | và ){_NAME})*[\s.:;]*")
_MANY_PLACES = late(
    r"(?:các|[0-9]{1,2}) (?:xã|phường|thị trấn|huyện|đặc khu|thôn)(?:,? (?:và )?[a-zđà-ỹ ]{2,20})?\s*:?\Z"
)
"""A heading behind whose colon the places are named: "Ủy ban nhân dân các xã: …"."""
_NO_WORK = late(
    r"(?:(?:đồng\s+)?chủ trì|phối hợp|chặt chẽ|cùng|với|và|chỉ đạo|(?:tổ chức\s+|triển khai\s+)*thực hiện|làm đầu mối|"
    r"(?:có|chịu)\s+(?:trách nhiệm|nhiệm vụ)|tập trung|giao(?:\s+cho)?|trực tiếp|công tác|trọng tâm|chủ yếu|"
    rf"(?:các|một số|những)?\s*{WORK}|(?:có\s+)?liên quan|"
    r"như|sau|đây|cụ thể|[\s,;:.])*",
    re.IGNORECASE,
)
"""What says who does a thing with whom, and no thing."""
_BARE_GROUP = late(r"(?:.*\s)?(?:[Cc]ác|[Nn]hững)\s+(?:[Ss]ở|[Pp]hòng|[Bb]an|[Bb]ộ|Vụ|Cục)\Z")

_BARE_OFFICE = late(r"(?:.*\s)?(?:Sở|Bộ|Phòng)\s*\Z")
"""A heading that ends where the name of a department would begin."""
_PLACE = late(
    r"(?:tỉnh|thành phố|thị xã|thị trấn|quận|huyện|xã|phường|đặc khu|thôn|ấp|khu phố) (?!ủy\b|đoàn\b|đội\b)[^\W_]+",
    re.IGNORECASE,
)


def has_tasks(heading: str) -> bool:
    """Tell whether a heading stands over tasks."""
    return bool(_TASKS.search(heading))


def assigns(item: Item) -> bool:
    """Tell whether a list stands below a line that only says that it tells who does what: "Phân công nhiệm vụ:"."""
    return bool(item.items) and item.heading.endswith(":") and _ASSIGNS.match(item.heading.lower()) is not None


def orders_things(item: Item, line: Paragraph, around: Around) -> bool:
    """Whether the list below a line but names the things of the work that it orders, of those above or whom it names.

    "Trình Hội đồng nhân dân xã quyết định:" over "Mức vốn đối ứng; nguyên tắc phân bổ": nothing in it is work itself.
    """
    words = line.words
    if not item.items or not words.rstrip().endswith(":") or not all(map(_is_thing, item.items)):
        return False
    if around.holders and opens_verb(words[:40].lower(), alone=True):
        return not _NO_WORK.fullmatch(words)
    return bool(doers_below(line)) and _led(words, line.mentions) is None


def list_below(item: Item, line: Paragraph, around: Around, names_things: bool) -> Around:
    """What holds for the list below a line beside what holds for the line.

    Things are no work; whose work it is is not said where the line directs others: "Chỉ đạo các ngân hàng, cụ thể:".
    """
    if names_things:
        return but(around, holders=(), partners=(), telling=True)
    if around.holders and item.items and _LEADS_EACH.match(line.words):
        return but(around, joined=True)
    directs = item.items and around.holders and line.words.rstrip().endswith(":") and _DIRECTS.match(line.words)
    if directs and any(name.start == directs.end() for name in bodies_in(line.words, line.mentions)):
        return but(around, holders=(), partners=())
    return around


def _is_thing(child: Item) -> bool:
    """Whether an item is but the name of a thing: no verb, body or case opens it, and no round or time is told."""
    words = f"{child.heading} {child.text}".strip()
    if child.children or not words or _ROUND.match(words) or _TIMED.search(words) or FRONTED.match(words):
        return False
    behind = "" if _PROJECT.match(words) else words.partition(":")[2].strip()
    if any(opens_verb(part[:40].lower(), alone=True) for part in (words, behind)):
        return False
    return not any(name.start == 0 for name in bodies_in(words, ()))


def work_below(item: Item, own: Sequence[Paragraph], around: Around) -> Around:
    """What holds for an item's own prose, the paragraphs ``own``, and all below it."""
    first = own[0]
    if not item.heading or not (first.line.kind == "heading" or first.line.lead_in):
        return _below_text(item, own[-1], around)
    head = first.part(0, first.line.lead_in or len(first.words))
    heading, inside = head.words, head.mentions
    section = _section(first, item, around)
    holders = heading_parties(heading, inside) or _called(heading, around.assigning)
    partners: tuple[Party, ...] = ()
    rest = first.behind(first.line.lead_in) if first.line.lead_in else own[1] if len(own) > 1 else None
    bare = _BARE_GROUP.match(heading.rstrip(" :")) is not None
    if rest and rest.words.rstrip().endswith(":"):
        if bodies := _all_named(heading if bare else "", rest, [*first.mentions, *rest.mentions]):
            holders = bodies
        elif bare:
            return NOWHERE  # "Đối với các Sở: …": which of them are meant was not read
    elif rest and holders and first.line.lead_in and names_alone(rest.words) and _MANY_PLACES.search(heading):
        holders = (Party(f"{heading.rstrip(' :')}: {rest.words.strip(' .:;')}"),)
    elif rest and holders and first.line.lead_in and _is_named(rest):
        return NOWHERE  # "Trưởng đoàn: Lãnh đạo Chi cục" says who is who
    if not holders and heading.rstrip().endswith(":"):
        holders, partners = _led_by_heading(item, head)
    if not holders and around.holders and (joining := _joining(heading, inside, bool(item.items))):
        return but(section, partners=joining)
    if not holders and (around.assigning or heading.rstrip(" :").endswith("trách nhiệm")):
        holders = headed_by(heading, inside)
    if not holders and not around.holders and rest and rest is not first and own[-1].words.rstrip().endswith(":"):
        return _below_text(item, own[-1], section)  # "Các hoạt động chính" over "Các đơn vị thực hiện … sau:"
    if not holders and _over_work(item, rest):
        holders = told_group(heading, around.assigning)
    if not holders and around.holders and (opens_with_another(heading, inside) or opens_group(heading)):
        return but(section, holders=(), partners=())  # of others, who were not read to their end
    if not holders or section.telling or (section.aims and _TOWARDS.match(heading)):
        return section  # "Đối với trẻ em" over aims: whom the figures are about
    if (not heading.rstrip().endswith(":") and _is_cut(heading, item)) or (
        not section.assigning and only_places(holders)
    ):
        return NOWHERE  # "Thành phố Mỹ Tho:" over projects says where they are
    return Around(holders, partners, is_request(heading), section.tasks, section.assigning)


def _below_text(item: Item, last: Paragraph, around: Around) -> Around:
    """Give what holds for all below an item without a heading, of which ``last`` is the line over its list."""
    if not last.words.rstrip().endswith(":"):
        doers = _handed_down(item, last)
        return (
            but(around, holders=doers, partners=(), request=is_request(last.words), carried=True) if doers else around
        )
    if led := _led_above(item, last):
        return but(around, holders=led[0], partners=led[1], request=around.request or is_request(last.words))
    joining = _joining(last.words, last.mentions) if item.items and around.holders else ()
    return but(around, partners=joining) if joining else around


def _led_by_heading(item: Item, head: Paragraph) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give who does what stands below a heading that ends in a colon, and with whom."""
    if holder_prefix(head.words):
        # "Giao Sở A chủ trì, phối hợp với Sở B:" over what they have to do.
        actors = read_actors(head.words, head.mentions)
        return doing(head.words, actors)[0], as_parties(actors.of("partners"))
    return _led(head.words, head.mentions) or (_handed_down(item, head), ())


def names_alone(words: str) -> bool:
    """Tell whether some words are names with capitals and no more: "Tân Điền, Gò Công Đông"."""
    return bool(_NAMES.fullmatch(words))


def only_places(named: Sequence[Party]) -> bool:
    """Tell whether all who are named are places, which act only where work is handed out."""
    return all(_PLACE.match(party.words) for party in named)


def _called(heading: str, assigning: bool) -> tuple[Party, ...]:
    """Give the person, or those who hold some offices, whom a heading calls as persons."""
    called = offices_called(heading) or person(heading, assigning)
    return (called,) if called else ()


def _section(first: Paragraph, item: Item, around: Around) -> Around:
    """What a heading says of all below it beside whose work it is: tasks, aims, or who does what."""
    tasks = around.tasks or (first.line.depth == 0 and has_tasks(item.heading))
    aims = not (tasks or has_tasks(item.heading)) and (around.aims or _AIMS.match(item.heading) is not None)
    assigning = around.assigning or bool(_ASSIGNS.search(item.heading))
    telling = not (tasks or assigning) and (around.telling or _TELLS.match(item.heading) is not None)
    return but(around, tasks=tasks, aims=aims, assigning=assigning, telling=telling)


def _is_cut(heading: str, item: Item) -> bool:
    """Whether a heading ends with a noun whose name opens what stands below: "Lãnh đạo Sở" over "Y tế, Giám đốc …"."""
    below = item.text or next((child.heading or child.text for child in item.items), "")
    is_office = below[:1].isupper() and DEPARTMENTS.longest(tokens(below[:80]), 0)[0] > 0
    return is_office and bool(_BARE_OFFICE.match(heading)) and not opens_verb(below[:32].lower(), alone=True)


def _is_named(paragraph: Paragraph) -> bool:
    """Tell whether words are but the name of a body or an office."""
    return bool(heading_parties(paragraph.words.strip(" .;:"), paragraph.mentions))


def _all_named(heading: str, rest: Paragraph, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Give those whom a line names behind its first colon: "Các Sở: Nội vụ, Tài chính:", "Quản lý: Sở Y tế:"."""
    words = f"{heading.rstrip()} {rest.words.strip(' .;:')}".strip()
    return heading_parties(words, mentions_again(words, mentions))


def _led(words: str, mentions: Sequence[Mention]) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Give who leads what stands below a line that says that and no work: "Sở A chủ trì, phối hợp với Sở B:"."""
    actors = read_actors(words, mentions)
    if actors.verb < 0 or not (leading := actors.of("lead") or actors.of("implementers")):
        return None
    left = words
    for start, end in sorted(((a.name.start, a.name.reach) for a in actors.rows), reverse=True):
        left = left[:start] + " " + left[end:]
    partners = (actor for actor in actors.of("partners") if actor.name.start > leading[0].name.start)
    return (as_parties(leading), as_parties(partners)) if _NO_WORK.fullmatch(left) else None


def _led_above(item: Item, last: Paragraph) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Give who leads what stands below a line, and with whom: that says no work, or the rounds of one.

    "Sở A xử lý 300 hồ sơ, chia ba đợt:" over "Đợt 1: 100 hồ sơ, …".
    """
    if not item.items:
        return None
    if led := _led(last.words, last.mentions):
        return led
    if handed := _handed_down(item, last):
        return handed, ()
    if not all(_ROUND.match(child.heading or child.text) for child in item.items):
        return None
    actors = read_actors(last.words, last.mentions)
    leading, _ = doing(last.words, actors)
    return (leading, as_parties(actors.of("partners"))) if leading else None


def _over_work(item: Item, rest: Paragraph | None) -> bool:
    """Whether what is to be done stands below a heading, or behind it in its own line."""
    listed = [child.heading or child.text for child in item.items] or ([rest.words.strip()] if rest else [])
    return is_work(listed)


def _handed_down(item: Item, line: Paragraph) -> tuple[Party, ...]:
    """Give those who do what a line orders and all that is listed below it."""
    return doers_below(line) if is_work(child.heading or child.text for child in item.items) else ()


_DIRECTS = late(r"\s*(?:Chỉ đạo|Vận động)(?:, (?:hướng dẫn|đôn đốc|yêu cầu))?\s+(?:cho\s+)?")
_LEADS_EACH = late(
    r"\W*chủ trì(?:,|\s+và)?\s+phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s*[:.]?\Z", re.IGNORECASE, needs="chủ trì"
)
"""What says who leads a list of works each of which opens with those who take part in it."""
_PROJECT = late(
    r"(?:(?:tiểu )?dự án|đề án|chương trình|hợp phần|mô hình|tiêu chí|chỉ tiêu)\s[^:]{1,30}:", re.IGNORECASE
)
"""Before a colon a thing that is called by what is done in it: "Dự án 9: Quản lý, giám sát Chương trình"."""
_TIMED = late(r"(?<![^\W_])(?:ngày|tháng|quý|năm)\s+[0-9IVX]|[0-9]/[0-9]", re.IGNORECASE)
_ROUND = late(r"(?:Đợt|Giai đoạn|Vòng|Lần|Bước|Kỳ)\s+(?:[0-9]{1,2}|[IVX]{1,4}|một|hai|ba|bốn|nhất)(?![^\W_])")


def _joining(words: str, mentions: Sequence[Mention], heads: bool = False) -> tuple[Party, ...]:
    """Give with whom those of the heading above do what stands below a line that says no more: "Phối hợp với Sở B:".

    A heading over a list, ``heads``, needs no colon.
    """
    if not (heads or words.rstrip().endswith(":")):
        return ()
    actors = read_actors(words, mentions)
    left = words
    for start, end in sorted(((a.name.start, a.name.reach) for a in actors.rows), reverse=True):
        left = left[:start] + " " + left[end:]
    alone = all(actor.role == "partners" for actor in actors.rows) and _NO_WORK.fullmatch(left)
    return as_parties(actors.of("partners")) if alone else ()
