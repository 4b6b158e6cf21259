"""Typed parts to the data of a plan, valid against schema/plan.v1.schema.json by construction."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.importing.appendices import opening as appendix_opening
from kehoach.importing.appendices import parts_of
from kehoach.importing.draftplace import UNKNOWN_ISSUER
from kehoach.importing.front import Front
from kehoach.importing.header import Header
from kehoach.importing.items import Writer
from kehoach.importing.labels import ARTICLE
from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Block, Note, SourceParagraph, SourceTable
from kehoach.importing.outline import SourceOutline
from kehoach.importing.parttypes import Parts
from kehoach.importing.siblings import LONGEST_LINE, LONGEST_PROSE, numbering_of
from kehoach.importing.tables import entries
from kehoach.importing.tail import Tail, TailSignature
from kehoach.importing.tree import OutlineEntry, OutlineNode
from kehoach.model.fields import LABELS, printed_keys
from kehoach.model.itemdata import items_within
from kehoach.model.plan import DOCUMENT_TYPES, OF_SEVERAL
from kehoach.wording.casing import CapitalNames, is_capitals, is_mostly_capitals
from kehoach.wording.labels import DEFAULT_NUMBERING
from kehoach.wording.letters import lower_first

_BY_AUTHORITY = re.compile(r"\s+(?=(?:KT|TL|TUQ|Q)\.)")
_GOES_ON = ("Năm", "Giai", "Quý", "Học", "Đợt", "Tháng", "Trên", "Tại", "Của", "Cho", "Về", "Trong", "Theo", "Đến")
"""First words of a line that goes on with a title in capitals above it: "Năm học 2025 - 2026"."""
NO_TITLE = "Kế hoạch (chưa rõ tên)"
NO_PLACE, NO_DATE = "…", "ngày … tháng … năm …"


def draft(
    parts: Parts, names: CapitalNames, medium: Medium = TYPED, issuer: str = ""
) -> tuple[dict[str, Any], list[Note]]:
    """Write the data of a plan; also give what is doubtful in it."""
    notes = list(parts.notes)
    outline = SourceOutline(medium)
    root = outline.build(_entries([*_strays(parts), *parts.body], notes))
    numbering = numbering_of(root)
    usual = numbering == DEFAULT_NUMBERING[: len(numbering)]
    numbering = DEFAULT_NUMBERING if usual else numbering
    writer = Writer(numbering, medium)
    data = _opening(parts, names, writer, issuer, notes)
    if not usual:
        data["numbering"] = list(numbering)
    body = writer.body(root.children) or [{"id": "noi-dung", "unlabelled": True, "text": "…"}]
    if _settle_capitals(writer.roman, names):
        data["plain_headings"] = True
    appendices = list(_appendices(parts, names, writer, notes))
    within = [appendix.get("items", []) for appendix in appendices]
    labels = _settle_labels([body, data.get("decision", {}).get("articles", []), *within])
    if labels:
        data["labels"] = labels
    data["body"] = body
    if parts.close:
        data["close"] = "\n".join(paragraph.text for paragraph in parts.close)
    data.update(_foot(parts.tail, names))
    if appendices:
        data["appendices"] = appendices
    for tail in (parts.tail, parts.decision_tail):
        notes.extend(tail.notes)
    return data, [*notes, *outline.notes, *writer.notes]


def _appendices(parts: Parts, names: CapitalNames, writer: Writer, notes: list[Note]) -> Iterator[dict[str, Any]]:
    """Write the appendices, each numbered by itself, with ids that no other item has."""
    later = parts_of(parts.later)
    for number, part in enumerate(later, 1):
        opening = appendix_opening(part, number, len(later), names)
        outline = SourceOutline(writer.medium)
        root = outline.build(_entries(part.blocks, notes))
        numbering = numbering_of(root)
        usual = numbering == DEFAULT_NUMBERING[: len(numbering)]
        own = writer.for_part(DEFAULT_NUMBERING if usual else numbering)
        data = {"id": writer.identify(opening.get("title") or part.label or "Phụ lục"), **opening}
        if not usual:
            data["numbering"] = list(numbering)
        below = own.appendix(root)
        if _settle_capitals(own.roman, names):
            data["plain_headings"] = True
        notes.extend(outline.notes)
        yield {**data, **(below or {"text": "…"})}


def _opening(parts: Parts, names: CapitalNames, writer: Writer, issuer: str, notes: list[Note]) -> dict[str, Any]:
    """Write all that stands before the provisions."""
    front = parts.front
    data: dict[str, Any] = {"schema_version": 1}
    if front.header.draft or (parts.decision and parts.decision.header.draft):
        data["status"] = "draft"
    data["title"] = _title(front, names) or NO_TITLE
    if data["title"] == NO_TITLE:
        notes.append(Note(0, "Không rõ tên kế hoạch; điền title."))
    header = (parts.decision or front).header
    data["issuer"] = issuer or UNKNOWN_ISSUER
    if header.names:
        data["header"] = [names.body_name(name) for name in header.names]
    if parts.decision:
        data["decision"] = _decision(parts, names, writer, writer.medium, notes)
    elif header.symbol or header.printed or header.names:
        data["number"] = header.number
        if header.symbol:
            data["symbol"] = header.symbol
        data["issued"] = _issued(header, notes)
    for key, paragraphs in (
        ("attached", front.attached),
        ("legal_basis", front.basis),
        ("in_pursuance", front.pursuance),
    ):
        if paragraphs:
            texts = [paragraph.text for paragraph in paragraphs]
            data[key] = texts[0] if key == "attached" else texts
    if front.enactment:
        data["enactment"] = "\n".join(paragraph.text for paragraph in front.enactment)
    return data


def fits(parts: Parts) -> bool:
    """Tell whether all typed parts are short enough for their keys."""
    lines: list[str] = []
    for front in filter(None, (parts.front, parts.decision)):
        for paragraphs in (front.attached, front.basis, front.pursuance, front.proposal):
            lines.extend(paragraph.text for paragraph in paragraphs)
        lines.append(" ".join(paragraph.text for paragraph in (*front.title, *front.authority)))
        if sum(len(paragraph.text) + 1 for paragraph in front.enactment) > LONGEST_PROSE:
            return False
    for tail in (parts.tail, parts.decision_tail):
        lines.extend(tail.recipients)
        lines.extend(words for s in tail.signatures for words in (" ".join(s.authority), s.role))
    close = sum(len(paragraph.text) + 1 for paragraph in parts.close)
    return max(map(len, lines), default=0) <= LONGEST_LINE and close <= LONGEST_PROSE


def _entries(blocks: Sequence[Block], notes: list[Note]) -> Iterator[OutlineEntry]:
    row = 1
    for block in blocks:
        if isinstance(block, SourceTable):
            yield from entries(block, row, notes)
            row += len(block.rows)
        else:
            yield OutlineEntry(block.text, block.line)


def _strays(parts: Parts) -> list[SourceParagraph]:
    """Gather the lines of head and foot that have no place; they open the body, so that none is lost."""
    strays = [*parts.strays, *parts.front.header.strays]
    if parts.decision:
        strays += parts.decision.header.strays
    return [*strays, *parts.decision_tail.strays, *parts.tail.strays]


def _title(front: Front, names: CapitalNames) -> str:
    lines = [paragraph.text for paragraph in front.title]
    apart = 1 if lines and lines[0].lower() in OF_SEVERAL else 0
    raised = next((n for n, line in enumerate(lines[apart:], apart) if not is_mostly_capitals(line)), len(lines))
    parts = [" ".join(part) for part in (lines[:apart], lines[apart:raised], lines[raised:])]
    if parts[1] and parts[2].split(" ")[0] in _GOES_ON:
        parts[2] = lower_first(parts[2])
    subject = " ".join(names.sentence_case(part) for part in parts if part)
    if not front.kind:
        return subject
    if front.kind not in DOCUMENT_TYPES:
        return f"{front.kind.upper()} {subject}".strip()
    return f"{front.kind} {lower_first(subject)}".strip()


def _issued(header: Header, notes: list[Note]) -> dict[str, Any]:
    if not header.printed:
        notes.append(Note(0, "Không thấy dòng địa danh, ngày tháng; điền issued."))
    return {
        "place": header.place or NO_PLACE,
        "date": header.date.isoformat() if header.date else None,
        "printed": header.printed or NO_DATE,
    }


def _decision(parts: Parts, names: CapitalNames, writer: Writer, medium: Medium, notes: list[Note]) -> dict[str, Any]:
    front = parts.decision
    assert front is not None
    outline = SourceOutline(medium)
    articles = outline.build(_entries(parts.articles, notes)).children
    notes.extend(outline.notes)
    data: dict[str, Any] = {
        "title": _title(front, names),
        "number": front.header.number,
        "symbol": front.header.symbol or "…",
        "issued": _issued(front.header, notes),
        "authority": names.name_case(" ".join(paragraph.text for paragraph in front.authority)) or "…",
    }
    if front.basis:
        data["legal_basis"] = [paragraph.text for paragraph in front.basis]
    if front.proposal:
        data["proposal"] = [paragraph.text for paragraph in front.proposal]
    data["articles"] = writer.articles(_below_articles(articles))
    return {**data, **_foot(parts.decision_tail, names)}


def _below_articles(nodes: Sequence[OutlineNode]) -> list[OutlineNode]:
    """Hang what stands beside the articles below the one before it."""
    articles: list[OutlineNode] = []
    for node in nodes:
        if (node.label and node.label.style == ARTICLE) or not articles:
            articles.append(node)
        else:
            articles[-1].children.append(node)
    return articles


def _foot(tail: Tail, names: CapitalNames) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if tail.recipients:
        data["recipients"] = tail.recipients
    signatures = [_signature(signature, names) for signature in tail.signatures]
    if signatures:
        data["signature"] = signatures[0]
    if len(signatures) > 1:
        data["cosignatures"] = signatures[1:]
    return data


def _signature(signed: TailSignature, names: CapitalNames) -> dict[str, Any]:
    data: dict[str, Any] = {"role": names.name_case(signed.role), "name": signed.name}
    if not signed.authority:
        return data
    # "KT. CHỦ TỊCH" is printed on a line of its own, "CHỦ TỊCH" below "TM. HỘI ĐỒNG" is not.
    authorities = _BY_AUTHORITY.split(" ".join(signed.authority))
    return {"authority": " ".join(map(names.name_case, authorities)), **data}


def _settle_capitals(headed: Sequence[dict[str, Any]], names: CapitalNames) -> bool:
    """Lower headings below Roman figures if all are set in capitals; true where they have to be kept as they are."""
    if not all(is_capitals(item["heading"]) for item in headed):
        return True
    for item in headed:
        item["heading"] = names.sentence_case(item["heading"])
    return False


def _settle_labels(groups: Sequence[Sequence[dict[str, Any]]]) -> dict[str, str]:
    """Move a field's printed label that all duties share from the duties to the plan."""
    items = [item for group in groups for item in items_within(group)]
    counts: dict[str, Counter[str]] = {}
    for item in items:
        for kind in LABELS:
            if any(key in item for key in printed_keys(kind)):
                label = item.get("labels", {}).get(kind, LABELS[kind])
                counts.setdefault(kind, Counter())[label] += 1
    common = {
        kind: label
        for kind, labels in counts.items()
        for label, _ in [labels.most_common(1)[0]]
        if len(labels) == 1 and label != LABELS[kind]
    }
    for item in items:
        own = {kind: label for kind, label in item.get("labels", {}).items() if kind not in common}
        if own:
            item["labels"] = own
        else:
            item.pop("labels", None)
    return {kind: common[kind] for kind in LABELS if kind in common}
