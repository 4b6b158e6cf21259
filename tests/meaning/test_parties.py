"""Lists of bodies: taken apart, read from headings, found before verbs."""

from __future__ import annotations

import pytest
from registries import context, small_registry

from kehoach.meaning.linking import Linker
from kehoach.meaning.parties import doers, heading_parties, is_request, parties, partners_behind

LINKER = Linker(small_registry())
HERE = context(LINKER.registry, "huyen-b1")


def read(text: str) -> list[tuple[str, str]]:
    return [(party.words, party.unit) for party in parties(text, LINKER.mentions(text, HERE))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Nội vụ; UBND huyện.", [("Sở Nội vụ", "so-noi-vu-b"), ("UBND huyện", "huyen-b1")]),
        ("các sở, ban, ngành", [("các sở, ban, ngành", "")]),
        ("các sở, ban, ngành; UBND các xã", [("các sở, ban, ngành", ""), ("UBND các xã", "")]),
        (
            "Sở Nội vụ và các cơ quan, đơn vị có liên quan.",
            [("Sở Nội vụ", "so-noi-vu-b"), ("các cơ quan, đơn vị có liên quan", "")],
        ),
        ("Cục Kinh tế hợp tác và Phát triển nông thôn", [("Cục Kinh tế hợp tác và Phát triển nông thôn", "")]),
        ("Phòng Quản lý đô thị theo dõi, đôn đốc", [("Phòng Quản lý đô thị", "")]),
        ("UBND các xã, phường, thị trấn", [("UBND các xã, phường, thị trấn", "")]),
        ("Sở Tài chính, Sở Nội vụ", [("Sở Tài chính", ""), ("Sở Nội vụ", "so-noi-vu-b")]),
        ("Các đơn vị có hồ sơ trễ hạn.", [("Các đơn vị có hồ sơ trễ hạn", "")]),
        (
            "UBND các phường có liên quan; Sở Nội vụ",
            [("UBND các phường có liên quan", ""), ("Sở Nội vụ", "so-noi-vu-b")],
        ),
        ("các xã có rừng", [("các xã có rừng", "")]),
        ("Các đơn vị có trách nhiệm phối hợp.", [("Các đơn vị", "")]),
        (
            "Ban Chỉ huy Phòng thủ dân sự cấp tỉnh, cấp xã",
            [("Ban Chỉ huy Phòng thủ dân sự cấp tỉnh", ""), ("Ban Chỉ huy Phòng thủ dân sự cấp xã", "")],
        ),
        ("thường xuyên trong năm", []),
        ("", []),
    ],
)
def test_list_is_taken_apart_at_its_bodies(text: str, wanted: list[tuple[str, str]]) -> None:
    """What hangs on one “các” stays one body; known bodies carry their id."""
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Sở Nội vụ:", ["Sở Nội vụ"]),
        ("Đề nghị UBND huyện và Sở Nội vụ", ["UBND huyện", "Sở Nội vụ"]),
        ("Trách nhiệm của Sở Nội vụ", ["Sở Nội vụ"]),
        ("UBND các xã, phường có rừng", ["UBND các xã, phường có rừng"]),
        ("Các đơn vị, Công an các xã", ["Các đơn vị", "Công an các xã"]),
        ("Chính quyền số:", []),
        ("Nội dung tuyên truyền", []),
        ("Phòng Nội vụ và nhiệm vụ cụ thể", []),
        ("Trách nhiệm thực hiện", []),
    ],
)
def test_heading_is_a_holder_only_where_it_says_nothing_else(heading: str, wanted: list[str]) -> None:
    """A heading of bodies alone gives its bullets to them."""
    assert [party.words for party in heading_parties(heading, LINKER.mentions(heading, HERE))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Nội vụ chủ trì, phối hợp với UBND huyện thực hiện.", ["Sở Nội vụ"]),
        ("Giao Sở Nội vụ theo dõi.", ["Sở Nội vụ"]),
        ("Các phòng, ban báo cáo UBND huyện.", ["Các phòng, ban"]),
        ("Sở Nội vụ của tỉnh là cơ quan thường trực.", []),
        ("Sở Nội vụ, các đơn vị.", []),
        ("Tăng cường tuyên truyền.", []),
        ("Thông qua Sở Nội vụ để thực hiện.", []),
    ],
)
def test_doer_opens_its_sentence(text: str, wanted: list[str]) -> None:
    """The bodies before the verb act; a list without a verb, or a sentence about something, orders nobody."""
    assert [party.words for party in doers(text, LINKER.mentions(text, HERE))[0]] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chủ trì, phối hợp với Sở Nội vụ, UBND huyện tổ chức.", ["Sở Nội vụ", "UBND huyện"]),
        ("Phối hợp chặt chẽ cùng với Sở Nội vụ.", ["Sở Nội vụ"]),
        ("phối hợp với UBND huyện; phối hợp với UBND huyện", ["UBND huyện"]),
        ("Chủ động phối hợp.", []),
        ("Báo cáo Sở Nội vụ.", []),
    ],
)
def test_partners_stand_after_the_verb_once(text: str, wanted: list[str]) -> None:
    """“Phối hợp” without an object names nobody."""
    assert [party.words for party in partners_behind(text, LINKER.mentions(text, HERE))] == wanted


def test_request_begins_with_its_word() -> None:
    """Only an opening “Đề nghị” makes a request."""
    assert is_request("Đề nghị Tỉnh đoàn phối hợp") and is_request("Kính đề nghị Mặt trận")
    assert not is_request("Theo đề nghị của Sở Nội vụ")
