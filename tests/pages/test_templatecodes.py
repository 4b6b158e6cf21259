"""What templates compile to is kept beside compiled modules, and used for the same text alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from kehoach.pages.templatecodes import TemplateCodes

NAME, TEXT = "trang.html.j2", "Kế hoạch {{ year }}"


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bool]:
    """Render a template by a new environment; tells whether its text had to be compiled."""
    place, folder = tmp_path / "kept", tmp_path / "templates"
    place.mkdir()
    folder.mkdir()
    texts: list[str] = []
    compile_template: Any = Environment.compile

    def counted(self: Environment, source: str, *names: str) -> object:
        texts.append(source)
        return compile_template(self, source, *names)

    monkeypatch.setattr(Environment, "compile", counted)

    def rendered(text: str) -> bool:
        texts.clear()
        (folder / NAME).write_text(text, encoding="utf-8")
        templates = Environment(loader=FileSystemLoader(folder), bytecode_cache=TemplateCodes(place, folder))
        assert templates.get_template(NAME).render(year=2026) == text.replace("{{ year }}", "2026")
        return texts == [text]

    return rendered


def test_the_same_text_is_compiled_once(compiled: Callable[[str], bool]) -> None:
    """Another text anew, and the first again when it comes back: one of each name is kept."""
    assert [compiled(TEXT), compiled(TEXT), compiled(f"{TEXT}."), compiled(TEXT)] == [True, False, True, True]


@pytest.mark.parametrize("data", [b"", b"x", b"half"])
def test_what_is_not_whole_is_compiled_anew(compiled: Callable[[str], bool], tmp_path: Path, data: bytes) -> None:
    """Whatever lies there."""
    assert compiled(TEXT)
    [file] = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:-20] if data == b"half" else data)
    assert compiled(TEXT)


def test_nothing_is_kept_where_nothing_can_be_written(compiled: Callable[[str], bool], tmp_path: Path) -> None:
    """The page is made all the same."""
    (tmp_path / "kept").rmdir()
    assert [compiled(TEXT), compiled(TEXT)] == [True, True]
