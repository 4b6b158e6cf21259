"""The stages in a row: blocks → parts → outline → draft → check; pure."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

from kehoach.files.yamldump import dump_plan
from kehoach.files.yamltext import MAX_BYTES
from kehoach.importing.blocks import paragraphs
from kehoach.importing.corrections import corrections
from kehoach.importing.draft import NO_TITLE, draft, fits
from kehoach.importing.draftplace import UNKNOWN_ISSUER, Belonging, issuing_bodies
from kehoach.importing.footnotes import with_footnotes
from kehoach.importing.header import says_the_same
from kehoach.importing.heads import whole_names
from kehoach.importing.medium import RECOGNISED, TYPED, Medium
from kehoach.importing.misread import doubtful_quarters, put_right, slip_corrections
from kehoach.importing.model import Block, ImportProblem, Note, Reading, Removed, SourceParagraph, SourceTable
from kehoach.importing.noise import split_lines, without_noise
from kehoach.importing.parttypes import Parts, parts_of, without_appendices, without_structure
from kehoach.importing.phrases import lacks_diacritics
from kehoach.importing.recognised import recognised
from kehoach.importing.report import ImportReport, merged
from kehoach.importing.siblings import LONGEST_PROSE, pieces
from kehoach.importing.sourcecheck import closed
from kehoach.importing.tables import find_tables, whole_tables, without_layout
from kehoach.importing.wordcheck import WordsKept, words_kept
from kehoach.machine.gcpause import paused
from kehoach.model.fields import IDEAS, LABELS, labelled
from kehoach.model.fromdata import plan_from
from kehoach.model.itemdata import items_within
from kehoach.model.line import Line
from kehoach.model.printed import lines
from kehoach.model.registry import Registry
from kehoach.wording.casing import CapitalNames
from kehoach.wording.extractedtext import normalized
from kehoach.wording.letters import decimal, nfc

MAX_CHARACTERS = 500_000
MAX_LINES = 12_000
"""Longest text, a hundred times a plan; as YAML it nearly always stays below what the reader of plans accepts."""


_PLACE = "a/b/2000"
"""A place among the plans for what has none yet."""

_Drafted = tuple[Parts, dict[str, Any], list[Note], WordsKept, list[Line]]
"""Typed parts, the draft's data, what is doubtful, the words kept, and the lines that the draft prints."""


@dataclass(frozen=True)
class ImportResult:
    """A draft plan: its data, its YAML, the text kept as source, what a person should look at, the lines it prints."""

    data: Mapping[str, Any]
    yaml: str
    source: str
    report: ImportReport
    printed: Sequence[Line] = ()


def import_text(text: str, *, issuer: str = "", source_file: str = "") -> ImportResult:
    """Make a draft plan of a text; no text is refused but one that is too long (ImportProblem)."""
    reading = Reading(text, find_tables(split_lines(text)))
    return import_reading(reading, issuer=issuer, source_file=source_file)


@paused()
def import_reading(
    reading: Reading,
    *,
    issuer: str = "",
    source_file: str | Callable[[Mapping[str, Any]], str] = "",
    source_note: str = "",
    registry: Registry | None = None,
) -> ImportResult:
    """Make a draft plan of what was read; ``source_note`` is a remark on where its text is from.

    Without ``issuer`` it is looked for in ``registry``, whose manner an id of a body that it lacks follows.

    ``source_file`` is the name under which the text is kept beside it, or gives that name for the draft's data: the
    edition is often known only once the text is read, and reading it twice would take twice as long.
    """
    _refuse_beyond_limits(reading)
    parts, removed = without_noise(whole_names(reading.parts))
    medium = _medium(reading)
    whole, repeated = whole_tables(paragraphs(parts, medium))
    blocks = without_layout(whole)
    blocks, slips = put_right(blocks, medium)
    names = CapitalNames(block.text for block in blocks if isinstance(block, SourceParagraph))
    typed, data, notes, check, printed = _best(blocks, names, medium, issuer)
    if not issuer or registry:
        notes += _issued_by(data, registry or Registry(), issuer)
    if reading.footnotes:
        notes += with_footnotes(reading, data, printed)
        printed = lines(plan_from(_PLACE, data))
    removed = [*reading.removed, *removed, *repeated, *_removed(typed)]
    if source_file:
        name = source_file if isinstance(source_file, str) else source_file(data)
        data["source"] = _source(reading, name, source_note, medium)
        entries = [*corrections(reading.text, removed, printed), *slip_corrections(reading.text, slips, printed)]
        if entries:
            data["corrections"] = entries
    data, open_places = closed(data, reading.text, printed)
    misread = (Note(slip.line, f"Nguồn ghi “{slip.read}”; đọc là “{slip.meant}”, đối chiếu.") for slip in slips)
    notes = [*open_places, *misread, *_remarks(reading, medium), *notes]
    return ImportResult(data, _yaml(data), reading.text, _report(data, check, removed, notes), printed)


