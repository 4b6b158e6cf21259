"""What is put into ``hop-thu/`` by mistake: told what it is and what to do, and nothing is changed or lost."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from assembling import BUILT, assemble
from corpus import SO_XAY_DUNG, XA_EA_KNOP
from wordedits import edited

from kehoach.commands.letterkinds import unfit
from kehoach.commands.main import main
from kehoach.commands.planidentity import Letter, check_place
from kehoach.exports.docx import official_document
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import Fabric

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("~$ke-hoach.docx", b"x", "tệp tạm của Word"),
        ("kh.docx", b"\x00\x01abc", "không phải văn bản Word"),
        ("kh.docx", LOCKED, "có mật khẩu"),
        ("kq.xlsx", LOCKED, "có mật khẩu"),
        ("kq.xls", OLD_OFFICE, "lưu lại dạng .xlsx"),
        ("kq.ods", b"PK\x03\x04", "lưu lại dạng .xlsx"),
        ("2026.yaml", b"title: x", "plans/CƠ_QUAN"),
        ("kh.zip", b"PK\x03\x04", "Giải nén"),
        ("kh.docx", b"PK\x03\x04", ""),
        ("kh.docx", OLD_OFFICE, ""),
        ("kh.docx", b"{\\rtf1", ""),
        ("kh.docx", b"", ""),
        ("kq.csv", b"a,b", ""),
    ],
)
def test_what_cannot_be_taken_is_told(name: str, data: bytes, said: str) -> None:
    """By name and first bytes; what may be a document is left to those who read it."""
    why = unfit(Letter(PurePosixPath("hop-thu", name), data))
    assert said in why and bool(why) == bool(said)


def test_file_of_one_plan_at_the_place_of_another_is_refused(fabric: Fabric) -> None:
    """It would write that plan over; a plan that is not there yet may be made from any."""
    data = official_document(fabric.plans[XA_EA_KNOP], fabric.registry)
    for place in (SO_XAY_DUNG.replace("2025", "2027"), XA_EA_KNOP, "ke-hoach"):
        check_place(Letter(PurePosixPath("hop-thu", f"{place}.docx"), data), fabric.plans)
    with pytest.raises(UserError, match=f"{XA_EA_KNOP}.*{SO_XAY_DUNG}"):
        check_place(Letter(PurePosixPath("hop-thu", f"{SO_XAY_DUNG}.docx"), data), fabric.plans)


def test_second_document_of_a_plan_waits(tmp_path: Path, fabric: Fabric, capsys: pytest.CaptureFixture[str]) -> None:
    """What it does not hold of the first would be taken out again: the plan is the first's, the second file stays."""
    root = assemble(tmp_path / "kho", *BUILT)
    document = official_document(fabric.plans[XA_EA_KNOP], fabric.registry)
    first = edited(document, [{"op": "replace", "p": "TT HĐND xã;", "find": "xã", "to": "xã Ea Knốp"}])
    (root / "hop-thu").mkdir()
    for name, data in (("a.docx", first), ("b.docx", document)):
        (root / "hop-thu" / name).write_bytes(data)
    assert main(["--root", str(root), "inbox"]) == 0
    assert "lần này đã nhận hop-thu/a.docx" in capsys.readouterr().out
    assert "TT HĐND xã Ea Knốp;" in (root / f"plans/{XA_EA_KNOP}.yaml").read_text(encoding="utf-8")
    assert [path.name for path in (root / "hop-thu").iterdir()] == ["b.docx"]
