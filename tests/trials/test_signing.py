"""The lines of the publishing guide that sign and check a list of files, run as they are written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import ROOT

GUIDE = (ROOT / "site_src/docs/huong-dan/dua-len-cong/index.md").read_text(encoding="utf-8")
PASSWORD = "mot-mat-khau-dai\n"


def lines(program: str) -> Iterator[str]:
    """Give the guide's lines that run a program."""
    for block in re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL):
        yield from (line for line in block.splitlines() if line.startswith(f"{program} "))


def run(line: str, folder: Path, given: str = "") -> int:
    """Run a line in a shell without a terminal, with what a user would type."""
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        input=given,
        text=True,
        capture_output=True,
        check=False,
        start_new_session=True,
        env={**os.environ, "HOME": str(folder), "SSH_ASKPASS": "", "DISPLAY": ""},
    )
    return done.returncode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "manifest.json").write_text('{"format": 1}\n', encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen on this machine; CI has one")
def test_ssh_signs_and_checks(folder: Path) -> None:
    """The key is made once, the list signed, the signature checked; a list changed afterwards is refused."""
    make, sign, check = lines("ssh-keygen")
    assert run(make, folder, PASSWORD * 2) == 0
    assert run(sign, folder, PASSWORD) == 0
    (folder / "nguoi-ky.txt").write_text(f"TÊN_NGƯỜI_KÝ {(folder / 'khoa-ky.pub').read_text()}", encoding="utf-8")
    assert run(check, folder) == 0
    (folder / "manifest.json").write_text('{"format": 2}\n', encoding="utf-8")
    assert run(check, folder) != 0


@pytest.mark.skipif(not shutil.which("minisign"), reason="no minisign on this machine; CI has one")
def test_minisign_signs_and_checks(folder: Path) -> None:
    """The same with minisign."""
    make, sign, check = lines("minisign")
    assert run(make, folder, PASSWORD * 2) == 0
    assert run(sign, folder, PASSWORD) == 0
    assert run(check, folder) == 0
    (folder / "manifest.json").write_text('{"format": 2}\n', encoding="utf-8")
    assert run(check, folder) != 0
