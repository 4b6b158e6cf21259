"""A document from its printed type to its body: title, căn cứ, thực hiện, đề nghị, ban hành."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kehoach.importing.header import Header
from kehoach.importing.labels import BULLET_STYLES, SECTION
from kehoach.importing.medium import Medium
from kehoach.importing.model import Block, SourceParagraph
from kehoach.importing.phrases import head, opens
from kehoach.model.plan import DOCUMENT_TYPES, OF_SEVERAL
from kehoach.wording.casing import is_capitals, is_mostly_capitals
from kehoach.wording.latepatterns import late

_OTHER_TYPES = ("Quy chế", "Quy định", "Báo cáo", "Tờ trình", "Chỉ thị", "Nghị quyết", "Dự án", "Quy trình", "Lịch")
_BASIS = ("Căn cứ",)
_PURSUANCE = ("Thực hiện", "Triển khai thực hiện", "Để thực hiện", "Tiếp tục thực hiện", "Triển khai")
_PROPOSAL = ("Theo đề nghị", "Xét đề nghị", "Theo Tờ trình", "Xét Tờ trình", "Trên cơ sở đề nghị")
_ATTACHED = late(r"\(\s?(?:ban hanh )?kem theo\b")
_DECIDES = late(
    r"(?:uy ban nhan dan|uy ban|hoi dong nhan dan|chu tich|giam doc|tong giam doc|bo truong|chanh|truong|thu truong"
    r"|chu nhiem|ban thuong vu|ban chi dao|cuc truong|vien truong|hieu truong|thu tuong)\b"
)
_ISSUES = late(r"\b(?:xây dựng|ban hành|lập|triển khai|tổ chức)\b[^;]{0,200}:\Z")
_PERIOD = late(r"\(?(?:trong |cho )?(?:nam(?: hoc)?|giai doan|hoc ky|quy|thang|dot|nhiem ky)\b[^,;:]{1,40}[0-9]\)?\Z")
_LONGEST_TITLE = 600
_LONGEST_TITLE_LINE = 120
_LONGEST_LINE = 2000


@dataclass
class Front:
    """A document up to its body; ``title`` are the paragraphs after the printed type."""

    header: Header = field(default_factory=Header)
    kind: str = ""
    title: list[SourceParagraph] = field(default_factory=list)
    attached: list[SourceParagraph] = field(default_factory=list)
    authority: list[SourceParagraph] = field(default_factory=list)
    basis: list[SourceParagraph] = field(default_factory=list)
    pursuance: list[SourceParagraph] = field(default_factory=list)
    proposal: list[SourceParagraph] = field(default_factory=list)
    enactment: list[SourceParagraph] = field(default_factory=list)


def type_of(block: Block, medium: Medium) -> tuple[str, str]:
    """Read a paragraph as a document's printed type and what follows it on the same line."""
    if not isinstance(block, SourceParagraph) or len(block.text) > _LONGEST_TITLE:
        return "", ""
    words = block.text.split()
    if not words or not (len(block.text) < 20 or words[0].strip(".:").isupper()):
        return "", ""
    for name in (*DOCUMENT_TYPES, *_OTHER_TYPES):
        count = len(name.split())
        alone = len(words) == count and len(block.text) < 20 and not block.text.endswith(":")
        if medium.opens(block.text, name) and (alone or all(word.strip(".:").isupper() for word in words[:count])):
            rest = " ".join(words[count:])
            # "QUYẾT ĐỊNH:" alone is where a decision resolves.
            return ("", "") if words[count - 1].endswith(":") else (name, rest)
    return "", ""


