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
_XML = {b"wordDocument": ".xml", b"<office:document ": ".fodt", b"<pkg:package": ".xml"}
"""What marks the kinds of XML that whole documents are saved as: Word's of 2003, OpenDocument's, Word's of today."""

_CHARSET = re.compile(r"<meta[^>]{0,300}charset[^>]{0,300}>", re.IGNORECASE)
_ARCHIVED_PAGE = re.compile(rb"(?:[^\n]{0,400}\n){0,20}?MIME-Version:", re.IGNORECASE)
_NAMES = {
    "EncryptedPackage": "Tệp có mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài "
    "liệu, Mã hóa bằng mật khẩu, xóa trống ô mật khẩu), lưu lại rồi nhập.",
    "Workbook": "Tệp là bảng tính cũ (.xls); hãy mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại.",
    "PowerPoint Document": "Tệp là bản trình chiếu PowerPoint, không phải văn bản; hãy chép phần kế hoạch sang Word.",
    "__properties_version1.0": "Tệp là thư Outlook (.msg); hãy mở thư, lưu tệp đính kèm rồi nhập tệp đó.",
}
"""What cannot be taken for a text although its first bytes are those of an old Word file, by names that it holds."""


def kind_of(data: bytes) -> str:
    """Tell by its first bytes the ending of a file that LibreOffice has to convert; empty for any other."""
    if data.startswith(_OFFICE):
        return ".doc"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if _ODT in data[:200]:
        return ".odt"
    first = data[:4000].removeprefix(b"\xef\xbb\xbf")
    if first.lstrip().startswith(b"<?xml"):
        if xml_ending := next((ending for mark, ending in _XML.items() if mark in first), ""):
            return xml_ending
    elif _ARCHIVED_PAGE.match(first):
        return ".mht"
    return ".html" if _HTML.match(first) else ""


def as_docx(files: Sequence[bytes]) -> list[bytes | ImportProblem]:
    """Convert files in one start of LibreOffice; for each its DOCX, or what is wrong with it.

    Raises ImportProblem where LibreOffice is missing, or does not end in time.
    """
    wrong = [_refused(data) for data in files]
    if all(wrong):
        return [problem for problem in wrong if problem]
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ImportProblem(
            "Tệp .doc, .rtf, .odt hoặc trang HTML cần LibreOffice để đọc, nhưng máy chưa cài. "
            f"Trên Debian, Ubuntu: {INSTALL}. Hoặc mở bằng Word và lưu lại dạng .docx."
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "ra").mkdir()
        paths = [folder / f"{number}{_ending(data)}" for number, data in enumerate(files)]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(_page_in(data) if path.suffix == ".html" else data)
        readable = [path for path, problem in zip(paths, wrong, strict=True) if problem is None]
        for web in (False, True):
            chosen = [path for path in readable if (path.suffix == ".html") is web]
            if chosen:
                _convert(program, folder, chosen, web)
        results = (_result(folder / "ra" / f"{path.stem}.docx") for path in paths)
        return [problem or result for problem, result in zip(wrong, results, strict=True)]


def _ending(data: bytes) -> str:
    """Give the ending by which LibreOffice takes a file: it knows no archive of a page, only the page in it."""
    kind = kind_of(data)
    return ".html" if kind == ".mht" else kind or ".doc"


def _refused(data: bytes) -> ImportProblem | None:
    """Say why a file cannot be converted at all, by what its own list of parts names; None where it can be tried."""
    if data.startswith(_OFFICE):
        if _has_stream("WordDocument", data):  # an embedded table has a workbook's names in it
            return None
        messages = (message for name, message in _NAMES.items() if _has_stream(name, data))
        return next(map(ImportProblem, messages), None)
    if kind_of(data) == ".xml" and b"<pkg:package" in data[:4000]:
        return ImportProblem("Tệp là dạng XML của Word; hãy mở bằng Word, lưu lại dạng .docx rồi nhập lại.")
    if kind_of(data) == ".mht" and not _page_in(data):
        return ImportProblem("Tệp là trang web lưu cả gói (.mht) hoặc thư, không có trang nào; hãy lưu lại dạng .docx.")
    return None


def _has_stream(name: str, data: bytes) -> bool:
    return f"{name}\0".encode("utf-16-le") in data


def _page_in(data: bytes) -> bytes:
    """Give the page of a web archive as UTF-8, empty where it holds none; any other page as it is."""
    if kind_of(data) != ".mht":
        return data
    from email import message_from_bytes, policy

    for part in message_from_bytes(data, policy=policy.default).walk():
        if part.get_content_type() == "text/html":
            page = str(part.get_content())
            return b"\xef\xbb\xbf" + _CHARSET.sub("", page).encode("utf-8", "replace")
    return b""


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
