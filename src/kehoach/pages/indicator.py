"""The page of an indicator: its targets across plans and years, and where it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kehoach.meaning.promises import exception_in, owner_in
from kehoach.model.items import Item
from kehoach.model.plan import Target
from kehoach.model.registry import Indicator
from kehoach.pages.namedlinks import Origin, origin
from kehoach.pages.page import Heading, Page, indicator_path
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.pages.yearly import MentionPlaces, places


@dataclass(frozen=True)
class Promise:
    """A target that a plan sets: where and what, and who is to reach it, as far as that is known.

    ``issuer`` is named where the plan sets it for another body; ``excepted`` are the printed words of an exception.
    """

    plan_id: str
    edition: str
    path: str
    anchor: str
    target: Target
    owner: str
    issuer: str
    excepted: str


@dataclass(frozen=True)
class IndicatorView(View):
    """An indicator with the numbers that plans promise of it."""

    template: ClassVar[str] = "indicator.html.j2"

    name: str
    abbreviation: str
    description: str
    names: tuple[str, ...]
    origin: Origin
    promises: tuple[Promise, ...]
    naming: MentionPlaces


def indicator_page(site: Site, indicator: Indicator) -> Page:
    """Build the page of an indicator."""
    path, view = indicator_path(indicator.id), indicator_view(site, indicator)
    toc = [Heading("Con số cần đạt", "can-dat")] if view.promises else []
    toc += [Heading("Nơi nhắc đến", "nhac-den")] if view.naming.plans else []
    html = site.lay_out(path, view)
    return Page(path, indicator.name, html, tuple(toc), indicator.description or indicator.name)


def indicator_view(site: Site, indicator: Indicator) -> IndicatorView:
    """Gather what the page of an indicator shows."""
    path = indicator_path(indicator.id)
    return IndicatorView(
        indicator.name,
        indicator.abbreviation,
        indicator.description,
        indicator.names,
        origin(site, path, indicator.evidence),
        promises_for(site, indicator.id),
        places(site, path, "indicator", indicator.id),
    )


def promises_for(site: Site, indicator_id: str) -> tuple[Promise, ...]:
    """Give the targets set for an indicator, by body and year."""

    def order(target: tuple[str, Item, Target]) -> tuple[str, str]:
        plan = site.plan(target[0])
        return plan.unit, plan.edition

    return tuple(_promise(site, *target) for target in sorted(site.fabric.targets(indicator_id), key=order))


def _promise(site: Site, plan_id: str, item: Item, target: Target) -> Promise:
    plan, owner = site.plan(plan_id), owner_in(site.fabric.plans[plan_id], item, target)
    return Promise(
        plan_id,
        plan.edition,
        site.path(plan_id, item.id),
        item.id,
        target,
        site.unit_name(owner) if owner else "",
        site.unit_name(plan.issuer) if owner != plan.issuer else "",
        exception_in(site.fabric.plans[plan_id], item, target),
    )