def read_front(
    blocks: Sequence[Block], title: int, end: int, front: Front, medium: Medium, decision: bool = False
) -> int:
    """Read from the printed type to the body; gives where the body begins."""
    _, rest = type_of(blocks[title], medium)
    first = blocks[title]
    index = title + 1
    if rest and isinstance(first, SourceParagraph):
        front.title.append(SourceParagraph(rest, first.line))
    index = _read_title(blocks, index, end, front, medium)
    at = _At(front, decision, medium)
    while index < end:
        block = blocks[index]
        if not isinstance(block, SourceParagraph) or len(block.text) > _LONGEST_LINE:
            break
        at.look_at(block)
        if _is_body(block, at.words, medium) and not _is_listed(at, blocks, index, end):
            break
        if front.enactment and front.enactment[-1].text.endswith(":") and is_capitals(block.text):
            break  # a heading without a label below "… như sau:"
        rule = next(rule for rule in _RULES if rule.accepts(at))
        at.stage = max(at.stage, rule.stage)
        getattr(front, rule.part).append(SourceParagraph(at.words, block.line) if rule.bare else block)
        index += 1
    if index == end or not isinstance(blocks[index], SourceParagraph):
        return index if end < len(blocks) else _unlabelled_end(blocks, title, index, front, medium)
    return index


@dataclass
class _At:
    """A paragraph between title and body with what came before: ``stage`` 1 is behind a basis, 2 a pursuance, 3 all."""

    front: Front
    decision: bool
    medium: Medium
    stage: int = 0
    text: str = ""
    words: str = ""

    def look_at(self, block: SourceParagraph) -> None:
        """Take the next paragraph; ``words`` is its text without a bullet."""
        self.text, self.words = block.text, block.text.lstrip("-–+• ")

    def opens(self, phrases: tuple[str, ...]) -> bool:
        """Tell whether the paragraph begins with one of some phrases."""
        return self.medium.opens_any(self.words, phrases)


@dataclass(frozen=True)
class _Rule:
    """What a paragraph is where ``accepts`` holds: the part of the front, the stage after it, its bullet left out."""

    part: str
    accepts: Callable[[_At], bool]
    stage: int = 0
    bare: bool = False


def _is_attached(at: _At) -> bool:
    return at.stage == 0 and not at.front.attached and bool(_ATTACHED.match(head(at.text)))


def _is_authority(at: _At) -> bool:
    return at.decision and not at.front.basis and is_capitals(at.text) and not at.opens(_BASIS)


def _lists_on(at: _At) -> bool:
    return at.stage == 1 and "" != at.words != at.text and not at.opens(_PURSUANCE)


def _is_basis(at: _At) -> bool:
    return at.stage <= 1 and at.opens(_BASIS) and not _enacts(at.words)


def _is_proposal(at: _At) -> bool:
    return at.decision and at.stage <= 2 and at.opens(_PROPOSAL)


def _is_pursuance(at: _At) -> bool:
    return at.stage <= 2 and at.opens((*_BASIS, *_PURSUANCE, *_PROPOSAL)) and not _enacts(at.words)


_RULES = (
    _Rule("attached", _is_attached),
    _Rule("authority", _is_authority),
    _Rule("basis", _lists_on, bare=True),
    _Rule("basis", _is_basis, stage=1, bare=True),
    _Rule("proposal", _is_proposal, stage=2),
    _Rule("pursuance", _is_pursuance, stage=2, bare=True),
    _Rule("enactment", lambda at: True, stage=3),
)
"""What may follow a title, the first that fits."""


def _enacts(words: str) -> bool:
    """Tell whether a paragraph that opens as a basis is the one that issues the plan: "…, nhà trường xây dựng …:"."""
    return words.endswith(":") and opens(words, "Căn cứ") and bool(_ISSUES.search(words))


def _unlabelled_end(blocks: Sequence[Block], title: int, index: int, front: Front, medium: Medium) -> int:
    """Take back what was read as front of a document whose body has no label: all after "… như sau:"."""
    for place, paragraph in enumerate(front.enactment):
        if paragraph.text.endswith(":") or not front.enactment:
            keep = place + 1
            break
    else:
        keep = 0
    back = len(front.enactment) - keep
    del front.enactment[keep:]
    return index - back


def _is_body(block: SourceParagraph, words: str, medium: Medium) -> bool:
    """Tell whether a paragraph opens the numbered body."""
    labels = medium.labels(block.text)
    if not labels:
        return False
    if all(label.style in BULLET_STYLES for label in labels):
        return not medium.opens_any(words, (*_BASIS, *_PURSUANCE, *_PROPOSAL))
    return any(label.number == 1 or label.style == SECTION or label.begins_late for label in labels)


