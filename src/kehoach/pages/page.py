"""Pages as values, and the addresses they live at."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.planid import edition_of, line_of
from kehoach.wording.letters import slug

PLANS = "ke-hoach/"
UNITS = "co-quan/"
DOCUMENTS = "van-ban/"
INDICATORS = "chi-so/"
TERMS = "thuat-ngu/"
FABRIC = "luoc-do/"
ANALYSIS = "phan-tich/"
DATA = "du-lieu/"
CALENDAR = "lich/"
CALENDAR_FILE = "data/calendar.ics"
RESULTS_TABLE = ".ket-qua.xlsx"
"""Ending of the table in which a plan's results are filled in."""
GUIDE = "huong-dan/"
READERS_GUIDE = f"{GUIDE}doc/"
DATA_FILES = "data/"


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    title: str
    anchor: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page of the site; ``path`` is its address without a leading slash, ending in "/".

    ``title`` and ``description`` are plain text, ``html`` is the finished body with its one h1.
    ``scripts`` are the addresses of scripts that this page alone needs.
    """

    path: str
    title: str
    html: str
    toc: tuple[Heading, ...] = ()
    description: str = ""
    scripts: tuple[str, ...] = ()


def href(from_path: str, to_path: str, anchor: str = "") -> str:
    """Give the relative link from one page to another page or file of the site.

    It names ``index.html``, so that the site works under any sub-path and from an unpacked folder, and goes up no
    further than it must: a page has hundreds of links.
    """
    fragment = f"#{anchor}" if anchor else ""
    if from_path == to_path and anchor:
        return fragment
    folder, target = from_path.split("/")[:-1], to_path.split("/")
    shared = 0
    while shared < min(len(folder), len(target) - 1) and folder[shared] == target[shared]:
        shared += 1
    link = "../" * (len(folder) - shared) + "/".join(target[shared:])
    return f"{link}index.html{fragment}" if not to_path or to_path.endswith("/") else f"{link}{fragment}"


def plan_path(plan_id: str) -> str:
    """Address of a plan."""
    return f"{PLANS}{plan_id}/"


def cascade_path(plan_id: str) -> str:
    """Address of the page that tells who takes up what of a plan."""
    return f"{plan_path(plan_id)}trien-khai/"


def coverage_path(upper_id: str, lower_id: str) -> str:
    """Address of the comparison of an upper plan with one lower plan."""
    return f"{cascade_path(upper_id)}{lower_id}/"


def analysis_path(upper_id: str, lower_id: str) -> str:
    """Address of two plans laid side by side though neither names the other."""
    return f"{ANALYSIS}{upper_id}/{lower_id}/"


def relations_path(plan_id: str) -> str:
    """Address of the page that draws and lists what a plan has to do with others."""
    return f"{plan_path(plan_id)}quan-he/"


def provenance_path(plan_id: str) -> str:
    """Address of the page that lays a plan beside its source."""
    return f"{plan_path(plan_id)}nguon/"


def record_path(plan_id: str) -> str:
    """Address of what is known of a plan beside its text: citation, files, relations, notes, source, history."""
    return f"{plan_path(plan_id)}thong-tin/"


def difference_path(old_id: str, new_id: str) -> str:
    """Address of the comparison of two editions of a series."""
    return f"{PLANS}{line_of(old_id)}/so-sanh/{edition_of(old_id)}..{edition_of(new_id)}/"


def revision_path(plan_id: str, commit: str) -> str:
    """Address of what a commit changed in a plan."""
    return f"{plan_path(plan_id)}sua-doi/{commit[:10]}/"


def difference_file(old_id: str, new_id: str) -> str:
    """Address of the comparison of two editions as data."""
    return f"{DATA_FILES}diffs/{old_id}-den-{new_id.rpartition('/')[2]}.json"


def checklist_path(plan_id: str) -> str:
    """Address of a plan's checklist."""
    return f"{PLANS}{plan_id}/viec-can-lam/"


def checklist_months_path(plan_id: str) -> str:
    """Address of a long checklist by month."""
    return f"{PLANS}{plan_id}/viec-theo-thang/"


def calendar_path(year: int) -> str:
    """Address of a year's calendar."""
    return f"{CALENDAR}{year}/"


def month_path(year: int, month: int) -> str:
    """Address of a month of a long year."""
    return f"{calendar_path(year)}{month:02d}/"


def unit_path(unit_id: str) -> str:
    """Address of a body."""
    return f"{UNITS}{unit_id}/"


def document_path(document_id: str) -> str:
    """Address of a legal document."""
    return f"{DOCUMENTS}{document_id}/"


def indicator_path(indicator_id: str) -> str:
    """Address of an indicator."""
    return f"{INDICATORS}{indicator_id}/"


def year_path(above: str, part: str, year: int) -> str:
    """Address of the page of one year of a list that its own page cuts short."""
    return f"{above}{part}/{year}/"


def plan_file(plan_id: str, suffix: str) -> str:
    """Address of a downloadable form of a plan: ``.json``, ``.yaml``, ``.txt``, ``.source.txt``."""
    return f"{DATA_FILES}plans/{plan_id}{suffix}"


def evidence_file(plan_id: str, name: str) -> str:
    """Address of an evidence file of a plan's results."""
    return f"{DATA_FILES}plans/{plan_id.rpartition('/')[0]}/{name}"


def unit_file(unit_id: str, suffix: str) -> str:
    """Address of a body's duties as a file: ``.ics``, ``.csv``, ``.xlsx``."""
    return f"{DATA_FILES}units/{unit_id}{suffix}"


def target_address(kind: str, target: str) -> tuple[str, str]:
    """Give path and anchor of what a mention leads to; raises KeyError for an unknown kind."""
    if kind == "term":
        return TERMS, target
    paths = {"unit": unit_path, "document": document_path, "indicator": indicator_path, "plan": plan_path}
    return paths[kind](target), ""


def heading_anchor(title: str, separator: str = "-") -> str:
    """Make the anchor of an authored heading; Python-Markdown's own drops "đ" (Đồng becomes ong)."""
    return slug(title).replace("-", separator)
