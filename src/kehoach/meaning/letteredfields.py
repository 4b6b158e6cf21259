"""Fields that stand as provisions below an item, with lists below them or not: "a) Nội dung: …", "b) Chủ trì: …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kehoach.meaning.paragraphs import Paragraph, PrintedField, PrintedFields
from kehoach.model.fields import DOERS, WHO_AND_WHEN, label_kind, labelled
from kehoach.model.frozen import but
from kehoach.model.plan import Item

Paragraphs = Mapping[str, Sequence[Paragraph]]
"""The paragraphs of each item, by its id."""


def lettered_fields(item: Item, paragraphs: Paragraphs) -> PrintedFields:
    """Give the fields that the provisions below an item are.

    Empty unless they say whose work it is, or of a content when or with whom.
    """
    fields = PrintedFields()
    for child in item.items:
        own = paragraphs.get(child.id, ())
        for kind, field in _fields_of(child, own, paragraphs).items() if own else ():
            fields.setdefault(kind, field)
    doers = fields.keys() & DOERS
    of_content = "content" in fields and fields.keys() & WHO_AND_WHEN
    return fields if len(fields) > 1 and (doers or of_content) else PrintedFields()


def _fields_of(child: Item, own: Sequence[Paragraph], paragraphs: Paragraphs) -> PrintedFields:
    """Give the field that a provision is, or those that are printed below its label: "b) Cơ quan thực hiện:"."""
    first = own[0]
    if not child.children:
        kind, at = labelled(first.words)
        return PrintedFields({kind: PrintedField(first, at)} if kind and len(own) == 1 else {})
    label, colon, rest = first.words.partition(":")
    if not colon or rest.strip():
        return PrintedFields()
    printed = {p.line.field.kind: PrintedField(p, p.line.lead_in) for p in own if p.line.field}
    if printed:
        return PrintedFields(printed if label_kind(label) in DOERS and not any(child.items) else {})
    if len(own) > 1 or labelled(f"{label}: …")[0] != "content" or any(child.tables):
        return PrintedFields()
    listed = [paragraph for below in child.items for paragraph in paragraphs.get(below.id, ())]
    words = "\n".join(paragraph.words for paragraph in listed)
    return PrintedFields({"content": PrintedField(Paragraph(but(first.line, words=words), ()), 0)} if words else {})
