"""What of an extracted text is meant to be seen: which letters are looked for, of all that there are."""

from __future__ import annotations

from kehoach.wording.extractedtext import UNUSUAL, normalized
from kehoach.wording.letters import nfc


def test_a_text_passed_over_has_nothing_that_is_changed() -> None:
    every = [chr(code) for code in (*range(0x10000), *range(0xE0000, 0xE1000))]
    unusual = set(UNUSUAL.findall("".join(every)))
    assert {sign for sign in every if sign.isspace()} - unusual == {" ", "\n"}
    # Behind a mark that is looked for, the whole of the work is done.
    changed = {sign for sign in every if normalized(f"a{sign}b\u200b") != nfc(f"a{sign}b")}
    assert changed - unusual == set()
    assert normalized("Ðiều 5\u00a0của\u200b Luật") == "Điều 5 của Luật"
