"""Short ways to name things in sentences: places, provisions, clauses, documents, bodies."""

from __future__ import annotations

import re

from kehoach.comparison.localbodies import local_bodies
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.numbers import Number
from kehoach.meaning.promises import exception_of
from kehoach.model.registry import Document, Registry
from kehoach.wording.letters import short_date
from kehoach.wording.pathnames import path_name

_STOP = re.compile(r"[,;:.()](?=\s|\Z)")
# Where a name can end without hanging in the air: before a strong mark, else before a joining word, else a comma.
_ENDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[;:.(](?=\s)",
        r"\s(?=(?:và|của|cho|theo|về|trên|tại|để|với|nhằm|do|qua|gồm|trong|bằng|từ|đến|giúp)\s)",
        r",(?=\s)",
    )
)
_HEADING = 120
_TEXT = 90


def place(path: str) -> str:
    """Say where a provision stands: ``mục III.4, gạch 4, cộng 3`` for ``III.4.-4.+3``, ``Điều 2 của Quyết định``.

    Number, day and signer have no path: they are of the document's form (Nghị định 30/2020/NĐ-CP, thể thức).
    """
    article = re.match(r"QD\.dieu-([0-9]+)(?:\.|\Z)", path)
    if article:
        return f"Điều {article[1]} của Quyết định"
    if not path:
        return "phần thể thức"
    place_name = path_name(path)
    return f"mục {place_name}" if re.match(r"[IVXLC]+(?![^\W\d_])", path) else place_name


def name(node: ComparedNode, most: int = 0) -> str:
    """Name a provision by its heading, or by the first words of its text; in quotes unless it holds quotes."""
    heading = node.fields.get("heading")
    words = (heading or node.fields.get("text") or node.text).split("\n")[0].strip(" .:;,")
    words = shortened(words, most or (_HEADING if heading else _TEXT))
    return words if "“" in words or '"' in words else f"“{words}”"


def shortened(words: str, most: int = _TEXT) -> str:
    """Cut a phrase where it can end, in the second half of so many characters; "…" shows the cut."""
    if len(words) <= most:
        return words
    ends = ([m.start() for m in end.finditer(words, most // 2, most)] for end in _ENDS)
    at = next((places[-1] for places in ends if places), words.rfind(" ", 0, most))
    cut = words[:at].rstrip(" ,;:")
    return f"{cut} …”" if cut.count("“") > cut.count("”") else f"{cut} …"


def clause(text: str, number: Number) -> str:
    """Quote the clause that a number stands in."""
    # A heading over the words is no part of their clause.
    text = next((line for line in text.split("\n") if number.text in line), text)
    at = text.find(number.text)
    if at < 0:
        return number.text
    before = [m.end() for m in _STOP.finditer(text, 0, at)]
    # A comma right after the number's unit joins words of one kind: "04 tin, bài".
    end = at + len(number.text)
    after = _STOP.search(text, end + text.startswith(",", end))
    start, end = before[-1] if before else 0, after.start() if after else len(text)
    own = text[start:end].strip(' “”"\n')
    quote = own if len(own) <= 2 * _TEXT else shortened(text[at:end])
    excepted = exception_of(text, at)
    return f"{quote}, {excepted}" if excepted and excepted not in quote else quote


def document(registry: Registry, document_id: str) -> str:
    """Name a document: a law by name and year, others by number and day."""
    cited: Document = registry.documents[document_id]
    if cited.names and cited.issued and cited.type in ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh"):
        return f"{cited.names[0]} năm {cited.issued.year}"
    day = f" ngày {short_date(cited.issued)}" if cited.issued else ""
    return f"{cited.title}{day}"


def body(registry: Registry, unit_id: str) -> str:
    """Name a body by the short name that its own people use."""
    unit = registry.units[unit_id]
    return unit.names[0] if unit.names else unit.self_names[0] if unit.self_names else unit.name


def printed(registry: Registry, unit_id: str, node: ComparedNode | None) -> str:
    """Name a body as a provision names it, else by its short name."""
    mentions = (m for of_field in node.mentions.values() for m in of_field) if node else ()
    printed_name = next((m.text for m in mentions if m.kind == "unit" and m.target == unit_id), "")
    return printed_name or _local_name(registry, unit_id, node) or body(registry, unit_id)


def _local_name(registry: Registry, unit_id: str, node: ComparedNode | None) -> str:
    """Name a group of local authorities as printed, which may list fewer kinds of them than its own name."""
    unit = registry.units[unit_id]
    if node is None or unit.kind != "group":
        return ""
    for words in node.fields.values():
        for sign in local_bodies(words, (), registry, (unit.within,), reformed=True):
            if sign.unit == unit_id:
                return words[sign.start : sign.end]
    return ""


def issuer(registry: Registry, unit_id: str) -> str:
    """Name a body so that it is known everywhere."""
    unit = registry.units.get(unit_id)
    return unit_id if unit is None else unit.full_names[0] if unit.full_names else unit.name


def in_speech(words: list[str]) -> str:
    """Join words as in speech: ``a, b và c``."""
    return f"{', '.join(words[:-1])} và {words[-1]}" if len(words) > 1 else "".join(words)
