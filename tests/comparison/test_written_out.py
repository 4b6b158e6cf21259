"""A sentence written out as fields: the same words in other places are no change, other words are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.comparison.model import Comparison
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from
from kehoach.wording.letters import bare

_SENTENCE = (
    "Phòng Kinh tế chủ trì, phối hợp với Hội Cựu chiến binh xã, Đoàn Thanh niên xã nạo vét kênh N2; hoàn thành trước "
    "ngày 30/10; nguồn kinh phí: ngân sách xã."
)
_FIELDS = {
    "heading": "Nạo vét kênh N2:",
    "lead": "Phòng Kinh tế.",
    "partners": "Hội Cựu chiến binh xã, Đoàn Thanh niên xã.",
    "schedule": "trước ngày 30/10.",
    "budget": "ngân sách xã.",
}


def _plan(repository: Repository, year: int, duty: Mapping[str, str], name: str) -> LinkedPlan:
    """Make a plan of a duty between two others."""
    around = ["Trạm Y tế khám tuyển nghĩa vụ quân sự.", "Công an xã kiểm tra cư trú."]
    issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
    items = [{"id": "mot", "text": around[0]}, {"id": name, **duty}, {"id": "ba", "text": around[1]}]
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": "xa-ea-knop", "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"xa-ea-knop/cong-tac/{year}", data), linker_of(repository.registry))


def _compared(repository: Repository, duties: Sequence[Mapping[str, str]]) -> tuple[Comparison, LinkedPlan, LinkedPlan]:
    old, new = (_plan(repository, 2026 + side, duty, ("cau", "truong")[side]) for side, duty in enumerate(duties))
    return compare(old, new, repository.registry), old, new


@pytest.mark.parametrize("back", [False, True], ids=["on", "back"])
@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        (_SENTENCE, _FIELDS),
        (
            "Trung tâm Văn hóa chủ trì, phối hợp với Đoàn Thanh niên xã tổ chức Ngày hội văn hóa; thời gian: tháng 11.",
            {
                "text": "Tổ chức Ngày hội văn hóa.",
                "lead": "Trung tâm Văn hóa.",
                "partners": "Đoàn Thanh niên xã.",
                "schedule": "Tháng 11.",
            },
        ),
        (
            "Giao Trạm Y tế khám sức khỏe cho người cao tuổi định kỳ hằng năm, gửi kết quả về UBND xã.",
            {
                "text": "Khám sức khỏe cho người cao tuổi, gửi kết quả về UBND xã.",
                "implementers": "Trạm Y tế.",
                "schedule": "Hằng năm.",
            },
        ),
    ],
)
def test_a_sentence_in_fields_is_no_change(
    repository: Repository, sentence: str, fields: Mapping[str, str], back: bool
) -> None:
    """Neither a duty that came nor one that went, nor another lead, partner, day or fund."""
    duties: list[Mapping[str, str]] = [{"text": sentence}, fields]
    comparison, old, new = _compared(repository, duties[::-1] if back else duties)
    assert [change.status for change in comparison.provisions].count("changed") == 1
    assert {change.weight for change in comparison.provisions} <= {"editorial", "minor"}
    assert comparison.headline[0].startswith("Không đổi việc")
    assert duty_rows(comparison, old, new, repository.registry) == []


@pytest.mark.parametrize(
    ("changed", "told", "back"),
    [
        ({"lead": "Phòng Văn hóa."}, "chủ trì đổi từ “Phòng Kinh tế” sang “Phòng Văn hóa”", "sang “Phòng Kinh tế”"),
        (
            {"partners": "Đoàn Thanh niên xã."},
            "không còn nơi phối hợp “Hội Cựu chiến binh xã” (",
            "thêm nơi phối hợp “Hội Cựu chiến binh xã” (",
        ),
        (
            {"schedule": "trước ngày 15/10."},
            "thời gian đổi từ “trước ngày 30/10” sang “trước ngày 15/10” (",
            "thời gian đổi từ “trước ngày 15/10” sang “trước ngày 30/10” (",
        ),
        (
            {"schedule": "trong tháng 10."},
            "thời gian đổi từ “trước ngày 30/10” sang “trong tháng 10” (",
            "thời gian đổi từ “trong tháng 10” sang “trước ngày 30/10” (",
        ),
        (
            {"budget": "ngân sách tỉnh."},
            "nội dung đổi từ “ngân sách xã” sang “ngân sách tỉnh” (",
            "nội dung đổi từ “ngân sách tỉnh” sang “ngân sách xã” (",
        ),
    ],
)
def test_what_changed_besides_is_told(repository: Repository, changed: Mapping[str, str], told: str, back: str) -> None:
    """Of a duty put in fields that which is another than in its sentence is told, and nothing else."""
    duties: list[Mapping[str, str]] = [{"text": _SENTENCE}, {**_FIELDS, **changed}]
    for sides, words in ((duties, told), (duties[::-1], back)):
        headline = _compared(repository, sides)[0].headline
        assert words in headline[0]
        assert "; " not in headline[0].replace("N2; hoàn", "")
        assert len(headline) == 2


def test_a_time_said_again_in_a_field_is_no_other_time(repository: Repository) -> None:
    """The sentence keeps its words, and a field says once more by when."""
    sentence = {"text": "Phòng Kinh tế nạo vét kênh N2 trước ngày 30/10."}
    comparison, _, _ = _compared(repository, [sentence, {**sentence, "schedule": "trước ngày 30/10."}])
    assert comparison.headline[0].startswith("Không đổi việc")


def test_another_duty_in_fields_is_another_duty(repository: Repository) -> None:
    """What is to be done must be said in the sentence: another canal with the same bodies and day is another duty."""
    comparison, _, _ = _compared(repository, [{"text": _SENTENCE}, {**_FIELDS, "heading": "Trồng cây bờ hồ Sen:"}])
    assert sorted(change.status for change in comparison.provisions if change.status != "same") == ["added", "removed"]


def _lines(repository: Repository, year: int, lines: Sequence[str]) -> LinkedPlan:
    """Make a plan of points, each named by its words."""
    issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
    items = [{"id": "-".join(bare(line).lower().replace(":", "").split()[:5]), "text": line} for line in lines]
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": "xa-ea-knop", "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"xa-ea-knop/cong-tac/{year}", data), linker_of(repository.registry))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            [
                "Nạo vét kênh N2:",
                "Chủ trì: Phòng Kinh tế",
                "Phối hợp: Hội Cựu chiến binh xã, Đoàn Thanh niên xã",
                "Thời hạn hoàn thành: trước ngày 30/10",
                "Kinh phí: ngân sách xã",
            ],
            ("Không đổi việc", "Không đổi việc"),
        ),
        (
            [
                "Nạo vét kênh N2:",
                "Chủ trì: Phòng Kinh tế",
                "Phối hợp: Hội Cựu chiến binh xã",
                "Thời hạn hoàn thành: trước ngày 30/10",
                "Kinh phí: ngân sách xã",
            ],
            ("không còn nơi phối hợp “Đoàn Thanh niên xã” (", "thêm nơi phối hợp “Đoàn Thanh niên xã” ("),
        ),
        # A line of which no sentence says anything is new.
        ([_SENTENCE, "Địa điểm: cánh đồng Buôn Trưng"], ("Mới: “Địa điểm:", "Bỏ: “Địa điểm:")),
    ],
)
def test_a_sentence_in_lines_with_labels(repository: Repository, lines: Sequence[str], told: tuple[str, str]) -> None:
    """Lines that are no fields of the plan's file are read as if they were, in both directions."""
    for sides, words in zip(([[_SENTENCE], lines], [lines, [_SENTENCE]]), told, strict=True):
        old, new = (_lines(repository, 2026 + side, points) for side, points in enumerate(sides))
        headline = compare(old, new, repository.registry).headline
        assert words in headline[0]
        assert len(headline) == 2
