"""Named edits of an exported DOCX as people make them in Word, and what the plan's value then is."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STAMP = {f"{W}author": "Nguyễn Văn An", f"{W}date": "2026-01-15T08:00:00Z"}
KIND = (
    b'<Override PartName="/word/comments.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
)
Step = Mapping[str, Any]


def edited(source: bytes, steps: Sequence[Step]) -> bytes:
    """Give the DOCX after some edits."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for step in steps:
        if step["op"] == "font":
            _font(root, step)
        else:
            OPS[step["op"]](root, _find(root, step["p"], step.get("exact", False)), step)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    said = next((step for step in steps if step["op"] == "comment"), None)
    if said:
        parts["word/comments.xml"] = _comments(said)
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", KIND + b"</Types>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _said(p: Any) -> str:
    return "".join(t.text or "" for t in p.iter(f"{W}t"))


def _find(root: Any, start: str, exact: bool = False) -> Any:
    """Find the one paragraph that begins with some words, or is them."""
    said = ((p, _said(p).strip()) for p in root.iter(f"{W}p"))
    hits = [p for p, words in said if (words == start if exact else words.startswith(start))]
    assert len(hits) == 1, f"{len(hits)} paragraphs begin with {start!r}"
    return hits[0]


def _run(text: str, like: Any = None) -> Any:
    run = etree.Element(f"{W}r")
    if like is not None and like.find(f"{W}rPr") is not None:
        run.append(copy.deepcopy(like.find(f"{W}rPr")))
    words = etree.SubElement(run, f"{W}t")
    words.text = text
    words.set(SPACE, "preserve")
    return run


def _write(p: Any, text: str) -> None:
    like = next((r for r in p.iter(f"{W}r") if r.find(f"{W}t") is not None), None)
    new = _run(text, like)
    for child in list(p):
        if child.tag != f"{W}pPr":
            p.remove(child)
    p.append(new)


def _isolate(p: Any, wanted: str) -> Any:
    """Cut a run so that one holds exactly the wanted words."""
    for run in list(p.iter(f"{W}r")):
        words = run.find(f"{W}t")
        if words is not None and wanted in (words.text or ""):
            before, after = words.text.split(wanted, 1)
            middle = _run(wanted, run)
            run.addnext(middle)
            if after:
                middle.addnext(_run(after, run))
            words.text = before
            words.set(SPACE, "preserve")
            if not before:
                run.getparent().remove(run)
            return middle
    raise LookupError(wanted)


def _put(run: Any, tag: str, **attributes: str) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}{tag}"):
        properties.remove(old)
    element = etree.SubElement(properties, f"{W}{tag}")
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)


def _font(root: Any, step: Step) -> None:
    for run in root.iter(f"{W}r"):
        _put(run, "rFonts", ascii=step["font"], hAnsi=step["font"], cs=step["font"])
        _put(run, "sz", val=str(step["size"] * 2))


def _replace(root: Any, p: Any, step: Step) -> None:
    assert _said(p).count(step["find"]) == 1, step["find"]
    _write(p, _said(p).replace(step["find"], step["to"]))


def _insert_after(root: Any, p: Any, step: Step) -> None:
    new = copy.deepcopy(_find(root, step["like"]) if "like" in step else p)
    _write(new, step["text"])
    p.addnext(new)


def _delete(root: Any, p: Any, step: Step) -> None:
    p.getparent().remove(p)


def _move(root: Any, p: Any, step: Step) -> None:
    block = [p]
    while "through" in step and not _said(block[-1]).strip().startswith(step["through"]):
        block.append(block[-1].getnext())
    target = _find(root, step.get("before") or step["after"])
    if "before" in step:
        for element in block:
            target.addprevious(element)
    else:
        for element in reversed(block):
            target.addnext(element)


def _split(root: Any, p: Any, step: Step) -> None:
    head, tail = _said(p).split(step["at"], 1)
    new = copy.deepcopy(p)
    _write(new, step["at"] + tail)
    _write(p, head.rstrip())
    p.addnext(new)


