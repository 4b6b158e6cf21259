#!/usr/bin/env bash
# Expected: the number 618/KH-UBND, set in a narrow column, is still that number in the text of the PDF.
# Happens: typst breaks the line after the number's own hyphen, as Unicode's line breaking allows, and pdftotext takes
#   a hyphen at a line's end for a hyphenation and deletes it: 618/KHUBND. With -layout it stays; pypdf keeps it too.
# Seen with: typst 0.15.2, poppler 22.12, pypdf 7.1.1 (2026-11-29).
# Matters: Vietnamese is never hyphenated, so every hyphen at a line's end is real, and most stand in document
#   numbers; two sound tools in a row turn a citation into another one.
set -euo pipefail
command -v pdftotext > /dev/null || { echo "needs Debian's poppler-utils" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
env/bin/python - <<'PY'
import typst

open("plan.typ", "w", encoding="utf-8").write(
    '#set text(lang: "vi", font: "Libertinus Serif", size: 12pt)\n#block(width: 3.2cm)[Thực hiện Kế hoạch số '
    "618/KH-UBND của Ủy ban nhân dân tỉnh]\n")
typst.compile("plan.typ", output="plan.pdf")
PY
pdftotext plan.pdf plain.txt
pdftotext -layout plan.pdf layout.txt
env/bin/python - <<'PY'
import pypdf

plain, layout = (open(name, encoding="utf-8").read() for name in ("plain.txt", "layout.txt"))
read = pypdf.PdfReader("plan.pdf").pages[0].extract_text()
for reader, text in (("pdftotext", plain), ("pdftotext -layout", layout), ("pypdf", read)):
    print(f"{reader:17} {text.splitlines()}")
assert "618/KHUBND" in plain, "behaviour changed"
assert "618/KH-\n" in layout and "618/KH-\n" in read, "behaviour changed"
PY
