#!/usr/bin/env bash
# Expected: OCR with the Vietnamese model reads every Đ of one clean page as the same letter, at any usual resolution.
# Happens: at 200 dpi all are Đ (U+0110); at 150, 300 and 400 dpi, in a number after a slash, Ð (U+00D0, the Icelandic
#   letter) comes in as well: 04/QĐ-UBND is read as 04/QĐÐ-UBND. The two look the same and are equal to nothing.
# Seen with: tesseract 5.3.0 with Debian's vie 1:4.1.0, page set by typst 0.15.2 in Libertinus Serif (2026-11-29).
# Matters: QĐ stands in the number of every decision; a scan then cites decisions that no register holds.
set -euo pipefail
command -v tesseract > /dev/null && tesseract --list-langs 2> /dev/null | grep -x vie > /dev/null || {
  echo "needs Debian's tesseract-ocr and tesseract-ocr-vie" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check typst==0.15.2
env/bin/python - <<'PY'
import typst

open("page.typ", "w", encoding="utf-8").write(
    '#set page(width: 18cm, height: 5cm, margin: 1cm)\n#set text(lang: "vi", font: "Libertinus Serif", size: 14pt)\n'
    "Điều 1. Tỉnh Đắk Lắk, xã Đồng Xuân; Quyết định số 04/QĐ-UBND ngày 05/01/2026 của HĐND; 12/NQ-HĐND; 826/QĐ-TTg; "
    "49/QĐ-BNV; 45/2025/NĐ-CP; ĐỀ ÁN\n")
for dpi in (150, 200, 300, 400):
    typst.compile("page.typ", output=f"{dpi}.png", ppi=dpi)
PY
for dpi in 150 200 300 400; do tesseract "$dpi.png" "$dpi" -l vie 2> ocr.log; done
python3 - <<'PY'
strange = {}
for dpi in (150, 200, 300, 400):
    words = open(f"{dpi}.txt", encoding="utf-8").read().split()
    strange[dpi] = [word for word in words if "\u00d0" in word]
    right = [word for word in words if "\u0110" in word]
    print(f"{dpi} dpi: U+0110 in {len(right)} words; U+00D0 in", *map(ascii, strange[dpi]))
    assert "826/Q\u0110-TTg;" in words or dpi == 400, "the page was not read"
assert not strange[200] and any(strange.values()), "behaviour changed"
assert all(word == "04/Q\u0110\u00d0-UBND" for found in strange.values() for word in found), "behaviour changed"
PY
