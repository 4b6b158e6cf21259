"""The Atom feed: valid, the same for the same plans, ids that outlive a rebuild and a move."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from corpus import XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.exports.feed import AHEAD, BEHIND, FeedEntry, atom, entries, has_news, unit_entries
from kehoach.files.revisions import Revision, Version
from kehoach.meaning.fabric import Fabric
from kehoach.model.plan import Plan

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = dt.date(2026, 3, 1)
HISTORIES = {
    f"plans/{XA_EA_KNOP}.yaml": [
        Revision("c" * 40, dt.date(2026, 2, 20), "Sửa một chữ"),
        Revision("b" * 40, dt.date(2026, 2, 10), "Định dạng"),
        Revision("a" * 40, dt.date(2026, 1, 20), "Thêm kế hoạch"),
    ]
}


@pytest.fixture(scope="module")
def agenda(fabric: Fabric) -> Agenda:
    return Agenda(fabric)


@pytest.fixture(scope="module")
def news(fabric: Fabric, agenda: Agenda) -> list[FeedEntry]:
    return entries(fabric, agenda, HISTORIES, DAY)


def _version(revision: Revision, plan: Plan) -> Version:
    return Version(revision, lambda: plan)


@pytest.mark.parametrize("url", ["", "https://a.example/b/"])
def test_feed_has_what_rfc_4287_asks_for(news: list[FeedEntry], url: str) -> None:
    """Feed and entries each have one id, title and time; ids differ; a feed with an address names itself."""
    root = ElementTree.fromstring(atom("Tên", url, news, DAY))
    assert root.tag == f"{ATOM}feed"
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    found = [root, *root.findall(f"{ATOM}entry")]
    assert len(found) > 5
    ids = []
    for element in found:
        for name in ("id", "title", "updated"):
            assert [bool(child.text) for child in element.findall(f"{ATOM}{name}")] == [True]
        ids.append(element.findtext(f"{ATOM}id", ""))
        assert dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("urn:uuid:") for name in ids)
    assert bool(root.findall(f"{ATOM}link[@rel='self']")) == bool(url)
    assert all(link.get("href", "").startswith(url or "") for link in root.iter(f"{ATOM}link"))


def test_entry_ids_stay_when_the_site_moves(news: list[FeedEntry]) -> None:
    """The same news have the same ids at another address; its links follow the address."""

    def ids(url: str) -> list[str | None]:
        root = ElementTree.fromstring(atom("Tên", url, news, DAY))
        return [element.text for element in root.findall(f"{ATOM}entry/{ATOM}id")]

    assert ids("") == ids("https://a.example/")


def test_latest_first_and_nothing_from_the_future(news: list[FeedEntry]) -> None:
    """Entries stand by day, the latest first, none later than the day the site speaks of."""
    assert [entry.day for entry in news] == sorted((entry.day for entry in news), reverse=True)
    assert news[0].day <= DAY


def test_deadlines_come_some_days_ahead(fabric: Fabric, agenda: Agenda) -> None:
    """A deadline is news from AHEAD before it until BEHIND after it, always with the same time."""
    due = next(d.due for d in agenda.deadlines if d.due)
    days = (due - AHEAD - dt.timedelta(days=1), due - AHEAD, due + BEHIND, due + BEHIND + dt.timedelta(days=1))
    shown = [
        [e.day for e in entries(fabric, agenda, {}, day) if e.category == "han" and e.day == due - AHEAD]
        for day in days
    ]
    assert [bool(found) for found in shown] == [False, True, True, False]


def test_every_plan_is_announced(fabric: Fabric, agenda: Agenda) -> None:
    """Each plan has an entry, without any history too."""
    found = [entry for entry in entries(fabric, agenda, {}, dt.date(2026, 12, 31)) if entry.category == "ke-hoach"]
    assert sorted(entry.key for entry in found) == sorted(fabric.plans)


def test_a_commit_that_changes_no_word_is_no_news(fabric: Fabric, agenda: Agenda) -> None:
    """Of the later commits only those with other printed words are told; the first one is the plan's own entry."""
    plan = fabric.plans[XA_EA_KNOP].plan
    history = HISTORIES[f"plans/{XA_EA_KNOP}.yaml"]
    states = [replace(plan, close="Khác."), plan, plan]
    versions = {XA_EA_KNOP: [_version(*one) for one in zip(history, states, strict=True)]}
    found = entries(fabric, agenda, HISTORIES, DAY, versions)
    assert [e.key for e in found if e.category == "sua-doi"] == [f"{XA_EA_KNOP}@{'c' * 40}"]


def test_hostile_words_stay_words() -> None:
    """Markup and control characters in a title neither break the feed nor become elements."""
    bad = FeedEntry("k", DAY, "<script>&\x00\x1b]]>", '"><x/>', "a#b", "han")
    root = ElementTree.fromstring(atom("<b>", "", [bad], DAY))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "<script>&]]>"
    assert [element.tag for element in root.iter() if not element.tag.startswith(ATOM)] == []


def test_news_of_a_body_are_its_own(fabric: Fabric, agenda: Agenda, news: list[FeedEntry]) -> None:
    """A body's feed holds its plans and deadlines, none of others, with links that lead back from where it lies."""
    own = unit_entries(fabric, agenda, HISTORIES, DAY, None, "xa-ea-knop")
    assert own
    assert {entry.key for entry in own} <= {entry.key for entry in news}
    assert all(XA_EA_KNOP in entry.address for entry in own)
    file = "data/units/xa-ea-knop.xml"
    root = ElementTree.fromstring(atom("Trang", "", own, DAY, file, "co-quan/xa-ea-knop/", "Xã"))
    assert root.findtext(f"{ATOM}title") == "Xã"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Trang"
    assert all(link.get("href", "").startswith("../../") for link in root.iter(f"{ATOM}link"))
    assert has_news(fabric, agenda, "xa-ea-knop")
    assert not has_news(fabric, agenda, "quoc-hoi")


def test_no_subject_of_a_commit_is_news(news: list[FeedEntry]) -> None:
    """What people wrote for each other in the history is not for readers."""
    said = " ".join(entry.title + entry.summary for entry in news)
    assert "Định dạng" not in said
    assert "Sửa một chữ" not in said
