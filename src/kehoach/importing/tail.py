"""The foot of a document: list of recipients and signature, side by side or one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach.importing.header import is_number_or_date
from kehoach.importing.labels import BULLET_STYLES, read_labels
from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Block, Note, Removed, SourceParagraph, SourceTable
from kehoach.importing.phrases import head, opening_length, opens
from kehoach.importing.signers import goes_with_post, is_role, signed_blocks
from kehoach.wording.casing import is_capitals
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

_MOST_SIGNING = 12
_SIGNED = late(r"\(?(?:da ky|ky ten|chu ky|ky, (?:ghi ro ho ten|dong dau)|da ky, dong dau|ky so)[^()]{0,30}\)?\Z")
_NAME = late(
    r"(?:[A-ZĐ][^\W_]{0,6}\.\s*|(?:TS|ThS|PGS|GS|BS|BSCK\w{1,2}|CN|KS|Ths|Ts|Thạc sĩ|Tiến sĩ|Bác sĩ|Luật sư|Kỹ sư)\s+"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\s+){0,4}"
    r"[^\W\d_](?:[^\W\d_]|['’-])*(?:\s+[^\W\d_](?:[^\W\d_]|['’-])*){1,5}\Z"
)
_TITLED = late(r"(?:[^\W\d_]+ (?:sĩ|sư|tướng|tá|úy)\s+)+")
_STAMP = late(r"(?:nguoi ky|ky boi|thoi gian ky|ngay ky|gio ky)\s?:")
_BELOW_STAMP = late(r"(?:co quan|don vi|chuc vu|email|to chuc)\s?:")
_KEM_THEO = late(r"\(\s?(?:ban hanh |dinh )?kem theo\b")
_GLUED = late(r"(?<=[\w)][.;])(?=[A-ZĐ]\.? ?[A-ZĐ/])")
_BETWEEN = late(r"(?<=;)\s*(?:[-–]\s+(?=\S)|(?=[A-ZĐÀ-Ỹ]))")
_SHORTEST_TITLE = 15
_LATER = late(r"(?:phu luc|phu bieu|bieu mau|mau so|danh muc|bang phan cong|bieu so)\b")


@dataclass(frozen=True)
class TailSignature:
    """Who signs: for whom, in which post, and the name, None where none is seen."""

    authority: tuple[str, ...]
    role: str
    name: str | None


@dataclass
class Tail:
    """What the foot says; ``strays`` are lines that are none of its parts, ``numbers`` such as belong to the head.

    ``bulleted`` tells whether the last recipient has a bullet.
    """

    recipients: list[str] = field(default_factory=list)
    bulleted: bool = False
    signatures: list[TailSignature] = field(default_factory=list)
    strays: list[SourceParagraph] = field(default_factory=list)
    numbers: list[SourceParagraph] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def find_tail(blocks: Sequence[Block], start: int, end: int, medium: Medium = TYPED) -> tuple[int, int]:
    """Give the range of blocks between ``start`` and ``end`` that is the foot; empty at ``end`` where there is none."""
    first = next((i for i in range(start, end) if _opens_recipients(blocks[i], medium)), None)
    if first is None:
        first = end
        while first > start and end - first < 8 and _may_sign(blocks[first - 1]):
            first -= 1
        signed = any(isinstance(b, SourceParagraph) and is_role(b.text) for b in blocks[first:end])
        return (_from_role(blocks, first, end), end) if signed else (end, end)
    last = first + 1
    while last < end and not _opens_later(blocks[last]) and not _heads_later(blocks, last, end):
        last += 1
    before = first
    while before > start and first - before < _MOST_SIGNING and _may_sign(blocks[before - 1]):
        before -= 1
    before = _from_role(blocks, before, first)
    return before, last


def read_tail(blocks: Sequence[Block], medium: Medium = TYPED) -> Tail:
    """Read the blocks of a foot."""
    tail = Tail()
    listing, stamped = False, -1
    signature: list[SourceParagraph] = []
    for paragraph in _columns(blocks):
        text = paragraph.text
        if medium.opens(text, "Nơi nhận"):
            listing = True
            text = text[opening_length(text, "Nơi nhận") :].strip(" :*")
            if not text:
                continue
            paragraph = SourceParagraph(text, paragraph.line)
        if not any(map(str.isalnum, text)):
            continue
        if is_number_or_date(text):
            tail.numbers.append(paragraph)
        elif _STAMP.match(head(text)) or (stamped == paragraph.line - 1 and _BELOW_STAMP.match(head(text))):
            stamped = paragraph.line
            tail.removed.append(Removed(paragraph.line, text, "Dòng của chữ ký số."))
        elif _SIGNED.match(head(text)):
            tail.removed.append(Removed(paragraph.line, text, "Dấu đã ký."))
        elif _is_signature(text, signature):
            signature.append(paragraph)
        elif listing:
            _add_recipient(paragraph, tail, medium)
        else:
            tail.strays.append(paragraph)
    _sign(signature, tail)
    return tail


def _columns(blocks: Sequence[Block]) -> list[SourceParagraph]:
    """Part lines that hold both columns: the left one first, then the right one; of two signatures each as a whole."""
    out: list[SourceParagraph] = []
    signing = _side_by_side(blocks)
    signature_lines = {first + further for first, run in signing.items() for further in range(1, len(run))}
    for number, block in enumerate(blocks):
        if number in signing:
            out.extend(_parted(signing[number]))
        elif number in signature_lines:
            continue
        elif not isinstance(block, SourceParagraph):
            out.extend(
                SourceParagraph(" ".join(cell.split()), row.number) for row in block.rows for cell in row.cells if cell
            )
        elif len(block.columns) == 2 and not is_number_or_date(block.text):
            out.extend(SourceParagraph(" ".join(column.split()), block.line) for column in block.columns)
        else:
            out.extend(SourceParagraph(piece, block.line, block.gap) for piece in _apart(block.text))
    return out


def _side_by_side(blocks: Sequence[Block]) -> dict[int, list[SourceParagraph]]:
    """Find the lines on which two bodies sign side by side, by the number of the first."""
    runs: dict[int, list[SourceParagraph]] = {}
    first = -1
    for number, block in enumerate(blocks):
        columns = block.columns if isinstance(block, SourceParagraph) and len(block.columns) == 2 else ()
        if not columns or not all(is_role(column) or _NAME.match(column) for column in columns):
            first = -1
            continue
        if first < 0:
            first = number
        runs.setdefault(first, []).append(block)  # type: ignore[arg-type]
    return {first: run for first, run in runs.items() if len(run) > 1 and all(map(is_role, run[0].columns))}


def _parted(run: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    for side in (0, 1):
        yield from (SourceParagraph(" ".join(line.columns[side].split()), line.line) for line in run)


def _apart(text: str) -> list[str]:
    """Part the last recipient from a role and a name that a conversion glued to it: "Lưu: VT.GIÁM ĐỐC Lê Văn An"."""
    for match in () if is_role(text) else _GLUED.finditer(text):
        words = text[match.start() :].split()
        count = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
        role, name = " ".join(words[:count]), " ".join(words[count:])
        if is_role(role) and (not name or _NAME.match(name)):
            return list(filter(None, (text[: match.start()].strip(), role, name)))
    return [text]


def _add_recipient(paragraph: SourceParagraph, tail: Tail, medium: Medium) -> None:
    text = paragraph.text
    labels = [label for label in medium.labels(text) if label.style in BULLET_STYLES]
    if tail.recipients and not labels and _goes_on(tail.recipients[-1], text, tail.bulleted):
        last = f"{tail.recipients.pop()} {text}"
        tail.recipients += [last] if tail.bulleted else _BETWEEN.split(last)
    elif labels or len(text) <= 250 or text.count("; ") > 2:
        # "V01, C04; - Thường trực …" and "UBND tỉnh; Sở Nội vụ; Lưu: VT.": several on one line.
        tail.recipients += _several(labels[0].rest) if labels else _BETWEEN.split(text)
        tail.bulleted = bool(labels)
    else:
        tail.strays.append(paragraph)


def _several(text: str) -> list[str]:
    """Part recipients that stand behind one bullet: "UBND tỉnh (b/c); Công an tỉnh (b/c);"; what a name lists stays."""
    listing = ":" in text or opens(text, "Lưu")
    return re.split(r"(?<=;)\s*[-–]\s+(?=\S)" if listing else rf"(?<=;)\s*(?:[-–]\s+(?=\S)|(?={CAPITAL}))", text)


def _goes_on(before: str, text: str, bulleted: bool) -> bool:
    """Tell whether a line without a bullet is the rest of the recipient before it, which its column parted."""
    if before.endswith((";", ".")):
        return False
    wrapped = bulleted and not before.endswith(",") and not opens(text, "Lưu")
    return wrapped or text[:1].islower() or text[:1] in "(,;}" or before.endswith((",", " và"))


def _is_signature(text: str, signature: Sequence[SourceParagraph]) -> bool:
    if read_labels(text) and not is_role(text):
        return False
    if is_role(text):
        return True
    if not signature:
        return False
    if goes_with_post(text, signature[-1].text):
        return True
    name = _TITLED.sub("", text, count=1)
    return bool(_NAME.match(text)) and (
        name.istitle() or is_capitals(name) or all(w[0].isupper() for w in name.split())
    )


def _sign(lines: Sequence[SourceParagraph], tail: Tail) -> None:
    """Part the signature of each body into whom it is given for, the role and the name."""
    blocks = signed_blocks(lines)
    if not blocks[0][0]:
        tail.strays.extend(lines)
        return
    for roles, names in blocks:
        *above, last = roles
        name = " ".join(line.text for line in names) or None
        tail.signatures.append(TailSignature(tuple(line.text for line in above), last.text, name))
        if len(names) > 1 and all(len(line.text.split()) > 2 for line in names):
            listed = ", ".join(f"“{line.text}”" for line in names)
            tail.notes.append(
                Note(names[0].line, f"Dưới một chữ ký có nhiều họ tên: {listed}; tách ra signature và cosignatures.")
            )
        if name is None:
            tail.notes.append(Note(last.line, "Không thấy họ tên người ký."))
        if len(above) > 1 and len(blocks) == 1:
            tail.notes.append(Note(above[0].line, "Chữ ký có nhiều dòng chức danh; kiểm tra authority và role."))
    if len(blocks) > 1:
        sentence = (
            f"Văn bản có {len(blocks)} chữ ký; từ chữ ký thứ hai ghi ở cosignatures, kiểm tra cơ quan của từng người."
        )
        tail.notes.append(Note(lines[0].line, sentence))


def _may_sign(block: Block) -> bool:
    if not isinstance(block, SourceParagraph) or len(block.text) > 90 or not block.text:
        return False
    if read_labels(block.text) and not is_role(block.text):
        return False
    return is_capitals(block.text) or bool(_NAME.match(block.text)) or bool(_SIGNED.match(head(block.text)))


def _from_role(blocks: Sequence[Block], first: int, end: int) -> int:
    """Give where the first role stands in a range, its end where there is none."""
    for index in range(first, end):
        block = blocks[index]
        if isinstance(block, SourceParagraph) and is_role(block.text):
            return index
    return end


def _opens_recipients(block: Block, medium: Medium) -> bool:
    return isinstance(block, SourceParagraph) and len(block.text) < 300 and medium.opens(block.text, "Nơi nhận")


def _heads_later(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Tell whether a block is the title of what stands behind the foot: capitals right above a table or brackets."""
    block = blocks[index]
    if not isinstance(block, SourceParagraph) or not is_capitals(block.text) or len(block.text) < _SHORTEST_TITLE:
        return False
    if is_role(block.text) or _NAME.match(block.text):
        return False
    after = blocks[index + 1 : min(end, index + 4)]
    return any(isinstance(b, SourceTable) or _KEM_THEO.match(head(b.text)) for b in after)


def _opens_later(block: Block) -> bool:
    """Tell whether a block is beyond the foot: an appendix, a numbered part, a long text, a table."""
    if not isinstance(block, SourceParagraph):
        return True
    if _LATER.match(head(block.text)) and (is_capitals(block.text) or len(block.text) < 40):
        return True
    labels = [label for label in read_labels(block.text) if label.style not in BULLET_STYLES]
    return (bool(labels) and not is_role(block.text)) or len(block.text) > 400
