"""Pieces that authored pages embed by name: lists and figures from the model.

An authored page holds only a placeholder; the finished piece replaces it after Markdown has run, so that
no word of a plan ever passes through Markdown or through the macros plugin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from kehoach.exports.datatables import TABLES
from kehoach.files.problems import RULES
from kehoach.model.fields import FIELDS
from kehoach.pages.calendar import next_items
from kehoach.pages.directory import ByState, by_state
from kehoach.pages.page import plan_file
from kehoach.pages.plan import official_name
from kehoach.pages.site import Site
from kehoach.pages.tasks import results

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


def embed(site: Site, html: str, here: str) -> str:
    """Put the pieces in the place of their placeholders, for the page at ``here``."""

    def piece(match: re.Match[str]) -> str:
        return str(figures(site)[match[2]]) if match[1] else _piece(site, match[2], here)

    return _PLACEHOLDER.sub(piece, html)


def figures(site: Site) -> dict[str, int]:
    """Count what the site holds."""
    plans = site.fabric.plans.values()
    return {
        "plans": len(plans),
        "issuers": len({linked.plan.issuer for linked in plans}),
        "duties": sum(len(linked.duties) for linked in plans),
        "units": len(site.registry.units),
        "documents": sum(bool(site.fabric.occurrences("document", name)) for name in site.registry.documents),
        "terms": len(site.registry.terms),
    }


def _piece(site: Site, name: str, here: str) -> str:
    return site.render(f"embed-{name}.html.j2", here, **EMBEDS[name](site))


def _newest(site: Site) -> dict[str, Any]:
    # A draft stands behind what is issued, however new it is; the home page has none while anything else is held.
    issued = [plan for plan in site.newest if plan.status != "draft"]
    parted = by_state(site, issued or site.newest)
    shown = ByState(parted.now[:NEWEST], parted.before[: max(NEWEST - len(parted.now), 0)])
    return {"plans": shown, "official_name": official_name}


def _figures(site: Site) -> dict[str, Any]:
    return {"figures": figures(site)}


def _data_files(site: Site) -> dict[str, Any]:
    return {"tables": TABLES, "plans": site.newest, "plan_file": plan_file}


def _problem_codes(site: Site) -> dict[str, Any]:
    return {"rules": RULES}


def _fields(site: Site) -> dict[str, Any]:
    return {"fields": FIELDS}


def _next(site: Site) -> dict[str, Any]:
    return {"next": next_items(site)}


def _progress(site: Site) -> dict[str, Any]:
    deadlines = {plan.id: [d for one in site.agenda.plans[plan.id] for d in one.deadlines] for plan in site.newest}
    return {"plans": [(p, results(site, deadlines[p.id])) for p in site.newest if p.id in site.repository.progress]}


EMBEDS: Mapping[str, Callable[[Site], dict[str, Any]]] = {
    "find": lambda site: {},
    "newest": _newest,
    "figures": _figures,
    "next": _next,
    "progress": _progress,
    "data-files": _data_files,
    "problem-codes": _problem_codes,
    "fields": _fields,
}
"""Each piece and what its template ``embed-<name>.html.j2`` needs."""

_PLACEHOLDER = re.compile(r"<!-- kehoach:(figure/)?([a-z-]+) -->")
