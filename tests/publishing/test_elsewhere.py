"""Works done by the workers of an executor that start from nothing: the same site, or none."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from assembling import BUILT, assemble
from lettertheme import LETTER_THEME

from kehoach.machine.store import Store
from kehoach.machine.usererror import UserError
from kehoach.publishing import elsewhere
from kehoach.publishing.build import build_site
from kehoach.publishing.opened import Opened


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one plan with a generator that makes a theme of a letter before and after each page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.setenv("MAT_KHAU", "bi mat")
    root = assemble(tmp_path / "kho", *BUILT)
    for plan in list((root / "plans").glob("*/*/*.*")):
        if "xa-ea-knop" not in plan.parts:
            plan.unlink()
    (root / "plans" / "permanent-ids.txt").unlink()
    (tmp_path / "generator.py").write_text(LETTER_THEME, encoding="utf-8")
    return root


def built(root: Path, name: str, executor: Executor | None = None) -> dict[str, bytes]:
    generator, place = (sys.executable, str(root.parent / "generator.py")), root.parent / name / "site"
    opened = Opened(root, Store(), whole=True)
    build_site(root, place, "c", generator=generator, store=Store(), opened=opened, executor=executor)
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.fixture
def workers() -> Iterator[Executor]:
    """Two processes that know nothing of this one but its environment, as those of another machine."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
        yield executor


def test_workers_make_the_same_bytes(root: Path, workers: Executor) -> None:
    """Of the order, too, nothing is left; it holds no more of the environment than a build reads."""
    assert built(root, "there", workers) == built(root, "here")
    assert [path.name for path in (root.parent / "there").iterdir()] == ["site"]


class Here(Executor):
    """Runs each work at once, in this process, with the order that a test has changed on its way."""

    def __init__(self, change: Any) -> None:
        self.change = change

    def submit(self, work: Any, /, *arguments: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            self.change(*arguments)
            future.set_result(work(*arguments, **more))
        except UserError as error:
            future.set_exception(error)
        return future


def lost(order: Path, *others: object) -> None:
    order.unlink(missing_ok=True)


def foreign(order: Path, *others: object) -> None:
    order.write_bytes(order.read_bytes() + b"x")


@dataclass(frozen=True)
class Edited:
    """Changes the repository behind the back of the first machine."""

    root: Path

    def __call__(self, *others: object) -> None:
        (self.root / "plans" / "registry" / "terms.yaml").touch()
        (self.root / "site_src" / "moved.txt").write_text("# khác\n", encoding="utf-8")


@pytest.mark.parametrize("fault", ["lost", "foreign", "edited"])
def test_workers_that_see_other_folders_make_nothing(root: Path, fault: str) -> None:
    """The order is not there, is another's, or the repository is not the one that it was: told, the old site stays."""
    before = built(root, "site")
    change, words = {
        "lost": (lost, "chung thư mục"),
        "foreign": (foreign, "chung thư mục"),
        "edited": (Edited(root), "khác với ở đây"),
    }[fault]
    elsewhere._opened.clear()
    with pytest.raises(UserError, match=words):
        built(root, "site", Here(change))
    place = root.parent / "site" / "site"
    assert {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()} == before


def test_files_that_are_not_seen_here_are_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that writes into a folder of the same name on a disk of its own."""
    made = elsewhere._make

    def elsewhere_made(*arguments: Any) -> Any:
        output = made(*arguments)
        for address in output.sizes:
            (arguments[0].with_name("new") / address).unlink()
        return output

    monkeypatch.setattr(elsewhere, "_make", elsewhere_made)
    with pytest.raises(UserError, match="ở đây không thấy"):
        built(root, "site", Here(lambda *arguments: None))


def test_an_order_holds_no_secrets(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies in a file beside the site while that is made."""
    seen: list[bytes] = []
    built(root, "site", Here(lambda order, *others: seen.append(order.read_bytes())))
    assert seen and all(b"bi mat" not in order for order in seen)
