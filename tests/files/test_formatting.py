"""Canonical form: every file has it, comments survive, the content never changes."""

from __future__ import annotations

import difflib
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from corpus import FIVE, FIXTURES, ROOT, XA_EA_KNOP
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.commands.main import main
from kehoach.files.formatting import PRINTED, Unformattable, format_text, new_id
from kehoach.files.planfiles import every_file, kind_of
from kehoach.files.repository import load_schemas
from kehoach.files.yamlcomments import remarks
from kehoach.files.yamlfile import parse
from kehoach.files.yamlwriter import WIDTH, write_yaml

SCHEMAS = load_schemas(ROOT / "schema")
PLAN = (FIVE / f"plans/{XA_EA_KNOP}.yaml").read_text(encoding="utf-8")
MINIMAL = "schema_version: 1\ntitle: Kế hoạch A\nissuer: a\nbody:\n"


def value_of(text: str) -> Any:
    loaded = parse(text.encode(), "test.yaml")
    assert not loaded.problems
    return loaded.value


@pytest.mark.parametrize("path", every_file(FIVE), ids=lambda path: path.relative_to(FIVE).as_posix())
def test_every_file_is_formatted(path: Path) -> None:
    """A file that ``fmt`` would change fails with the difference."""
    text = path.read_bytes().decode()
    wanted = format_text(text, SCHEMAS[kind_of(path)], path.name)
    rows = difflib.unified_diff(text.splitlines(), wanted.splitlines(), path.name, "kehoach fmt", lineterm="")
    assert text == wanted, "\n".join(rows)


def test_untidy_text_is_put_right() -> None:
    """NFD, CRLF, BOM, key order, quotes and a missing id; the comments go with their keys."""
    untidy = "\ufeff# đầu\r\ntitle: 'Kế hoạch A'\r\nbody:\r\n- text: Hai # lời\r\n  # của đề mục\r\n  heading: Một\r\n"
    untidy += "  lead: B\r\n  schedule: Năm\r\n# ai\r\nissuer: 'a'\r\nschema_version: 1\r\n"
    assert format_text(unicodedata.normalize("NFD", untidy), SCHEMAS["plan"]) == (
        "# yaml-language-server: $schema=../../../schema/plan.v1.schema.json\n"
        "schema_version: 1\n"
        "# đầu\n"
        "title: Kế hoạch A\n"
        "# ai\n"
        "issuer: a\n"
        "body:\n"
        "  - id: mot-hai\n"
        "    # của đề mục\n"
        "    heading: Một\n"
        "    text: Hai # lời\n"
        "    lead: B\n"
        "    schedule: Năm\n"
    )


def test_printed_order_is_kept() -> None:
    """Fields and items below an item stay in the order they are printed; the rest follows the schema."""
    text = MINIMAL + "  - facts: {duty: none}\n    partners: P\n    items:\n      - {text: T, id: t}\n    lead: L\n"
    text += "    numbering: '-'\n    heading: H\n    id: h\n"
    item = value_of(format_text(text, SCHEMAS["plan"]))["body"][0]
    assert list(item) == ["id", "heading", "numbering", "partners", "items", "lead", "facts"]


def test_progress_is_formatted_with_its_comments() -> None:
    """What was done has a canonical form too: keys in order, comments where they belong, twice changes nothing."""
    schema = load_schemas(ROOT / "schema")["progress"]
    path = FIXTURES / "vi-du/plans/xa-vi-du/tuyen-truyen-cchc/2025.progress.yaml"
    text = format_text(path.read_text(encoding="utf-8"), schema)
    assert format_text(text, schema) == text
    first = text.index("  - ")
    untidy = (
        text[:first].replace("schema_version: 1", "schema_version:   1   # số") + "  # chờ minh chứng\n" + text[first:]
    )
    tidy = format_text(untidy, schema)
    assert tidy.replace(" # số", "").replace("  # chờ minh chứng\n", "") == text
    assert tidy.index("# chờ minh chứng") < tidy.index("  - ") and "schema_version: 1 # số\n" in tidy


