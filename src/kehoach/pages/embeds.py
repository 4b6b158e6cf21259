"""Pieces that authored pages embed by name: lists and figures from the model.

An authored page holds only a placeholder; the finished piece replaces it after Markdown has run, so that
no word of a plan ever passes through Markdown or through the macros plugin.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kehoach.checks.rules import RULES, Rule
from kehoach.exports.datatables import TABLES, DataTable
from kehoach.model.fields import FIELDS
from kehoach.pages.calendar import CalendarItem, next_items
from kehoach.pages.cards import Cards, cards
from kehoach.pages.datalist import data_sections
from kehoach.pages.linebreaks import unbroken
from kehoach.pages.namedlinks import NamedPlan, named_plan, named_plans
from kehoach.pages.parting import IndexSection
from kehoach.pages.results import Results, plan_results
from kehoach.pages.site import Site
from kehoach.pages.view import View

NEWEST = 6
FIGURES = ("plans", "issuers", "duties", "units", "documents", "terms")


def placeholder(name: str) -> str:
    """Give the HTML comment that stands for a piece in Markdown; raises KeyError for an unknown name."""
    EMBEDS[name]
    return f"<!-- kehoach:{name} -->"


def figure(name: str) -> str:
    """Give the HTML comment that stands for a number of ``figures``; raises KeyError for an unknown name."""
    if name not in FIGURES:
        raise KeyError(name)
    return f"<!-- kehoach:figure/{name} -->"


Pieces = dict[tuple[str, str], str]
"""Pieces that were laid out, by page and name."""


def embed(site: Site, html: str, page_path: str, made: Pieces | None = None) -> str:
    """Put the pieces in the place of their placeholders, for the page at ``page_path``.

    A page that is asked for twice has each piece ``made`` once.
    """
    pieces = {} if made is None else made

    def piece(match: re.Match[str]) -> str:
        key = page_path, match[0]
        if key not in pieces:
            pieces[key] = str(figures(site)[match[2]]) if match[1] else _piece(site, match[2], page_path)
        return pieces[key]

    return _PLACEHOLDER.sub(piece, html)


def figures(site: Site) -> dict[str, int]:
    """Count what the site holds."""
    plans = site.fabric.outlines.values()
    return {
        "plans": len(plans),
        "issuers": len({outline.head.issuer for outline in plans}),
        "duties": sum(len(outline.duties) for outline in plans),
        "units": len(site.registry.units),
        "documents": sum(bool(site.fabric.naming("document", name)) for name in site.registry.documents),
        "terms": len(site.registry.terms),
    }


def _piece(site: Site, name: str, page_path: str) -> str:
    return unbroken(site.lay_out(page_path, EMBEDS[name](site)))


@dataclass(frozen=True)
class FindView(View):
    """The search field of the home page."""

    template: ClassVar[str] = "embed-find.html.j2"


@dataclass(frozen=True)
class NewestView(View):
    """The newest plans."""

    template: ClassVar[str] = "embed-newest.html.j2"

    plans: Cards


def _newest(site: Site) -> NewestView:
    # A draft stands behind what is issued, however new it is; the home page has none while anything else is held.
    issued = [plan for plan in site.newest if plan.status != "draft"]
    return NewestView(cards(site, issued or site.newest).newest(NEWEST))


@dataclass(frozen=True)
class OriginalsView(View):
    """How many documents lead to where they stand officially."""

    template: ClassVar[str] = "embed-originals.html.j2"

    documents: int


def _originals(site: Site) -> OriginalsView:
    return OriginalsView(sum(bool(document.official_url) for document in site.registry.documents.values()))


@dataclass(frozen=True)
class FiguresView(View):
    """How much the site holds."""

    template: ClassVar[str] = "embed-figures.html.j2"

    plans: int
    duties: int
    units: int
    documents: int


def _figures(site: Site) -> FiguresView:
    figures_shown = figures(site)
    return FiguresView(
        figures_shown["plans"], figures_shown["duties"], figures_shown["units"], figures_shown["documents"]
    )


@dataclass(frozen=True)
class DataFilesView(View):
    """The tables of the open data, and the plans with files of their own; where they are many by ``years`` instead."""

    template: ClassVar[str] = "embed-data-files.html.j2"

    tables: tuple[DataTable, ...]
    plans: tuple[NamedPlan, ...]
    years: tuple[IndexSection[NamedPlan], ...]


def _data_files(site: Site) -> DataFilesView:
    years = data_sections(site)
    is_cut = any(year.parts for year in years)
    plans = () if is_cut else named_plans(site, (plan.id for plan in site.newest))
    return DataFilesView(tuple(TABLES), plans, years if is_cut else ())


@dataclass(frozen=True)
class ProblemCodesView(View):
    """The codes of problems with their rules."""

    template: ClassVar[str] = "embed-problem-codes.html.j2"

    rules: tuple[tuple[str, Rule], ...]


@dataclass(frozen=True)
class FieldsView(View):
    """The fields of a duty: key, printed label, other spellings."""

    template: ClassVar[str] = "embed-fields.html.j2"

    fields: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class NextView(View):
    """The next deadlines from the site's day on."""

    template: ClassVar[str] = "embed-next.html.j2"

    day: dt.date
    next: tuple[CalendarItem, ...]


@dataclass(frozen=True)
class ProgressView(View):
    """The plans with recorded results, and what these say."""

    template: ClassVar[str] = "embed-progress.html.j2"

    plans: tuple[tuple[NamedPlan, Results], ...]


def _progress(site: Site) -> ProgressView:
    recorded = [plan.id for plan in site.newest if plan.id in site.repository.progress]
    return ProgressView(tuple((named_plan(site, plan_id), plan_results(site, plan_id)) for plan_id in recorded))


EMBEDS: Mapping[str, Callable[[Site], View]] = {
    "find": lambda site: FindView(),
    "newest": _newest,
    "figures": _figures,
    "next": lambda site: NextView(site.day, next_items(site)),
    "originals": _originals,
    "progress": _progress,
    "data-files": _data_files,
    "problem-codes": lambda site: ProblemCodesView(tuple(RULES.items())),
    "fields": lambda site: FieldsView(tuple((field.key, field.label, field.spellings) for field in FIELDS)),
}
"""What makes the view of each piece."""

_PLACEHOLDER = re.compile(r"<!-- kehoach:(figure/)?([a-z-]+) -->")
