"""A plan beside the source it was taken from: which lines of the source each published paragraph stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

from kehoach.fidelity.sourcetrace import trace
from kehoach.model.plan import Correction, Source
from kehoach.model.printed import Line
from kehoach.pages.namedlinks import NamedPlan, named_plan
from kehoach.pages.notes import SourceRemark, remarks
from kehoach.pages.page import Heading, Page, plan_file, provenance_path
from kehoach.pages.prose import ProseNote, marked
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.letters import nfc
from kehoach.wording.pathnames import path_name


@dataclass(frozen=True)
class ProvenanceLine:
    """A line of the source, 1-based; words that were corrected or are kept as slips are marked."""

    number: int
    words: Markup


@dataclass
class Strip:
    """Published paragraphs, and the lines of the source between which they stand; either side can be empty."""

    source: list[ProvenanceLine] = field(default_factory=list)
    published: list[tuple[Line, Markup]] = field(default_factory=list)
    anchor: str = ""

    @property
    def place(self) -> str:
        """Where in the plan the strip begins, for people."""
        return next((path_name(line.path) for line, _ in self.published if line.path), "")

    @property
    def numbers(self) -> str:
        """The lines of the source in words."""
        if not self.source:
            return ""
        first, last = self.source[0].number, self.source[-1].number
        return f"dòng {first}" if first == last else f"dòng {first}–{last}"


@dataclass(frozen=True)
class StripView:
    """A strip as it is shown: ``place`` is named and ``at`` leads to the plan, ``published`` are labels and words."""

    anchor: str
    place: str
    at: str
    numbers: str
    source: tuple[ProvenanceLine, ...]
    published: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True)
class ProvenanceView(View):
    """A plan beside its source; ``whole`` tells that the file held is the one that the plan names."""

    template: ClassVar[str] = "provenance.html.j2"

    plan: NamedPlan
    source: Source
    source_path: str
    whole: bool
    words_in_source: int
    corrections: tuple[SourceRemark, ...]
    slips: tuple[SourceRemark, ...]
    departures: int
    strips: tuple[StripView, ...]


def provenance_page(site: Site, plan_id: str) -> Page | None:
    """Build the page, where the plan has a source whose text can be read."""
    view = provenance_view(site, plan_id)
    if view is None:
        return None
    path, name = provenance_path(plan_id), view.plan.name
    description = f"Bản nguồn của kế hoạch {name} đặt cạnh chữ đã đăng, chỗ khác nhau được đánh dấu."
    toc = [Heading("Các chỗ đánh dấu", "kh_danh-dau")] if view.corrections or view.slips else []
    toc.append(Heading("Đối chiếu từng đoạn", "kh_doi-chieu"))
    return Page(path, f"Bản nguồn của {name}", site.lay_out(path, view), tuple(toc), description)


def provenance_view(site: Site, plan_id: str) -> ProvenanceView | None:
    """Lay a plan beside its source; None where there is no text to lay it beside."""
    linked = site.fabric.plans[plan_id]
    plan, source = linked.plan, site.repository.sources.get(plan_id)
    if plan.source is None or source is None or source.text is None:
        return None
    path = provenance_path(plan_id)
    source_remarks, notes = remarks(plan, linked.lines)
    traced = trace(plan, linked.lines, source.text)
    words = [marked(line, (), notes.get(index, ()), site.registry, path) for index, line in enumerate(linked.lines)]
    laid = strips(source.text, linked.lines, words, traced.spans, _in_source(source_remarks))
    return ProvenanceView(
        named_plan(site, plan_id),
        plan.source,
        plan_file(plan_id, plan.source.file.removeprefix(plan.edition)),
        source.sha256 == plan.source.sha256,
        traced.words,
        tuple(remark for remark in source_remarks if remark.is_correction),
        tuple(remark for remark in source_remarks if not remark.is_correction),
        len(traced.departures),
        tuple(map(_strip_view, laid)),
    )


def _strip_view(strip: Strip) -> StripView:
    return StripView(
        strip.anchor,
        strip.place,
        strip.published[0][0].anchor if strip.published else "",
        strip.numbers,
        tuple(strip.source),
        tuple((line.label, words) for line, words in strip.published),
    )


def strips(
    source: str,
    lines: Sequence[Line],
    words: Sequence[Markup],
    spans: Sequence[tuple[int, int] | None],
    marks: Iterable[tuple[str, ProseNote]],
) -> list[Strip]:
    """Lay published paragraphs along the source: paragraphs that share a line of it stand together."""
    source_lines = _source_lines(source, list(marks))
    owner: dict[int, Strip] = {}
    unplaced: list[Strip] = []
    for line, text, span in zip(lines, words, spans, strict=True):
        numbers = range(span[0], span[1] + 1) if span else range(0)
        strip = next((owner[n] for n in numbers if n in owner), None) or Strip()
        strip.published.append((line, text))
        for number in numbers:
            owner.setdefault(number, strip)
        if not span:
            unplaced.append(strip)
    all_strips: list[Strip] = [*unplaced]
    for number, text in source_lines.items():
        # A line that no paragraph stands on was taken out by a correction, or is a page number.
        loose = all_strips[-1] if all_strips and not all_strips[-1].published else Strip()
        strip = owner.get(number, loose)
        if not strip.source:
            all_strips.append(strip)
        strip.source.append(ProvenanceLine(number, text))
    return list(_anchored(all_strips))


def _anchored(unanchored: Iterable[Strip]) -> Iterator[Strip]:
    for strip in unanchored:
        first = next((line.anchor for line, _ in strip.published if line.anchor), "")
        strip.anchor = f"kh_n-{first}" if first else ""
        yield strip


def _in_source(listed: Iterable[SourceRemark]) -> Iterator[tuple[str, ProseNote]]:
    """The words of the source that each remark is about."""
    for remark in listed:
        entry = remark.entry
        yield (entry.source if isinstance(entry, Correction) else entry.text), remark.note


def _source_lines(source: str, marks: Sequence[tuple[str, ProseNote]]) -> Mapping[int, Markup]:
    """Give the lines of a source that hold words, with the places of the remarks marked where they stand once."""
    text = nfc(source).replace("\f", "\n")
    note_ranges: list[tuple[int, int, ProseNote]] = []
    for sought, note in marks:
        places = [match.span() for match in re.finditer(_anyhow(sought), text)] if sought.strip() else []
        if len(places) == 1 and all(places[0][1] <= start or end <= places[0][0] for start, end, _ in note_ranges):
            note_ranges.append((*places[0], note))
    html_by_line: dict[int, Markup] = {}
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            html_by_line[number] = _line(line, at, sorted(note_ranges, key=lambda entry: entry[0]))
        at += len(line) + 1
    return html_by_line


def _anyhow(words: str) -> str:
    """Make a pattern for words however the source breaks its lines between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def _line(line: str, at: int, placed: Sequence[tuple[int, int, ProseNote]]) -> Markup:
    html, position = Markup(), 0
    for start, end, note in placed:
        first, last = max(start - at, position), min(end - at, len(line))
        if first < last:
            html += Markup.escape(line[position:first])
            html += Markup('<mark class="{}"><a href="#{}">{}</a></mark>').format(
                note.css, note.anchor, line[first:last]
            )
            position = last
    return html + Markup.escape(line[position:])
