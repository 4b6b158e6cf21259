"""The official document at the edge: DOCX, and PDF through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kehoach.command import UserError
from kehoach.fabric import LinkedPlan
from kehoach.official.docx import official_document
from kehoach.registry import Registry

OFFICIAL = ("docx", "pdf")
_SECONDS = 180
_NO_OFFICE = (
    "Máy này chưa có LibreOffice để chuyển sang PDF. Cài rồi chạy lại: "
    "sudo apt-get install libreoffice-writer fonts-croscore; hoặc xuất --to docx rồi lưu thành PDF bằng Word."
)


def export_official(linked: LinkedPlan, registry: Registry, to: str) -> bytes:
    """Give the official document as ``docx`` or ``pdf``; raises UserError where there is no LibreOffice for PDF."""
    document = official_document(linked, registry)
    return _as_pdf(document) if to == "pdf" else document


def _as_pdf(document: bytes) -> bytes:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UserError(_NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="kehoach-") as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name, "document.docx"]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
            return (folder / "document.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise UserError(
                "LibreOffice không chuyển được tệp sang PDF. Hãy xuất --to docx rồi mở bằng Word."
            ) from None
