"""Queries as people type them: questions, everyday words, slips and other spellings lead to what they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from kehoach.meaning.fabric import Fabric

from .visit import Visit

HERE = Path(__file__).parent
TABLES = ("queries", "queries-more", "queries-third")
CASES = [row for name in TABLES for row in yaml.safe_load((HERE / f"{name}.cases.yaml").read_text("utf-8"))]
FEWEST = 115
_SEARCH = """async words => {
  const all = { unit: "", year: "", kind: "" }
  const found = await khTim.search(words, all)
  return found.hits.slice(0, 3).map(hit => [hit.url, ...hit.also.map(one => one.url)])
}"""


def _above(fabric: Fabric) -> dict[str, set[str]]:
    """Per address of an item the anchors of the items that it stands below, and its own."""
    found: dict[str, set[str]] = {}
    for plan_id, linked in fabric.plans.items():
        at = {line.path: line.anchor for line in reversed(linked.lines) if line.anchor}
        for line in linked.lines:
            parts = line.path.split(".")
            paths = (".".join(parts[:n]) for n in range(1, len(parts) + 1))
            found.setdefault(f"ke-hoach/{plan_id}#{line.anchor}", set()).update(
                at[path] for path in paths if path in at
            )
    return found


def _is_right(url: str, expected: list[Mapping[str, str]], above: Mapping[str, set[str]]) -> bool:
    page, _, anchor = url.replace("index.html", "").replace("/#", "#").partition("#")
    page = page.rstrip("/")
    for one in expected:
        if one.get("page", "").rstrip("/") == page or (not anchor and f"ke-hoach/{one.get('plan')}" == page):
            return True
        if (
            anchor
            and f"ke-hoach/{one.get('plan')}" == page
            and one.get("id") in above.get(f"{page}#{anchor}", {anchor})
        ):
            return True
    return False


def test_most_queries_find_what_they_ask_for(visit: Visit, fabric: Fabric) -> None:
    """Of all queries at least so many have a right hit among their first three."""
    visit.open("tim/index.html")
    visit.page.wait_for_function("() => window.khTim && khTim.manifest")
    above = _above(fabric)
    missed = [row["query"] for row in CASES if not _found(visit, row, above)]
    assert len(CASES) == 120
    assert len(missed) <= len(CASES) - FEWEST, missed


def _found(visit: Visit, row: Mapping[str, Any], above: Mapping[str, set[str]]) -> bool:
    hits: list[list[str]] = visit.page.evaluate(_SEARCH, row["query"])
    return any(_is_right(url, row["expect"], above) for hit in hits for url in hit)


def test_state_is_said_with_a_hit(visit: Visit) -> None:
    """A document that no longer holds says so, and stands behind one that does."""
    visit.open("tim/index.html?q=huy%E1%BB%87n%20%C4%91%E1%BB%93ng%20xu%C3%A2n%20c%C3%B2n%20kh%C3%B4ng")
    visit.page.locator(".kh-hit").first.wait_for()
    assert "Đã kết thúc ngày 30/6/2025" in visit.page.locator(".kh-hits").inner_text()


def test_filter_by_body_names_its_id(visit: Visit) -> None:
    """A link to a search of one body's plans goes on to hold when other bodies come in."""
    visit.open("tim/index.html?q=tuy%C3%AAn%20truy%E1%BB%81n&co-quan=huyen-dong-xuan")
    visit.page.locator(".kh-hit").first.wait_for()
    assert visit.page.locator("select[name=co-quan]").input_value() == "huyen-dong-xuan"
    assert all("dong-xuan" in link for link in visit.found() if "/ke-hoach/" in link)
