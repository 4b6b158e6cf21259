"""The official document at the edge: DOCX, and PDF through LibreOffice where it is installed, else through Typst.

LibreOffice turns the very DOCX that is handed over into pages, so that its PDF is what Word would print. Typst needs
no other program, gives the same bytes every time and a PDF that screen readers follow (PDF/UA-1): it is the PDF of
the site and of the package.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from kehoach.agenda.agenda import Agenda
from kehoach.commands.arguments import OFFICIAL, SHEETS
from kehoach.commands.dutyfiles import export_duties
from kehoach.commands.selecting import find_plan
from kehoach.exports.docx import official_document
from kehoach.exports.pdf import official_pdf
from kehoach.exports.text import to_text
from kehoach.exports.typesetting import Press
from kehoach.files.opening import open_repository
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_whole
from kehoach.meaning.fabric import LinkedPlan, weave
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry
from kehoach.publishing.works import press_of
from kehoach.wording.letters import short_date

_SECONDS = 180
# Without these LibreOffice writes pages that a screen reader cannot follow; the language comes from the document.
_TAGGED = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks")}
)
# Where there is no Times New Roman, its metric twin with all Vietnamese letters, rather than letters of two fonts.
_FONTS = """<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{}</dir>
  <alias binding="strong">
    <family>Times New Roman</family><prefer><family>Times New Roman</family><family>Tinos</family></prefer>
  </alias>
  <selectfont><rejectfont><pattern>
    <patelt name="family"><string>Liberation Serif</string></patelt>
  </pattern></rejectfont></selectfont>
</fontconfig>
"""
_NO_OFFICE = (
    "Máy này chưa có LibreOffice. Cài rồi chạy lại: sudo apt-get install libreoffice-writer fonts-croscore; "
    "hoặc dùng --engine typst."
)


def run_export(options: argparse.Namespace) -> int:
    """Write a plan in one of the forms there are: text, official document, or its duties as calendar or table."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    linked = find_plan(repository, fabric, options.plan)
    if options.to in OFFICIAL:
        press = press_of(options.root / "site_src")
        if options.purpose == "signing":
            print(_signing(linked.plan), file=sys.stderr)
        data = export_official(linked, repository.registry, options.to, press, options.engine, options.purpose)
        write_whole(data, options.output)
    elif options.purpose:
        raise UserError(f"--for chỉ dùng với --to {' hoặc '.join(OFFICIAL)}.")
    elif options.to in SHEETS:
        write_whole(export_duties(Agenda(fabric), linked.plan, options.to, dt.date.today()), options.output)
    else:
        write_whole(to_text(linked.lines), options.output)
    return 0


def _signing(plan: Plan) -> str:
    """Say of a copy to be signed what the office still does; refuses a plan that nobody signs any more."""
    if plan.status == "withdrawn":
        raise UserError(f"{plan.id} đã thu hồi, không còn trình ký; dùng --for reading.")
    head = plan.decision or plan
    filled = [f"số {head.number}"] if head.number else []
    filled += [f"ngày {short_date(head.issued.date)}"] if head.issued and head.issued.date else []
    dropped = f"Kế hoạch đã ghi {' và '.join(filled)}; bản này vẫn để trống. " if filled else ""
    return (
        f"kehoach: bản trình ký để trống số và ngày cho văn thư ghi. {dropped}Sửa chữ thì sửa ở kế hoạch rồi xuất lại."
    )


def export_official(
    linked: LinkedPlan,
    registry: Registry,
    to: str,
    press: Press,
    engine: str | None = None,
    purpose: str | None = None,
) -> bytes:
    """Give the official document as ``docx`` or ``pdf``, the latter by LibreOffice where it is installed, else Typst.

    Raises UserError where LibreOffice is asked for by name and is not there.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if to == "pdf" and (engine == "typst" or (engine is None and office is None)):
        return official_pdf(linked, registry, press, purpose)
    document = official_document(linked, registry, purpose)
    if to == "docx":
        return document
    if office is None:
        raise UserError(_NO_OFFICE)
    return _as_pdf(document, office, press.fonts)


def _as_pdf(document: bytes, office: str, fonts: Path) -> bytes:
    with tempfile.TemporaryDirectory(prefix="kehoach-") as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(document)
        (folder / "fonts.conf").write_text(_FONTS.format(escape(str(fonts.resolve()))), encoding="utf-8")
        environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _TAGGED, "--outdir", name, "document.docx"]
        try:
            subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, timeout=_SECONDS)
            return (folder / "document.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise UserError(
                "LibreOffice không chuyển được tệp sang PDF. Hãy dùng --engine typst, "
                "hoặc xuất --to docx rồi lưu thành PDF bằng Word."
            ) from None
