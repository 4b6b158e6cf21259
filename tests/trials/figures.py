"""The figures of the importer: ``PYTHONPATH=tests/support python tests/trials/figures.py``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assembling import assemble
from corpus import PLAN_IDS, SO_XAY_DUNG, source
from importrendering import SETTINGS, comparable, expected
from importsamples import SAMPLES
from layoutfiles import FORMS, NAMES, is_aside, layout
from layoutfiles import fields as layout_fields
from layoutfiles import outline as layout_outline
from measures import f1, f1_read_badly, fields, outline
from rapidfuzz.fuzz import ratio

from kehoach.files.repository import load
from kehoach.importing.pipeline import ImportResult, import_text
from kehoach.wording.ocr import fold


@dataclass(frozen=True)
class Figures:
    """Of one import: F1 of the outline, words kept and in all, fields right and in all."""

    name: str
    outline: float
    kept: int
    words: int
    right: int
    fields: int


def _figures(name: str, result: ImportResult, score: float, wanted: dict[tuple[str, str], str]) -> Figures:
    found = fields(result.data)
    badly = "mất phần lớn dấu" in result.report.text()
    right = sum(_is_right(found.get(key, ""), words, badly) for key, words in wanted.items())
    return Figures(name, score, result.report.words.kept, result.report.words.total, right, len(wanted))


def _is_right(found: str, wanted: str, badly: bool) -> bool:
    return ratio(fold(found), fold(wanted)) >= 60 if badly else found == wanted


def of_sources() -> Iterator[Figures]:
    """The five sources against the plans read by hand; fields are leads, partners and schedules."""
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        plans: Any = load(assemble(Path(folder))).plan_files
    for plan_id in PLAN_IDS:
        result = import_text(source(plan_id))
        data = plans[plan_id].value
        measure = f1_read_badly if plan_id == SO_XAY_DUNG else f1
        kinds = ("lead", "partners", "schedule")
        wanted = {key: words for key, words in fields(data).items() if key[1] in kinds}
        yield _figures(plan_id, result, measure(outline(data), outline(result.data)), wanted)


def of_samples() -> Iterator[Figures]:
    """The plans in other layouts, in every form."""
    for sample in SAMPLES:
        for setting, run in SETTINGS.items():
            result = run(sample)
            score = f1(comparable(expected(sample)), comparable(outline(result.data)))
            yield _figures(f"{sample.name} {setting}", result, score, {(p, k): w for p, k, w in sample.fields})
    for name in NAMES:
        made = layout(name)
        for form, read in FORMS.items():
            result = read(made)
            found = [(path, words.lower()) for path, words in outline(result.data) if not is_aside(path)]
            score = f1(layout_outline(made), found)
            wanted = {(p, k): w for p, k, w in layout_fields(made, form == "word")}
            yield _figures(f"{name} {form}", result, score, wanted)


def main() -> None:
    """Print a line for each import."""
    for figures in (*of_sources(), *of_samples()):
        sys.stdout.write(
            f"{figures.name:45} F1 {figures.outline:.3f}  words {figures.kept}/{figures.words}"
            f"  fields {figures.right}/{figures.fields}\n"
        )


if __name__ == "__main__":
    main()
