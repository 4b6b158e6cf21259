"""Printed words as markup: links on mentions, notes on corrected and doubtful places, visible blanks.

The words themselves are never changed; everything is escaped by markupsafe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from kehoach.meaning.mentions import Mention
from kehoach.model.printed import Line
from kehoach.model.registry import Registry
from kehoach.pages.page import href, target_address
from kehoach.wording.letters import slug

BLANK = "…"


@dataclass(frozen=True)
class ProseNote:
    """A remark on words of the plan, or a footnote: ``mark`` is the raised link, ``anchor`` where it leads.

    ``page`` is the relative link to the page that lists it, empty for the one that its mark is on.
    """

    words: str
    mark: str
    anchor: str
    label: str
    css: str
    page: str = ""


@dataclass
class Told:
    """What a page has said so far: meanings once in a text, links once in a numbered provision.

    A term's first mention is its link, a short form is marked once in each later line, and the titles of documents
    stand where they are first linked.
    """

    meanings: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    def begin_provision(self) -> None:
        """Have links stand anew: who comes to a provision did not read those before it."""
        self.links.clear()

    def begin_line(self, kind: str) -> None:
        """Have terms be marked anew; who reads the list of recipients has all that was linked before it."""
        self.marks.clear()
        if kind == "recipient":
            self.links |= self.meanings


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    css: str
    note: ProseNote | None = None


def marked(
    line: Line,
    mentions: Sequence[Mention],
    notes: Iterable[ProseNote],
    registry: Registry,
    page_path: str,
    told: Told | None = None,
) -> Markup:
    """Mark up the words of a line for the page at ``page_path``; ``told`` collects what has been linked so far."""
    spans = list(_spans(line, notes))
    if told:
        told.begin_line(line.kind)
    html = Markup()
    position = 0
    for mention in mentions:
        html += _run(line.words, position, mention.start, spans)
        inner = _run(line.words, mention.start, mention.end, spans, with_marks=False)
        html += _linked(inner, mention, registry, page_path, told, line.words) + _marks(
            mention.start, mention.end, spans
        )
        position = mention.end
    return html + _run(line.words, position, len(line.words), spans)


def plain(text: str, mentions: Sequence[Mention], registry: Registry, page_path: str) -> Markup:
    """Mark up a text that has mentions but no notes."""
    html = Markup()
    position = 0
    for mention in mentions:
        html += text[position : mention.start]
        html += _linked(Markup.escape(text[mention.start : mention.end]), mention, registry, page_path, None)
        position = mention.end
    return html + text[position:]


def _spans(line: Line, notes: Iterable[ProseNote]) -> Iterator[_Span]:
    if line.lead_in:
        yield _Span(0, line.lead_in, _LEAD_IN)
    for mark in line.marks:
        label = f"Chú thích {mark.number}"
        yield _Span(mark.at, mark.at, "", ProseNote("", f"[{mark.number}]", mark.anchor, label, ""))
    for note in notes:
        if place := only_place(note.words, line.words):
            yield _Span(*place, note.css, note)


def only_place(sought: str, words: str) -> tuple[int, int] | None:
    """Find where whole words stand in a text; nothing where they stand there twice: a mark is never guessed."""
    places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(sought)}(?!\w)", words)] if sought else []
    return places[0] if len(places) == 1 else None


def _run(words: str, start: int, end: int, spans: Sequence[_Span], with_marks: bool = True) -> Markup:
    """Mark up a stretch: cut where a span begins or ends, each piece in one element."""
    if not spans:
        return with_blanks(words[start:end], _CODE_BLANK, "chưa ghi")
    edges = {start, end} | {edge for span in spans for edge in (span.start, span.end) if start < edge < end}
    html = Markup()
    cuts = sorted(edges)
    for first, last in pairwise(cuts):
        classes = " ".join(sorted({span.css for span in spans if span.start <= first and last <= span.end}))
        html += _piece(with_blanks(words[first:last], _CODE_BLANK, "chưa ghi"), classes)
        if with_marks:
            html += _marks(first, last, spans)
    return html


def _piece(words: Markup, classes: str) -> Markup:
    """Put a piece into its element: every field has words that it begins with, so theirs is short."""
    if classes == _LEAD_IN:
        return Markup("<b>{}</b>").format(words)
    return Markup('<span class="{}">{}</span>').format(classes, words) if classes else words


_LEAD_IN = "kh-lead-in"


def _marks(start: int, end: int, spans: Sequence[_Span]) -> Markup:
    """Give the raised links of the spans that end within a stretch: those of the document's own footnotes are named."""
    return Markup().join(
        Markup('<sup{}><a href="{}#{}" id="{}_o" aria-label="{}">{}</a></sup>').format(
            "" if span.note.words else _FOOTNOTE,
            span.note.page,
            span.note.anchor,
            span.note.anchor,
            span.note.label,
            span.note.mark,
        )
        for span in spans
        if span.note and start < span.end <= end
    )


