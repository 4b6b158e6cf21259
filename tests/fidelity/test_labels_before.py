"""What stands right before a line's words in a source and is its printed label, by whichever marks."""

from __future__ import annotations

import pytest

from kehoach.fidelity.rewritings import label_length


@pytest.mark.parametrize(
    ("label", "before", "length"),
    [
        ("1.", "việc.1.", 2),
        ("1.", "việc.(01)", 4),
        ("1.", "việc.–[001].", 7),
        ("1.", "việc.0001/", 4),
        ("1.1.", "việc1.1", 3),
        ("1.1.", "việc1,1", None),
        ("2.", "việc1.", None),
        ("Phần I", "-phầni.", 7),
        ("đ)", "cđ)•", 3),
        ("-", "việc;••", 2),
        ("", "việc;", 0),
        ("[3]", "việc[12]", 4),
        ("[3]", "việc", 0),
    ],
)
def test_a_label_is_known_by_other_marks(label: str, before: str, length: int | None) -> None:
    assert label_length(label, before) == length
