"""Which published words a recognised word can stand for."""

from __future__ import annotations

import random

import pytest
from corpus import SO_XAY_DUNG, source
from hypothesis import given
from hypothesis import strategies as st

from kehoach.meaning.fabric import Fabric
from kehoach.wording.ocr import agrees

ACCEPTED = [
    ("thyc", "thực"),
    ("S¢", "Sở"),
    ("viée", "việc"),
    ("¢6", "có"),
    ("nguo1", "người"),
    ("16ng", "lồng"),
    ("hi¢n", "hiện"),
    ("nghi€p", "nghiệp"),
    ("k¥", "kỹ"),
    ("Pak", "Đắk"),
    ("x4", "xã"),
    ("hudéng", "hướng"),
    ("nhimg", "những"),
    ("|.", "I."),
    ("(Al)", "(AI)"),
    ("tuyen", "tuyên"),
    ("TRUYEN", "truyền"),
    ("618/KH-SXD", "618/KH-SXD"),
    ("2021–2030", "2021-2030"),
    ("cai", "cải"),
]
REJECTED = [
    ("thyc", "thức."),
    ("cai", "cách"),
    ("khong", "không;"),
    ("khong", "khổng1"),
    ("2025", "2026"),
    ("17", "71"),
    ("15/7/2021", "15/7/2027"),
    ("618/KH-SXD", "619/KH-SXD"),
    ("tuyen", "truyền"),
    ("nhan", "nhanh"),
    ("phong", "phòng,"),
    ("ban", "bàng"),
    ("", "và"),
    ("va", ""),
    ("S¢", "So"),
    ("co", "cao"),
    ("tren", "trên)"),
    ("e", "o"),
    ("Ban", "Bản:"),
    ("x44x", "xãa"),
]


@pytest.mark.parametrize(("read", "published"), ACCEPTED)
def test_misread_letter_is_accepted(read: str, published: str) -> None:
    """A reading that only lost diacritics, or confused letters the way scans do, is the same word."""
    assert agrees(read, published)


@pytest.mark.parametrize(("read", "published"), REJECTED)
def test_another_word_is_rejected(read: str, published: str) -> None:
    """Another word, figure or punctuation mark needs a recorded correction."""
    assert not agrees(read, published)


def taken_out(read: list[tuple[str, bool]], run: list[str]) -> None:
    """Drop the first place where the words of a run stand one after another."""
    for start in range(len(read)):
        here = read[start : start + len(run)]
        if len(here) == len(run) and all(fits(*word, p) for word, p in zip(here, run, strict=True)):
            del read[start : start + len(run)]
            return
    raise AssertionError(run)


def fits(word: str, corrected: bool, printed: str) -> bool:
    return word == printed if corrected else agrees(word, printed)


@pytest.fixture(scope="module")
def aligned(fabric: Fabric) -> list[tuple[str, bool, str]]:
    """Word for word: as read (or corrected), whether a correction put it there, as published."""
    linked = fabric.plans[SO_XAY_DUNG]
    read = [(word, False) for word in source(SO_XAY_DUNG).split()]
    for correction in linked.plan.corrections:
        run = correction.source.split()
        places = [i for i in range(len(read)) if [word for word, _ in read[i : i + len(run)]] == run]
        assert len(places) == 1, correction
        read[places[0] : places[0] + len(run)] = [(word, True) for word in correction.published.split()]
    printed: list[str] = []
    for line in linked.lines:
        if line.is_header or line.kind in ("signature", "signer"):
            taken_out(read, line.text.split())
        else:
            printed += line.text.split()
    return [(word, corrected, p) for (word, corrected), p in zip(read, printed, strict=True)]


def test_recognised_plan_agrees_in_every_word(aligned: list[tuple[str, bool, str]]) -> None:
    """Each word read can be the word published, or is part of a correction that fits exactly one place."""
    assert len(aligned) > 1500
    assert [words for words in aligned if not fits(*words)] == []


def test_random_wrong_words_are_rejected(aligned: list[tuple[str, bool, str]]) -> None:
    """Of wrong words drawn at random from the plan's own vocabulary at most one in a thousand passes."""
    right = {(word.lower(), printed.lower()) for word, _, printed in aligned}
    vocabulary = sorted({printed for _, _, printed in aligned})
    chance = random.Random(20250730)
    drawn = [(chance.choice(aligned)[0], chance.choice(vocabulary)) for _ in range(50_000)]
    wrong = [(word, printed) for word, printed in drawn if (word.lower(), printed.lower()) not in right]
    passed = [pair for pair in wrong if agrees(*pair)]
    print(f"{len(passed)} of {len(wrong)} wrong words passed: {passed[:10]}")
    assert len(wrong) > 40_000
    assert len(passed) / len(wrong) <= 0.001


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềộự0123456789./-", max_size=15))
def test_a_word_agrees_with_itself(word: str) -> None:
    """A perfect reading always agrees, whatever the letter case."""
    assert agrees(word, word)
    assert agrees(word.upper(), word)


def test_a_word_of_a_page_agrees_only_with_itself() -> None:
    """What is too long to have been a word neither agrees by confusions nor exhausts the reader."""
    assert agrees("x" * 20_000, "x" * 20_000)
    assert not agrees("x" * 20_000, "x" * 19_999 + "y")
