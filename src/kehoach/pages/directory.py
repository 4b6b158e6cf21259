"""Index pages: all plans, bodies, legal documents, indicators, and the terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.model.plan import Plan
from kehoach.model.registry import Document, Term, Unit
from kehoach.pages.page import DOCUMENTS, INDICATORS, PLANS, TERMS, UNITS, Heading, Page
from kehoach.pages.plan import official_name
from kehoach.pages.site import Site
from kehoach.pages.vocabulary import LEVELS
from kehoach.wording.letters import bare, slug


@dataclass(frozen=True)
class ByState:
    """Plans as a list shows them: those being carried out, then drafts; folded, those of the past and withdrawn."""

    now: tuple[Plan, ...]
    before: tuple[Plan, ...]


def by_state(site: Site, plans: Iterable[Plan]) -> ByState:
    """Part plans by their stage on the site's day, each part in the order given; a draft is never before others."""
    held = [(site.stages(plan.id)[0].code, plan) for plan in plans]
    current = [plan for code, plan in held if code in ("current", "coming")]
    drafts = [plan for code, plan in held if code == "draft"]
    before = [plan for code, plan in held if code in ("past", "ended")]
    withdrawn = [plan for code, plan in held if code == "withdrawn"]
    return ByState((*current, *drafts), (*before, *withdrawn))


def plans_page(site: Site) -> Page:
    """List all plans by level and body, each body's newest first."""
    by_unit: dict[str, list[Plan]] = {}
    for plan in site.newest:
        by_unit.setdefault(plan.unit, []).append(plan)
    levels: dict[str, list[tuple[str, list[Plan]]]] = {level: [] for level in LEVELS}
    for unit_id, plans in sorted(by_unit.items(), key=lambda pair: _authority_first(site, pair[0])):
        unit = site.registry.units.get(unit_id)
        levels[unit.level if unit else ""].append((unit_id, plans))
    shown = {level: groups for level, groups in levels.items() if groups}
    folded = {level: [(unit, by_state(site, plans)) for unit, plans in groups] for level, groups in shown.items()}
    html = site.render("plans.html.j2", PLANS, levels=folded, official_name=official_name)
    toc = tuple(Heading(LEVELS[level], _level_anchor(level)) for level in shown)
    return Page(PLANS, "Các kế hoạch", html, toc, "Mọi kế hoạch đang giữ, theo cấp và cơ quan ban hành.")


def units_page(site: Site) -> Page:
    """List all bodies by level and name."""
    levels: dict[str, list[Unit]] = {level: [] for level in LEVELS}
    for unit in sorted(site.registry.units.values(), key=lambda unit: _sorting(unit.name)):
        levels[unit.level].append(unit)
    shown = {level: units for level, units in levels.items() if units}
    duties = {unit_id: len(site.fabric.duties_of(unit_id)) for unit_id in site.registry.units}
    html = site.render("units.html.j2", UNITS, levels=shown, duties=duties)
    toc = tuple(Heading(LEVELS[level], _level_anchor(level)) for level in shown)
    return Page(UNITS, "Các cơ quan", html, toc, "Cơ quan, chức danh, nhóm cơ quan có mặt trong các kế hoạch.")


def documents_page(site: Site) -> Page:
    """List all legal documents by type, the latest first."""
    types: dict[str, list[Document]] = {}
    for document in sorted(site.registry.documents.values(), key=_latest_first):
        types.setdefault(document.type, []).append(document)
    ordered = dict(sorted(types.items(), key=lambda pair: _TYPE_ORDER.get(pair[0], len(_TYPE_ORDER))))
    cited = {id_: len(site.fabric.occurrences("document", id_)) for id_ in site.registry.documents}
    html = site.render("documents.html.j2", DOCUMENTS, types=ordered, cited=cited)
    toc = tuple(Heading(name, slug(name)) for name in ordered)
    return Page(
        DOCUMENTS,
        "Văn bản được viện dẫn",
        html,
        toc,
        "Luật, nghị quyết, quyết định, kế hoạch được viện dẫn.",
    )


def indicators_page(site: Site) -> Page:
    """List all indicators with the number of plans that set a target for each."""
    targets = Counter(
        target.indicator
        for linked in site.fabric.plans.values()
        for item in linked.plan.walk()
        for target in item.facts.targets
    )
    kinds = {
        "chi-so": (
            "Chỉ số được công bố",
            [i for i in site.registry.indicators.values() if i.kind == "index"],
        ),
        "con-so": (
            "Con số nêu trong kế hoạch",
            [i for i in site.registry.indicators.values() if i.kind != "index"],
        ),
    }
    shown = {anchor: pair for anchor, pair in kinds.items() if pair[1]}
    html = site.render("indicators.html.j2", INDICATORS, kinds=shown, targets=targets)
    toc = tuple(Heading(name, anchor) for anchor, (name, _) in shown.items())
    return Page(INDICATORS, "Chỉ số và con số cần đạt", html, toc, "Các chỉ số và con số mà kế hoạch đặt ra.")


def terms_page(site: Site) -> Page:
    """Explain all abbreviations and terms in alphabetical order."""
    terms: Iterable[Term] = sorted(site.registry.terms.values(), key=lambda term: _sorting(term.term))
    plans = {
        term.id: list(dict.fromkeys(o.plan_id for o in site.fabric.occurrences("term", term.id))) for term in terms
    }
    html = site.render("terms.html.j2", TERMS, terms=list(terms), plans=plans, shown_plans=_SHOWN_PLANS)
    return Page(
        TERMS,
        "Thuật ngữ và chữ viết tắt",
        html,
        (),
        "Giải thích chữ viết tắt và thuật ngữ trong các kế hoạch.",
    )


_SHOWN_PLANS = 6

_TYPE_ORDER = {
    name: place
    for place, name in enumerate(
        (
            "Luật",
            "Nghị quyết",
            "Nghị định",
            "Quyết định",
            "Chỉ thị",
            "Kết luận",
            "Chương trình",
            "Kế hoạch",
            "Công văn",
            "Tờ trình",
        )
    )
}


def _latest_first(document: Document) -> tuple[int, str]:
    return (-document.issued.toordinal() if document.issued else 0, document.id)


def _sorting(name: str) -> tuple[str, str]:
    return bare(name).lower(), name


def _authority_first(site: Site, unit_id: str) -> tuple[bool, tuple[str, str]]:
    unit = site.registry.units.get(unit_id)
    return unit is None or unit.kind != "people_committee", _sorting(site.unit_name(unit_id))


def _level_anchor(level: str) -> str:
    return slug(LEVELS[level])
