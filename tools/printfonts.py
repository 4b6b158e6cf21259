"""Make the fonts of the PDF files from those of the Tinos project, so that files that are printed from them are small.

A blank that does not break is another glyph than a blank: where both are one, a PDF has to say for each blank between
two words which of them it is, which was half of a file. Of the names that are copied into each file only those stay by
which a font is found; copyright and licence lie beside the fonts. Points of outlines lie on a grid that is four units
wide, a hundredth of a millimetre in the text of a plan: half of a file is outlines, which pack a tenth better for it.
Widths stay as they are, and so does each line. Run by hand when the fonts have a new version, with their files in one
folder:

    pip install fonttools
    python tools/printfonts.py FOLDER
"""

from __future__ import annotations

import sys
from copy import deepcopy
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "site_src/fonts"
BLANK, NAME = 0xA0, "uni00A0"
GRID = 4
FAMILY, STYLE, FULL, POSTSCRIPT = 1, 2, 4, 6


def part_blanks(font: TTFont) -> None:
    """Give the blank that does not break a glyph of its own, as wide as it was."""
    old = font.getBestCmap()[BLANK]
    if old == NAME:
        return
    names = [*font.getGlyphOrder(), NAME]
    font.setGlyphOrder(names)
    font["glyf"].glyphOrder = names
    font["glyf"].glyphs[NAME] = deepcopy(font["glyf"][old])
    font["hmtx"].metrics[NAME] = font["hmtx"].metrics[old]
    for table in font["cmap"].tables:
        if BLANK in table.cmap:
            table.cmap[BLANK] = NAME


def lay_on_grid(font: TTFont) -> None:
    """Move each point of an outline, and each part of a letter that is made of others, to the nearest of the grid."""
    outlines = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = outlines[name]
        if glyph.isComposite():
            for part in glyph.components:
                if hasattr(part, "x"):
                    part.x, part.y = nearest(part.x), nearest(part.y)
        elif glyph.numberOfContours > 0:
            for index, (x, y) in enumerate(glyph.coordinates):
                glyph.coordinates[index] = (nearest(x), nearest(y))
    for name in font.getGlyphOrder():
        outlines[name].recalcBounds(outlines)
        width, _ = font["hmtx"].metrics[name]
        font["hmtx"].metrics[name] = (width, getattr(outlines[name], "xMin", 0))


def nearest(place: int) -> int:
    """Give the line of the grid that is nearest to a place."""
    return round(place / GRID) * GRID


def main(folder: Path) -> None:
    """Write each font anew; with the same fonts they are the same bytes."""
    for place in sorted(FONTS.glob("*.ttf")):
        font = TTFont(folder / place.name, recalcTimestamp=False)
        part_blanks(font)
        lay_on_grid(font)
        font["name"].names = [name for name in font["name"].names if name.nameID in (FAMILY, STYLE, FULL, POSTSCRIPT)]
        font.save(place)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
