"""Relations of the five plans against the hand-read list, from both sides, and what makes them up."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from corpus import HUYEN_DONG_XUAN, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP, gold
from uppers import said_above

from kehoach.comparison.commontext import common_texts
from kehoach.comparison.relations import INVERSES, Endpoint, Relations, relations_of
from kehoach.comparison.supposed import supposed
from kehoach.exports.opendata import open_data
from kehoach.meaning.fabric import Fabric, LinkedPlan

_READ = ("implements", "based_on", "proposed_by")


@pytest.fixture(scope="module")
def relations(fabric: Fabric) -> Relations:
    return relations_of(fabric)


def test_opening_lines_agree_with_the_hand_read_list(own_fabric: Fabric) -> None:
    """All căn cứ, thực hiện and đề nghị, in order, with the place and the words that say it; no others."""
    expected = [(r["plan"], r["path"], r["relation"]) for r in gold("relations")["relations"]]
    plans = {plan for plan, _, _ in expected}
    ties = relations_of(own_fabric).all
    found = [tie for tie in ties if tie.type in _READ and tie.words and tie.source.id in plans]
    assert sorted((tie.source.id, tie.path, tie.type) for tie in found) == sorted(expected)
    for entry in gold("relations")["relations"]:
        same = [t for t in found if (t.source.id, t.path, t.type) == (entry["plan"], entry["path"], entry["relation"])]
        assert any(tie.words.startswith(entry["text"]) for tie in same), entry


def test_every_relation_is_seen_from_the_other_side(relations: Relations) -> None:
    """Each relation of a thing is among those to its target, under its inverse name."""
    for tie in relations.all:
        assert tie in relations.of(tie.source.whole)
        assert tie in relations.to(tie.target.whole)
        assert tie.inverse == INVERSES[tie.type]


def test_what_is_said_and_what_goes_on_are_all_relations(relations: Relations) -> None:
    """Who counts them need not go from item to item: what goes on is between an edition and earlier ones."""
    going_on = ("follows", "continues")
    said = [tie for tie in relations.all if tie.type not in going_on]
    assert said == [*relations.said()] != [*relations.all]
    assert {*relations.going_on()} == {(t.source.id, t.target.id) for t in relations.all if t.type in going_on}
    for tie in relations.all:
        own = relations.of(tie.source.whole)
        assert relations.of(tie.source.whole, said=True) == [one for one in own if one.type not in going_on]


def test_documents_that_are_not_held_are_nodes(fabric: Fabric, relations: Relations) -> None:
    """Nghị quyết 76 is nowhere in full, yet all that rests on it is found from it."""
    node = Endpoint("document", "nghi-quyet-76-nq-cp-2021")
    found = {(tie.type, tie.source.id) for tie in relations.to(node)}
    assert ("based_on", XA_EA_KNOP) in found
    assert ("implements", "cong-van-3759-bnv-cchc-2021") in found
    assert {plan for kind, plan in found if kind == "cites"} == {TINH_2021, TINH_2025, SO_XAY_DUNG, HUYEN_DONG_XUAN}


def test_every_relation_says_how_it_is_known(relations: Relations) -> None:
    """A relation has the words of the plan, or says where it was found; its certainty is one of three."""
    for tie in relations.all:
        assert tie.words or tie.origin or tie.type == "follows", tie
        assert tie.certainty in ("certain", "likely", "doubtful")


def test_words_end_where_the_next_document_begins(relations: Relations) -> None:
    """Of a sentence that names three plans each relation has its own part."""
    words = [tie.words for tie in relations.of(Endpoint("plan", HUYEN_DONG_XUAN)) if tie.type == "implements"]
    assert [text[: len("Kế hoạch số 19/KH-UBND ngày 16/01/2025")] for text in words] == [
        "Kế hoạch số 19/KH-UBND ngày 03/02/2025",
        "Kế hoạch số 214/KHUBND ngày 27/12/2021",
        "Kế hoạch số 19/KH-UBND ngày 16/01/2025",
    ]
    assert words[1].endswith("của huyện Đồng Xuân")


def test_editions_follow_each_other_item_by_item(relations: Relations) -> None:
    """The edition of 2025 follows that of 2021; items go on by id or where ``continues`` says so."""
    found = relations.of(Endpoint("plan", TINH_2025))
    assert [tie.target.id for tie in found if tie.type == "follows"] == [TINH_2021]
    continued = {(tie.source.item, tie.target.item) for tie in found if tie.type == "continues"}
    assert ("ky-luat-ky-cuong", "cai-cach-che-do-cong-vu") in continued
    assert ("cac-chi-so-danh-gia", "cac-chi-so-danh-gia") in continued


def test_no_plan_is_below_one_that_it_does_not_name(relations: Relations) -> None:
    """None of the five names a held plan of another body, so that none is said to be below another."""
    assert relations.pairings == ()
    assert {tie.type for tie in relations.all}.isdisjoint({"nearest_held", "common_origin"})


def test_what_may_be_supposed_is_kept_apart(relations: Relations) -> None:
    """The nearest plan held; much text in common with a plan of another province is not even that."""
    found = {(tie.source.id, tie.target.id): tie.type for tie in supposed(relations.fabric)}
    assert found == {(SO_XAY_DUNG, TINH_2025): "nearest_held", (XA_EA_KNOP, TINH_2025): "nearest_held"}


def test_a_person_names_the_plan_above(fabric: Fabric) -> None:
    """What a person notes under ``coverage`` makes the plan lower, and says who said so."""
    said = relations_of(said_above(fabric, XA_EA_KNOP, TINH_2025))
    (tie,) = said.pairings
    assert (tie.type, tie.source.id, tie.target.id, tie.words) == ("said_above", XA_EA_KNOP, TINH_2025, "")
    assert "người đọc" in tie.origin
    assert (XA_EA_KNOP, TINH_2025) not in {(tie.source.id, tie.target.id) for tie in supposed(said.fabric)}


def test_common_text_is_found_without_comparing_each_with_each(fabric: Fabric) -> None:
    """Đồng Xuân and Sở Xây dựng share more than half; text that very many plans share is a formula."""
    first = common_texts(fabric.plans.values(), fabric.registry)[0]
    assert (first.first, first.second) == (HUYEN_DONG_XUAN, SO_XAY_DUNG)
    assert first.share > 0.4 and first.certainty == "likely"
    linked = fabric.plans[XA_EA_KNOP]
    copies = [LinkedPlan(replace(linked.plan, id=f"xa-{n}/thu/2026"), linked.linker) for n in range(30)]
    assert common_texts(copies, fabric.registry) == []


def test_open_data_has_every_relation(fabric: Fabric, relations: Relations) -> None:
    """The table has a row for each relation, with its inverse."""
    rows = list(csv.DictReader(io.StringIO(open_data(fabric)["data/relations.csv"].decode())))
    assert len(rows) == len(relations.all)
    assert {row["inverse"] for row in rows} <= set(INVERSES.values())
