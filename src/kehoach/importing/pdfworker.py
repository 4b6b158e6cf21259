"""Takes a PDF apart in a process of its own, so that a hostile file can be stopped by time and memory.

Reads the file from the standard input and writes JSON: ``{"pages": [[{"text": …} or {"rows": …}, …], …], …}`` with the
stamps, ``small`` at lines whose letters are smaller than the page's, or ``{"problem": "…"}`` with a Vietnamese
sentence. With ``images`` it gives the pages as PNG in base64. On a terminal it says on the standard error how many
pages were read.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import logging
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from kehoach.importing.pdfstamps import Stamp, stamps_of
from kehoach.importing.raised import with_raised
from kehoach.machine.progressbar import with_bar

MAX_PAGES = 300
MAX_IMAGES = 60
_MEMORY = 1_500_000_000
_SECONDS = 100
_RESOLUTION = 300 / 72
_PASSWORD = "tệp PDF có mật khẩu; hãy mở bằng mật khẩu, in hoặc lưu lại thành PDF không mật khẩu rồi nhập lại"
_SMALL = 0.93
"""Height of footnotes beside that of the text at most: 10 or 12 points beside 13 or 14."""


def main() -> None:
    """Read, take apart, write."""
    _limit()
    data = sys.stdin.buffer.read()
    logging.disable()  # the readers' remarks on a file's faults would stand among the progress
    try:
        result: dict[str, Any] = {"images": _images(data)} if "images" in sys.argv[1:] else _read(data)
    except _Refused as error:
        result = {"problem": str(error)}
    except MemoryError:
        result = {"problem": "tệp PDF cần quá nhiều bộ nhớ"}
    except Exception as error:  # a broken file raises whatever its reader did not foresee
        result = {"problem": _fault(error)}
    sys.stdout.write(json.dumps(result))


def _fault(error: Exception) -> str:
    """Say what is wrong with a file by what its reader raised, the first cause of it within."""
    chain = [error, *error.args, error.__cause__, error.__context__]
    if any("password" in type(link).__name__.lower() for link in chain):
        return _PASSWORD
    return f"tệp PDF hỏng hoặc có mật khẩu ({type(error).__name__})"


class _Refused(Exception):
    """The file is beyond a limit or protected."""


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _read(data: bytes) -> dict[str, Any]:
    """Give the pages, what is stamped on them beside the document's own words, and where another reader finds more."""
    stamps = _stamps(data)
    own = [stamp for stamp in stamps if stamp.own]
    pages = _pages(data, own)
    foreign = [{"page": stamp.page + 1, "text": stamp.text} for stamp in stamps if not stamp.own]
    set_in = [{"page": stamp.page + 1, "text": stamp.text} for stamp in own]
    return {"pages": pages, "stamps": foreign, "own": set_in, "missed": _missed(data, pages)}


def _stamps(data: bytes) -> list[Stamp]:
    """Read the annotations; a document whose annotations cannot be read is read without them."""
    if b"/Annot" not in data and b"/ObjStm" not in data:
        return []
    try:
        return stamps_of(data)
    except Exception:  # an annotation that is broken must not cost the page
        return []


