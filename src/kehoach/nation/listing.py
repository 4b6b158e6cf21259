"""Lists of the index site: lines cut into pages by year or month, place and letter, so that no page grows with them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

from markupsafe import Markup

from kehoach.nation.packages import plan_address
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Page
from kehoach.pages.parting import IndexBlock, IndexSection, cut, letters, part_pages
from kehoach.pages.view import View, environment, rendered
from kehoach.wording.letters import upper_first

TEMPLATES = Path(__file__).parent / "templates"
LINES = 90
"""Lines of a page: one is at most a kilobyte and a half, whatever a package holds."""
_TITLE, _ABOUT = 140, 150
_TOGETHER = 60


@dataclass(frozen=True)
class ListLine:
    """A line of a list: what it is called, where it leads, what is told of it, its day.

    ``address`` is whole where it leads to another site, ``path`` an address of this one.
    """

    title: str
    about: str
    address: str = ""
    path: str = ""
    day: dt.date | None = None


@dataclass(frozen=True)
class IndexView(View):
    """A list, or the parts that it is cut into; ``above`` leads back, ``intro`` are lines before it."""

    template: ClassVar[str] = "index.html.j2"

    title: str
    above: tuple[Named, ...]
    intro: tuple[ListLine, ...]
    sections: tuple[IndexSection[ListLine], ...]


class NationLayout:
    """Lays out views of this room by its own templates, and puts the site's frame around a page."""

    def __init__(self, policy: str) -> None:
        self._environment = environment(TEMPLATES)
        self._policy = policy

    def lay_out(self, page_path: str, view: View) -> str:
        """Give the HTML of what a view holds, for the page at ``page_path``."""
        return rendered(self._environment, page_path, view)

    def whole(self, page: Page) -> bytes:
        """Give a page as it is published."""
        description = clipped(page.description, 200)
        view = _FrameView(page.title, description, self._policy, Markup(page.html), page.scripts)
        return self.lay_out(page.path, view).encode()


@dataclass(frozen=True)
class _FrameView(View):
    template: ClassVar[str] = "frame.html.j2"

    title: str
    description: str
    policy: str
    body: Markup
    scripts: tuple[str, ...]


def clipped(text: str, most: int) -> str:
    """Give the beginning of a text, at a space where it has one, with a sign that there is more."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def line(
    title: str, about: Iterable[str], site: str, plan_id: str, anchor: str = "", day: dt.date | None = None
) -> ListLine:
    """Make a line that leads to a plan, or to a provision of it, on its own site."""
    description = clipped("; ".join(filter(None, about)), _ABOUT)
    return ListLine(
        clipped(title, _TITLE) or "(không tên)", description, plan_address(site, plan_id, anchor[:200]), "", day
    )


def section(title: str, anchor: str, lines: Iterable[tuple[str, ListLine]]) -> IndexSection[ListLine]:
    """Put lines, each given with the name of whose it is and in the order of names, under a heading."""
    blocks: list[IndexBlock[ListLine]] = []
    for name, some in groupby(lines, key=lambda pair: pair[0]):
        own = [one for _, one in some]
        for number, start in enumerate(range(0, len(own), _TOGETHER)):
            together = tuple(own[start : start + _TOGETHER])
            section_name = clipped(upper_first(name), 80) + (f" ({number + 1})" if number else "")
            blocks.append(IndexBlock(section_name, _key(name, number), together, Named(section_name)))
    return IndexSection(title, anchor, tuple(one for block in blocks for one in block.rows), tuple(blocks))


_COMMITTEES = ("Ủy ban nhân dân ", "UBND ")


def _key(name: str, number: int) -> tuple[str, ...]:
    """Give the letters by which a name is put in order; names alike but for accents stay apart, and so do its parts."""
    for committee in _COMMITTEES:
        name = name.removeprefix(committee)
    apart = hashlib.sha256(name.encode()).hexdigest()[:4]
    return (*letters(clipped(name, 80)), *apart, *(f"{number:03d}" if number else ()))


def pages(
    layout: NationLayout,
    at: Named,
    above: tuple[Named, ...],
    sections: Iterable[IndexSection[ListLine]],
    intro: Iterable[ListLine] = (),
) -> Iterator[Page]:
    """Build the page of a list and of all its parts."""
    page_sections = tuple(sections)
    view = IndexView(at.name, above, tuple(intro), cut(at.path, page_sections, LINES))
    yield Page(at.path, at.name, layout.lay_out(at.path, view), (), f"{at.name}.")
    yield from part_pages(layout, at, "lines", page_sections, LINES)


def one_by_one(lines: Iterable[tuple[str, ListLine]]) -> tuple[IndexBlock[ListLine], ...]:
    """Make of each line, given with what it is put in order by, a block without a heading."""
    return tuple(IndexBlock(clipped(name, 80), _key(name, 0), (listed_line,), None) for name, listed_line in lines)


def all_in_one(title: str, anchor: str, blocks: tuple[IndexBlock[Any], ...]) -> IndexSection[ListLine]:
    """Put blocks under a heading."""
    return IndexSection(title, anchor, tuple(row for block in blocks for row in block.rows), blocks)
