"""A page is a template plus a view: templates name nothing else, and a view holds frozen plain data."""

from __future__ import annotations

import datetime as dt
import enum
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from corpus import PLAN_IDS, ROOT, TINH_2025, XA_EA_KNOP
from jinja2 import Environment, meta, nodes
from uppers import said_above

import kehoach.pages
from kehoach.files.repository import Repository
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.frozen import FrozenMap
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry
from kehoach.pages import directory, months, yearly
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.embeds import EMBEDS, embed, placeholder
from kehoach.pages.home import Home
from kehoach.pages.paper import embed_page
from kehoach.pages.reporting import reporting_part
from kehoach.pages.site import Site
from kehoach.pages.view import FILTERS, GLOBALS, View, environment, rendered

_TEMPLATES = ROOT / "site_src" / "templates"
PURE = {"url", *GLOBALS}
"""Names beside the view's fields that every template finds."""
LEAVES = (str, int, float, dt.date, enum.Enum, type(None))
HOLDERS = (Site, Registry, Repository, Fabric, LinkedPlan, Plan)
"""What plans and registries are looked up in."""


def _views() -> list[type[View]]:
    for module in pkgutil.iter_modules(kehoach.pages.__path__):
        importlib.import_module(f"kehoach.pages.{module.name}")
    return sorted(View.__subclasses__(), key=lambda view: view.template)


VIEWS = _views()


@cache
def _tree(name: str) -> nodes.Template:
    made = environment(_TEMPLATES)
    return made.parse((_TEMPLATES / name).read_text(encoding="utf-8"))


def _named(tree: nodes.Template, *kinds: type[nodes.Node]) -> set[str]:
    """Give the other templates that a template includes or imports."""
    return {node.template.value for kind in kinds for node in tree.find_all(kind)}  # type: ignore[attr-defined]


def _bound(tree: nodes.Template) -> set[str]:
    """Give the names that a template binds itself: variables, parameters, macros, imports."""
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    return names | macros | {node.target for node in tree.find_all(nodes.Import)}


