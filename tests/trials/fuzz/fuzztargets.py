"""What is fuzzed, and what must hold: each target takes an input and gives how far it got, or raises."""

from __future__ import annotations

import json
import logging
import random
import tempfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import unquote, urljoin, urlsplit

import fuzzinputs as inputs
import fuzzpdf
import fuzzword
import importfuzzing
from applying import apply, printed
from assembling import assemble
from corpus import PLAN_IDS, ROOT

from kehoach.agenda.agenda import Agenda
from kehoach.checks.problemformats import FORMATS
from kehoach.checks.rules import RULES
from kehoach.checks.run import check_repository
from kehoach.comparison.compare import compare
from kehoach.comparison.data import as_data
from kehoach.comparison.nodes import Vocabulary, nodes
from kehoach.exports.text import to_text
from kehoach.files.formatting import Unformattable, format_text
from kehoach.files.repository import Repository, load, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded, parse
from kehoach.files.yamlwriter import write_yaml
from kehoach.importing import pdfworker
from kehoach.importing import read as reader
from kehoach.importing.model import ImportProblem
from kehoach.importing.read import import_file, read
from kehoach.meaning.fabric import LinkedPlan, weave
from kehoach.meaning.linking import Context, Linker
from kehoach.meaning.schedules import read_prose, read_schedule
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.printed import lines
from kehoach.model.registry import Registry
from kehoach.pages.page import href, plan_file, plan_path, target_address
from kehoach.wording.citations import find_citations
from kehoach.wording.labels import BULLETS, letter, ordinal, printed_label, roman
from kehoach.wording.letters import slug
from kehoach.wording.pathnames import path_name

PLAN_ID = "xa-mau/tuyen-truyen/2025"

Outcome = str
"""How far an input got: a word that the runner counts."""


@cache
def schema(kind: str) -> Schema:
    """A schema of the repository."""
    return load_schemas(ROOT / "schema")[kind]


@cache
def small_linker() -> Linker:
    """A linker over the small registries of the tests."""
    return Linker(registry_from({kind: data[kind] for kind, data in inputs.registries().items()}))


@cache
def five() -> Repository:
    """The five plans and their registries."""
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        return load(assemble(Path(folder)))


@cache
def large_linker() -> Linker:
    """A linker over the registries of the five plans."""
    return Linker(five().registry)


@cache
def _sound_registries() -> Mapping[str, Loaded]:
    return {kind: Loaded(f"plans/registry/{kind}.yaml", data) for kind, data in inputs.registries().items()}


# Loader, schema, checks


def load_plan(data: bytes) -> Outcome:
    """Read a file as a plan: a value or problems, located and known; what the schema takes links, checks and prints."""
    loaded = parse(data, f"plans/{PLAN_ID}.yaml")
    assert (loaded.value is None) == bool(loaded.problems), "a value and problems, or neither"
    _locatable(loaded)
    if loaded.problems:
        return "undecoded" if loaded.problems[0].code in ("KH102", "KH104") else "refused"
    found = list(schema("plan").problems(loaded))
    assert bool(found) != schema("plan")._quick.is_valid(loaded.value), "two validators of two minds"
    loaded.problems.extend(found)
    _locatable(loaded)
    if found:
        return "loaded"
    _use(loaded)
    return "valid"


def _locatable(loaded: Loaded) -> None:
    last = loaded.text.count("\n") + 2
    for problem in loaded.problems:
        assert problem.code in RULES and problem.message and problem.line >= 1, problem
        assert not loaded.text or problem.line <= last, problem
    for report in FORMATS.values():
        report(loaded.problems, 1).encode("utf-8", "replace")


def _use(loaded: Loaded) -> None:
    """Link, check, print, date and format a plan that the schema takes."""
    plan = plan_from(PLAN_ID, loaded.value)
    registry: Registry = small_linker().registry
    repository = Repository({PLAN_ID: plan}, registry, plan_files={PLAN_ID: loaded}, registry_files=_sound_registries())
    fabric = weave(repository)
    loaded.problems.extend(p for p in check_repository(repository, fabric) if p.file == loaded.file)
    _locatable(loaded)
    to_text(fabric.plans[PLAN_ID].lines)
    _ = Agenda(fabric).deadlines


def format_plan(data: bytes) -> Outcome:
    """Format a file: twice changes nothing, and the value stays but for ids filled in."""
    try:
        once = format_text(data.decode("utf-8", "replace"), schema("plan"))
    except Unformattable as error:
        assert error.problems
        return "refused"
    assert format_text(once, schema("plan")) == once
    return "formatted"


