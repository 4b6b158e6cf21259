"""python-docx's own empty document without what no official document uses: most of a short file otherwise.

That document was saved by a Word of 2013 with a picture of itself, a theme, fonts of other languages, data of a
bibliography, sixty styles and a hundred coloured table styles. What is left looks the same on every page; a style that
somebody chooses in Word, Word brings with it.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.package import OpcPackage
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml import etree

_PARTS = ("customXml", "fontTable", "stylesWithEffects", "theme", "webSettings")
_OF_PACKAGE = ("extended-properties", "thumbnail")
_STYLES = {
    "Normal",
    "Title",
    *(f"Heading{level}" for level in range(1, 4)),
    "Header",
    "Footer",
    "DefaultParagraphFont",
    "NoList",
    "TableNormal",
    "TableGrid",
}
"""Styles that documents are made with, and those that Word needs of each kind."""
_SETTINGS = ("rsids", "clrSchemeMapping", "shapeDefaults", "savePreviewPicture", "doNotAutoCompressPictures")
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def take_out_unused(document: Document) -> None:
    """Take out parts, styles and settings that no document of ours uses."""
    for relations, kinds in ((document.part.rels, _PARTS), (document.part.package.rels, _OF_PACKAGE)):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(kinds):
                del relations[name]
    _take_out_styles(document)
    settings = document.settings.element
    for setting in list(settings):
        is_newer = etree.QName(setting).namespace != settings.nsmap["w"]
        if is_newer or setting.tag == _MATHS or setting.tag in map(_word, _SETTINGS):
            settings.remove(setting)


def _take_out_styles(document: Document) -> None:
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _STYLES:
            styles.remove(style)
            continue
        for link in style.findall(qn("w:link")):
            style.remove(link)
    names = {name.get(qn("w:val")) for name in styles.iter(qn("w:name"))}
    for kinds in styles.findall(qn("w:latentStyles")):
        for kind in list(kinds):
            if kind.get(qn("w:name"), "") not in names:
                kinds.remove(kind)


def _word(name: str) -> str:
    return qn(f"w:{name}")


def take_out_namespaces(package: OpcPackage) -> None:
    """Take out the namespaces that a part declares and does not use: some twenty in each head, foot and list."""
    for part in package.iter_parts():
        if isinstance(part, XmlPart):
            etree.cleanup_namespaces(part.element)
            if _IGNORABLE in part.element.attrib:
                _ignore_used_alone(part.element)


def _ignore_used_alone(root: etree._Element) -> None:
    """Name of the namespaces that an older Word may ignore only those that there are: each has to be declared."""
    prefixes = [prefix for prefix in root.get(_IGNORABLE, "").split() if prefix in root.nsmap]
    if prefixes:
        root.set(_IGNORABLE, " ".join(prefixes))
    else:
        del root.attrib[_IGNORABLE]
        etree.cleanup_namespaces(root)