def _medium(reading: Reading) -> Medium:
    """Choose how the letters are taken, once for all stages: a typed text that lost its marks was recognised, too."""
    return RECOGNISED if reading.medium == "ocr" or lacks_diacritics(nfc(reading.text)) else TYPED


def _yaml(data: Mapping[str, Any]) -> str:
    text = dump_plan(data)
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise ImportProblem("Bản nháp YAML dài quá giới hạn của kho; hãy tách phụ lục ra tệp riêng.")
    return text


def _report(
    data: Mapping[str, Any], kept: WordsKept, removed: Sequence[Removed], notes: Sequence[Note]
) -> ImportReport:
    """Say what became of the text: what was kept and left out, what is doubtful, how much was read."""
    items = list(_items_and_rows(data))
    left_out = tuple(sorted(removed, key=lambda part: part.line))
    return ImportReport(
        kept, left_out, merged(notes), len(items), sum(map(_fields, items)), recognised=recognised(data)
    )


def _issued_by(data: dict[str, Any], registry: Registry, issuer: str) -> Iterator[Note]:
    """Put in the bodies that issued a document, ``issuer`` first where it is given; one that is not held is told."""
    document = data.get("decision") or data
    issued = document.get("issued", {})
    date = dt.date.fromisoformat(issued["date"]) if issued.get("date") else None
    count = 1 + len(document.get("cosignatures", ()))
    bodies = issuing_bodies(data.get("header", ()), issued.get("place", ""), registry, date, count)
    if issuer:
        others = [body for body in bodies if body.id != issuer]
        bodies = [Belonging(issuer, True), *(others if len(others) < len(bodies) else others[1:])]
    data["issuer"] = bodies[0].id
    if len(bodies) > 1:
        data["co_issuers"] = list(dict.fromkeys(body.id for body in bodies[1:]))
    for body, key in zip(bodies, chain(("issuer",), repeat("co_issuers")), strict=False):
        if not body.registered:
            missing = f"chưa có trong plans/registry/units.yaml; thêm vào sổ, hoặc sửa {key} theo sổ"
            yield Note(0, f"Cơ quan ban hành đoán là “{body.id}”, {missing}.")


def _refuse_beyond_limits(reading: Reading) -> None:
    lines = sum(len(part.rows) if isinstance(part, SourceTable) else 1 for part in reading.parts)
    for size, limit, unit in ((len(reading.text), MAX_CHARACTERS, "ký tự"), (lines, MAX_LINES, "dòng")):
        if size > limit:
            raise ImportProblem(
                f"Văn bản dài {decimal(size)} {unit}, quá giới hạn {decimal(limit)}; hãy tách phụ lục ra tệp riêng."
            )


