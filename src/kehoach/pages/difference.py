"""The page of two editions of a plan: what changed in sentences, then the whole plan with changes in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from kehoach.comparison.dutytable import DutyRow, duty_rows
from kehoach.comparison.model import Comparison
from kehoach.pages.differencetext import Compared, DifferenceEntry, Placed, laid_out
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Heading, Page, difference_file, difference_path, plan_path, unit_path
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.pathnames import path_name

SCRIPT = "assets/javascripts/difference.js"
HEADLINE, DUTIES, WHOLE = "kh_dang-chu-y", "kh_theo-co-quan", "kh_toan-van"


def difference_page(site: Site, old_id: str, new_id: str) -> Page:
    """Build the page of two editions."""
    old, new = site.fabric.plans[old_id], site.fabric.plans[new_id]
    names = old.plan.edition, new.plan.edition
    compared = Compared(
        site.editions.between(old_id, new_id),
        old,
        new,
        names,
        f"năm {old.plan.year}" if old.plan.year != new.plan.year else "kỳ trước",
        plan_path(old_id),
        plan_path(new_id),
        difference_file(old_id, new_id),
    )
    title = f"Kế hoạch năm {names[1]} đổi gì so với năm {names[0]}"
    description = f"{site.unit_name(new.plan.unit)}: kế hoạch {names[1]} khác kế hoạch {names[0]} ở đâu."
    return compared_page(site, compared, difference_path(old_id, new_id), title, description)


@dataclass(frozen=True)
class Counts:
    """How many provisions stayed, changed, came and went; what differs only in writing counts as the same."""

    same: int
    changed: int
    added: int
    removed: int


@dataclass(frozen=True)
class DifferenceAnchors:
    """Where the parts of the page are found."""

    headline: str = HEADLINE
    duties: str = DUTIES
    whole: str = WHOLE


@dataclass(frozen=True)
class DifferenceView(View):
    """Two states of a plan; a page or file that there is none of is empty."""

    template: ClassVar[str] = "difference.html.j2"

    title: str
    unit: Named
    edition: str
    names: tuple[str, str]
    titles: tuple[str, str]
    old_page: str
    new_page: str
    data: str
    headline: tuple[Markup, ...]
    counts: Counts
    duties: tuple[DutyRow, ...]
    entries: tuple[DifferenceEntry, ...]
    anchors: DifferenceAnchors = DifferenceAnchors()


def compared_page(site: Site, compared: Compared, path: str, title: str, description: str) -> Page:
    """Build the page of two states of a plan: two editions, or two revisions."""
    view = difference_view(site, compared, path, title)
    return Page(path, title, site.lay_out(path, view), _toc(view.entries), description, scripts=(SCRIPT,))


def difference_view(site: Site, compared: Compared, path: str, title: str) -> DifferenceView:
    """Gather what the page of two states of a plan shows."""
    comparison, old, new = compared.comparison, compared.old, compared.new
    layout = laid_out(compared, site.registry, path)
    places = DifferencePlaces.of(layout)
    return DifferenceView(
        title,
        Named(site.unit_name(new.plan.unit), unit_path(new.plan.unit)),
        new.plan.edition,
        compared.names,
        (old.plan.title, new.plan.title),
        compared.old_page,
        compared.new_page,
        compared.data,
        tuple(places.linked(sentence) for sentence in comparison.headline),
        _counts(comparison),
        tuple(duty_rows(comparison, old, new, site.registry)),
        tuple(entry for _, entry in layout),
    )


def _counts(comparison: Comparison) -> Counts:
    counts = Counter(
        "same" if change.status == "changed" and change.weight == "editorial" else change.status
        for change in comparison.provisions
        if change.relation == "pair"
    )
    return Counts(counts["same"], counts["changed"], counts["added"], counts["removed"])


def _toc(entries: Sequence[DifferenceEntry]) -> tuple[Heading, ...]:
    sections = tuple(Heading(entry.section, entry.at) for entry in entries if entry.section)
    return (
        Heading("Điều đáng chú ý", HEADLINE),
        Heading("Theo cơ quan", DUTIES),
        Heading("Toàn văn có đánh dấu", WHOLE, sections),
    )


_BARE = r"[0-9IVXLC]+(?:\.[0-9a-zđ]+)*"
_NAMED = rf"(?:Phần|Chương|Mục|Điều) (?:thứ )?[^\W_]+(?:, {_BARE})?"
_PLACE = re.compile(
    rf"(?:mục (?=[IVXLC])|(?=(?:Phần|Chương|Mục) ))(?P<path>(?:{_NAMED}|{_BARE})"
    rf"(?:, (?:{_NAMED}|(?:gạch|cộng|chấm) [0-9]+))*)(?P<then> năm [0-9]{{4}}| bản trước)?(?![\w.]\w)"
)


@dataclass(frozen=True)
class DifferencePlaces:
    """Where the provisions of the new and the old plan stand on the page, by what a sentence calls them."""

    new: Mapping[str, str]
    old: Mapping[str, str]

    @classmethod
    def of(cls, placed: Iterable[Placed]) -> DifferencePlaces:
        """Gather the places of a page; of several of one name the first counts."""
        staying = [(change, entry.at) for change, entry in placed if not entry.gone_to][::-1]
        return cls(
            {path_name(change.new.path): at for change, at in staying if change.new},
            {path_name(change.old.path): at for change, at in staying if change.old},
        )

    def linked(self, sentence: str) -> Markup:
        """Link the places that a sentence cites to where they stand on the page."""
        html, position = Markup(), 0
        for match in _PLACE.finditer(sentence):
            at = (self.old if match["then"] else self.new).get(match["path"])
            html += sentence[position : match.start()]
            html += Markup('<a href="#{}">{}</a>').format(at, match[0]) if at else match[0]
            position = match.end()
        return html + sentence[position:]