def _merge(root: Any, p: Any, step: Step) -> None:
    following = p.getnext()
    _write(p, _said(p) + step["joiner"] + _said(following))
    following.getparent().remove(following)


def _label_by_hand(root: Any, p: Any, step: Step) -> None:
    number = p.find(f"{W}pPr").find(f"{W}numPr")
    for child in list(number):
        number.remove(child)
    etree.SubElement(number, f"{W}ilvl").set(f"{W}val", "0")
    etree.SubElement(number, f"{W}numId").set(f"{W}val", "0")
    _write(p, step["label"] + _said(p))


def _paste_after(root: Any, p: Any, step: Step) -> None:
    new = etree.Element(f"{W}p")
    new.append(_run(step["text"]))
    _put(new[0], "rFonts", ascii=step["font"], hAnsi=step["font"])
    _put(new[0], "color", val=step["color"])
    _put(new[0], "sz", val=str(step["size"] * 2))
    p.addnext(new)


def _bold(root: Any, p: Any, step: Step) -> None:
    _put(_isolate(p, step["find"]), "b")


def _tracked_insert(root: Any, p: Any, step: Step) -> None:
    anchor = _isolate(p, step["after"])
    put_in = etree.Element(f"{W}ins", {f"{W}id": "9001", **STAMP})
    put_in.append(_run(step["text"], anchor))
    anchor.addnext(put_in)


def _tracked_delete_paragraph(root: Any, p: Any, step: Step) -> None:
    for run in list(p.findall(f"{W}r")):
        for words in run.findall(f"{W}t"):
            words.tag = f"{W}delText"
        wrap = etree.Element(f"{W}del", {f"{W}id": "9002", **STAMP})
        run.addprevious(wrap)
        wrap.append(run)
    properties = p.find(f"{W}pPr")
    mark = properties.find(f"{W}rPr")
    if mark is None:
        mark = etree.SubElement(properties, f"{W}rPr")
    mark.insert(0, etree.Element(f"{W}del", {f"{W}id": "9003", **STAMP}))


def _comment(root: Any, p: Any, step: Step) -> None:
    middle = _isolate(p, step["on"])
    middle.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": "0"}))
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference").set(f"{W}id", "0")
    middle.addnext(reference)
    middle.addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": "0"}))


def _comments(step: Step) -> bytes:
    comments = etree.Element(f"{W}comments", nsmap={"w": NS})
    comment = etree.SubElement(comments, f"{W}comment", {f"{W}id": "0", f"{W}author": step["author"]})
    etree.SubElement(comment, f"{W}p").append(_run(step["text"]))
    out: bytes = etree.tostring(comments, xml_declaration=True, encoding="UTF-8")
    return out


def _table_after(root: Any, p: Any, step: Step) -> None:
    table = etree.Element(f"{W}tbl")
    etree.SubElement(table, f"{W}tblPr")
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in step["rows"][0]:
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", "2300")
    for cells in step["rows"]:
        row = etree.SubElement(table, f"{W}tr")
        for cell in cells:
            etree.SubElement(etree.SubElement(row, f"{W}tc"), f"{W}p").append(_run(cell))
    p.addnext(table)


OPS: Mapping[str, Callable[[Any, Any, Step], None]] = {
    "replace": _replace,
    "insert_after": _insert_after,
    "delete": _delete,
    "move": _move,
    "split": _split,
    "merge": _merge,
    "label_by_hand": _label_by_hand,
    "paste_after": _paste_after,
    "bold": _bold,
    "tracked_insert": _tracked_insert,
    "tracked_delete_paragraph": _tracked_delete_paragraph,
    "comment": _comment,
    "table_after": _table_after,
}


# What the plan's value is then


