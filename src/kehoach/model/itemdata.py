"""Items, tables and appendices from the plain values of a plan's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kehoach.model.fields import BODIES, IDEAS, LABELS
from kehoach.model.frozen import FrozenMap
from kehoach.model.items import Cell, Column, Due, Facts, Field, Footnote, Item, Report, Row, Table, Target
from kehoach.model.tables import Appendix
from kehoach.wording.labels import DEFAULT_NUMBERING


def items_from(data: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> tuple[Item, ...]:
    """Build items; ``labels`` are the printed labels of fields that hold where an item has none of its own."""
    return tuple(_item(entry, labels) for entry in data)


def items_within(group: Iterable[Any]) -> Iterator[Any]:
    """Walk through the data of items and of all items below them, in no order; rows of tables are left out."""
    waiting = list(group)
    while waiting:
        item = waiting.pop()
        yield item
        for key in ("items", *IDEAS):
            waiting.extend(item.get(key, ()))


def _item(data: Mapping[str, Any], plan_labels: Mapping[str, str]) -> Item:
    labels = {**plan_labels, **data.get("labels", {})}
    children: list[Field | Item | Table] = []
    for key, value in data.items():
        if key in LABELS:
            children.append(Field(key, labels[key], value))
        elif key in IDEAS:
            field = IDEAS[key].key
            children.append(Field(field, labels[field], "", items_from(value, plan_labels)))
        elif key == "items":
            children.extend(items_from(value, plan_labels))
        elif key == "table":
            children.append(table_from(value))
    return Item(
        id=data["id"],
        heading=data.get("heading", ""),
        text=data.get("text", ""),
        run_in=data.get("run_in", False),
        unlabelled=data.get("unlabelled", False),
        number=data.get("number", 0),
        numbering=data.get("numbering", ""),
        children=tuple(children),
        continues=tuple(data.get("continues", ())),
        facts=_facts(data.get("facts", {})),
        notes=notes_from(data.get("notes", ())),
    )


def appendix_from(data: Mapping[str, Any], labels: Mapping[str, str]) -> Appendix:
    """Build an appendix; its title is the heading of an item that holds all else."""
    within = {key: data[key] for key in data if key in ("id", "continues", "text", "table", "items", "notes")}
    return Appendix(
        item=_item({**within, "heading": data.get("title", "")}, labels),
        label=data.get("label", ""),
        unlabelled=data.get("unlabelled", False),
        plain_title=data.get("plain_title", False),
        attached=data.get("attached", ""),
        numbering=tuple(data.get("numbering", DEFAULT_NUMBERING)),
        plain_headings=data.get("plain_headings", False),
    )


def table_from(data: Mapping[str, Any]) -> Table:
    """Build a table from the plain values of a plan's file; a row is a provision with its columns as fields."""
    columns = tuple(Column(c.get("kind", ""), c.get("heading", ""), tuple(c.get("above", ()))) for c in data["columns"])
    main = Table(columns, ()).main
    above: dict[int, str] = {}
    return Table(columns, tuple(_row(entry, columns, main, above) for entry in data["rows"]))


def _row(data: Mapping[str, Any], columns: tuple[Column, ...], main: int, above: dict[int, str]) -> Row:
    """Build a row; ``above`` holds what the last printed cell of each column says, and is kept up."""
    cells = tuple(None if cell is None else _cell(cell) for cell in data["cells"])
    column = 0
    texts: list[str] = []
    for cell in cells:
        if cell is not None:
            above.update((column + further, cell.text if not further else "") for further in range(cell.columns))
        texts += [above.get(column, "")] + [""] * (cell.columns - 1 if cell else 0)
        column = len(texts)
    group = data.get("group", False)
    words = [text for text, heading in zip(texts, columns, strict=False) if text and heading.kind != "number"]
    fields = (
        Field(heading.kind, heading.heading, text)
        for number, (heading, text) in enumerate(zip(columns, texts, strict=False))
        if text and number != main and heading.kind != "number" and not group
    )
    text = texts[main] if 0 <= main < len(texts) and texts[main] and not group else " ".join(words[:1])
    return Row(
        Item(
            id=data["id"],
            text=text or " ".join(filter(None, texts)),
            children=tuple(fields),
            continues=tuple(data.get("continues", ())),
            facts=_facts(data.get("facts", {})),
            notes=notes_from(data.get("notes", ())),
        ),
        cells,
        group,
    )


def notes_from(data: Sequence[Mapping[str, str]]) -> tuple[Footnote, ...]:
    """Build the footnotes of an item, a row, or of what stands around the items."""
    return tuple(Footnote(entry["text"], entry.get("after", "")) for entry in data)


def _cell(data: str | Mapping[str, Any]) -> Cell:
    return Cell(data) if isinstance(data, str) else Cell(data["text"], data["columns"])


def _facts(data: Mapping[str, Any]) -> Facts:
    report = data.get("report")
    return Facts(
        duty=data.get("duty", ""),
        bodies=FrozenMap.of({field.key: tuple(data[field.key]) for field in BODIES if field.key in data}),
        report=Report(
            tuple(report["periods"]),
            Due(**report["due"]) if "due" in report else None,
            report.get("to", ""),
            report.get("via", ""),
        )
        if report
        else None,
        targets=tuple(Target(**entry) for entry in data.get("targets", ())),
    )
