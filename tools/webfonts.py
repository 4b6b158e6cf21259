"""Make the fonts of the pages: what Vietnamese text needs of each style in one file, and the sizes of stand-ins.

A stand-in is a font of the reader's own machine that is shown where the page's font does not come in time; by these
sizes a text takes as much room in it. Run by hand when a font has a new version, with the fonts' files in one folder:

    pip install fonttools brotli
    python tools/webfonts.py FOLDER

The folder holds BeVietnamPro-Regular.ttf and BeVietnamPro-SemiBold.ttf (github.com/bettergui/BeVietnamPro), and of the
stand-ins LiberationSans-Regular.ttf and -Bold.ttf (as wide as Arial), Roboto-Regular.ttf and -Bold.ttf,
NotoSerif-Regular.ttf, -Bold.ttf, -Italic.ttf and -BoldItalic.ttf. Tinos is in site_src/fonts/. What is printed goes
into site_src/docs/assets/stylesheets/fonts.css.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "site_src/docs/assets/fonts"
SAMPLE = ROOT / "tests/fixtures/five/plans/tinh-dak-lak/tuyen-truyen-cchc/2025.source.txt"

LETTERS = "ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0303\u0309\u0323"
SIGNS = "–—‘’‚“”„•…‰′″←↑→↓₫€™−≤≥ﬁﬂ"
CHARACTERS = {*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x1EA0, 0x1EFA), *map(ord, LETTERS + SIGNS)}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"]

SOURCES = {
    "be-vietnam-pro-400": "BeVietnamPro-Regular",
    "be-vietnam-pro-600": "BeVietnamPro-SemiBold",
    "tinos-400": "Tinos-Regular",
    "tinos-400-italic": "Tinos-Italic",
    "tinos-700": "Tinos-Bold",
    "tinos-700-italic": "Tinos-BoldItalic",
}
STAND_INS = {
    "be-vietnam-pro-400": ("LiberationSans-Regular", "Roboto-Regular"),
    "be-vietnam-pro-600": ("LiberationSans-Bold", "Roboto-Bold"),
    "tinos-400": ("NotoSerif-Regular",),
    "tinos-400-italic": ("NotoSerif-Italic",),
    "tinos-700": ("NotoSerif-Bold",),
    "tinos-700-italic": ("NotoSerif-BoldItalic",),
}


def small(source: Path) -> TTFont:
    """Give a font with what Vietnamese pages need of it, without hints: screens of today smooth it themselves."""
    options = Options(hinting=False, layout_features=FEATURES, flavor="woff2")
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    # Windows would show a font without hints jagged at small sizes, unless told to smooth it at all of them.
    font["gasp"] = newTable("gasp")
    font["gasp"].version, font["gasp"].gaspRange = 1, {0xFFFF: 0x000F}
    return font


def width(font: TTFont, text: str) -> float:
    """Measure a text in ems; the font has all its letters."""
    names = font.getBestCmap()
    return float(sum(font["hmtx"][names[ord(letter)]][0] for letter in text)) / float(font["head"].unitsPerEm)


def sizes(font: TTFont, other: TTFont, text: str) -> Iterator[tuple[str, float]]:
    """Give the descriptors by which ``other`` takes the room of ``font``, in parts of one (CSS Fonts 5, size-adjust).

    Letters that either lacks are not measured.
    """
    both = font.getBestCmap().keys() & other.getBestCmap().keys()
    held = "".join(letter for letter in text if ord(letter) in both)
    scale = width(font, held) / width(other, held)
    em = float(font["head"].unitsPerEm)
    yield "size-adjust", scale
    # What follows is a share of the size that has been adjusted.
    yield "ascent-override", font["hhea"].ascent / em / scale
    yield "descent-override", -font["hhea"].descent / em / scale
    yield "line-gap-override", font["hhea"].lineGap / em / scale


def main(folder: Path) -> None:
    """Write the fonts and print the sizes of their stand-ins."""
    text = SAMPLE.read_text(encoding="utf-8")
    for name, source in SOURCES.items():
        path = next(path for path in (folder / f"{source}.ttf", ROOT / f"site_src/fonts/{source}.ttf") if path.exists())
        font = small(path)
        font.save(FONTS / f"{name}.woff2")
        for other in STAND_INS[name]:
            said = "; ".join(f"{key}: {share:.2%}" for key, share in sizes(font, TTFont(folder / f"{other}.ttf"), text))
            print(f"{name} as {other}: {said}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
