"""The redline: accepting all gives the new plan, rejecting all the old one; moves, comments, nothing of the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from corpus import TINH_2021, TINH_2025
from docxreading import W, part
from hypothesis import HealthCheck, given, settings
from redlines import PAIRS, TABLES, bodies, invented, red, said, with_table

from kehoach.commands.main import main
from kehoach.exports.docx import official_document
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.registry import Registry


def check(old: LinkedPlan, new: LinkedPlan, registry: Registry) -> bytes:
    """Accepted it is the new plan, rejected the old one, word for word."""
    data = red(old, new, registry)
    for plan, accept in ((new, True), (old, False)):
        assert said(data, accept=accept) == said(official_document(plan, registry, "reading"))
    body = part(data, "document")
    assert not list(touching(body))
    rows = [row for row in body.iter(f"{W}tr") if any(mark.tag in KINDS for mark in row.iterfind(f"{W}trPr/*"))]
    assert not [row for row in rows if next(row.iter(f"{W}commentReference"), None) is not None]
    return data


KINDS = {f"{W}ins": "+", f"{W}moveTo": "+", f"{W}del": "-", f"{W}moveFrom": "-"}


def touching(body: Element) -> Iterator[str]:
    """Paragraphs that stay and end with a change of the kind that the next begins with: LibreOffice would join them.

    The trial with LibreOffice itself (``test_redline_in_writer.py``) shows it; where no word stays it cannot be helped.
    """
    for above in body.iter():
        for paragraph, following in pairwise(above):
            ends = [child for child in paragraph if child.tag in KINDS or child.tag == f"{W}r"]
            starts = [child for child in following if child.tag in KINDS or child.tag == f"{W}r"]
            if not (paragraph.tag == following.tag == f"{W}p" and ends and starts):
                continue
            stays = not any(mark.tag in KINDS for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/*"))
            kinds = {child.tag for child in ends}
            if stays and len(kinds) > 1 and KINDS.get(ends[-1].tag, "") == KINDS.get(starts[0].tag, "="):
                yield "".join(paragraph.itertext())


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_accepted_is_the_new_plan_and_rejected_the_old(old: str, new: str, fabric: Fabric) -> None:
    """Two editions, two bodies, a plan with a decision and one without: both stand whole in the file."""
    data = check(fabric.plans[old], fabric.plans[new], fabric.registry)
    tags = {element.tag.removeprefix(W) for element in part(data, "document").iter()}
    assert ({"ins", "del"} <= tags) == (old != new)
    assert old != new or not [tag for tag in tags if tag.endswith("Change")]
    assert data == red(fabric.plans[old], fabric.plans[new], fabric.registry)
    assert "date" not in {
        name.rpartition("}")[2] for element in part(data, "document").iter() for name in element.attrib
    }


def test_words_that_stay_are_not_marked(fabric: Fabric) -> None:
    """A provision that both editions have is changed within; only words that differ are put in or taken out."""
    data = red(fabric.plans[TINH_2021], fabric.plans[TINH_2025], fabric.registry)
    texts = {"".join(p.itertext()): p for p in part(data, "document").iter(f"{W}p")}
    [paragraph] = [p for text, p in texts.items() if text.startswith("c)\u00a0Quán triệt, bám sát")]
    gone = ["".join(e.itertext()) for e in paragraph.iter(f"{W}del")]
    come = ["".join(e.itertext()) for e in paragraph.iter(f"{W}ins")]
    assert any("12" in words for words in gone) and any("15" in words for words in come)
    kept = "".join(t.text or "" for r in paragraph.findall(f"{W}r") for t in r.iter(f"{W}t"))
    assert len(kept) > 80


def test_reasons_are_comments(fabric: Fabric) -> None:
    """Each change that matters says at its place what changed and why it counts; none is a person's."""
    data = red(fabric.plans[TINH_2021], fabric.plans[TINH_2025], fabric.registry)
    comments = part(data, "comments")
    texts = ["".join(comment.itertext()) for comment in comments]
    assert any("Con số: 12 → 15" in text.replace(" chỉ tiêu", "") for text in texts), texts
    places = {e.get(f"{W}id") for e in part(data, "document").iter(f"{W}commentReference")}
    assert places == {comment.get(f"{W}id") for comment in comments} != set()
    assert {comment.get(f"{W}author") for comment in comments} == {"So sánh kế hoạch"}
    assert not [comment for comment in comments if comment.get(f"{W}date")]


def test_moved_provisions_are_moves(repository: Repository) -> None:
    """The same words elsewhere are a move with both ends under one name; other words are taken out and put in."""
    items = [{"id": name, "text": f"Việc {name} của xã."} for name in ("mot", "hai", "ba", "bon")]
    turned = [items[3], *items[:3]]
    data = check(invented(items, repository), invented(turned, repository), repository.registry)
    document = part(data, "document")
    ends = [[e.get(f"{W}name") for e in document.iter(f"{W}{tag}RangeStart")] for tag in ("moveFrom", "moveTo")]
    assert ends[0] == ends[1] and len(ends[0]) == 1
    changed = [{**items[3], "text": "Việc bốn của thôn, buôn."}, *items[:3]]
    data = check(invented(items, repository), invented(changed, repository), repository.registry)
    assert not list(part(data, "document").iter(f"{W}moveFrom"))


@given(bodies(), bodies())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_two_plans(repository: Repository, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    """However two plans differ in items, order, depth, fields and paragraphs."""
    one, other = (invented(body, repository, f"xa-ea-knop/thu/{year}") for year, body in ((2025, old), (2026, new)))
    check(one, other, repository.registry)


@pytest.mark.parametrize(("old", "new"), TABLES)
def test_tables_and_appendices(old: str, new: str) -> None:
    """Tables of the same columns are merged row by row, others are taken out and put in whole."""
    check(with_table(old), with_table(new), Registry())


def test_rows_of_a_table() -> None:
    """A row that is put in or taken out is a row of the table that stays."""
    linked = with_table("inspection")
    [appendix] = linked.plan.appendices
    [table] = appendix.item.tables
    less = replace(appendix, item=replace(appendix.item, children=(replace(table, rows=table.rows[1:]),)))
    changed = LinkedPlan(replace(linked.plan, appendices=(less,)), linked.linker)
    for old, new, tag in ((linked, changed, "del"), (changed, linked, "ins")):
        rows = [row.find(f"{W}{tag}") for row in part(check(old, new, Registry()), "document").iter(f"{W}trPr")]
        assert len(rows) > 2 and sum(row is not None for row in rows) == 1


def test_command_writes_a_file(five: Path, tmp_path: Path) -> None:
    """``diff A B --to docx --output``; without B the edition before."""
    output = tmp_path / "a.docx"
    assert main(["--root", str(five), "diff", TINH_2025, "--to", "docx", "--output", str(output)]) == 0
    assert re.search("năm 2021", "\n".join(said(output.read_bytes(), accept=False)))