_FOOTNOTE = Markup(' class="kh-footnote-mark"')


def _linked(
    inner: Markup, mention: Mention, registry: Registry, page_path: str, told: Told | None, around: str = ""
) -> Markup:
    """Link a mention; what was linked before in the same provision, or is a term known by now, is not linked again.

    What the words ``around`` it say is not said by the link once more.
    """
    if not mention.target:
        return inner
    fact_name = f"{mention.kind}/{mention.target}"
    title = _TITLES[mention.kind](registry, mention.target) if mention.kind in _TITLES else ""
    is_term = mention.kind == "term"
    if told and fact_name in (told.meanings if is_term else told.links):
        marked_before = fact_name in told.marks
        told.marks.add(fact_name)
        short = is_term and registry.terms[mention.target].expansion and not marked_before
        return _again(inner, mention.target) if short else inner
    if told:
        # What a link leads to is said where it first stands; the words are the same each time after.
        title = "" if fact_name in told.meanings or title.casefold() in around.casefold() else title
        told.links.add(fact_name)
        told.meanings.add(fact_name)
        told.marks.add(fact_name)
    path, anchor = target_address(mention.kind, mention.target)
    css = Markup(' class="kh-term"') if is_term else ""
    title_attribute = Markup(' title="{}"').format(title) if title else ""
    return Markup('<a{} href="{}"{}>{}</a>').format(css, href(page_path, path, anchor), title_attribute, inner)


def _again(inner: Markup, term: str) -> Markup:
    """Mark a short form that stands here once more: which one, where its own letters do not say."""
    which = Markup("") if slug(inner.striptags()) == term else Markup(' data-t="{}"').format(term)
    return Markup("<abbr{}>{}</abbr>").format(which, inner)


def _term_title(registry: Registry, target: str) -> str:
    term = registry.terms[target]
    return ". ".join(filter(None, (term.expansion, term.definition)))


_TITLES: Mapping[str, Callable[[Registry, str], str]] = {
    "document": lambda registry, target: registry.documents[target].subject,
    "term": _term_title,
}
"""What a link says of its target; the names of bodies and indicators are what it is called by already."""

_CODE_BLANK = re.compile(r"(?<=\bsố )(?=/)|(?<=\bngày )(?=/)")
_NUMBER_BLANK = re.compile(r"(?<=Số: )(?=[/-])")
_DATE_BLANK = re.compile(r"(?<=ngày)(?=\s+tháng)|(?<=tháng)(?=\s+năm)|(?<=ngày)(?=\s+năm)")


def with_blanks(words: str, pattern: re.Pattern[str], meaning: str) -> Markup:
    """Show "…" with its meaning at the places of a text that were left blank."""
    if not pattern.search(words):
        return Markup.escape(words)
    blank = Markup(' <span class="kh-blank" title="{0}">{1}<span class="kh-sr"> ({0})</span></span>').format(
        meaning, BLANK
    )
    return blank.join(Markup.escape(part) for part in pattern.split(words))


def blanks_shown(printed: str) -> str:
    """Put "…" where a printed date was left blank: ``ngày … tháng 01 năm 2026``."""
    return _DATE_BLANK.sub(f" {BLANK}", printed)


def number_line(words: str) -> Markup:
    """Mark up ``Số: 618/KH-SXD``, or ``Số: /KH-UBND`` where no number was given yet."""
    return with_blanks(words, _NUMBER_BLANK, "số chưa ghi")


def date_line(words: str) -> Markup:
    """Mark up place and date, with what was left blank."""
    return with_blanks(words, _DATE_BLANK, "ngày chưa ghi")
