"""The environments that noxfile.py makes work in any folder."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from corpus import ROOT


@pytest.mark.parametrize("locale", [("-X", "utf8=0"), ("-X", "utf8=1")], ids=["bare", "utf8"])
def test_the_package_is_found_below_vietnamese_letters(
    locale: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a C locale, in UTF-8 mode or not, Python reads what an editable install left, and finds src/."""
    checkout = tmp_path / "Kế hoạch" / "kho mã"
    packages = checkout / ".nox" / "main" / "lib" / "python3" / "site-packages"
    packages.mkdir(parents=True)
    (checkout / "src").mkdir()
    (checkout / "src" / "ours.py").touch()
    (packages / "_editable_impl_kehoach.pth").write_text(str(checkout / "src"), encoding="utf-8")
    for name in ("nox", "nox.command", "filelock"):  # what runs the sessions is not in the tests' environment
        monkeypatch.setitem(sys.modules, name, MagicMock())
    monkeypatch.chdir(checkout)
    runpy.run_path(str(ROOT / "noxfile.py"))["_name_relatively"](Path(".nox", "main"))
    code = "import os, site; site.addsitedir(os.getcwd()); import ours"
    done = subprocess.run(
        [sys.executable, *locale, "-I", "-S", "-c", code],
        env={"LC_ALL": "C"},
        cwd=packages,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
