"""A plan as a PDF to hand out: the layout of Nghị định 30/2020/NĐ-CP, tagged for screen readers (PDF/UA-1).

The words are those of the printed lines, in their order. Blanks stay blank; no seal and no signature is drawn; what
the copy is for decides its marks (``exports.copies``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kehoach.exports.copies import copy_of, made_for
from kehoach.exports.form import (
    APPENDIX,
    CLOSING,
    HEADER,
    TITLE,
    bold_from,
    column_shares,
    letterhead,
    signature_blocks,
    with_room,
)
from kehoach.exports.typesetting import Press
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.printed import Line, national_lines
from kehoach.model.printednotes import KIND, note_texts
from kehoach.model.registry import Registry
from kehoach.model.tables import WIDE, WIDEST

_ROOM = "\u00a0"
_ITALIC = ("basis", "proposal", "pursuance")
_CENTRED = ("authority", "resolve")


def official_pdf(linked: LinkedPlan, registry: Registry, press: Press, purpose: str | None = None) -> bytes:
    """Set a plan as PDF; the same plan gives the same bytes."""
    return press.pdf("official", official_data(linked, registry, purpose))


def official_data(linked: LinkedPlan, registry: Registry, purpose: str | None = None) -> dict[str, Any]:
    """Give what the layout ``official.typ`` needs: the decision and the plan, each as blocks of printed words."""
    linked, copy = made_for(linked, purpose), copy_of(linked.plan, purpose)
    plan = linked.plan
    names, texts = letterhead(plan, registry), note_texts(linked.lines)
    bold = bold_from(names, len(plan.issuers))
    return {
        "title": plan.title,
        "draft": copy.draft,
        "footer": copy.footer,
        "parts": [
            _part(list(group), names, bold, texts) for _, group in groupby(linked.lines, key=lambda line: line.part)
        ],
    }


def _part(lines: Sequence[Line], names: Sequence[str], bold: int, texts: Mapping[str, str]) -> dict[str, Any]:
    """One document; ``names`` are those above it, from ``bold`` on the issuing bodies'."""
    apart = (*HEADER, *TITLE, *CLOSING, *APPENDIX, "attached", KIND)
    within = [line for line in lines if line.kind not in apart]
    appendix = lines[0].part.startswith("PL")
    return {
        "appendix": appendix,
        "across": appendix and any(line.cell and len(line.cell.table.columns) >= WIDE for line in lines),
        "top": _top([line for line in lines if line.kind in HEADER], names, bold, texts),
        "title": [_runs(line, texts) for line in lines if line.kind in (*TITLE, *APPENDIX) and line.words],
        "attached": [_roomy(line, texts) for line in lines if line.kind == "attached"],
        "blocks": list(_blocks(within, texts)),
        "end": _end([line for line in lines if line.kind in CLOSING], texts),
    }


def _top(lines: Sequence[Line], names: Sequence[str], bold: int, texts: Mapping[str, str]) -> dict[str, Any] | None:
    """The issuing body with the number on the left; nation, motto, place and date on the right."""
    if not lines:
        return None
    marked = {line.words: line for line in lines if line.marks}

    def shown(words: str) -> list[dict[str, str]]:
        return _runs(marked[words], texts) if words in marked else [{"words": words, "note": ""}]

    printed = {line.kind: _roomy(line, texts) for line in lines}
    nation = [line.words for line in lines if line.kind == "nation"]
    return {
        "issuer": [{"runs": shown(name), "bold": index >= bold} for index, name in enumerate(names)],
        "nation": list(map(shown, nation or national_lines(()))),
        "number": printed.get("number", []),
        "date": printed.get("date", []),
    }


def _blocks(lines: Iterable[Line], texts: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    """The paragraphs; heading levels go down one at a time below the title's 1, as PDF/UA asks."""
    above = 1
    for _, group in groupby(lines, key=lambda line: line.cell.owner.id if line.cell else id(line)):
        line, *rest = group
        if line.cell:
            yield {"table": _table((line, *rest), texts), "across": line.part == "KH" and _is_widest(line)}
            continue
        level = min(above + 1, line.depth + 2) if line.kind == "heading" else 0
        above = level or above
        lead = line.lead_in if line.field is None else 0
        yield {
            "label": line.label,
            "lead": line.words[:lead],
            "runs": _runs(line, texts, lead),
            "level": level,
            "italic": line.kind in _ITALIC,
            "centred": line.kind in _CENTRED,
            "bold_label": bool(lead) or line.kind in ("heading", "article"),
        }


def _runs(line: Line, texts: Mapping[str, str], start: int = 0) -> list[dict[str, str]]:
    """Give the words of a line from a place on, parted behind each mark of a footnote, with what the note says."""
    ends = (*line.marks, None)
    runs = []
    for mark in ends:
        end = mark.at if mark else len(line.words)
        runs.append({"words": line.words[start:end], "note": texts[mark.anchor] if mark else ""})
        start = max(start, end)
    return runs


def _roomy(line: Line, texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [{**run, "words": with_room(run["words"], _ROOM)} for run in _runs(line, texts)]


def _is_widest(line: Line) -> bool:
    return line.cell is not None and len(line.cell.table.columns) >= WIDEST


def _table(lines: Sequence[Line], texts: Mapping[str, str]) -> dict[str, Any]:
    """A table: widths of its columns, cells of its heading, cells of its rows, each with place and size."""
    assert lines[0].cell
    table = lines[0].cell.table
    head = len(table.heading_rows)
    cells = [_cell(line, head, texts) for line in lines]
    return {
        "columns": column_shares(table),
        "head": [cell for cell in cells if cell["y"] < head],
        "cells": [cell for cell in cells if cell["y"] >= head],
    }


def _cell(line: Line, head: int, texts: Mapping[str, str]) -> dict[str, Any]:
    assert line.cell
    kinds = line.cell.table.kinds
    is_number = line.cell.column < len(kinds) and kinds[line.cell.column] == "number"
    return {
        "paragraphs": [_runs(part, texts) for part in line.paragraphs],
        "x": line.cell.column,
        "y": line.cell.row + head,
        "w": line.cell.columns,
        "h": line.cell.rows,
        "bold": line.field is None,
        "centred": line.cell.is_heading or is_number,
    }


def _end(lines: Sequence[Line], texts: Mapping[str, str]) -> dict[str, Any] | None:
    """Recipients on the left, the signature on the right; several stand side by side above."""
    if not lines:
        return None
    return {
        "recipients": [
            {"label": line.label, "runs": _runs(line, texts)}
            for line in lines
            if line.kind in ("recipients", "recipient")
        ],
        "signatures": [_signed(block, texts) for block in signature_blocks(lines)],
    }


def _signed(lines: Sequence[Line], texts: Mapping[str, str]) -> dict[str, Any]:
    return {
        "posts": [_runs(line, texts) for line in lines if line.kind == "signature"],
        "signer": next((_runs(line, texts) for line in lines if line.kind == "signer"), []),
    }
