"""Plans in other layouts, as text in several settings and as Word documents."""

from __future__ import annotations

import pytest
from importrendering import SETTINGS, as_lines, comparable, expected
from importsamples import SAMPLES, Sample
from measures import f1, fields, outline

from kehoach.importing.pipeline import import_text


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_outline_words_and_fields(sample: Sample, setting: str) -> None:
    """Tables, decimal figures, bullets, articles, slashes and bare fields are read in every setting."""
    result = SETTINGS[setting](sample)
    assert f1(comparable(expected(sample)), comparable(outline(result.data))) >= 0.95
    assert result.report.words.lost == ()
    found = fields(result.data)
    assert [(path, kind, found.get((path, kind))) for path, kind, _ in sample.fields] == list(sample.fields)


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_head_and_foot(sample: Sample) -> None:
    """Two columns side by side are told apart: names, number and date; recipients and signature."""
    data = import_text(as_lines(sample)).data
    document = data.get("decision", data)
    assert document["symbol"].startswith(("KH-", "QĐ-"))
    assert "ngày" in document["issued"]["printed"]
    assert document["recipients"] and document["signature"]["name"]


def test_header_names_and_date() -> None:
    """Names are kept in sentence case and the date is read as a date."""
    data = import_text(as_lines(SAMPLES[0])).data
    assert data["header"] == ["Ủy ban nhân dân", "Xã Tân Lập"]
    assert data["issued"] == {"place": "Tân Lập", "date": "2025-02-12", "printed": "ngày 12 tháng 02 năm 2025"}
    assert data["signature"] == {"authority": "TM. Ủy ban nhân dân", "role": "Chủ tịch", "name": "Trần Thị Hoa"}


def test_appendix_is_kept_at_the_end() -> None:
    """What is printed below the signature is an appendix, its table row by row."""
    sample = next(sample for sample in SAMPLES if sample.name == "phu-luc")
    (appendix,) = import_text(as_lines(sample)).data["appendices"]
    assert (appendix["label"], appendix["title"]) == ("PHỤ LỤC", "Lịch kiểm tra công vụ năm 2025")
    assert [row["cells"][2] for row in appendix["table"]["rows"]] == ["10/4/2025", "17/4/2025"]