def changed(plan: Mapping[str, Any], changes: Sequence[Step]) -> dict[str, Any]:
    """Give a plan's value after the named changes; a new item's id is ``new``."""
    value = copy.deepcopy(dict(plan))
    for change in changes:
        _change(value, change)
    return value


def with_new_ids(value: Any, known: set[str]) -> Any:
    """Call ids that a plan did not have before ``new``."""
    if isinstance(value, Mapping):
        out = {key: with_new_ids(entry, known) for key, entry in value.items()}
        return {**out, "id": "new"} if "id" in value and value["id"] not in known else out
    return [with_new_ids(entry, known) for entry in value] if isinstance(value, list) else value


def every_id(value: Any) -> set[str]:
    """Give the ids in a value."""
    if isinstance(value, Mapping):
        below = set().union(*map(every_id, value.values())) if value else set()
        return below | ({value["id"]} if "id" in value else set())
    return set().union(*map(every_id, value)) if isinstance(value, list) and value else set()


def _lists(value: Any) -> Iterator[list[Any]]:
    for entry in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        if isinstance(entry, list):
            yield entry
        yield from _lists(entry)


def _where(value: Any, name: str) -> tuple[list[Any], int]:
    """Find the list that holds an item, and its index."""
    for entries in _lists(value):
        for index, entry in enumerate(entries):
            if isinstance(entry, Mapping) and entry.get("id") == name:
                return entries, index
    raise LookupError(name)


def _item(value: Any, name: str) -> Any:
    entries, index = _where(value, name)
    return entries[index]


def _change(value: dict[str, Any], change: Step) -> None:
    kind = change["change"]
    if kind in ("text", "append_paragraph", "remove_field"):
        _change_field(value, change)
    elif kind == "value":
        *around, key = change["at"].split(".")
        target = value[around[0]] if around else value
        assert target[key] == change["old"]
        target[key] = change["new"]
    elif kind == "add_table":
        _item(value, change["at"])["table"] = change["table"]
    elif kind == "signature":
        value["signature"] = {key: change[key] for key in ("authority", "role", "name")}
    elif kind == "add_recipient":
        value["recipients"].insert(value["recipients"].index(change["after"]) + 1, change["text"])
    elif kind == "remove_recipient":
        value["recipients"].remove(change["text"])
    elif kind != "review_mark":
        _change_items(value, change)


def _change_field(value: dict[str, Any], change: Step) -> None:
    name, key = change["at"].split(".")
    if name == "recipients":
        number = int(key) - 1
        assert value["recipients"][number] == change["find"]
        value["recipients"][number] = change["replace"]
    elif change["change"] == "remove_field":
        del _item(value, name)[key]
    elif change["change"] == "append_paragraph":
        _item(value, name)[key] += "\n" + change["text"]
    else:
        item = _item(value, name)
        assert item[key].count(change["find"]) == 1
        item[key] = item[key].replace(change["find"], change["replace"])


def _change_items(value: dict[str, Any], change: Step) -> None:
    kind = change["change"]
    if kind == "add_item":
        entries, index = _where(value, change["after"])
        printed = {key: change[key] for key in ("heading", "text", "lead") if key in change}
        entries.insert(index + 1, {"id": "new", **printed})
    elif kind == "remove_item":
        entries, index = _where(value, change["id"])
        del entries[index]
    elif kind == "move_item":
        entries, index = _where(value, change["id"])
        item = entries.pop(index)
        entries, index = _where(value, change.get("before") or change["after"])
        entries.insert(index if "before" in change else index + 1, item)
    elif kind == "split_item":
        entries, index = _where(value, change["id"])
        head, tail = entries[index]["text"].split(change["second_begins"])
        entries[index]["text"] = head.rstrip()
        entries.insert(index + 1, {"id": "new", "text": change["second_begins"] + tail})
    elif kind == "merge_items":
        entries, index = _where(value, change["merged"])
        gone = entries.pop(index)
        _item(value, change["into"])["text"] += change["joiner"] + gone["text"]
    else:
        raise ValueError(kind)
