"""The five sources against the plans that were read by hand."""

from __future__ import annotations

import pytest
from corpus import PLAN_IDS, SO_XAY_DUNG, source
from measures import f1, f1_read_badly, fields, outline, without_notes

from kehoach.files.repository import Repository
from kehoach.importing.pipeline import ImportResult, import_text

CLEAN = [plan_id for plan_id in PLAN_IDS if plan_id != SO_XAY_DUNG]


@pytest.fixture(scope="module")
def imported() -> dict[str, ImportResult]:
    return {plan_id: import_text(source(plan_id)) for plan_id in PLAN_IDS}


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_no_word_is_lost(plan_id: str, imported: dict[str, ImportResult]) -> None:
    """Every word of the source is in the draft in order, but for what the report lists as removed."""
    words = imported[plan_id].report.words
    assert words.lost == () and words.share == 1.0 and words.total > 1000


@pytest.mark.parametrize("plan_id", CLEAN)
def test_outline_of_clean_sources(plan_id: str, imported: dict[str, ImportResult], repository: Repository) -> None:
    """Label paths and text starts are those of the plan read by hand."""
    data = repository.plan_files[plan_id].value
    assert f1(outline(data), outline(imported[plan_id].data)) >= 0.97


def test_outline_of_the_recognised_source(imported: dict[str, ImportResult], repository: Repository) -> None:
    """Lost diacritics and bent letters do not hide the outline."""
    data = repository.plan_files[SO_XAY_DUNG].value
    assert f1_read_badly(outline(data), outline(imported[SO_XAY_DUNG].data)) >= 0.90


def test_fields_of_duties(imported: dict[str, ImportResult], repository: Repository) -> None:
    """Lead, partners and schedule of the duties are found where they are printed."""
    right = total = 0
    for plan_id in CLEAN:
        found = fields(imported[plan_id].data)
        wanted = fields(repository.plan_files[plan_id].value)
        asked = {key: words for key, words in wanted.items() if key[1] in ("lead", "partners", "schedule")}
        right += sum(found.get(key) == words for key, words in asked.items())
        total += len(asked)
    assert total > 30 and right / total >= 0.95


@pytest.mark.parametrize("plan_id", CLEAN)
def test_draft_is_the_plan_read_by_hand(
    plan_id: str, imported: dict[str, ImportResult], repository: Repository
) -> None:
    """Headings, run-in headings, labels, numbering, head and foot agree too; only ids and notes are a person's."""
    told = ("issuer", "status")
    data = {key: value for key, value in repository.plan_files[plan_id].value.items() if key not in told}
    draft = {key: value for key, value in imported[plan_id].data.items() if key not in told}
    assert without_notes(draft) == without_notes(data)


@pytest.mark.parametrize("plan_id", CLEAN)
def test_draft_is_what_lacks_number_day_or_signer(
    plan_id: str, imported: dict[str, ImportResult], repository: Repository
) -> None:
    """An issued plan has all three in its source; the report says what is missing."""
    data = repository.plan_files[plan_id].value
    document = data.get("decision", data)
    given = document["number"], document["issued"]["date"], document["signature"]["name"]
    assert (imported[plan_id].data.get("status") == "draft") is not all(given)
    assert ("Ghi status: draft vì" in imported[plan_id].report.text()) is not all(given)


def test_what_was_removed_is_listed(imported: dict[str, ImportResult]) -> None:
    """The link target that an extraction let fall between two lines is named with its line."""
    (removed,) = imported["tinh-dak-lak/tuyen-truyen-cchc/2025"].report.removed
    assert (removed.line, removed.text) == (644, "http://tuongtaccongdan.daklak.gov.vn/")


def test_lost_diacritics_are_said(imported: dict[str, ImportResult]) -> None:
    """The report says so, and the draft's source is marked as recognised."""
    assert "mất phần lớn dấu" in imported[SO_XAY_DUNG].report.text()
    result = import_text(source(SO_XAY_DUNG), source_file="2025.source.txt")
    assert result.data["source"]["medium"] == "ocr"