def _missed(data: bytes, pages: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Count per page the letters that a second reader finds beyond the first."""
    missed: list[dict[str, Any]] = []
    try:
        from pypdf import PdfReader

        second = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except Exception:  # what one reader alone can read is read
        return []
    for number, (page, text) in enumerate(zip(pages, second, strict=False), 1):
        own = "".join(part.get("text", "") + "".join(map("".join, part.get("rows", ()))) for part in page)
        missing = _letters(text) - _letters(own)
        if sum(missing.values()) > 10 + len(text) // 100:
            missed.append({"page": number, "letters": sum(missing.values())})
    return missed


def _letters(text: str) -> Counter[str]:
    # The second reader knows no raised digits.
    return Counter(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def _pages(data: bytes, stamps: Sequence[Stamp] = ()) -> list[list[dict[str, Any]]]:
    try:
        import pdfplumber
    except ImportError:
        return _plain_pages(data)
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MAX_PAGES:
            raise _Refused(f"tệp PDF có quá {MAX_PAGES} trang")
        if not document.pages:
            raise _Refused("tệp PDF không có trang nào")
        out: list[list[dict[str, Any]]] = []
        for page in with_bar(document.pages, len(document.pages), "Đọc từng trang"):
            out.append(_page(page, [stamp for stamp in stamps if stamp.page == len(out)]))
            page.close()
        return out


def _plain_pages(data: bytes) -> list[list[dict[str, Any]]]:
    """Read with pypdf alone, which knows no tables."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Refused(_PASSWORD)
    if len(reader.pages) > MAX_PAGES:
        raise _Refused(f"tệp PDF có quá {MAX_PAGES} trang")
    return [[{"text": line} for line in page.extract_text().split("\n")] for page in reader.pages]


def _page(page: Any, stamps: Sequence[Stamp] = ()) -> list[dict[str, Any]]:
    """Give a page's lines and ruled tables from top to bottom."""
    with_raised(page.chars)
    candidates = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    tables = [table for number, table in enumerate(candidates) if _is_table(table, number == 0)]
    boxes = [table.bbox for table in tables]
    parts: list[tuple[float, dict[str, Any]]] = [
        (table.bbox[1], {"rows": [[cell or "" for cell in row] for row in table.extract()], **_spans(table)})
        for table in tables
    ]
    words = [word for word in page.extract_words() if not any(_inside(word, box) for box in boxes)]
    words += [_word(stamp, page) for stamp in stamps]
    usual, bottom = _usual_height(words), None
    for line in _lines(words):
        top, size = min(word["top"] for word in line), _height(line[0])
        if bottom is not None and top - bottom > 1.1 * size:
            parts.append((top - 0.01, {"text": ""}))
        bottom = max(word["bottom"] for word in line)
        small = max(map(_height, line)) < _SMALL * usual
        parts.append((top, {"text": _spaced(line), **({"small": True} if small else {})}))
    return [part for _, part in sorted(parts, key=lambda pair: pair[0])]


def _is_table(table: Any, first: bool) -> bool:
    """Tell whether ruled lines hold a table: rows and columns, or the only row that a page break let over."""
    wide = len(table.rows[0].cells)
    return bool((len(table.rows) > 1 and wide > 1) or (first and wide > 3))


def _spans(table: Any) -> dict[str, Any]:
    """Give per row the columns that are one cell with the one above, and the cells wider than a column."""
    cells = [[cell for cell in row.cells if cell] for row in table.rows]
    lefts = sorted({cell[0] for row in cells for cell in row})
    tops = [min(cell[1] for cell in row) if row else None for row in cells]
    merged: list[list[int]] = [[] for _ in cells]
    wide: list[list[tuple[int, int]]] = [[] for _ in cells]
    for number, row in enumerate(cells):
        for x0, _, x1, bottom in row:
            covered = [column for column, left in enumerate(lefts) if x0 <= left < x1 - 1]
            if len(covered) > 1:
                wide[number].append((covered[0], len(covered)))
            for below in range(number + 1, len(cells)):
                top = tops[below]
                if top is None or top >= bottom - 1:
                    break
                merged[below] += covered
                if len(covered) > 1:
                    wide[below].append((covered[0], len(covered)))
    return {"merged": [sorted(row) for row in merged], "wide": [sorted(row) for row in wide]}


def _word(stamp: Stamp, page: Any) -> dict[str, Any]:
    """Give a stamp as a word of its page, of a usual height."""
    x0, y0, x1, y1 = stamp.box
    middle = float(page.bbox[3]) - (y0 + y1) / 2
    return {"text": stamp.text, "x0": x0, "x1": x1, "top": middle - 6, "bottom": middle + 6}


def _lines(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Gather words whose middle stands on one line, each line from left to right."""
    lines: list[list[dict[str, Any]]] = []
    middle = 0.0
    for word in sorted(words, key=lambda w: float(w["top"]) + float(w["bottom"])):
        centre = (word["top"] + word["bottom"]) / 2
        if lines and abs(centre - middle) < 0.4 * _height(word):
            lines[-1].append(word)
        else:
            lines.append([word])
            middle = centre
    for line in lines:
        line.sort(key=lambda w: float(w["x0"]))
    return lines


def _height(word: dict[str, Any]) -> float:
    return max(float(word["bottom"]) - float(word["top"]), 4.0)


def _usual_height(words: Sequence[dict[str, Any]]) -> float:
    """Give the height that most letters of a page have; 0 where it has none."""
    heights: Counter[float] = Counter()
    for word in words:
        heights[round(_height(word), 1)] += len(word["text"])
    return max(heights, key=lambda height: heights[height], default=0)


def _inside(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _spaced(line: list[dict[str, Any]]) -> str:
    """Write the words of a line; a wide gap becomes four spaces, as between columns."""
    text = line[0]["text"]
    for before, word in pairwise(line):
        text += ("    " if word["x0"] - before["x1"] > 1.5 * _height(word) else " ") + word["text"]
    return str(text)


def _images(data: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    if len(document) > MAX_IMAGES:
        raise _Refused(f"tệp PDF quét có quá {MAX_IMAGES} trang")
    out = []
    for page in document:
        width, height = page.get_size()
        scale = min(_RESOLUTION, 5000 / max(width, height, 1))
        buffer = io.BytesIO()
        page.render(scale=scale).to_pil().convert("L").save(buffer, "PNG")
        out.append(base64.b64encode(buffer.getvalue()).decode("ascii"))
    return out


if __name__ == "__main__":
    main()
