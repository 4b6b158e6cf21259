"""Old Word files, RTF, ODT and pages named .doc to DOCX through LibreOffice, a program that may not be installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kehoach.importing.model import ImportProblem
from kehoach.machine.childprogram import run_bounded

INSTALL = "sudo apt-get install libreoffice-writer"
_SECONDS, _SECONDS_EACH = 60, 20
_MEMORY = 4_000_000_000
_LARGEST = 100_000_000
_HTML = re.compile(
    rb"\s*(?:<!--.{0,400}?-->\s*)*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_OFFICE = b"\xd0\xcf\x11\xe0"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def kind_of(data: bytes) -> str:
    """Tell by its first bytes the ending of a file that LibreOffice has to convert; empty for any other."""
    if data.startswith(_OFFICE):
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if _ODT in data[:200]:
        return ".odt"
    return ".html" if _HTML.match(data[:4000].removeprefix(b"\xef\xbb\xbf")) else ""


def as_docx(files: Sequence[bytes]) -> list[bytes | ImportProblem]:
    """Convert files in one start of LibreOffice; for each its DOCX, or what is wrong with it.

    Raises ImportProblem where LibreOffice is missing, or does not end in time.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ImportProblem(
            "Tệp .doc, .rtf, .odt hoặc trang HTML cần LibreOffice để đọc, nhưng máy chưa cài. "
            f"Trên Debian, Ubuntu: {INSTALL}. Hoặc mở bằng Word và lưu lại dạng .docx."
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ra").mkdir()
        paths = [folder / f"{number}{kind_of(data) or '.doc'}" for number, data in enumerate(files)]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        for web in (False, True):
            chosen = [path for path in paths if (path.suffix == ".html") is web]
            if chosen:
                _convert(program, folder, chosen, web)
        return [_result(folder / "ra" / f"{path.stem}.docx") for path in paths]


def _convert(program: str, folder: Path, paths: Sequence[Path], web: bool) -> None:
    # Pages open as web documents, which have no export to Word, unless they are asked for as text.
    infilter = ["--infilter=HTML (StarWriter)"] if web else []
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *infilter,
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "ra")),
        *map(str, paths),
    ]
    seconds = _SECONDS + _SECONDS_EACH * len(paths)
    try:
        run_bounded(command, seconds, _MEMORY, _LARGEST)
    except subprocess.TimeoutExpired:
        raise ImportProblem(f"LibreOffice chạy quá {seconds} giây; tệp quá lớn hoặc hỏng.") from None
    except OSError as error:
        raise ImportProblem(f"Không chạy được LibreOffice: {error.strerror}.") from None


def _result(path: Path) -> bytes | ImportProblem:
    try:
        if path.stat().st_size > _LARGEST:
            return ImportProblem("Tệp chuyển sang .docx quá lớn.")
        return path.read_bytes()
    except OSError:
        return ImportProblem("LibreOffice không đọc được tệp; tệp có thể hỏng hoặc có mật khẩu.")
