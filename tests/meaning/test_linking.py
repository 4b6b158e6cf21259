"""Which words mean which body and document, read in a plan's own place and time."""

from __future__ import annotations

import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP, gold
from registries import context, small_registry

from kehoach.meaning.fabric import Fabric
from kehoach.meaning.linking import Linker
from kehoach.meaning.mentions import Mention

LINKER = Linker(small_registry())


def mentions(text: str, issuer: str, day: str = "2025-06-15", *overrides: tuple[str, str]) -> list[Mention]:
    return LINKER.mentions(text, context(LINKER.registry, issuer, day), overrides)


def targets(text: str, issuer: str, day: str = "2025-06-15", *overrides: tuple[str, str]) -> list[str]:
    return [mention.target for mention in mentions(text, issuer, day, *overrides)]


@pytest.mark.parametrize(
    ("issuer", "text", "wanted"),
    [
        ("tinh-a", "Sở Nội vụ", ["so-noi-vu-a"]),
        ("huyen-b1", "Sở Nội vụ", ["so-noi-vu-b"]),
        ("huyen-b1", "UBND tỉnh và UBND huyện", ["tinh-b", "huyen-b1"]),
        ("tinh-a", "UBND tỉnh", ["tinh-a"]),
        ("tinh-a", "UBND huyện", []),
        ("huyen-b1", "Sở Nội vụ tỉnh A", ["so-noi-vu-a"]),
        ("tinh-a", "Phòng Nội vụ", []),
        ("huyen-b1", "phòng nội vụ", ["phong-noi-vu-b1"]),
        ("tinh-a", "Chủ tịch UBND tỉnh", ["chu-tich-a"]),
        ("tinh-a", "Sở Văn hoá", ["so-van-hoa-a"]),
        ("tinh-a", "Sở Văn hóa Sở Nội vụ", ["so-van-hoa-a", "so-noi-vu-a"]),
    ],
)
def test_short_name_means_the_body_of_the_plan_s_own_authority(issuer: str, text: str, wanted: list[str]) -> None:
    """The same words are another body in another province; a full name is the same everywhere."""
    assert targets(text, issuer) == wanted


def test_one_word_name_counts_only_as_a_word_of_its_own_case() -> None:
    """“Sở” means the department in its own plan, never the syllable of “cơ sở” or “Sở Nội vụ”."""
    assert targets("báo cáo Sở để tổng hợp", "so-van-hoa-a") == ["so-van-hoa-a"]
    assert targets("ở cơ sở, trên cơ sở", "so-van-hoa-a") == []
    assert targets("Sở Nội vụ", "so-van-hoa-a") == ["so-noi-vu-a"]
    assert targets("Văn phòng Sở", "so-van-hoa-a") == ["van-phong-so-a"]
    assert targets("báo cáo Sở", "tinh-a") == []


def test_name_means_the_body_that_existed() -> None:
    """Of two bodies with one name, the day of the plan says which."""
    assert targets("Báo tỉnh", "tinh-a", "2025-02-28") == ["bao-cu-a"]
    assert targets("Báo tỉnh", "tinh-a", "2025-03-01") == ["bao-moi-a"]


@pytest.mark.parametrize(
    ("text", "issuer", "wanted"),
    [
        ("Kế hoạch số 19/KH-UBND ngày 03/02/2025", "huyen-b1", "ke-hoach-19-a"),
        ("Kế hoạch số 19/KH-UBND ngày 16/01/2025", "tinh-a", "ke-hoach-19-b1"),
        ("Kế hoạch số 019/KHUBND ngày 16/01/2025", "tinh-a", "ke-hoach-19-b1"),
        ("Kế hoạch số 19/KH-UBND của UBND huyện", "huyen-b1", "ke-hoach-19-b1"),
        ("Kế hoạch số 19/KH-UBND của UBND tỉnh A", "huyen-b1", "ke-hoach-19-a"),
        ("Kế hoạch số 19/KH-UBND của Chủ tịch UBND tỉnh", "tinh-a", "ke-hoach-19-a"),
        ("Kế hoạch số 19/KH-UBND", "huyen-b1", "ke-hoach-19-b1"),
        ("Kế hoạch số 19/KH-UBND", "chinh-phu", ""),
        ("Kế hoạch số 19/KH-UBND ngày 17/01/2025", "huyen-b1", ""),
        ("Quyết định số 049/QĐ-BNV", "tinh-a", "quyet-dinh-49"),
        ("Quyết định số 49/QĐ-BNV ngày 02/3/2025", "tinh-a", ""),
        ("Quyết định số /QĐ-BNV", "tinh-a", ""),
        ("Luật Tổ chức chính quyền địa phương ngày 19/6/2015", "tinh-a", "luat-2015"),
        ("Luật Tổ chức chính quyền địa phương năm 2025", "tinh-a", "luat-2025"),
        ("Luật tổ chức chính quyền địa phương số 72/2025/QH15", "tinh-a", "luat-2025"),
        ("Luật số 72/2025/QH15", "tinh-a", "luat-2025"),
    ],
)
def test_citation_means_one_document_or_none(text: str, issuer: str, wanted: str) -> None:
    """Issuer, number, symbol and date together decide; between two documents nothing is guessed."""
    (citation,) = [m for m in mentions(text, issuer) if m.kind == "document"]
    assert citation.target == wanted


