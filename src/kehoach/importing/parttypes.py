"""Which paragraph is what: decision and plan, title, căn cứ, thực hiện, ban hành, articles, body, close, foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kehoach.importing.appendices import first_label
from kehoach.importing.front import Front, read_front, type_of
from kehoach.importing.header import read_header
from kehoach.importing.labels import ARTICLE, BULLET_STYLES
from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Block, Note, Removed, SourceParagraph, SourceTable
from kehoach.importing.phrases import head
from kehoach.importing.tail import Tail, find_tail, read_tail
from kehoach.wording.casing import is_capitals

_CLOSE = (
    "Trên đây là",
    "Trong quá trình thực hiện",
    "Trong quá trình triển khai",
    "Trong quá trình tổ chức",
    "Trên đây, là",
    "Nhận được Kế hoạch này",
    "Kế hoạch này",
    "Quá trình thực hiện",
    "Quá trình triển khai",
)
_CLOSE_ENDING = ("Yêu cầu", "Đề nghị", "Giao", "Căn cứ Kế hoạch", "Căn cứ nội dung", "UBND", "Ủy ban nhân dân")


@dataclass
class Parts:
    """A whole source, each block in its place.

    ``decision`` and ``articles`` are empty for a plan on its own. ``later`` are the appendices after the foot,
    ``strays`` lines of head and foot that fit nowhere; ``apart`` the indexes of blocks that the model prints in a place
    of its own.
    """

    front: Front = field(default_factory=Front)
    body: list[Block] = field(default_factory=list)
    close: list[SourceParagraph] = field(default_factory=list)
    tail: Tail = field(default_factory=Tail)
    later: list[Block] = field(default_factory=list)
    decision: Front | None = None
    articles: list[Block] = field(default_factory=list)
    decision_tail: Tail = field(default_factory=Tail)
    strays: list[SourceParagraph] = field(default_factory=list)
    apart: set[int] = field(default_factory=set)
    removed: list[Removed] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def parts_of(blocks: Sequence[Block], medium: Medium = TYPED) -> Parts:
    """Put every block of a source in its place; none is lost."""
    parts = Parts()
    start = 0
    types = [i for i, block in enumerate(blocks) if type_of(block, medium)[0]]
    resolve = next((i for i, block in enumerate(blocks) if _resolves(block, medium)), None)
    if resolve is not None and types and types[0] < resolve:
        start = _read_decision(blocks, types, resolve, parts, medium)
    first = next((i for i in types if i >= start and i < start + 60), None)
    if parts.decision is None and first is not None and _labelled_before(blocks, first, medium):
        first = None
    _read_plan(blocks, start, first, parts, medium)
    return parts


def without_appendices(parts: Parts) -> Parts:
    """Give the parts of a source with what stands behind the foot as the end of the body."""
    return replace(parts, body=[*parts.body, *parts.later], later=[])


def without_structure(blocks: Sequence[Block]) -> Parts:
    """Give a source as nothing but body, for a text of which nothing else can be made."""
    return Parts(body=list(blocks))


def _resolves(block: Block, medium: Medium) -> bool:
    if not isinstance(block, SourceParagraph) or len(block.text) > 20:
        return False
    return medium.opens(block.text, "Quyết định") and block.text.rstrip().endswith(":") and is_capitals(block.text)


def _labelled_before(blocks: Sequence[Block], index: int, medium: Medium) -> bool:
    """Tell whether numbered parts begin before a type line, so that it is no title."""
    for block in blocks[:index]:
        if isinstance(block, SourceParagraph):
            labels = medium.labels(block.text)
            if any(label.style not in BULLET_STYLES and label.number == 1 for label in labels):
                return True
    return False


def _read_decision(blocks: Sequence[Block], types: Sequence[int], resolve: int, parts: Parts, medium: Medium) -> int:
    """Read the decision before an attached plan; give where the plan begins, 0 where there is none."""
    articles = [i for i in range(resolve + 1, len(blocks)) if _is_article(blocks[i], medium)]
    plan = next(
        (i for i in types if articles and i > articles[0] and type_of(blocks[i], medium)[0] != "Quyết định"), None
    )
    if type_of(blocks[types[0]], medium)[0] != "Quyết định" or plan is None or articles[0] != resolve + 1:
        return 0
    front = Front(read_header(_paragraphs(blocks[: types[0]]), medium), "Quyết định")
    read_front(blocks, types[0], resolve, front, medium, decision=True)
    if front.enactment or front.pursuance or not front.title:
        return 0
    numbers = [medium.labels(blocks[i].text)[0].number for i in articles if i < plan]  # type: ignore[union-attr]
    if numbers != list(range(1, len(numbers) + 1)):
        return 0
    begin, end = find_tail(blocks, resolve + 1, _second_head(blocks, articles[0], plan, front), medium)
    parts.decision, parts.articles = front, list(blocks[resolve + 1 : begin])
    parts.decision_tail = read_tail(blocks[begin:end], medium)
    read_header(parts.decision_tail.numbers, medium, front.header)
    parts.apart.update(range(types[0]), range(begin, plan))
    between = blocks[end:plan]
    parts.body.extend(block for block in between if isinstance(block, SourceTable))
    _read_second_head(_paragraphs(between), parts, front, medium)
    return plan


def _second_head(blocks: Sequence[Block], start: int, end: int, front: Front) -> int:
    """Give where the attached plan's own head begins: the nation's name or the bodies of the decision again."""
    known = {head(text) for text in front.header.names}
    for index in range(start, end):
        block = blocks[index]
        if isinstance(block, SourceParagraph) and block.text[:1].isupper():
            words = head(block.text)
            if "cong hoa xa hoi chu nghia" in words or {words, head("".join(block.columns[:1]))} & known:
                return index
    return end


def _read_second_head(paragraphs: Sequence[SourceParagraph], parts: Parts, front: Front, medium: Medium) -> None:
    """Leave out the head that is printed again on the attached plan; a number or date of its own stays as text."""
    known = {head(text) for text in front.header.names}
    again = read_header(paragraphs, medium)
    if again.symbol or again.printed or again.draft:
        parts.strays.extend(paragraphs)
        return
    line = paragraphs[0].line if paragraphs else 0
    for name in again.names:
        if head(name) in known:
            parts.removed.append(Removed(line, name, "Phần đầu lặp lại trên kế hoạch kèm theo."))
        else:
            parts.strays.append(SourceParagraph(name, line))
    parts.removed.extend(again.nation)
    parts.strays.extend(again.strays)


def _is_article(block: Block, medium: Medium) -> bool:
    return isinstance(block, SourceParagraph) and any(label.style == ARTICLE for label in medium.labels(block.text))


def _read_plan(blocks: Sequence[Block], start: int, title: int | None, parts: Parts, medium: Medium) -> None:
    """Read a plan from ``start`` on, whose type stands at ``title``."""
    front = parts.front
    body = start
    if title is not None:
        if parts.decision is None:
            front.header = read_header(_paragraphs(blocks[start:title]), medium)
            parts.apart.update(range(start, title))
            parts.body.extend(block for block in blocks[start:title] if isinstance(block, SourceTable))
        front.kind = type_of(blocks[title], medium)[0]
        body = read_front(blocks, title, len(blocks), front, medium)
    elif (letter := _letter(blocks, start, medium)) is not None:
        parts.notes.append(Note(0, "Văn bản là công văn (có “Kính gửi”), không phải kế hoạch; vẫn nhập thành dự thảo."))
        front.header = read_header(_paragraphs(blocks[start:letter]), medium)
        front.title = [p for p in front.header.strays if medium.opens_any(p.text, ("V/v", "Về việc"))]
        front.header.strays = [p for p in front.header.strays if p not in front.title]
        parts.apart.update(range(start, letter))
        body = letter
    else:
        parts.notes.append(Note(0, "Không thấy dòng tên loại (KẾ HOẠCH); cả văn bản được đọc như phần nội dung."))
    begin, end = find_tail(blocks, body, len(blocks), medium)
    if begin == len(blocks):
        begin = end = first_label(blocks, body)
    parts.tail = read_tail(blocks[begin:end], medium)
    if parts.decision is None:
        read_header(parts.tail.numbers, medium, front.header)
    else:
        parts.strays.extend(parts.tail.numbers)
    body_end, closing, later = _ends(blocks, body, begin, medium)
    parts.apart.update(closing if closing.start > body_end else (), range(begin, end))
    parts.later = [*(blocks[index] for index in later), *blocks[end:]]
    parts.body.extend(blocks[body:body_end])
    parts.close = _paragraphs([blocks[index] for index in closing])


def _ends(blocks: Sequence[Block], body: int, foot: int, medium: Medium) -> tuple[int, range, range]:
    """Give where the body ends, the closing paragraphs, and the appendices that stand before the foot."""
    early = min(first_label(blocks, body), foot) if body < foot else foot
    close = _find_close(blocks, early, foot, medium) if early < foot else foot
    if close < foot:
        return early, range(close, foot), range(early, close)
    close = _find_close(blocks, body, early, medium)
    return close, range(close, early), range(early, foot)


def _letter(blocks: Sequence[Block], start: int, medium: Medium) -> int | None:
    """Give where a letter begins: "Kính gửi" below a number, before any label."""
    for index in range(start, min(len(blocks), start + 30)):
        block = blocks[index]
        if not isinstance(block, SourceParagraph) or (index > start and len(block.text) > 300):
            return None
        if medium.opens(block.text, "Kính gửi"):
            return index if read_header(_paragraphs(blocks[start:index]), medium).symbol else None
    return None


def _find_close(blocks: Sequence[Block], start: int, end: int, medium: Medium) -> int:
    """Give where the closing paragraphs begin: at most three without label, the first opening as such ones do."""
    first = end
    for index in range(end - 1, max(start, end - 4), -1):
        block = blocks[index]
        if not isinstance(block, SourceParagraph) or medium.labels(block.text):
            break
        if medium.opens_any(block.text, _CLOSE) or (index == end - 1 and _ends_all(blocks, index, medium)):
            first = index
    return first


def _ends_all(blocks: Sequence[Block], index: int, medium: Medium) -> bool:
    """Tell whether the last paragraph is an order to all rather than the text of the last heading."""
    block, before = blocks[index], blocks[index - 1]
    if (
        not isinstance(block, SourceParagraph)
        or not isinstance(before, SourceParagraph)
        or not before.text.endswith((".", ";"))
    ):
        return False
    ends = block.text.endswith("./.") or "nghiêm túc" in block.text
    if block.text.lower().startswith("giáo "):  # "Giáo viên: …" has work; marks of letters do not count below
        return False
    return ends and medium.opens_any(block.text, _CLOSE_ENDING)


def _paragraphs(blocks: Sequence[Block]) -> list[SourceParagraph]:
    return [block for block in blocks if isinstance(block, SourceParagraph)]
