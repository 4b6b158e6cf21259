"""What ``import`` writes, ``validate`` accepts: no error on a fresh import of anything, and nothing is hidden by it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import importrendering as rendering
import pytest
from closedloop import errors, placed
from corpus import PLAN_IDS, ROOT, source
from importfuzzing import bases, mutated
from importsamples import SAMPLES, Sample
from layoutfiles import NAMES, Layout, as_pdf, as_text, as_word, as_wrapped, layout

from kehoach.files.repository import load

_AS: dict[str, Callable[[Sample], str | bytes]] = {
    "lines.txt": rendering.as_lines,
    "wrapped.txt": rendering.as_wrapped,
    "double.txt": lambda sample: rendering.as_wrapped(sample, double=True),
    "pages.txt": lambda sample: rendering.as_wrapped(sample, pages=True),
    "word.docx": rendering.as_word,
}
_LAID: dict[str, Callable[[Layout], str | bytes]] = {
    "text.txt": as_text,
    "wrapped.txt": as_wrapped,
    "word.docx": as_word,
    "pdf.pdf": as_pdf,
}


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode()


def _samples() -> dict[str, bytes]:
    found = {f"{s.name}.{kind}": _bytes(make(s)) for s in SAMPLES for kind, make in _AS.items()}
    found |= {f"{name}.{kind}": _bytes(make(layout(name))) for name in NAMES for kind, make in _LAID.items()}
    found |= {f"{plan_id.replace('/', '-')}.txt": source(plan_id).encode() for plan_id in PLAN_IDS}
    pdf = ROOT / "tests" / "importing" / "files" / "bang-nhiem-vu.pdf"
    return found | {pdf.name: pdf.read_bytes()}


def test_every_sample_is_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All samples in all forms, placed among the plans, give no error; all but those without number, day or signer
    are issued plans, so that their words are proved against the source."""
    folders = placed(tmp_path, _samples())
    said = capsys.readouterr().out
    assert errors(tmp_path, folders) == []
    assert "chỗ chữ chưa khớp với nguồn" not in said
    plans = load(tmp_path).plans
    assert len(plans) == len(folders)
    assert sum(plan.status == "issued" for plan in plans.values()) > len(folders) / 2


def test_mutated_texts_are_accepted(tmp_path: Path) -> None:
    """Cut, shuffled and relabelled plans are accepted too, if only as drafts."""
    chance = random.Random(16)
    texts = bases()
    made = {f"{number}.txt": mutated(chance, texts).encode("utf-8", "replace") for number in range(60)}
    folders = placed(tmp_path, {name: data for name, data in made.items() if data.strip()})
    assert errors(tmp_path, folders) == []