def _is_listed(at: _At, blocks: Sequence[Block], index: int, end: int) -> bool:
    """Tell whether a paragraph with a label stands in a list above the body: of bases, or of those addressed."""
    if at.stage < 3:
        return _goes_on(blocks, index, end, at.medium)
    above = at.front.enactment
    return at.words != at.text and _addresses(above, at.medium)


def _addresses(above: Sequence[SourceParagraph], medium: Medium) -> bool:
    """Tell whether all that stands above is "Kính gửi:" with bullets below it."""
    bulleted = all(paragraph.text[:1] in "-–+•" for paragraph in above[1:])
    return bool(above) and medium.opens(above[0].text, "Kính gửi") and bulleted


def _goes_on(blocks: Sequence[Block], index: int, end: int, medium: Medium) -> bool:
    """Tell whether bullets are still a list of bases: the first paragraph after them announces the body."""
    for block in blocks[index : min(end, index + 30)]:
        if not isinstance(block, SourceParagraph):
            return False
        labels = medium.labels(block.text)
        if not labels:
            return block.text.endswith(":")
        if any(label.style not in BULLET_STYLES for label in labels):
            return False
    return False


def _read_title(blocks: Sequence[Block], index: int, end: int, front: Front, medium: Medium) -> int:
    """Gather the lines of a title up to what can be none of it any more."""
    length = sum(len(paragraph.text) for paragraph in front.title)
    while index < end:
        block = blocks[index]
        if not isinstance(block, SourceParagraph) or length + len(block.text) > _LONGEST_TITLE:
            break
        if medium.labels(block.text) or _ATTACHED.match(head(block.text)):
            break
        if medium.opens_any(block.text, (*_BASIS, *_PROPOSAL)):
            break
        if front.kind == "Quyết định" and front.title and is_capitals(block.text) and _DECIDES.match(head(block.text)):
            break
        last_line = _is_last_line(blocks, index, front, medium)
        if front.title and not last_line and _opens_preamble(block, front, medium):
            break
        front.title.append(block)
        length += len(block.text)
        index += 1
    return index


def _is_last_line(blocks: Sequence[Block], index: int, front: Front, medium: Medium) -> bool:
    """Tell whether a short line right above the first căn cứ is the last of a title ("Năm học 2025 - 2026").

    Right above the body only a period is, since a plan may be announced there.
    """
    block, following = blocks[index], blocks[index + 1 : index + 2]
    if not isinstance(block, SourceParagraph) or not following or len(block.text) > _LONGEST_TITLE_LINE:
        return False
    if block.text.endswith((".", ";", ":", ",")) or medium.opens_any(block.text, (*_PURSUANCE, "Kính gửi")):
        return False
    after = following[0]
    opens_basis = isinstance(after, SourceParagraph) and medium.opens_any(
        after.text.lstrip("-–+• "), (*_BASIS, *_PURSUANCE)
    )
    if medium.labels(block.text):
        return False
    opens_body = not isinstance(after, SourceParagraph) or _is_body(after, after.text, medium)
    if opens_body and _PERIOD.match(head(block.text)):
        return True
    return opens_basis and (not is_capitals(block.text) or (bool(front.title) and is_capitals(front.title[-1].text)))


def _opens_preamble(block: SourceParagraph, front: Front, medium: Medium) -> bool:
    """Tell whether a paragraph after the first line of a title is no part of it any more."""
    text, before = block.text, front.title[-1].text
    if len(front.title) == 1 and is_capitals(before) and before.lower() in OF_SEVERAL:
        return False  # "KẾ HOẠCH PHỐI HỢP" names the type alone, whose subject follows
    if (
        is_mostly_capitals(text) != is_mostly_capitals(before)
        or text.endswith((".", ";", ":"))
        or before.endswith((".", ";", ":"))
    ):
        return True
    if len(text) > 200 or (medium.opens_any(text, _PURSUANCE) and (block.gap > 0 or len(text) > 100)):
        return True
    return block.gap > 0 and not text[0].islower() and not is_mostly_capitals(text)