def test_hand_set_link_overrules_names() -> None:
    """An override links all places of its words, and ``none`` takes a link away."""
    assert targets("Sở Nội vụ, Sở Nội vụ", "tinh-a", "2025-06-15", ("Sở Nội vụ", "unit:so-noi-vu-b")) == [
        "so-noi-vu-b",
        "so-noi-vu-b",
    ]
    assert targets("Sở Nội vụ và UBND tỉnh", "tinh-a", "2025-06-15", ("Sở Nội vụ", "none")) == ["tinh-a"]


def test_terms_and_indicators_are_mentions_too() -> None:
    """Abbreviations and indicators are linked; the longest name wins."""
    kinds = [(m.kind, m.target) for m in mentions("nâng PAR INDEX nhờ CCHC", "tinh-a")]
    assert kinds == [("indicator", "par-index"), ("term", "cchc")]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_mentions_are_ordered_and_disjoint(fabric: Fabric, plan_id: str) -> None:
    """Mentions slice the words of their line, one after another."""
    linked = fabric.plans[plan_id]
    for line, found in zip(linked.lines, linked.mentions, strict=True):
        position = 0
        for mention in found:
            assert position <= mention.start < mention.end
            assert line.words[mention.start : mention.end] == mention.text
            position = mention.end


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_citation_is_answered_by_the_registry(fabric: Fabric, plan_id: str) -> None:
    """Each citation of the five plans leads to one document; only the plan's own blank decision has none."""
    open_ends = [m.text for line, m in fabric.plans[plan_id].all_mentions() if m.kind == "document" and not m.target]
    assert all(mention.startswith("Quyết định số /QĐ-UBND") for mention in open_ends)
    assert len(open_ends) == (1 if plan_id in (TINH_2021, TINH_2025) else 0)


@pytest.mark.parametrize(
    ("plan_id", "words", "wanted"),
    [
        (HUYEN_DONG_XUAN, "Sở Nội vụ", {"so-noi-vu-phu-yen"}),
        (HUYEN_DONG_XUAN, "UBND tỉnh", {"tinh-phu-yen"}),
        (HUYEN_DONG_XUAN, "phòng Nội vụ", {"phong-noi-vu-dong-xuan"}),
        (TINH_2025, "Sở Nội vụ", {"so-noi-vu-dak-lak"}),
        (TINH_2025, "UBND tỉnh", {"tinh-dak-lak"}),
        (SO_XAY_DUNG, "Văn phòng Sở", {"van-phong-so-xay-dung-dak-lak"}),
        (XA_EA_KNOP, "UBND tỉnh", {"tinh-dak-lak"}),
        (XA_EA_KNOP, "UBND xã", {"xa-ea-knop"}),
    ],
)
def test_real_plans_mean_their_own_bodies(fabric: Fabric, plan_id: str, words: str, wanted: set[str]) -> None:
    """Đồng Xuân's province is Phú Yên, Ea Knốp's is Đắk Lắk, wherever the short name stands."""
    assert {m.target for _, m in fabric.plans[plan_id].all_mentions() if m.text == words} == wanted


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Các phòng thuộc Sở xây dựng, trình Giám đốc Kế hoạch.", False),
        ("Các phòng thuộc Sở xây dựng quy chế làm việc.", False),
        ("Sở xây dựng chủ trì, phối hợp với Sở Nội vụ.", True),
        ("Báo cáo Sở xây dựng, Sở Nội vụ.", True),
        ("Các phòng thuộc Sở Xây dựng, trình Giám đốc Kế hoạch.", True),
    ],
)
def test_name_that_goes_on_with_a_verb_in_small_letters_is_another(fabric: Fabric, text: str, named: bool) -> None:
    """What is built by "Sở xây dựng, trình …" is no part of the name."""
    plan = fabric.plans[TINH_2025]
    found = plan.linker.mentions(text, context(plan.linker.registry, plan.plan.issuer))
    assert any(mention.text.lower() == "sở xây dựng" for mention in found) is named


def test_two_plans_of_one_number_are_two_documents(fabric: Fabric) -> None:
    """Đồng Xuân cites a 19/KH-UBND of the province and one of its own."""
    found = {
        m.target for _, m in fabric.plans[HUYEN_DONG_XUAN].all_mentions() if m.citation and m.citation.number == "19"
    }
    assert found == {"ke-hoach-19-kh-ubnd-2025-tinh-phu-yen", "ke-hoach-19-kh-ubnd-2025-huyen-dong-xuan"}


def test_relations_are_those_read_by_hand(own_fabric: Fabric) -> None:
    """What each plan rests on, carries out or was proposed by equals the hand-read list."""
    wanted = {(r["plan"], r["path"], r["relation"], r["text"]) for r in gold("relations")["relations"]}
    plans = {plan for plan, *_ in wanted}
    found = {(p, u.path, u.relation, u.words) for p in plans for u in own_fabric.above(p) if u.path}
    assert found == wanted
