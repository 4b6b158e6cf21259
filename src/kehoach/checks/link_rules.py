"""Rules for what a plan's words refer to: citations, bodies, abbreviations, the health of its legal basis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.files.problems import Problem
from kehoach.meaning.linetokens import UNLEDGERED, read_symbols
from kehoach.meaning.mentions import Mention
from kehoach.meaning.status import at_plan
from kehoach.meaning.unknownbodies import PROSE, nearest, unknown_bodies
from kehoach.model.printed import Line
from kehoach.model.registry import Document
from kehoach.wording.labels import in_capitals
from kehoach.wording.letters import short_date

_ABBREVIATION = re.compile(r"(?<![\w&./-])[A-ZĐ][A-ZĐ&]+[A-ZĐ](?![\w&/-])|(?<![\w&./-])[A-ZĐ]{2}(?![\w&/-])")
# "(CCHC)", "(sau đây viết tắt là CCHC)", "(gọi tắt là TTHC)", "(viết tắt: BCĐ)".
_EXPLAINED = re.compile(
    r"\((?:(?:sau đây |dưới đây |sau này )?(?:được )?(?:viết|gọi)(?: chung)? tắt(?: chung)?(?: là)?:? *)?"
    r"[“\"]?([A-ZĐ][A-ZĐ& ]*[A-ZĐ])[”\"]?\)"
)
_ROMAN = re.compile(r"[IVXLCM]+\Z")


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find what a plan's words refer to and the registries cannot answer, or answer otherwise."""
    for line, mentions in zip(checked.linked.lines, checked.linked.mentions, strict=True):
        if line.kind not in PROSE and line.kind != "cell":
            continue
        yield from _citations(checked, line, mentions)
        yield from _lifetimes(checked, line, mentions)
    yield from _unread(checked)
    yield from _ids_for_names(checked)
    yield from _printed_two_ways(checked)
    yield from _abbreviations(checked)


def _citations(checked: CheckedPlan, line: Line, mentions: Sequence[Mention]) -> Iterator[Problem]:
    for mention in mentions:
        citation = mention.citation
        if citation is None or citation.is_blank:
            continue
        if not mention.target:
            same = checked.linked.linker.same_number(citation) if citation.number else []
            same_year = [d for d in same if d.issued and citation.issued and d.issued.year == citation.issued.year]
            if same_year:
                message = f"“{mention.text}”: sổ văn bản ghi {same_year[0].title} ngày {_day(same_year[0])}."
                yield checked.at_line("KH403", line, message)
            else:
                yield checked.at_line("KH401", line, f"“{mention.text}” chưa có trong sổ văn bản.")
        elif line.kind in ("basis", "pursuance"):
            yield from _health(checked, line, checked.fabric.registry.documents[mention.target])
        code = rf"{re.escape(citation.number)}[/-]{re.escape(citation.symbol)}"
        if citation.number and not re.search(code, mention.text) and not checked.excused(line, mention.text):
            yield checked.at_line("KH406", line, f"“{mention.text}” viết khác mẫu {citation.number}/{citation.symbol}.")


def _day(document: Document) -> str:
    return short_date(document.issued) if document.issued else "chưa rõ"


def _health(checked: CheckedPlan, line: Line, document: Document) -> Iterator[Problem]:
    """A basis that was replaced, or whose period was over, before the plan can have been issued."""
    registry = checked.fabric.registry
    health = at_plan(registry, checked.plan, document)
    if not health.gone or not health.event:
        return
    if health.state == "expired" and document.period:
        message = f"{document.title} đặt ra cho {_years(*document.period)}."
    else:
        verb = "bãi bỏ" if health.state == "repealed" else "thay thế"
        other = registry.documents[health.event.by]
        message = f"{document.title} đã được {other.title} {verb} từ {short_date(health.event.date)}."
    if not checked.is_marked(line, document.title):
        yield checked.at_line("KH407", line, message)


def _years(first: int, last: int) -> str:
    return f"năm {first}" if first == last else f"giai đoạn {first}-{last}"


def _unread(checked: CheckedPlan) -> Iterator[Problem]:
    """Bodies that the registry does not know, each named whole and once, and symbols that are no citation."""
    for unknown in unknown_bodies(checked.linked):
        message = f"“{unknown.name}” {unknown.why}.{_nearest(checked, unknown.name)}"
        yield checked.at_line("KH402", unknown.line, message)
    said_symbols: set[str] = set()
    for line, mentions in zip(checked.linked.lines, checked.linked.mentions, strict=True):
        if line.kind in UNLEDGERED:
            continue
        for token in read_symbols(line.words, mentions):
            if token.fate != "unread" or token.text.lower() in said_symbols:
                continue
            if any(o.to == "none" and token.text in o.text for o in checked.plan.links):
                continue
            said_symbols.add(token.text.lower())
            yield checked.at_line("KH401", line, f"“{token.text}” giống ký hiệu văn bản mà chưa đọc được.")