def _unknown(name: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Give the names that a template, and what it includes, takes from elsewhere."""
    tree = _tree(name)
    yield from ((name, one) for one in meta.find_undeclared_variables(tree) - known)
    for included in _named(tree, nodes.Include):
        yield from _unknown(included, known | _bound(tree))
    for imported in _named(tree, nodes.Import):
        yield from _unknown(imported, PURE)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.template)
def test_template_names_only_fields_of_its_view(view: type[View]) -> None:
    """Beside them, what it binds itself and pure functions; pieces that others import get their arguments alone."""
    assert list(_unknown(view.template, {field.name for field in fields(view)} | PURE)) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.template)
def test_every_field_is_shown(view: type[View]) -> None:
    """A field that no template names would make a page look as if it depended on it."""
    seen: set[str] = set()
    waiting = [view.template]
    while waiting:
        tree = _tree(waiting.pop())
        seen |= meta.find_undeclared_variables(tree)
        waiting += _named(tree, nodes.Include)
    assert {field.name for field in fields(view)} - seen == set()


def test_templates_are_all_of_a_view() -> None:
    """Each file is the template of one view, or a piece that one of these uses."""
    used = {view.template for view in VIEWS}
    waiting = list(used)
    while waiting:
        more = _named(_tree(waiting.pop()), nodes.Include, nodes.Import, nodes.FromImport) - used
        used |= more
        waiting += more
    assert used == {path.name for path in _TEMPLATES.glob("*.j2")}
    assert len(VIEWS) == len({view.template for view in VIEWS})


def test_filters_are_pure_formatting() -> None:
    """Templates use the filters of Jinja and ours, no other and none that reads what is held."""
    used = {node.name for path in _TEMPLATES.glob("*.j2") for node in _tree(path.name).find_all(nodes.Filter)}
    assert used <= {*Environment().filters, *FILTERS}
    assert set(FILTERS) <= used


@pytest.fixture(scope="module")
def seen(fabric: Fabric, repository: Repository) -> list[View]:
    """All views of the five plans, one said to be above another; nothing is rendered."""
    held: list[View] = []

    def keep(self: Site, here: str, view: View) -> str:
        held.append(view)
        return ""

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Site, "lay_out", keep)
        patched.setattr(yearly, "PLANS_SHOWN", 1)
        patched.setattr(yearly, "TASKS_SHOWN", 3)
        patched.setattr(directory, "LINES", 20)
        patched.setattr(months, "LONG", 3)
        told = said_above(fabric, XA_EA_KNOP, TINH_2025)
        site = make_site(told, repository, templates=_TEMPLATES, today=dt.date(2026, 1, 20), analysis=True)
        for page in build_pages(site)[:1]:
            reporting_part(site, page)
        for name in EMBEDS:
            embed(site, placeholder(name), "")
        for plan_id in PLAN_IDS:
            embed_page(site, plan_id, Home("Thử"))
    return held


def test_every_kind_of_view_is_seen(seen: list[View]) -> None:
    """The next test looks at all of them."""
    assert {type(view) for view in seen} == set(VIEWS)


def test_views_are_frozen_plain_data(seen: list[View]) -> None:
    """From no view can a plan, a registry or anything that changes be reached."""
    done: set[int] = set()
    found = {fault for view in seen for fault in _faults(view, type(view).__name__, done)}
    assert found == set()


def test_what_is_no_plain_data_is_told(fabric: Fabric, repository: Repository) -> None:
    """What holds plans, and what can change, is a fault however deep it lies."""
    assert list(_faults((fabric, (repository,)), "x", set())) == ["x[]: Fabric", "x[][]: Repository"]
    assert list(_faults(([],), "x", set())) == ["x[]: list"]
    assert list(_faults(repository.plans[TINH_2025], "x", set())) == ["x: Plan"]


def _faults(value: object, where: str, done: set[int]) -> Iterator[str]:
    if isinstance(value, LEAVES) or id(value) in done:
        return
    done.add(id(value))
    if isinstance(value, tuple):
        for one in value:
            yield from _faults(one, f"{where}[]", done)
    elif isinstance(value, FrozenMap):
        yield from _faults(value.entries, where, done)
    elif _is_frozen(type(value)) and not isinstance(value, HOLDERS):
        for name in vars(type(value))["__dataclass_fields__"]:
            yield from _faults(getattr(value, name), f"{where}.{name}", done)
    else:
        yield f"{where}: {type(value).__name__}"


def _is_frozen(kind: type) -> bool:
    """Whether the values of a class refuse to be changed, in whichever way it was made one of frozen values."""
    if not is_dataclass(kind):
        return False
    try:
        setattr(object.__new__(kind), next((field.name for field in fields(kind)), "any"), None)
    except FrozenInstanceError:
        return True
    return False


@pytest.mark.parametrize(
    ("path", "words"),
    [("III.2.b.-4.+1", "III.2.b, gạch\u00a04, cộng\u00a01"), ("QD.dieu-2", "Quyết định, Điều\u00a02"), ("V", "V")],
)
def test_a_number_is_not_parted_from_its_word(path: str, words: str) -> None:
    """A line of a page never begins with the number of a place."""
    assert FILTERS["path_name"](path) == words


def test_templates_older_than_the_program_are_told(tmp_path: Path) -> None:
    """A page that a repository has no template for, or none of a part of it, says what to run."""

    @dataclass(frozen=True)
    class Whole(View):
        template = "whole.html.j2"

    (tmp_path / "whole.html.j2").write_text('{% include "part.html.j2" %}', encoding="utf-8")
    with pytest.raises(UserError, match=r"Thiếu mẫu trang part.html.j2.*run.py upgrade.*trang cũ giữ nguyên"):
        rendered(environment(tmp_path), "a/index.html", Whole())
