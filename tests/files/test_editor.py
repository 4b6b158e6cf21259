"""Help while typing: hover and completion from the schemas, snippets that give valid text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from corpus import FIVE, ROOT, found

from kehoach.files.formatting import format_text
from kehoach.files.repository import load_schemas
from kehoach.files.yamlfile import parse
from kehoach.model.fromdata import plan_from

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
SNIPPETS = json.loads((ROOT / ".vscode/kehoach.code-snippets").read_text(encoding="utf-8"))
HEAD = "schema_version: 1\ntitle: Kế hoạch A\nissuer: xa-ea-knop\n"
CHOICE = re.compile(r"\$\{[0-9]+\|([^,|]*)[^|]*\|\}")
PLACEHOLDER = re.compile(r"\$\{[0-9]+:([^}]*)\}|\$0")


def fields(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every described field; the properties that an ``if`` looks at are conditions, not fields."""
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            yield f"{path}/{name}", field
        for key, value in schema.items():
            if key not in ("if", "then", "else", "not"):
                yield from fields(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from fields(value, f"{path}/{index}")


def resolved(field: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """Join a field with what it refers to; its own words come first."""
    if "$ref" not in field:
        return field
    target: Any = root
    for name in field["$ref"].removeprefix("#/").split("/"):
        target = target[name]
    return {**resolved(target, root), **field}


@pytest.mark.parametrize("path", found(ROOT / "schema", "*.schema.json"), ids=lambda path: path.name)
def test_every_field_explains_itself(path: Any) -> None:
    """Each field has a title and a description, each that holds a plain value also an example."""
    root = json.loads(path.read_text(encoding="utf-8"))
    bare = []
    for where, field in fields(root):
        whole = resolved(field, root)
        wanted = ["title", "description"]
        if whole.get("type") not in ("object", "array") and "const" not in whole:
            wanted.append("examples")
        bare += [f"{where}: {key}" for key in wanted if not whole.get(key)]
    assert not bare


@pytest.mark.parametrize("name", SNIPPETS)
def test_snippets_give_valid_yaml(name: str) -> None:
    """A snippet with its proposals taken as they are loads in a plan, and ``fmt`` fills in the ids."""
    schema = load_schemas(ROOT / "schema")["plan"]
    body = "\n".join(SNIPPETS[name]["body"])
    text = PLACEHOLDER.sub(lambda m: m[1] or "", CHOICE.sub(lambda m: m[1], body))
    assert "$" not in text
    rows = "".join(f"  {row}\n" for row in text.split("\n") if row.strip())
    key = "legal_basis" if name == "Căn cứ" else "body"
    rest = "" if key == "body" else "body:\n  - text: x\n"
    plan = plan_from("a/b/2026", parse(format_text(f"{HEAD}{key}:\n{rows}{rest}", schema).encode(), "x").value)
    if name == "Việc báo cáo":
        assert plan.body[0].facts.report is not None
    assert all(item.id for item in plan.walk())


def test_snippets_are_found_with_and_without_diacritics() -> None:
    """Each snippet has a prefix that any keyboard can type."""
    assert all(any(prefix.isascii() for prefix in snippet["prefix"]) for snippet in SNIPPETS.values())


def schemas_of(path: str) -> list[str]:
    """Give the schemas that the editor takes for a file: ``*`` stands for one folder or name, ``!`` takes back."""

    def fits(globs: list[str]) -> bool:
        return any(re.fullmatch(re.escape(glob).replace(r"\*", "[^/]*"), path) for glob in globs)

    rows = SETTINGS["yaml.schemas"].items()
    taken = [(name, [glob[1:] for glob in globs if glob[0] == "!"], globs) for name, globs in rows]
    return [name.removeprefix("./") for name, without, globs in taken if fits(globs) and not fits(without)]


@pytest.mark.parametrize("path", found(FIVE / "plans", "**/*.yaml"), ids=lambda path: path.relative_to(FIVE).as_posix())
def test_each_file_gets_the_schema_that_its_first_line_names(path: Any) -> None:
    """Settings and first line agree, so that a new file, still without that line, has help too."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    named = (path.parent / first.partition("$schema=")[2]).resolve().relative_to(FIVE).as_posix()
    assert schemas_of(path.relative_to(FIVE).as_posix()) == [named]


def test_progress_files_get_their_own_schema() -> None:
    """What was done is not read as a plan, in an edition with a running number too."""
    assert schemas_of("plans/a/b/2026-2.progress.yaml") == ["schema/progress.v1.schema.json"]
    assert schemas_of("plans/a/b/2026-2.yaml") == ["schema/plan.v1.schema.json"]


def test_the_container_brings_what_the_editor_recommends() -> None:
    """A browser alone gives the same help: a Python new enough, the extension, and a first check of the files."""
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))["recommendations"]
    assert container["customizations"]["vscode"]["extensions"] == recommended
    assert container["postCreateCommand"] == "python3 run.py validate"
    version = re.fullmatch(r".*/python:3\.(\d+)", container["image"])
    assert version
    assert int(version[1]) >= 11