# Citations and other words


def read_words(text: str) -> Outcome:
    """Read a text by the grammars: what is found slices the text, in order, once."""
    found = find_citations(text)
    end = 0
    for citation in found:
        assert end <= citation.start < citation.end <= len(text), citation
        assert citation.text == text[citation.start : citation.end]
        end = citation.end
    return "cited" if found else "none"


def link_words(text: str) -> Outcome:
    """Read a text by citations, names, schedules and due days."""
    read_words(text)
    linker = large_linker()
    end = 0
    for mention in linker.mentions(text, _context()):
        assert end <= mention.start < mention.end <= len(text), mention
        assert mention.text == text[mention.start : mention.end]
        end = mention.end
    read_schedule(text, 2025)
    read_prose(text, 2025)
    assert slug(text).isascii()
    return "linked" if end else "none"


@cache
def _context() -> Context:
    plan = five().plans[PLAN_IDS[0]]
    return large_linker().context(plan)


# Labels


def derive_labels(chance: random.Random) -> Outcome:
    """Derive the labels of a plan of random depth: every path is said, and none stands for two items."""
    data = {**inputs.plans()[1], "body": _tree(chance, 0, [0])}
    plan = plan_from(PLAN_ID, data)
    paths: dict[str, str] = {}
    for line in lines(plan):
        if line.item and line.path and line.anchor == line.item.id:
            assert paths.setdefault(line.path, line.item.id) == line.item.id, f"{line.path} twice"
            assert path_name(line.path)
    number = chance.randrange(1, 4000)
    assert roman(number) != roman(number + 1) and letter(number % 2000 + 1)
    assert printed_label(style := chance.choice(("I", "1", "a", "A", "1.1", *BULLETS, "none")), number) is not None
    assert ordinal(style, number) == "" or ordinal(style, number) != ordinal(style, number + 1)
    return "labelled"


def _tree(chance: random.Random, depth: int, count: list[int]) -> list[dict[str, Any]]:
    out = []
    for _ in range(chance.randrange(1, 5)):
        count[0] += 1
        item: dict[str, Any] = {"id": f"m{count[0]}", "text": inputs.sentence(chance)}
        if chance.random() < 0.3:
            item["heading"] = inputs.sentence(chance)
        if chance.random() < 0.2:
            item["numbering"] = chance.choice(("I", "1", "a", "A", "1.1", "-", "+", "•"))
        if chance.random() < 0.2:
            item[chance.choice(("lead", "partners", "schedule", "report"))] = inputs.sentence(chance)
        if depth < 5 and chance.random() < 0.45:
            item["items"] = _tree(chance, depth + 1, count)
        out.append(item)
    return out


# Differences


def differ(chance: random.Random) -> Outcome:
    """Compare a plan with a changed one: nothing differs from itself, and the difference leads to the other plan."""
    base = inputs.plans()[chance.choice((0, 0, 1))]
    before, after = (inputs.changed(chance, base, gently=True) if chance.random() < 0.9 else base for _ in range(2))
    if not all(_takes(value) for value in (before, after)):
        return "invalid"
    linker = small_linker()
    old, new = (LinkedPlan(plan_from(PLAN_ID, value), linker) for value in (before, after))
    if any(_twice(linked) for linked in (old, new)):
        return "invalid"
    use_ids = chance.random() < 0.7
    assert {c.status for c in compare(old, old, linker.registry, use_ids=use_ids).changes} <= {"same"}
    made = as_data(compare(old, new, linker.registry, use_ids=use_ids))
    vocabulary = Vocabulary(linker.registry)
    before_nodes, after_nodes = (printed(nodes(linked, vocabulary)) for linked in (old, new))
    assert apply(made, before_nodes) == after_nodes, "the difference does not lead to the other plan"
    return "compared"


def _takes(value: Any) -> bool:
    loaded = parse(_written(value), "x.yaml")
    return not loaded.problems and schema("plan")._quick.is_valid(loaded.value)


def _written(value: Any) -> bytes:
    return write_yaml(value).encode("utf-8", "replace") if isinstance(value, dict) and value else b""


def _twice(linked: LinkedPlan) -> bool:
    """Whether an id stands twice, which the checks refuse."""
    ids = [item.id for item in linked.plan.walk()]
    return len(set(ids)) < len(ids)


# Addresses

_ROOT = "https://a.example/goc/"