def _ids_for_names(checked: CheckedPlan) -> Iterator[Problem]:
    """Fields that hold a body's id, which would be printed as it is, where its name should stand."""
    for line in checked.linked.lines:
        if line.field is None or "-" not in line.words:
            continue
        for words in re.split("[;,]", line.words[line.lead_in :]):
            unit = checked.fabric.registry.units.get(words.strip(" ."))
            if unit is not None:
                message = f"“{unit.id}” là mã cơ quan, sẽ in ra đúng như vậy; ở đây ghi tên: {unit.name}."
                yield checked.at_line("KH402", line, message)


def _nearest(checked: CheckedPlan, name: str) -> str:
    """Say which known name is nearest, and what to write into the registry if it is the same body."""
    near = nearest(checked.fabric.registry, checked.plan, name)
    if near is None:
        return f" Thêm cơ quan này vào plans/registry/units.yaml: kehoach units --suggest {checked.plan.id} viết sẵn."
    return f" Gần nhất là “{near[0]}”; nếu là một, thêm “- {name}” vào names của {near[1]} trong units.yaml."


def _lifetimes(checked: CheckedPlan, line: Line, mentions: Sequence[Mention]) -> Iterator[Problem]:
    first, last = checked.plan.window
    for mention in mentions:
        unit = checked.fabric.registry.units.get(mention.target) if mention.kind == "unit" else None
        if unit and not unit.exists(first, last) and not checked.is_marked(line, f"“{mention.text}”"):
            lifetime = f"từ {short_date(unit.start)}" if unit.start and unit.start > last else ""
            lifetime = lifetime or (f"đến {short_date(unit.end)}" if unit.end else "")
            yield checked.at_line("KH404", line, f"“{mention.text}”: sổ cơ quan ghi {unit.name} chỉ có {lifetime}.")


def _printed_two_ways(checked: CheckedPlan) -> Iterator[Problem]:
    """One document whose number and symbol are printed in two ways within a plan."""
    seen: dict[str, str] = {}
    for line, mention in checked.linked.all_mentions():
        citation = mention.citation
        if not citation or not mention.target or not citation.number:
            continue
        code = f"{citation.number}/{citation.symbol}"
        first = seen.setdefault(mention.target, code)
        if first != code and not checked.excused(line, mention.text):
            yield checked.at_line("KH403", line, f"“{mention.text}” ở chỗ khác viết {first}.")


def _is_list_or_head(line: Line) -> bool:
    """Tell whether words stand where all offices abbreviate: recipients, heads of tables, headings in capitals."""
    heading = line.kind == "heading" and in_capitals(line.style)
    return line.kind == "recipient" or heading or bool(line.cell and line.cell.is_heading)


def _abbreviations(checked: CheckedPlan) -> Iterator[Problem]:
    """An abbreviation that a plan neither explains where first used nor may take as known, or explains again."""
    registry = checked.fabric.registry
    well_known = {name for t in registry.terms.values() if t.well_known for name in (t.term, *t.variants)}
    prose = [
        (line, mentions)
        for line, mentions in zip(checked.linked.lines, checked.linked.mentions, strict=True)
        if line.kind in PROSE and not _is_list_or_head(line)
    ]
    later = {word for line, _ in prose for word in _EXPLAINED.findall(line.words)}
    explained: set[str] = set()
    reported: set[str] = set()
    for line, mentions in prose:
        explained_now = _EXPLAINED.findall(line.words)
        for word in explained.intersection(explained_now) - well_known:
            if not checked.excused(line, word):
                yield checked.at_line("KH408", line, f"Chữ tắt {word} đã được giải thích ở trên.")
        explained.update(explained_now)
        covered = [m for m in mentions if m.kind != "term"]
        for match in _ABBREVIATION.finditer(line.words):
            word = match[0]
            inside = any(m.start <= match.start() and match.end() <= m.end for m in covered)
            if inside or word in well_known | explained | reported or _ROMAN.match(word) or line.words.isupper():
                continue
            reported.add(word)
            if checked.excused(line, word):
                continue
            if word in later:
                yield checked.at_line("KH408", line, f"Chữ tắt {word} dùng ở đây, đến sau mới được giải thích.")
            else:
                yield checked.at_line("KH405", line, f"Chữ tắt {word} chưa được giải thích trong kế hoạch.")
