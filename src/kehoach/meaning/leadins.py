"""Lines that lead to a list: where the words begin that only lead there, and whose work the list is.

"Sở A là cơ quan đầu mối thực hiện Đề án; tập trung các nhiệm vụ sau:" orders something itself, and gives A what
stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.meaning.actors import Actors, read_actors
from kehoach.meaning.clausedoers import clause_ends
from kehoach.meaning.mentions import Party, bodies_in
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.orders import may_act
from kehoach.meaning.paragraphs import Paragraph
from kehoach.meaning.parties import doing, first_acting, shared_condition
from kehoach.wording.latepatterns import late

WORK = (
    r"(?:nội dung|nhiệm vụ|công việc|phần việc|việc|giải pháp|biện pháp|hoạt động|chương trình|công tác|yêu cầu|khâu"
    r"|vấn đề)"
)
"""What a line calls the list below it."""
_HOW = (
    r"(?:và|có|chịu|trách nhiệm|cần|phải|chủ động|tập trung|chú trọng|ưu tiên|tổ chức|triển khai|thực hiện|làm|đẩy mạnh"
    r"|hoàn thành|quan tâm|lưu ý|bám sát|vào|tốt|nghiêm túc|nghiêm|đồng bộ|hiệu quả|khẩn trương|kịp thời|ngay|đầy đủ)"
)
_WHICH = r"(?:cụ thể|chủ yếu|trọng tâm|trọng điểm|chính|cơ bản|(?:có )?liên quan|được giao|cần thiết|khác|cấp bách)"
_LEADS = late(
    r"(?P<leads>(?<=\.)\s|[;,]\s)\s*(?:(?:đồng thời|trong đó|theo đó|cụ thể|nhất là|đặc biệt(?: là)?),?\s*)?"
    rf"(?:(?:{_HOW}\s+)*(?:(?:các|một số|những|mọi)\s+)?{WORK}(?:(?:,|\s+và)\s+{WORK})?(?:\s+{_WHICH})*"
    r"(?:,?\s*(?:như\s+)?sau(?:\s+đây)?)?"
    rf"|{_HOW}(?:\s+{_HOW})*|như sau|sau đây|bao gồm|gồm)?\s*:?\s*\Z",
    re.IGNORECASE,
)
"""Behind the work that a line orders, what only leads to the list below it."""
_TELLS_OTHERS = late(
    r"(?<![^\W_])(?:chỉ đạo|hướng dẫn|yêu cầu|đề nghị|đôn đốc|giao|phân công|vận động|hỗ trợ|giúp"
    r"|tạo điều kiện(?: cho)?|kiểm tra|giám sát)\s+(?:cho\s+)?\Z",
    re.IGNORECASE,
)
"""Before a name, what tells that the list can be the work of who is named."""
_MOST = 2 / 3
"""The share of items that a list of work has at least which open with a verb."""


def leads_from(text: str) -> int:
    """Give where the words begin that only lead to the list below, behind work of the line's own; -1 for none."""
    match = _LEADS.search(text)
    return match.start("leads") if match and match.start() else -1


def is_work(items: Iterable[str]) -> bool:
    """Whether the items of a list say what is to be done."""
    acting = [opens_verb(words[:40].lower(), alone=True) for words in items]
    return bool(acting) and acting[0] and sum(acting) >= _MOST * len(acting)


def doers_below(line: Paragraph) -> tuple[Party, ...]:
    """Give those whose work the list below a line is that orders something, none where it can be that of others.

    They are those of its last sentence. Who acts under a condition only, or tells others to act, hands nothing down.
    """
    text = line.words
    start = max((end for end in clause_ends(text) if text[:end].rstrip().endswith(".")), default=0)
    sentence = line.behind(start) if start else line
    if not may_act(sentence.words, sentence.mentions):
        return ()
    actors = read_actors(sentence.words, sentence.mentions)
    doers, verb = doing(sentence.words, actors)
    if not doers or actors.of("directors") or shared_condition(first_acting(sentence.words, actors)):
        return ()
    return () if _tells_others(sentence, verb, actors) else doers


def _tells_others(sentence: Paragraph, verb: int, actors: Actors) -> bool:
    """Whether the clause that leads to the list tells somebody else to act, or somebody else acts in it."""
    words = sentence.words
    leads = leads_from(words)
    at = (
        leads
        if leads > verb and words[leads] == ";"
        else max((e for e in clause_ends(words) if e > verb), default=verb)
    )
    others = {actor.name.start for actor in actors.of("lead", "implementers") if actor.name.start > verb}
    names = (name for name in bodies_in(words, sentence.mentions) if name.start >= at)
    return any(name.start in others or _TELLS_OTHERS.search(words, 0, name.start) for name in names)
