"""A PDF file as Typst made it, in half the bytes: what is drawn, tagged and read out stays what it was.

Typst has no such choice, and no library that writes PDF again does more than pack its objects (``exports.pdffile``).
"""

from __future__ import annotations

import re
import struct
import zlib

from kehoach.exports.pdfdrawing import Page, spellings
from kehoach.exports.pdffile import Objects, Stored, UnknownFormError, object_of_kind, objects_of, written
from kehoach.exports.pdffonts import codes_of, font_of, meanings_of, simple
from kehoach.exports.pdfmarks import Marks, marks_of

_OTHER_FORM = (LookupError, ValueError, zlib.error, struct.error)
"""What reading a file comes to that is not as this Typst writes it, a later one may."""
_NAMED = re.compile(rb"/(f\d+) (\d+) 0 R")
_FONTS = re.compile(rb"/Font<<((?:/f\d+ \d+ 0 R)*)>>")
_COLORS = re.compile(rb"/ColorSpace<<[^<>]*>>")
_RESOURCES = re.compile(rb"/Resources (\d+) 0 R")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")


def with_small_letters(pdf: bytes) -> bytes:
    """Write a file that Typst made with one byte a letter; a file of another form is given back as it is.

    Where only what is drawn is of another form, as with more letters than a byte has, or with letters that are read
    out otherwise than they look (a soft hyphen), it stays and the objects alone are packed.
    """
    try:
        objects, trailer = objects_of(pdf)
    except _OTHER_FORM:
        return pdf
    try:
        return written(_rewritten(objects), trailer)
    except _OTHER_FORM:
        return written(objects, trailer)


def _rewritten(objects: Objects) -> Objects:
    fonts = {number: font_of(objects, stored.words) for number, stored in objects.items() if b"/Type0/" in stored.words}
    codes = codes_of(fonts)
    spelled = {number: spellings(glyphs) for number, glyphs in codes.items()}
    meanings = max(objects) + 1
    rewritten_objects = {**objects, meanings: meanings_of(codes)}
    for number, font in fonts.items():
        rewritten_objects |= simple(rewritten_objects, number, font, codes[number], meanings)
    marks = marks_of(objects)
    for number, stored in objects.items():
        if b"/Type/Page/" in stored.words:
            contents, resources = (int(object_of_kind(kind, stored.words)[1]) for kind in (_CONTENTS, _RESOURCES))
            page_fonts = object_of_kind(_FONTS, objects[resources].words)[1]
            page_content = objects[contents].data
            if page_content is None:
                raise UnknownFormError
            of_page = {name: spelled[int(font)] for name, font in _NAMED.findall(page_fonts)}
            of_page_marks = marks.get(number, Marks())
            page = Page(of_page, of_page_marks.openings())
            rewritten_objects[contents] = Stored(objects[contents].words, b"".join(page.drawn(page_content)))
            rewritten_objects |= of_page_marks.without(page.gone)
            rewritten_objects[resources] = Stored(_COLORS.sub(b"", objects[resources].words))
    return rewritten_objects
