"""The command ``inbox``: Word files that people put into ``hop-thu/`` become new plans or changes of plans.

It runs on the forge's machine as well: the files are read as data, at a revision where one is named, and the outcome is
told in Markdown in which no word of theirs can link or format anything. A file that has no certain place is left where
it is, with the reason.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kehoach.checks.review import Side, review
from kehoach.checks.run import check_repository
from kehoach.commands.importing import imported
from kehoach.commands.letters import Letter, plan_of
from kehoach.commands.update import update
from kehoach.comparison.markdown import code, escape
from kehoach.files.opening import open_repository
from kehoach.files.problems import Severity
from kehoach.files.repository import Repository, load_schemas
from kehoach.files.revisions import RevisionError, folder_at
from kehoach.importing.model import ImportProblem
from kehoach.importing.read import MAX_BYTES, read
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all, write_whole
from kehoach.meaning.fabric import weave
from kehoach.writing.formatting import Unformattable

FOLDER = "hop-thu"
MOST = 20
"""Files taken at once."""

_SHOWN = 60
"""Lines of a report that are shown of one file."""


@dataclass(frozen=True)
class Outcome:
    """What became of a letter: the plan that it made or changed, and the lines that tell it; no plan where refused."""

    letter: Letter
    plan_id: str
    title: str
    lines: Sequence[str]


def run_inbox(options: argparse.Namespace) -> int:
    """Take every file of the folder; returns 1 where none of them could be taken."""
    letters = _letters(options.root, options.head)
    if not letters:
        print(f"{FOLDER}/ không có tệp nào.")
        return 0
    before = open_repository(options.root)
    outcomes = [_outcome(letter, options.root) for letter in letters]
    taken = [outcome for outcome in outcomes if outcome.plan_id]
    write_whole("\n".join(_message(outcomes, before, options.root)) + "\n", options.message)
    if options.taken:
        names = "".join(f"{outcome.letter.name}\0" for outcome in taken)
        write_whole(names.encode("utf-8", "surrogateescape"), options.taken)
    for outcome in taken:
        (options.root / outcome.letter.name).unlink(missing_ok=True)
    return 0 if taken else 1


def _letters(root: Path, head: str | None) -> list[Letter]:
    if head:
        try:
            files: Mapping[PurePosixPath, bytes] = folder_at(root, head, FOLDER)
        except RevisionError as error:
            raise UserError(str(error)) from None
    else:
        paths = [path for path in sorted((root / FOLDER).rglob("*")) if path.is_file() and not path.is_symlink()]
        files = {
            PurePosixPath(path.relative_to(root).as_posix()): path.read_bytes()
            for path in paths
            if path.stat().st_size <= MAX_BYTES
        }
    letters = [
        Letter(path, data) for path, data in files.items() if path.name[:1] != "." and path.suffix.lower() != ".md"
    ]
    if len(letters) > MOST:
        raise UserError(f"{FOLDER}/ có {len(letters)} tệp; mỗi lần chỉ nhận {MOST} tệp.")
    return letters


def _outcome(letter: Letter, root: Path) -> Outcome:
    """Make or change the plan that a letter is about, and write it."""
    try:
        if len(letter.data) > MAX_BYTES:
            raise UserError(f"tệp dài hơn {MAX_BYTES // 1_000_000} MB, quá giới hạn.")
        repository = open_repository(root)
        plan_id = plan_of(letter, repository.registry)
        if plan_id in repository.plans:
            return _updated(letter, plan_id, repository, root)
        if (root / "plans" / f"{plan_id}.yaml").exists():
            raise UserError(f"kế hoạch {plan_id} đang có lỗi nên chưa sửa được; chạy validate để xem.")
        return _imported(letter, plan_id, root)
    except (UserError, ImportProblem) as problem:
        return Outcome(letter, "", "Không nhận", [str(problem).removeprefix(f"{letter.name}: ")])
    except Unformattable as error:
        messages = [problem.message for problem in error.problems[:10]]
        return Outcome(letter, "", "Không nhận", ["Kế hoạch sau khi sửa không hợp lệ.", *messages])


def _updated(letter: Letter, plan_id: str, repository: Repository, root: Path) -> Outcome:
    fabric = weave(repository)
    change = update(repository, fabric, fabric.plans[plan_id], read(letter.data), load_schemas(root / "schema")["plan"])
    if change.text == repository.plan_files[plan_id].text:
        return Outcome(letter, plan_id, "Không đổi gì", ["Tệp Word nói đúng như kế hoạch."])
    write_all({root / "plans" / f"{plan_id}.yaml": change.text})
    return Outcome(letter, plan_id, "Sửa kế hoạch", change.report)


def _imported(letter: Letter, plan_id: str, root: Path) -> Outcome:
    unit, series, edition = plan_id.split("/")
    own_options = argparse.Namespace(
        root=root, file=Path(letter.name), unit=unit, series=series, edition=edition, output=None, format="text"
    )
    outcome = imported(letter.data, own_options)
    write_all(outcome.files)
    return Outcome(letter, plan_id, "Kế hoạch mới", outcome.result.report.text().splitlines())


def _message(outcomes: Sequence[Outcome], before: Repository, root: Path) -> Iterator[str]:
    """Tell what was done with each file, what the check says, and what changes for whom."""
    yield f"# Hộp thư: {len(outcomes)} tệp"
    for outcome in outcomes:
        plan = f" {code(outcome.plan_id)}" if outcome.plan_id else ""
        yield from ("", f"## {code(outcome.letter.name)}: {outcome.title}{plan}", "")
        shown = [line for line in outcome.lines if line.strip()]
        yield from (f"- {escape(line)}" for line in shown[:_SHOWN])
        if len(shown) > _SHOWN:
            yield f"- … và {len(shown) - _SHOWN} dòng nữa."
    touched = {outcome.plan_id for outcome in outcomes if outcome.plan_id}
    if not touched:
        return
    after = open_repository(root)
    fabric = weave(after)
    problems = [p for p in check_repository(after, fabric, touched) if p.severity is not Severity.NOTE]
    own = [p for p in problems if any(p.file == f"plans/{plan_id}.yaml" for plan_id in touched)]
    errors = sum(problem.severity is Severity.ERROR for problem in own)
    yield from ("", f"## Kiểm tra: {errors} lỗi, {len(own) - errors} cảnh báo", "")
    yield from (f"- {code(f'{p.file}:{p.line}')} {escape(p.message)} ({p.code})" for p in own[:_SHOWN])
    review_text = review(Side(before, weave(before)), Side(after, fabric), today=dt.date.today()).markdown
    # The mark would make the workflow of reviews take this text for its own comment.
    yield from ("", *review_text.split("\n")[1:]) if review_text else ()
