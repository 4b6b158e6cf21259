"""Which part of a Word file is what: by its relations, since a document can have any name, else by the usual names."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kehoach.importing.model import ImportProblem
from kehoach.importing.officearchive import part_of

_OF_PACKAGE = "_rels/.rels"
_USUAL = "word/document.xml"
_MARGIN = re.compile(r"word/(?:header|footer)[0-9]{0,3}\.xml")
_FILES = re.compile(r"[^/].*\.(?:docx?|docm|pdf|rtf|odt|xlsx?|html?)\Z", re.IGNORECASE)
_SHOWN = 5

BROKEN = "Không đọc được tệp Word: {}. Hãy mở bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi nhập lại."
"""What is said of a file that cannot be read, with a place for why."""


@dataclass(frozen=True)
class WordPackage:
    """An open file, the name of its document, and the names of the parts that this relates to, by their kind."""

    archive: zipfile.ZipFile
    document: str
    related: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> WordPackage:
        """Find the document of an archive; raises ImportProblem that says what the archive is where it has none."""
        document_parts = _related(archive, _OF_PACKAGE, "").get("officeDocument", ())
        document = next((name for name in (*document_parts, _USUAL) if _holds(archive, name)), None)
        names = [name.replace("\\", "/") for name in archive.namelist()]
        if document is None or any(name.startswith(("ppt/", "xl/")) for name in document_parts):
            raise ImportProblem(_other(names))
        folder, name = posixpath.split(document)
        return cls(archive, document, _related(archive, f"{folder}/_rels/{name}.rels".lstrip("/"), folder))

    def root(self) -> Element:
        """Parse the document itself."""
        root = part_of(self.archive, self.document, BROKEN)
        if root is None:
            raise ImportProblem(BROKEN.format(f"không có {self.document}"))
        return root

    def part(self, kind: str) -> Element | None:
        """Parse the part of a kind (styles, numbering, footnotes, endnotes, comments); None where there is none."""
        name = next(iter(self.related.get(kind, ())), f"word/{kind}.xml")
        return part_of(self.archive, name, BROKEN)

    def margins(self) -> Iterator[Element]:
        """Parse headers and footers."""
        usual = filter(_MARGIN.fullmatch, self.archive.namelist())
        for name in sorted({*usual, *self.related.get("header", ()), *self.related.get("footer", ())}):
            if (root := part_of(self.archive, name, BROKEN)) is not None:
                yield root


def _holds(archive: zipfile.ZipFile, name: str) -> bool:
    return any(held.replace("\\", "/").lower() == name.lower() for held in archive.namelist())


def _related(archive: zipfile.ZipFile, relations: str, folder: str) -> dict[str, tuple[str, ...]]:
    """Read what a part relates to within the file: names of parts by the last word of the kind of relation."""
    root = part_of(archive, relations, BROKEN)
    related: dict[str, tuple[str, ...]] = {}
    for entry in root if root is not None else ():
        target = entry.get("Target", "")
        if target and entry.get("TargetMode") != "External":
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = entry.get("Type", "").rpartition("/")[2]
            related[kind] = (*related.get(kind, ()), name)
    return related


def _other(names: list[str]) -> str:
    """Say what an archive without a document is, and what to do with it."""
    if any(name.startswith("ppt/") for name in names):
        return "Tệp là bản trình chiếu PowerPoint, không phải văn bản; hãy chép phần kế hoạch sang Word rồi nhập lại."
    if any(name.startswith("xl/") for name in names):
        return "Tệp là bảng tính không đọc được ở dạng này; hãy mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại."
    if "mimetype" in names:
        return (
            "Tệp là bảng tính, bản trình chiếu OpenDocument hoặc sách điện tử; "
            "hãy lưu lại dạng .docx (bảng tính: .xlsx) rồi nhập lại."
        )
    files = [name for name in names if _FILES.match(name)]
    if files:
        more = f" và {len(files) - _SHOWN} tệp nữa" if len(files) > _SHOWN else ""
        return (
            f"Tệp là tệp nén, bên trong có {', '.join(files[:_SHOWN])}{more}; "
            "hãy giải nén rồi nhập từng tệp, hoặc nhập cả thư mục."
        )
    return BROKEN.format("tệp nén không có văn bản Word bên trong")
