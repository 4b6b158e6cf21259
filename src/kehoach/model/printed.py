"""A plan as printed: its lines from the header to the last appendix, each with label, path and anchor.

One walk serves the text export, the pages, the linking, the diff and the checks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.model.fields import BY_KEY
from kehoach.model.frozen import but
from kehoach.model.items import Table
from kehoach.model.line import Line as Line
from kehoach.model.place import Place
from kehoach.model.plan import Decision, Field, Issued, Item, Plan, Signature, split_title
from kehoach.model.printednotes import with_notes
from kehoach.model.printedtables import table_lines
from kehoach.model.tables import Appendix
from kehoach.wording.labels import bullet_of_fields, child_style, in_capitals, next_bullet, ordinal, printed_label
from kehoach.wording.nationalname import MOTTO as MOTTO
from kehoach.wording.nationalname import NATION as NATION
from kehoach.wording.nationalname import is_own_nation, numbered
from kehoach.wording.nationalname import national_lines as national_lines


@dataclass(frozen=True)
class _Form:
    """How a document numbers its items, and how many tables each path has had."""

    numbering: tuple[str, ...]
    plain_headings: bool
    tables: Counter[str]


def lines(plan: Plan) -> list[Line]:
    """Give every printed line of a plan in order."""
    printed_lines: list[Line] = []
    if plan.decision:
        printed_lines.extend(but(line, part="QD") for line in _decision(plan, plan.decision))
    elif plan.issued:
        printed_lines.extend(_header(plan.header, plan.number, plan.symbol, plan.issued, ()))
    printed_lines.extend(_title(plan.title, ()))
    if plan.attached:
        printed_lines.append(_special("attached", plan.attached, ("attached",), "kem-theo"))
    printed_lines.extend(_numbered("basis", plan.legal_basis, ("legal_basis",), "can-cu"))
    printed_lines.extend(_numbered("pursuance", plan.in_pursuance, ("in_pursuance",), "thuc-hien", single=True))
    printed_lines.extend(_paragraphs("enactment", plan.enactment, ("enactment",), "ban-hanh"))
    form = _Form(plan.numbering, plan.plain_headings, Counter())
    printed_lines.extend(_items(plan.body, plan.numbering[0], form, ("body",), 0, "", ""))
    printed_lines.extend(_paragraphs("close", plan.close, ("close",), "close"))
    printed_lines.extend((*_recipients(plan.recipients, ("recipients",)), *_signatures(plan, ())))
    for number, appendix in enumerate(plan.appendices, 1):
        label = appendix.printed_label(number, len(plan.appendices))
        printed = _appendix(appendix, label, f"PL{number}", ("appendices", number - 1))
        printed_lines.extend(but(line, part=f"PL{number}") for line in printed)
    return with_notes(plan, printed_lines)


def by_name(printed: Iterable[Line]) -> Mapping[str, list[Line]]:
    """Group lines by every name that can call them: item id, path, or title, header, signature."""
    lines_by_name: dict[str, list[Line]] = {}
    for line in printed:
        names = {line.path, _BLOCKS.get(line.kind, ""), line.item.id if line.item else ""}
        for name in names - {""}:
            lines_by_name.setdefault(name, []).append(line)
    return lines_by_name


# "TM. ỦY BAN NHÂN DÂN" and "KT. CHỦ TỊCH" stand one below the other.
_AUTHORITIES = re.compile(r"\s+(?=(?:KT|TL|TUQ|Q)\.)")
_BLOCKS = {
    "header": "header",
    "nation": "header",
    "number": "header",
    "date": "header",
    "type": "title",
    "subject": "title",
    "signature": "signature",
    "signer": "signature",
}


def _decision(plan: Plan, decision: Decision) -> Iterator[Line]:
    at: Place = ("decision",)
    yield from _header(plan.header, decision.number, decision.symbol, decision.issued, at)
    yield from _title(decision.title, at)
    yield Line("QD", "authority", decision.authority.upper(), (*at, "authority"))
    yield from _numbered("basis", decision.legal_basis, (*at, "legal_basis"), "QD.can-cu")
    yield from _numbered("proposal", decision.proposal, (*at, "proposal"), "QD.de-nghi", single=True)
    yield Line("QD", "resolve", "QUYẾT ĐỊNH:", at)
    form = _Form(plan.numbering, plan.plain_headings, Counter())
    for index, article in enumerate(decision.articles):
        place = (*at, "articles", index)
        path = f"QD.dieu-{index + 1}"
        first = Line("QD", "article", "", place, path, article.id, f"Điều {index + 1}.", item=article)
        yield from _item_lines(first, form, "Điều", 0)
    yield from _recipients(decision.recipients, (*at, "recipients"), "QD.")
    yield from _signatures(decision, at, "QD.")


def _header(header: Sequence[str], number: str | None, symbol: str, issued: Issued, at: Place) -> Iterator[Line]:
    for index, name in enumerate(header):
        if not is_own_nation(name):
            yield Line("KH", "header", name.upper(), ("header", index))
    if header:
        yield from (Line("KH", "nation", words, at) for words in national_lines(header))
    yield Line("KH", "number", numbered(number or "", symbol), (*at, "number"))
    yield Line("KH", "date", f"{issued.place}, {issued.printed}", (*at, "issued"))


def _title(title: str, at: Place) -> Iterator[Line]:
    kind, subject = split_title(title)
    if kind:
        yield Line("KH", "type", kind, (*at, "title"))
    yield Line("KH", "subject", subject, (*at, "title"))


def _special(kind: str, words: str, place: Place, path: str) -> Line:
    return Line("KH", kind, words, place, path, path.lower().replace(".", "-"))


def _numbered(kind: str, texts: Sequence[str], place: Place, path: str, single: bool = False) -> Iterator[Line]:
    for index, words in enumerate(texts):
        plain = single and len(texts) == 1
        yield _special(kind, words, (*place, index), path if plain else f"{path}-{index + 1}")


def _paragraphs(kind: str, text: str, place: Place, path: str) -> Iterator[Line]:
    for index, words in enumerate(text.split("\n") if text else ()):
        line = _special(kind, words, place, path)
        yield line if index == 0 else but(line, anchor="")


def _recipients(recipients: Sequence[str], place: Place, prefix: str = "") -> Iterator[Line]:
    if recipients:
        yield Line("KH", "recipients", "Nơi nhận:", place)
    for index, words in enumerate(recipients):
        path = f"{prefix}noi-nhan-{index + 1}"
        yield but(_special("recipient", words, (*place, index), path), label="-")


def _signatures(document: Plan | Decision, at: Place, prefix: str = "") -> Iterator[Line]:
    """Give the signature of a document, then those of the bodies that issue it together with the first."""
    if document.signature:
        yield from _signature(document.signature, (*at, "signature"), prefix)
    for number, signature in enumerate(document.cosignatures):
        yield from _signature(signature, (*at, "cosignatures", number), prefix)


def _signature(signature: Signature, place: Place, prefix: str = "") -> Iterator[Line]:
    for words in _AUTHORITIES.split(signature.authority.upper()) if signature.authority else ():
        yield Line("KH", "signature", words, (*place, "authority"), f"{prefix}signature")
    if signature.role:
        yield Line("KH", "signature", signature.role.upper(), (*place, "role"), f"{prefix}signature")
    if signature.name:
        yield Line("KH", "signer", signature.name, (*place, "name"), f"{prefix}signature")


def _appendix(appendix: Appendix, label: str, path: str, place: Place) -> Iterator[Line]:
    """Give an appendix: label (empty for one without), title, line in brackets, opening, then table and items."""
    item, form = appendix.item, _Form(appendix.numbering, appendix.plain_headings, Counter())
    first = Line("KH", "appendix", label, (*place, "label"), path, item.id, item=item)
    yield first
    if item.heading:
        title = item.heading if appendix.plain_title else item.heading.upper()
        yield but(first, kind="appendix_title", words=title, anchor="", place=(*place, "title"))
    if appendix.attached:
        words = appendix.attached
        yield _special("attached", words, (*place, "attached"), f"{path}.kem-theo")
    for words in item.paragraphs:
        yield but(first, kind="text", words=words, anchor="", place=(*place, "text"))
    yield from _children(but(first, label="", place=place), item, form, form.numbering[0], -1)


def _items(
    items: Sequence[Item],
    style: str,
    form: _Form,
    place: Place,
    depth: int,
    parent_path: str,
    parent_label: str,
) -> Iterator[Line]:
    number = 0
    elements: set[str] = set()
    for index, item in enumerate(items):
        label_style = "none" if item.unlabelled else style
        number = item.number or number + (label_style != "none")
        element = _element(label_style, number, elements)
        yield from _labelled(
            item, label_style, number, element, form, (*place, index), depth, parent_path, parent_label
        )


def _element(style: str, number: int, elements: set[str]) -> str:
    """Give the path element of an item among its siblings, of which two can have one printed number."""
    element = first = ordinal(style, number)
    count = 1
    while element and element in elements:
        count += 1
        element = f"{first}-{count}"
    elements.add(element)
    return element


def _labelled(
    item: Item,
    style: str,
    number: int,
    element: str,
    form: _Form,
    place: Place,
    depth: int,
    parent_path: str,
    parent_label: str,
) -> Iterator[Line]:
    path = ".".join(part for part in (parent_path, element) if part)
    label = printed_label(style, number, parent_label)
    first = Line("KH", "text", "", place, path, item.id, label, depth, style, item=item)
    yield from _item_lines(first, form, style, depth)


def _item_lines(first: Line, form: _Form, style: str, depth: int) -> Iterator[Line]:
    item, place = first.item, first.place
    assert item is not None
    paragraphs = item.paragraphs
    if not item.heading and not paragraphs:
        yield from _children(first, item, form, style, depth)
        return
    if item.heading and item.run_in:
        words = f"{item.heading} {paragraphs.pop(0)}"
        yield but(first, words=words, lead_in=len(item.heading), place=(*place, "text"))
    elif item.heading:
        heading = item.heading.upper() if in_capitals(style) and not form.plain_headings else item.heading
        yield but(first, kind="heading", words=heading, place=(*place, "heading"))
    else:
        yield but(first, words=paragraphs.pop(0), place=(*place, "text"))
    for words in paragraphs:
        yield but(first, kind="text", words=words, label="", anchor="", place=(*place, "text"))
    yield from _children(first, item, form, style, depth)


def _children(first: Line, item: Item, form: _Form, style: str, depth: int) -> Iterator[Line]:
    """Walk fields, sub-items and tables in printed order; fields count as the bullets they are printed as."""
    below = item.numbering or _below(style, form, depth)
    field_style = bullet_of_fields(style if depth >= 0 else "none", below)
    counts: dict[str, int] = {}
    elements: set[str] = set()
    index = 0
    for child in item.children:
        if isinstance(child, Table):
            form.tables[first.path] += 1
            name = f"{first.path}.T{form.tables[first.path]}".lstrip(".")
            yield from table_lines(child, item, (*first.place, "table"), name, depth + 1)
            continue
        own = field_style if isinstance(child, Field) else "none" if child.unlabelled else below
        number = 0 if isinstance(child, Field) else child.number
        counts[own] = number or counts.get(own, 0) + 1
        if isinstance(child, Field):
            elements.add(ordinal(own, counts[own]))
            yield from _field(first, child, own, counts[own], form, depth + 1)
        else:
            place = (*first.place, "items", index)
            index += 1
            element = _element(own, counts[own], elements)
            yield from _labelled(child, own, counts[own], element, form, place, depth + 1, first.path, first.label)


def _below(style: str, form: _Form, depth: int) -> str:
    """Give the usual style of what stands below an item; an appendix, at depth -1, opens with its outermost."""
    if depth < 0:
        return style
    return child_style(style, form.numbering) if style != "Điều" else "1"


def _field(first: Line, field: Field, style: str, number: int, form: _Form, depth: int) -> Iterator[Line]:
    assert first.item is not None
    path = ".".join(part for part in (first.path, ordinal(style, number)) if part)
    lead_in = f"{field.label}:"
    key = BY_KEY[field.kind].ideas if field.items else field.kind
    line = Line(
        part="KH",
        kind="field",
        words=f"{lead_in} {field.text}".rstrip(),
        place=(*first.place, key),
        path=path,
        anchor=f"{first.item.id}--{field.kind}",
        label=printed_label(style, number),
        depth=depth,
        style=style,
        lead_in=len(lead_in),
        item=first.item,
        field=field,
    )
    yield line
    yield from _items(field.items, next_bullet(style), form, line.place, depth + 1, path, line.label)