@pytest.mark.parametrize("fault", ["title: a\ntitle: b\n", "schema_version: 1\n", "a: &x 1\n", "title: [\n"])
def test_a_file_that_does_not_load_is_refused(fault: str) -> None:
    """The refusal carries the problems."""
    with pytest.raises(Unformattable) as caught:
        format_text(fault, SCHEMAS["plan"], "x.yaml")
    assert caught.value.problems


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_comments_anywhere_survive_and_twice_changes_nothing(data: st.DataObject) -> None:
    """Comments strewn over a plan at any line and indentation are all kept; formatting again changes nothing."""
    rows = PLAN.split("\n")[:-1]
    free = [n for n, row in enumerate(rows) if re.match(r" *(?:- )?[a-z_]+:", row)]
    for index in sorted(data.draw(st.lists(st.sampled_from(free), max_size=6, unique=True)), reverse=True):
        own = len(rows[index]) - len(rows[index].lstrip())
        after_prose = not re.match(r" *(?:- )?[a-z_]+:(?! >-)", rows[index - 1])
        indent = data.draw(st.integers(0, own if after_prose else 12))
        rows.insert(index, " " * indent + f"# ghi chú {index}")
    for index in data.draw(st.lists(st.sampled_from(range(len(rows))), max_size=4, unique=True)):
        if re.search(r"(?:: >-|[a-z_]+:|: [a-z-]+|: null)\Z", rows[index]):
            rows[index] += f" # bên cạnh {index}"
    text = "\n".join(rows) + "\n"
    once = format_text(text, SCHEMAS["plan"])
    assert remarks(once).texts() == remarks(text).texts()
    assert value_of(once) == value_of(PLAN)
    assert format_text(once, SCHEMAS["plan"]) == once


WORDS = st.text(st.sampled_from("aáđ Ă1-0:#'\"[]{}&*!|>%@`,.?+~=…“”\\/\u00a0"), min_size=1, max_size=160)


@given(st.lists(WORDS, min_size=1, max_size=4))
@settings(max_examples=500, deadline=None)
def test_written_strings_are_read_back_the_same(paragraphs: list[str]) -> None:
    """Whatever a string holds, quoting and wrapping give it back; lines stay within the width where they can."""
    text = "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).strip()
    text = re.sub(r"\n+", "\n", text)
    if not text:
        return
    value = {"a": text, "b": [text, {"c": text}]}
    out = write_yaml(value)
    assert value_of(out) == value
    assert all(len(row) <= WIDTH or " " not in row.strip() or '"' in row for row in out.split("\n"))


def test_ids_are_made_once_from_the_words() -> None:
    """No diacritics, no year, unique, never a name reserved for other parts."""
    assert new_id("Tuyên truyền CCHC năm 2025 trên Đài", set()) == "tuyen-truyen-cchc-nam-tren-dai"
    assert new_id("Mục tiêu", {"muc-tieu"}) == "muc-tieu-2"
    assert new_id("Thực hiện", set()) == "muc-thuc-hien"
    assert new_id("…", set()) == "muc"


def test_printed_keys_are_those_of_the_schema() -> None:
    """Every printed key that the formatter leaves in place is a field of the schema's item."""
    assert set(SCHEMAS["plan"].document["$defs"]["item"]["properties"]) >= PRINTED


def test_command_checks_then_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--check`` shows the difference and writes nothing; without it the file is written, once."""
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    path = tmp_path / "plans/a/b/2026.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(MINIMAL + "- text: 'Một'\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), "fmt", "--check"]) == 1
    assert "+  - id: mot\n" in capsys.readouterr().out
    assert "'Một'" in path.read_text(encoding="utf-8")
    assert main(["--root", str(tmp_path), "fmt", str(path)]) == 0
    assert main(["--root", str(tmp_path), "fmt", "--check"]) == 0


def test_one_faulty_file_stops_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written where one file does not load; its problems are listed."""
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    folder = tmp_path / "plans/a/b"
    folder.mkdir(parents=True)
    (folder / "2025.yaml").write_text(MINIMAL + "- text: 'Một'\n", encoding="utf-8")
    (folder / "2026.yaml").write_text("title: 1\n", encoding="utf-8")
    assert main(["--root", str(tmp_path), "fmt"]) == 1
    assert "KH203" in capsys.readouterr().out
    assert "'Một'" in (folder / "2025.yaml").read_text(encoding="utf-8")
