#!/usr/bin/env bash
# Expected: the spaces of a line cost a PDF a byte or two each, also where a no-break space ("Điều 3") is among them.
# Happens: in Tinos (of the widths of the font that official documents are set in) both spaces are one glyph. Where a
#   no-break space comes first in a document, Typst wraps every common space behind it in marked content that says which
#   text it is: the drawing takes four times the bytes. With a glyph of its own for the no-break space none is wrapped.
# Seen with: typst 0.15.0, @expo-google-fonts/tinos 0.4.1, fonttools 4.68.0, pikepdf 10.18.0 (2026-11-30).
# Matters: twenty kilobytes of the drawing of each plan's PDF were spaces; the fonts in this project are parted so.
set -euo pipefail
command -v npm >/dev/null || { echo "needs Node.js with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check typst==0.15.0 fonttools==4.68.0 pikepdf==10.18.0
npm pack --silent @expo-google-fonts/tinos@0.4.1 >/dev/null && tar xzf ./*.tgz
FONT=package/400Regular/Tinos_400Regular.ttf env/bin/python - <<'PY'
import io, os
from copy import deepcopy
from pathlib import Path

import pikepdf, typst
from fontTools.ttLib import TTFont

font = TTFont(os.environ["FONT"])
cmap = font.getBestCmap()
print("one glyph for both spaces:", cmap[0x20] == cmap[0xA0])
own = "nbspace.own"
order = [*font.getGlyphOrder(), own]
glyphs, widths = font["glyf"], font["hmtx"]
glyphs.glyphs[own], widths.metrics[own] = deepcopy(glyphs[cmap[0x20]]), widths[cmap[0x20]]
for table in font["cmap"].tables:
    if table.isUnicode():
        table.cmap[0xA0] = own
font.setGlyphOrder(order)
glyphs.glyphOrder = order
for place, made in (("shared", None), ("own", font)):
    Path(place).mkdir()
    target = Path(place, "font.ttf")
    made.save(target) if made else target.write_bytes(Path(os.environ["FONT"]).read_bytes())
Path("plan.typ").write_text(
    '#set text(font: "Tinos", lang: "vi")\n' + "Điều~3: các sở báo cáo kết quả về Ủy ban nhân dân tỉnh. " * 40
)
wrapped, size = {}, {}
for place in ("shared", "own"):
    pdf = pikepdf.open(io.BytesIO(typst.compile("plan.typ", font_paths=[place], ignore_system_fonts=True)))
    drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    wrapped[place], size[place] = drawn.count(b"ActualText"), len(drawn)
    print(f"{place:7} {wrapped[place]:4} spaces told apart, {size[place]:6} bytes of drawing")
assert wrapped["shared"] > 300 and wrapped["own"] < 10 and size["shared"] > 3 * size["own"], "behaviour changed"
PY
