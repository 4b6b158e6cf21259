"""Who does what in a sentence, by the table of cases; names end where they end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus import table
from registries import context, small_registry

from kehoach.meaning.actors import Actors, read_actors
from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.linking import Linker
from kehoach.meaning.mentions import Mention
from kehoach.wording.citations import find_citations

CASES = table(Path(__file__).parent / "actors.cases.yaml")
LINKER = Linker(small_registry())


def read(text: str) -> Actors:
    return read_actors(text, [Mention(c.start, c.end, "document", "", c.text, c) for c in find_citations(text)])


def rows(actors: Actors) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for actor in actors.rows:
        found.setdefault(actor.role, set()).add(actor.name.words)
    return {**found, **({"request": True} if actors.request else {})}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_sentence_gives_its_roles(case: dict[str, Any]) -> None:
    """Every body has the role that the words give it, and nothing else is a body."""
    found = rows(read(case["text"]))
    assert found == {role: set(names) if role != "request" else names for role, names in case["expect"].items()}
    named = {name for role, names in found.items() if role != "request" for name in names}
    assert not named & set(case.get("not_bodies", ()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Nội vụ rà quét hồ sơ hướng dẫn người dân.", "Sở Nội vụ rà quét hồ sơ"),
        ("Tổ rà soát thủ tục họp hằng tuần.", "Tổ"),
        ("Phòng Kinh tế, Hạ tầng chủ trì.", "Phòng Kinh tế"),
        ("Các đơn vị rà quét hồ sơ báo cáo UBND xã.", "Các đơn vị rà quét hồ sơ"),
    ],
)
def test_name_that_may_go_on_is_not_asserted(text: str, name: str) -> None:
    """Where the word lists cannot tell a verb from a name, nobody is said to have the duty."""
    assert name not in {actor.name.words for actor in read(text).rows}


def test_known_name_wins_over_the_shorter_one() -> None:
    """The registry's body is read at its full length; part of a longer name is no mention of its own."""
    here = context(LINKER.registry, "tinh-a")
    text = "Lãnh đạo UBND tỉnh giao Sở Văn hóa chủ trì, phối hợp với Sở Nội vụ tỉnh Gia Lai."
    mentions = LINKER.mentions(text, here)
    assert [(m.text, m.target) for m in mentions] == [("Sở Văn hóa", "so-van-hoa-a")]
    actors = read_actors(text, mentions)
    assert [(a.role, a.name.words, a.unit) for a in actors.rows] == [
        ("assigner", "Lãnh đạo UBND tỉnh", ""),
        ("lead", "Sở Văn hóa", "so-van-hoa-a"),
        ("partners", "Sở Nội vụ tỉnh Gia Lai", ""),
    ]


@pytest.mark.parametrize(
    ("text", "known", "name"),
    [
        ("UBND các xã, phường ven biển rà soát.", "UBND các xã, phường", "UBND các xã, phường ven biển"),
        ("UBND các xã, phường rà soát.", "UBND các xã, phường", "UBND các xã, phường"),
        ("Công an các xã nhắn tin.", "Công an các xã", "Công an các xã"),
    ],
)
def test_a_known_group_goes_on_with_what_tells_its_members(text: str, known: str, name: str) -> None:
    """A registry has "UBND các xã, phường"; those by the sea are not all of them."""
    assert [body.words for body in find_bodies(text, ((0, len(known)),)) if body.sure] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đài tưởng niệm được tu bổ trước ngày 27/7.", []),
        ("Vụ Đông Xuân gieo trồng 5.000 ha.", []),
        ("Hội Xuân diễn ra từ mùng 5 đến mùng 8.", []),
        ("Các trường không đạt chuẩn xây dựng lộ trình.", []),
        ("Các chủ đầu tư không giải ngân hết vốn chịu trách nhiệm giải trình.", []),
        ("Các trường không được thu ngoài quy định.", [("implementers", "Các trường")]),
        ("Trưởng Công an xã làm Phó Trưởng ban.", [("implementers", "Trưởng Công an xã")]),
        ("Mời đại diện Hiệp hội Doanh nghiệp tỉnh tham dự.", [("partners", "Hiệp hội Doanh nghiệp tỉnh")]),
        ("Đảng ủy Quân sự tỉnh ra nghị quyết.", [("implementers", "Đảng ủy Quân sự tỉnh")]),
    ],
)
def test_things_conditions_and_deputies(text: str, names: list[tuple[str, str]]) -> None:
    """What is no body, or tells which of a group is meant, has no duty; a deputy leads nothing."""
    assert [(actor.role, actor.name.words) for actor in read(text).rows] == names


@pytest.mark.parametrize("text", ["Chủ tịch", "Giám đốc", "Thủ trưởng"])
def test_an_office_ends_its_text(text: str) -> None:
    """A cell of a table may hold an office and no body."""
    assert [name.words for name in find_bodies(text, listed=True)] == [text]


@pytest.mark.parametrize("word", ["Sở ", "Văn phòng ", "các đơn vị, ", "Giám đốc Sở ", "Các Sở: ", "Theo Sở, "])
def test_endless_repetition_is_read_to_its_end(word: str) -> None:
    """Names within names stop, so that no text exhausts the stack."""
    text = word * 3000
    assert all(name.start < name.end <= len(text) for name in find_bodies(text))
    read_actors(text)


@pytest.mark.parametrize(
    "text",
    [
        *("trình Giám đốc", "Giám đốc", "các Phó Giám đốc", "giao Trưởng phòng", "Chánh"),
        *("Các cơ quan truyền thông", "giao các cơ quan thông tấn", "Các đơn vị tham mưu"),
    ],
)
def test_a_text_may_end_in_a_name(text: str) -> None:
    """An office with no word behind it, and a group that ends in what it does, are read as far as they go."""
    assert all(name.end <= len(text) for name in find_bodies(text))


@pytest.mark.parametrize("word", ["xã", "ngành", "phòng", "thôn", ""])
def test_a_text_of_one_word_names_nobody(word: str) -> None:
    """What stands before the first word of a text is asked for, and is nothing."""
    assert find_bodies(word) == ()
