#!/usr/bin/env bash
# Expected: the number and the signing day that one sees on a page of an electronic office are text of that page.
# Happens: they are drawn by annotations (/Stamp, and the /Widget of a signature), whose appearance pypdf, pdfminer,
#   pdfplumber and pdfium leave out: "So:      /KH-UBND". Only poppler's pdftotext reads them, on lines of their own.
# Seen with: pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2, poppler 22.12 (2026-11-29).
# Matters: a plan signed electronically gets its number and its day from the office's software after it is typed, so
#   the two things every link rests on are the two that are missing.
set -euo pipefail
command -v pdftotext > /dev/null || { echo "needs Debian's poppler-utils" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check \
  pypdf==7.1.1 pdfminer.six==20260107 pdfplumber==0.11.10 pypdfium2==5.15.2
env/bin/python - <<'PY'
from pypdf import PdfWriter
from pypdf.generic import (ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject,
                           TextStringObject)

def entries(**values):
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})

def numbers(*values):
    return ArrayObject([FloatObject(value) for value in values])

writer = PdfWriter()
page = writer.add_blank_page(400, 200)
font = writer._add_object(
    entries(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica")))
resources = entries(Font=entries(F1=font))

def drawn(commands, **values):
    stream = StreamObject()
    stream.set_data(commands.encode())
    stream.update(entries(**values))
    return writer._add_object(stream)

page[NameObject("/Resources")] = resources
page[NameObject("/Contents")] = drawn("BT /F1 12 Tf 20 150 Td (So:          /KH-UBND) Tj ET")
signature = {"FT": NameObject("/Sig"), "T": TextStringObject("ky")}
marks = (("/Stamp", 45, "15", {}), ("/Widget", 200, "Ngay 05/3/2026", signature))
page[NameObject("/Annots")] = ArrayObject()
for kind, left, text, more in marks:
    look = drawn(f"BT /F1 12 Tf 0 5 Td ({text}) Tj ET", Type=NameObject("/XObject"), Subtype=NameObject("/Form"),
                 BBox=numbers(0, 0, 120, 20), Resources=resources)
    page["/Annots"].append(writer._add_object(entries(
        Type=NameObject("/Annot"), Subtype=NameObject(kind), F=NumberObject(4), AP=entries(N=look),
        Rect=numbers(left, 145, left + 120, 165), **more)))
writer._root_object[NameObject("/AcroForm")] = entries(Fields=ArrayObject([page["/Annots"][1]]))
writer.write("signed.pdf")
PY
pdftotext signed.pdf poppler.txt
env/bin/python - <<'PY'
import pdfplumber, pypdf, pypdfium2
from pdfminer.high_level import extract_text

read = {
    "pypdf": pypdf.PdfReader("signed.pdf").pages[0].extract_text(),
    "pdfminer": extract_text("signed.pdf"),
    "pdfplumber": pdfplumber.open("signed.pdf").pages[0].extract_text(),
    "pdfium": pypdfium2.PdfDocument("signed.pdf")[0].get_textpage().get_text_bounded(),
    "poppler": open("poppler.txt", encoding="utf-8").read(),
}
for reader, text in read.items():
    print(f"{reader:10} {text.split()}")
assert all("/KH-UBND" in text for text in read.values())
assert "15" in read["poppler"] and "05/3/2026" in read["poppler"], "behaviour changed"
assert not any("15" in read[reader] or "2026" in read[reader] for reader in list(read)[:4]), "behaviour changed"
PY
