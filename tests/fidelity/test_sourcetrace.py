"""The published text against its source, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from corpus import PLAN_IDS, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP, source

from kehoach.exports.text import to_text
from kehoach.fidelity.sourcetrace import Departure, trace
from kehoach.meaning.fabric import Fabric
from kehoach.model.plan import Correction
from kehoach.model.printed import Line

TEXT_PLANS = [plan_id for plan_id in PLAN_IDS if plan_id != SO_XAY_DUNG]


def departures(fabric: Fabric, plan_id: str, lines: Sequence[Line]) -> list[Departure]:
    return trace(fabric.plans[plan_id].plan, lines, source(plan_id)).departures


def source_words(text: str, corrections: Sequence[Correction]) -> list[str]:
    """Read a source the simple way: drop extraction marks and the header block, join lines, put corrections in."""
    kept = [
        re.sub(r"^\s*#+\s|^\s*-\s+(?=\+\s|[a-zđ]\)\s)|[*]|<(?=http)|(?<=[^\s<])>", "", line)
        for line in text.replace("\f", "\n").split("\n")
        if not re.match(r"\s*Số:\s+/|[^,]{2,12}, ngày\s.*năm [0-9]{4}\s*$", line)
    ]
    joined = " ".join(re.sub(r"(?<=\S)-\s*\n\s*(?=\S)", "-", "\n".join(kept)).split())
    for correction in corrections:
        assert joined.count(correction.source) == 1
        joined = joined.replace(correction.source, correction.published)
    return joined.split()


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_plan_is_its_source_word_for_word(fabric: Fabric, plan_id: str) -> None:
    """No word departs from the source without a correction, and every printed line knows where it stands there."""
    linked = fabric.plans[plan_id]
    found = trace(linked.plan, linked.lines, source(plan_id))
    assert found.departures == []
    unplaced = [line.text for line, span in zip(linked.lines, found.spans, strict=True) if span is None]
    assert unplaced == []


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_spans_follow_the_source_downwards(fabric: Fabric, plan_id: str) -> None:
    """Spans are lines of the source, and those of the body only ever go down."""
    linked = fabric.plans[plan_id]
    spans = trace(linked.plan, linked.lines, source(plan_id)).spans
    body = [s for line, s in zip(linked.lines, spans, strict=True) if s and line.item]
    assert all(1 <= first <= last <= source(plan_id).count("\n") + 1 for first, last in body)
    assert body == sorted(body)


def test_borders_of_cells_are_not_words(fabric: Fabric) -> None:
    """A source taken from a Word file has the recipients in a table; its borders depart from nothing."""
    text = source(XA_EA_KNOP).rstrip()
    head, foot = text.split("\nNơi nhận:", 1)
    cells = " ¶ ".join(f"Nơi nhận:{foot}".split("\n"))
    linked = fabric.plans[XA_EA_KNOP]
    assert trace(linked.plan, linked.lines, f"{head}\n| {cells} |\n").departures == []


@pytest.mark.parametrize("plan_id", TEXT_PLANS)
def test_text_export_has_the_words_of_the_source_in_order(fabric: Fabric, plan_id: str) -> None:
    """Read independently of the tracing code, source and export are the same list of words."""
    linked = fabric.plans[plan_id]
    exported = to_text([line for line in linked.lines if not line.is_header]).split()
    assert exported == source_words(source(plan_id), linked.plan.corrections)


def test_restored_plan_says_where_it_is_in_doubt(fabric: Fabric) -> None:
    """A text restored from a poor scan owns up to doubtful readings, each with a reason."""
    corrections = fabric.plans[SO_XAY_DUNG].plan.corrections
    assert any(correction.certainty == "doubtful" for correction in corrections)
    assert all(correction.reason for correction in corrections)


def letter_changed(words: list[str]) -> list[str]:
    middle = len(words) // 2
    return [*words[:middle], ("k" if words[middle][0] in "xX" else "x") + words[middle][1:], *words[middle + 1 :]]


def word_dropped(words: list[str]) -> list[str]:
    return words[: len(words) // 2] + words[len(words) // 2 + 1 :]


def word_added(words: list[str]) -> list[str]:
    return [*words[: len(words) // 2], "không", *words[len(words) // 2 :]]


def word_doubled(words: list[str]) -> list[str]:
    return [*words[: len(words) // 2], words[len(words) // 2 - 1], *words[len(words) // 2 :]]


@pytest.mark.parametrize("change", [letter_changed, word_dropped, word_added, word_doubled])
@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_changed_paragraph_is_a_departure(
    fabric: Fabric, plan_id: str, change: Callable[[list[str]], list[str]]
) -> None:
    """One changed letter, one lost, added or doubled word is one departure, at its line, wherever in the plan it is."""
    lines = fabric.plans[plan_id].lines
    places = [i for i, line in enumerate(lines) if not line.is_header and len(line.words.split()) > 3]
    assert len(places) > 10
    for place in places[::6]:
        changed = replace(lines[place], words=" ".join(change(lines[place].words.split())))
        found = departures(fabric, plan_id, [*lines[:place], changed, *lines[place + 1 :]])
        assert [departure.line for departure in found] == [changed]


@pytest.mark.parametrize("plan_id", TEXT_PLANS)
def test_lost_tone_mark_is_a_departure(fabric: Fabric, plan_id: str) -> None:
    """In a text source one diacritic counts like any letter."""
    lines = fabric.plans[plan_id].lines
    place = next(i for i, line in enumerate(lines) if line.item and "ề" in line.words)
    changed = replace(lines[place], words=lines[place].words.replace("ề", "ê", 1))
    assert departures(fabric, plan_id, [*lines[:place], changed, *lines[place + 1 :]])


@pytest.mark.parametrize(("there", "here"), [(" và ", "và "), (" và ", " và"), ("và", "v à"), (" và ", " v à ")])
@pytest.mark.parametrize("plan_id", TEXT_PLANS)
def test_words_run_together_or_torn_apart_are_a_departure(fabric: Fabric, plan_id: str, there: str, here: str) -> None:
    """Spaces between words are text; only their kind and length are not."""
    lines = fabric.plans[plan_id].lines
    for place in [i for i, line in enumerate(lines) if line.item and " và " in line.words][::4]:
        changed = replace(lines[place], words=lines[place].words.replace(there, here, 1))
        found = departures(fabric, plan_id, [*lines[:place], changed, *lines[place + 1 :]])
        assert [departure.line for departure in found] == [changed]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_swapped_paragraphs_are_a_departure(fabric: Fabric, plan_id: str) -> None:
    """The order of paragraphs is text too."""
    lines = list(fabric.plans[plan_id].lines)
    first, second = [i for i, line in enumerate(lines) if line.kind == "text" and len(line.words) > 80][3:5]
    lines[first], lines[second] = lines[second], lines[first]
    assert departures(fabric, plan_id, lines)


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_lost_paragraph_is_a_departure(fabric: Fabric, plan_id: str) -> None:
    """A whole paragraph cannot vanish, not even the last one."""
    lines = fabric.plans[plan_id].lines
    assert departures(fabric, plan_id, lines[:-1])
    middle = len(lines) // 2
    assert departures(fabric, plan_id, [*lines[:middle], *lines[middle + 1 :]])


@pytest.mark.parametrize("words", ["chữ này không có ở đâu cả", "tuyên truyền", ""])
@pytest.mark.parametrize("plan_id", [TINH_2025, SO_XAY_DUNG, XA_EA_KNOP])
def test_correction_must_fit_one_place(fabric: Fabric, plan_id: str, words: str) -> None:
    """A correction whose source words stand nowhere, in several places, or are empty is reported by its index."""
    linked = fabric.plans[plan_id]
    text = source(plan_id) if plan_id != SO_XAY_DUNG else source(plan_id) + "\ntuyên truyền\ntuyên truyền"
    extra = Correction("close", words, "khác", "Thử.", "certain")
    plan = replace(linked.plan, corrections=(*linked.plan.corrections, extra))
    found = trace(plan, linked.lines, text).departures
    assert [d.correction for d in found if d.correction is not None] == [len(plan.corrections) - 1]


def test_correction_explains_a_departure(fabric: Fabric) -> None:
    """What a correction records is no departure, and only that."""
    linked = fabric.plans[XA_EA_KNOP]
    place = next(i for i, line in enumerate(linked.lines) if "các các" in line.words)
    changed = replace(linked.lines[place], words=linked.lines[place].words.replace("các các", "các"))
    lines = [*linked.lines[:place], changed, *linked.lines[place + 1 :]]
    assert trace(linked.plan, lines, source(XA_EA_KNOP)).departures
    plan = replace(linked.plan, corrections=(Correction("x", "của các các tổ", "của các tổ", "Thử.", "certain"),))
    assert trace(plan, lines, source(XA_EA_KNOP)).departures == []
