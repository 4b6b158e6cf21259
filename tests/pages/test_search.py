"""The search data: what is folded, what is found, how the index is cut and written."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from corpus import ROOT
from hypothesis import given
from hypothesis import strategies as st

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages.build import make_site
from kehoach.pages.page import plan_path
from kehoach.pages.searchfiles import FOLDER, MANIFEST, OWNERS, runs, search_files
from kehoach.pages.searchindex import inverted, lines_of, packed, range_of, revised, shards, unpacked, words_of
from kehoach.pages.searchsources import SearchCard, Volume, cards, volumes
from kehoach.pages.searchwords import abbreviations, forms, key, with_pairs
from kehoach.pages.site import Site


@pytest.fixture(scope="module")
def site(repository: Repository, fabric: Fabric) -> Site:
    return make_site(fabric, repository, templates=ROOT / "site_src" / "templates")


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return dict(search_files(site))


def _volumes(site: Site) -> list[Volume]:
    return [volume for editions in site.fabric.editions.values() for volume in volumes(site, editions)]


def value(files: dict[str, bytes], name: str) -> object:
    """What a data file hands over."""
    text = files[f"{FOLDER}{name}.js"].decode()
    opening = f'khTim.take("{name}",'
    assert text.startswith(opening)
    assert text.endswith(")\n")
    return json.loads(text[len(opening) : -2])


# Words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Cải cách HÀNH CHÍNH", ["cai", "cach", "hanh", "chinh"]),
        ("Đắk Lắk, điểm đ", ["dak", "lak", "diem", "d"]),
        ("76/NQ-CP", ["76", "nq", "cp"]),
        ("04/QĐ-UBND", ["4", "qd", "ubnd"]),
        ("PT&TH", ["pt", "th"]),
        ("88,5%", ["88", "5"]),
        ("000", ["0"]),
        ("", []),
    ],
)
def test_keys_are_bare_words(text: str, keys: list[str]) -> None:
    """Diacritics, case, signs and leading zeros do not count."""
    assert [key(form) for form in forms(text)] == keys


@pytest.mark.parametrize("text", ["Đắk Lắk", "thủ tục", "ưu tiên", "Ủy ban"])
def test_nfc_and_nfd_are_one_word(text: str) -> None:
    """Both ways of writing a letter give the same form."""
    assert forms(unicodedata.normalize("NFD", text)) == forms(unicodedata.normalize("NFC", text))


def test_forms_keep_the_tone_but_not_its_place() -> None:
    """Hoá is hóa, and neither is họa or hoa."""
    assert forms("hoá") == forms("hóa")
    assert len({*forms("hóa họa hoa hòa")}) == 4


def test_pairs_join_neighbours() -> None:
    """Besides the words themselves their neighbouring pairs are found."""
    assert [key(form) for form in with_pairs("Sở Nội vụ")] == ["so", "noi", "vu", "so noi", "noi vu"]


def test_bodies_are_abbreviated_as_officials_do() -> None:
    """Initials of all words, or of all but the first; "và" does not count."""
    long, short = abbreviations("Sở Thông tin và Truyền thông")
    assert (long, key(short)) == ("STTTT", "so tttt")


# The index


@given(st.sets(st.integers(0, 200_000)))
def test_postings_can_be_read_back(numbers: set[int]) -> None:
    """What is packed gives the same numbers when it is read."""
    assert unpacked(packed(sorted(numbers))) == sorted(numbers)


def test_shards_cover_the_keys_in_order() -> None:
    """Every key is in one shard, the shards in the order of their keys, none much larger than asked."""
    index = inverted([words_of([f"chữ {n} số {n % 7}"]) for n in range(300)])
    parts = list(shards(lines_of(index), size=500))
    keys = [line.partition("|")[0] for shard in parts for line in shard.lines]
    assert keys == sorted(index)
    assert [shard.first for shard in parts] == [shard.lines[0].partition("|")[0] for shard in parts]
    assert all(sum(map(len, shard.lines[:-1])) <= 500 for shard in parts)


_ENTRY = st.lists(st.sampled_from([f"chữ số {n} {n % 7} đọc" for n in range(60)]), max_size=6)


@given(st.lists(st.tuples(_ENTRY, _ENTRY), min_size=1, max_size=8))
def test_an_index_brought_up_to_date_is_the_one_made_anew(entries: list[tuple[list[str], list[str]]]) -> None:
    """Whatever words an entry loses or gains, the shards are those of the new words; the others are not read."""
    was, now = ([words_of(texts) for texts in column] for column in zip(*entries, strict=True))
    before = list(shards(lines_of(inverted(was)), size=60))
    changes: dict[str, tuple[set[int], set[int]]] = {}
    for number, (old, new) in enumerate(zip(was, now, strict=True)):
        for place, forms_of in enumerate((old - new, new - old)):
            for form in forms_of:
                changes.setdefault(form, (set(), set()))[place].add(number)
    marks = [(shard.first, shard.begins) for shard in before]
    made = revised(marks, lambda number: before[number].lines, changes, size=60)
    wanted = list(shards(lines_of(inverted(now)), size=60)) if before else []
    assert [before[one] if isinstance(one, int) else one for one in made] == wanted


@given(st.lists(st.sampled_from(["a", "ă", "á", "à", "ab", "abc", "b1", "1", "đ", "đá", "đ_e", "ể"]), min_size=1))
def test_ranges_of_keys_are_in_the_order_of_keys(words: list[str]) -> None:
    """So that an index that is made range by range is in order as a whole."""
    made = [words_of([" ".join(words[number:])]) for number in range(len(words))]
    ranges = sorted({range_of(form) for entry in made for form in entry})
    lines: list[tuple[str, str]] = []
    for name in ranges:
        entries = ([form for form in entry if range_of(form) == name] for entry in made)
        lines += sorted(lines_of(inverted(entries)).items())
    assert lines == sorted(lines_of(inverted(made)).items())


def test_forms_of_a_key_are_kept_apart() -> None:
    """What is written with other tones is found by the same key, but as another form."""
    index = inverted(map(words_of, [["bảo"], ["báo"], ["báo bảo"]]))
    assert index["bao"] == {forms("bảo")[0]: [0, 2], forms("báo")[0]: [1, 2]}


# What is found


def test_every_provision_is_found_once(site: Site) -> None:
    """Each anchor of a plan that carries words of the text is one passage, on its own page."""
    for volume in _volumes(site):
        linked = site.fabric.plans[volume.plan.id]
        anchors = {line.anchor for line in linked.lines if line.anchor and line.kind != "recipient"}
        assert [passage.anchor for passage in volume.passages].count("") == 0
        assert {passage.anchor for passage in volume.passages} == anchors


def test_repeated_provisions_are_marked_in_the_earlier_edition(site: Site) -> None:
    """A provision with the same words in 2021 and 2025 is a hit of 2025 that names 2021."""
    by_id = {volume.plan.id: volume for volume in _volumes(site)}
    later = by_id["tinh-dak-lak/tuyen-truyen-cchc/2025"]
    earlier = by_id["tinh-dak-lak/tuyen-truyen-cchc/2021"]
    named = [passage for passage in later.passages if passage.also]
    assert named
    assert not any(passage.repeated for passage in later.passages)
    assert {passage.also for passage in named} == {("2021",)}
    assert {passage.anchor for passage in named} == {passage.anchor for passage in earlier.passages if passage.repeated}


def spread(told: Any) -> list[int]:
    """Write out what stands several times in a row."""
    return [value for one in told for value in ([one[0]] * one[1] if isinstance(one, list) else [one])]


def test_numbers_in_a_row_are_written_once() -> None:
    """With how often they stand there."""
    assert runs([3, 3, 3, 1, 2, 2]) == [[3, 3], 1, [2, 2]]
    assert spread(runs([3, 3, 3, 1, 2, 2])) == [3, 3, 3, 1, 2, 2]


def test_cards_are_numbered_by_kind(site: Site, files: dict[str, bytes]) -> None:
    """The manifest's counts and lists fit the entries: cards first, then plans."""
    manifest = value(files, MANIFEST)
    assert isinstance(manifest, dict)
    listed: list[SearchCard] = cards(site)
    books = _volumes(site)
    assert sum(count for _, count in manifest["kinds"]) == len(listed) == len(manifest["lengths"])
    assert spread(manifest["years"]) == [card.year for card in listed]
    # Of plans it is told as of their cards.
    assert [card.path for card in listed[: len(books)]] == [plan_path(plan.id) for plan in site.newest]
    units = {number: unit for number, (unit, _) in enumerate(manifest["units"])}
    owners = spread(value(files, OWNERS))
    assert [units.get(owner, "") for owner in owners] == [
        card.unit if card.unit in units.values() else "" for card in listed
    ]
    assert {plan.unit for plan in site.newest} == {*units.values()}
    shown = [row[0] for n in range(len(listed)) if n % manifest["cards"] == 0 for row in _batch(files, n, manifest)]
    assert shown == [card.title for card in listed]


def _batch(files: dict[str, bytes], n: int, manifest: dict[str, int]) -> list[list[str]]:
    found = value(files, f"c{n // manifest['cards']}")
    assert isinstance(found, list)
    return found


def test_a_document_is_called_by_kind_and_number(site: Site) -> None:
    """Who asks for "nghị quyết 18" does not write "số"."""
    names = {card.path: card.names for card in cards(site) if card.kind == "document"}
    assert "Nghị quyết 18" in names["van-ban/nghi-quyet-18-nq-tw-2017/"]


def test_text_cannot_leave_its_file(files: dict[str, bytes]) -> None:
    """Every file is one call with one JSON value, whatever the plans say."""
    for address in files:
        assert address.startswith(FOLDER)
        value(files, address.removeprefix(FOLDER).removesuffix(".js"))


def test_same_plans_give_the_same_files(site: Site, files: dict[str, bytes]) -> None:
    """The data does not depend on the order of a set or the day."""
    assert dict(search_files(site)) == files