def build_url(chance: random.Random) -> Outcome:
    """Build a link: wherever a page lies, it leads to its target below the site's root and nowhere else."""
    unit = "-".join(
        "".join(chance.choice("abz019") for _ in range(chance.randrange(1, 6))) for _ in range(chance.randrange(1, 3))
    )
    plan = f"{unit}/{unit}/20{chance.randrange(10, 99)}"
    kinds = {kind: target_address(kind, unit)[0] for kind in ("unit", "document", "indicator", "term")}
    places = ["", plan_path(plan), f"{plan_path(plan)}viec-can-lam/", *kinds.values()]
    here, there = chance.choice(places), chance.choice([*places, plan_file(plan, ".json"), "data/calendar.ics"])
    anchor = chance.choice(("", unit, "kh_dau"))
    link = href(here, there, anchor)
    parts = urlsplit(link)
    assert not parts.scheme and not parts.netloc and not link.startswith(("/", "\\")), link
    reached = urljoin(f"{_ROOT}{here}index.html", link)
    wanted = f"{_ROOT}{there}index.html" if not there or there.endswith("/") else _ROOT + there
    assert unquote(reached) == wanted + (f"#{anchor}" if anchor else ""), (here, there, link)
    return "resolved"


# Importing


def import_words(text: str) -> Outcome:
    """Import a text: no crash, no lost word, a draft that the schema takes."""
    wrong = importfuzzing.faults(text, _import_validator())
    assert not wrong, wrong
    return "imported"


@cache
def _import_validator() -> Any:
    return importfuzzing.validator()


def import_word(data: bytes) -> Outcome:
    """Read a Word document, however broken: a reading or a Vietnamese sentence."""
    try:
        reading = read(data)
    except ImportProblem as problem:
        assert str(problem)
        return "refused"
    assert isinstance(reading.text, str)
    return "read"


def import_tables(data: bytes) -> Outcome:
    """Import a Word document of tables, notes, remarks and tracked changes: no word that the eye sees is lost."""
    shown = fuzzword.shown(data)
    try:
        result = import_file(data)
    except ImportProblem:
        assert not any(map(str.isalnum, shown)), "a document with words is refused"
        return "refused"
    wrong = importfuzzing.wrong_with(result, shown, _import_validator())
    assert not wrong, wrong
    return "imported"


def import_annotations(data: bytes) -> Outcome:
    """Import a PDF of ruled tables and annotations: no word of a page is lost; one that cannot be read is refused."""
    logging.disable()
    try:
        taken = pdfworker._read(data)
    except Exception:  # the process that takes a PDF apart says of any fault that the file is broken
        return "refused"
    worked = json.loads(json.dumps(taken))
    try:
        with mock.patch.object(reader, "_worked", lambda data, *images: _no_scan(worked, images)):
            result = import_file(data)
    except ImportProblem:
        return "scan"
    shown = [fuzzpdf.shown(data), *(stamp["text"] for stamp in worked["own"])] if fuzzpdf.is_whole(data) else []
    wrong = importfuzzing.wrong_with(result, "\n".join(shown), _import_validator())
    assert not wrong, wrong
    assert {stamp["text"] for stamp in worked["stamps"]} <= {part.text for part in result.report.removed}
    return "stamped" if worked["stamps"] or worked["own"] else "imported"


def _no_scan(worked: Mapping[str, Any], images: tuple[str, ...]) -> Any:
    if images:
        raise ImportProblem("scan")
    return deepcopy(worked)


@dataclass(frozen=True)
class Target:
    """A function under test, and how an input is drawn for it."""

    run: Callable[[Any], Outcome]
    draw: Callable[[random.Random], Any]


@cache
def _texts() -> list[str]:
    return importfuzzing.bases()


TARGETS: Mapping[str, Target] = {
    "loader": Target(load_plan, inputs.yaml_data),
    "formatter": Target(format_plan, inputs.yaml_data),
    "grammar": Target(read_words, lambda chance: inputs.phrase(chance, 20)),
    "grammar-repeated": Target(link_words, inputs.repeated),
    "linker": Target(link_words, lambda chance: inputs.phrase(chance, 25)),
    "labels": Target(derive_labels, lambda chance: chance),
    "differ": Target(differ, lambda chance: chance),
    "urls": Target(build_url, lambda chance: chance),
    "import": Target(import_words, lambda chance: importfuzzing.mutated(chance, _texts())),
    "import-word": Target(import_word, inputs.word_document),
    "import-tables": Target(import_tables, fuzzword.document),
    "import-annotations": Target(import_annotations, fuzzpdf.document),
}