def _best(blocks: Sequence[Block], names: CapitalNames, medium: Medium, issuer: str) -> _Drafted:
    """Take the draft with all its structure if it keeps every word, else one with less."""
    best: _Drafted | None = None
    whole = parts_of(blocks, medium)
    attempts = [(whole, ""), (without_structure(blocks), "phần đầu, phần cuối")]
    if whole.later:
        attempts.insert(1, (without_appendices(whole), "phụ lục"))
    for parts, less in attempts:
        if not fits(parts):
            continue
        data, notes = draft(parts, names, medium, issuer)
        printed = lines(plan_from(_PLACE, data))
        check = words_kept(blocks, parts.apart, _removed(parts), printed, medium)
        if less:
            notes.append(Note(0, f"Không tách được {less} của văn bản mà giữ đủ chữ; chữ của nó nằm trong body."))
        if not check.lost:
            return parts, data, notes, check, printed
        if best is None or len(check.lost) < len(best[3].lost):
            best = parts, data, notes, check, printed
    parts, data, notes = _flat(blocks, issuer)
    printed = lines(plan_from(_PLACE, data))
    check = words_kept(blocks, parts.apart, (), printed, medium)
    return (parts, data, notes, check, printed) if best is None or len(check.lost) < len(best[3].lost) else best


def _flat(blocks: Sequence[Block], issuer: str) -> tuple[Parts, dict[str, Any], list[Note]]:
    """Write every block as a text without label: the last resort, which cannot lose a word."""
    texts: list[str] = []
    for block in blocks:
        rows = [(block.text,)] if isinstance(block, SourceParagraph) else [row.cells for row in block.rows]
        texts += [" | ".join(" ".join(cell.split()) for cell in cells if cell.strip()) for cells in rows]
    parts = [piece for text in texts for piece in pieces(text, LONGEST_PROSE)]
    body = [{"id": f"doan-{number}", "unlabelled": True, "text": text} for number, text in enumerate(parts, 1)]
    data: dict[str, Any] = {"schema_version": 1, "title": NO_TITLE, "issuer": issuer or UNKNOWN_ISSUER}
    data["body"] = body or [{"id": "noi-dung", "unlabelled": True, "text": "…"}]
    return Parts(body=list(blocks)), data, [Note(0, "Không dựng được đề cương; mỗi đoạn là một mục không nhãn.")]


def _removed(parts: Parts) -> list[Removed]:
    """Gather what the head and the foot hold beyond content; the motto only where it is not printed again,
    or not in the same spelling (HOÀ, HÒA)."""
    headers = [parts.front.header, *((parts.decision.header,) if parts.decision else ())]
    printed = bool(headers[-1].names)
    out = [*parts.removed, *parts.tail.removed, *parts.decision_tail.removed]
    for header in headers:
        again = printed and header is headers[-1]
        out += [*header.removed, *(part for part in header.nation if not again or not says_the_same(part.text))]
    return out


def _remarks(reading: Reading, medium: Medium) -> list[Note]:
    notes = list(reading.notes)
    if medium.recognised:
        notes += doubtful_quarters(reading.text)
    if medium.recognised and lacks_diacritics(nfc(reading.text)):
        notes.append(Note(0, "Chữ nhận dạng mất phần lớn dấu; giữ nguyên như nguồn, cần khôi phục dấu từng từ."))
    normal = normalized(reading.text)
    if normal != reading.text and "".join(normal.split()) != "".join(reading.text.split()):
        notes.append(
            Note(0, "Có chữ tổ hợp (NFD), ký tự ẩn hoặc dấu đầu dòng của phông ký hiệu; đã đưa về dạng chuẩn.")
        )
    return notes


def _source(reading: Reading, file: str, note: str, medium: Medium) -> dict[str, Any]:
    digest = hashlib.sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest()
    source = {"file": file, "medium": medium.name, "sha256": digest}
    return {**source, "note": note} if note else source


def _fields(item: Mapping[str, Any]) -> int:
    """Count the fields of an item, or one where it is a field itself: "b) Cơ quan chủ trì: …"."""
    kind, _ = labelled(item.get("text", ""))
    return sum(name in item for name in (*LABELS, *IDEAS)) or kind in LABELS


def _items_and_rows(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in items_within(
        (*data["body"], *data.get("decision", {}).get("articles", ()), *data.get("appendices", ()))
    ):
        yield item
        yield from items_within(row for row in item.get("table", {}).get("rows", ()) if "group" not in row)
