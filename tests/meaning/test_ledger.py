"""The ledger of a line: tokens of several readers in printed order, what is unread, and counts by kind."""

from __future__ import annotations

from kehoach.meaning.ledger import FATES, KIND_NAMES, KINDS, Fate, Kind, LedgerReading, LedgerToken, reading, tally

LINE = "Sở Nội vụ báo cáo trước ngày 31/11 theo Kế hoạch số 5/KH-UBND."


def token(words: str, kind: Kind, fate: Fate, by: str) -> LedgerToken:
    start = LINE.index(words)
    return LedgerToken(kind, start, start + len(words), words, fate, by)


BODY = token("Sở Nội vụ", "body", "read", "so-noi-vu")
DATE = token("trước ngày 31/11", "date", "unread", "tháng 11 có 30 ngày")
SYMBOL = token("5/KH-UBND", "symbol", "ignored", "document of the same body")


def test_tokens_of_several_readers_stand_in_printed_order() -> None:
    """What each reader found is one ledger of the line."""
    found = reading(LINE, [SYMBOL, DATE], [BODY])
    assert found.tokens == (BODY, DATE, SYMBOL)
    assert all(LINE[t.start : t.end] == t.text for t in found.tokens)


def test_unread_and_kinds_are_told_apart() -> None:
    """Only what no value holds and no rule ignores is unread."""
    found = reading(LINE, [BODY, DATE, SYMBOL])
    assert found.unread == (DATE,)
    assert found.of("body", "symbol") == (BODY, SYMBOL)
    assert LedgerReading("").unread == ()


def test_tally_counts_the_understood_of_each_kind_that_occurs() -> None:
    """Ignored by a rule counts as understood; a kind that does not occur is left out."""
    assert tally([reading(LINE, [BODY, DATE, SYMBOL]), reading(LINE, [BODY])]) == {
        "date": (0, 1),
        "symbol": (1, 1),
        "body": (2, 2),
    }


def test_kinds_and_fates_are_closed_and_kinds_have_vietnamese_names() -> None:
    """Pages name every kind."""
    assert set(KIND_NAMES) == set(KINDS)
    assert FATES == ("read", "ignored", "unread")
