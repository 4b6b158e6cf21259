"""The command ``inbox``: Word files that people put into ``hop-thu/`` become new plans or changes of plans.

It runs on the forge's machine as well: the files are read as data, at a revision where one is named, and the outcome is
told in Markdown in which no word of theirs can link or format anything. A file that has no certain place is left where
it is, with the reason.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path, PurePosixPath

from kehoach.agenda.agenda import Agenda
from kehoach.checks.review import ReviewSide, problem_rows, review
from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_repository
from kehoach.commands.importing import imported
from kehoach.commands.letterkinds import unfit
from kehoach.commands.planidentity import (
    Letter,
    check_place,
    exported_from,
    next_plan,
    plan_of,
    plan_of_results,
)
from kehoach.commands.progress import results_brought_in
from kehoach.commands.update import NO_BASE, base_of, edited_document
from kehoach.comparison.markdown import code, escape
from kehoach.drafting.nextedition import draft
from kehoach.files.formatting import Unformattable, write_plan
from kehoach.files.opening import open_repository
from kehoach.files.repository import Repository, load_schemas
from kehoach.files.revisions import RevisionError, folder_at
from kehoach.files.yamlfile import parse
from kehoach.importing.model import ImportProblem
from kehoach.importing.read import MAX_BYTES
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all, write_whole
from kehoach.meaning.fabric import weave
from kehoach.model.fromdata import plan_from
from kehoach.model.planid import edition_of, line_of
from kehoach.updating.bringing import update

FOLDER = "hop-thu"
MOST = 20
"""Files taken at once."""

_UNCHANGED = "Không đổi gì"
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
    outcomes = list(_outcomes(letters, options.root))
    understood = [outcome for outcome in outcomes if outcome.plan_id]
    write_whole("\n".join(_message(outcomes, before, options.root)) + "\n", options.message)
    if options.taken:
        names = "".join(f"{outcome.letter.name}\0" for outcome in understood)
        write_whole(names.encode("utf-8", "surrogateescape"), options.taken)
    for outcome in understood:
        (options.root / outcome.letter.name).unlink(missing_ok=True)
    return 0 if understood else 1


def _outcomes(letters: Sequence[Letter], root: Path) -> Iterator[Outcome]:
    """Take letters one after the other; of one plan a single document, for the second would undo what the first did."""
    documents: dict[str, str] = {}
    for letter in letters:
        outcome = _outcome(letter, root, documents)
        if outcome.plan_id and outcome.title != _UNCHANGED and not _is_table(letter):
            documents[outcome.plan_id] = letter.name
        yield outcome


def _is_table(letter: Letter) -> bool:
    return letter.path.suffix.lower() in (".xlsx", ".csv")


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


def _outcome(letter: Letter, root: Path, documents: Mapping[str, str]) -> Outcome:
    """Make or change the plan that a letter is about, and write it; ``documents`` are those taken, by their plan."""
    try:
        if len(letter.data) > MAX_BYTES:
            raise UserError(f"tệp dài hơn {MAX_BYTES // 1_000_000} MB, quá giới hạn.")
        if why := unfit(letter):
            raise UserError(why)
        repository = open_repository(root)
        if _is_table(letter):
            return _recorded(letter, repository, root)
        check_place(letter, repository.plans)
        plan_id = plan_of(letter, repository.registry)
        source = exported_from(letter.data)
        if plan_id in repository.plans:
            following = next_plan(letter, repository.plans[plan_id], repository.plans) if source == plan_id else ""
            if not following:
                return _updated(letter, plan_id, repository, root, documents.get(plan_id, ""))
            plan_id = following
        if other := documents.get(plan_id):
            raise UserError(_ONE.format(other, plan_id))
        if (root / "plans" / f"{plan_id}.yaml").exists():
            raise UserError(f"kế hoạch {plan_id} đang có lỗi nên chưa sửa được; chạy validate để xem.")
        if source in repository.plans and line_of(source) == line_of(plan_id) and source < plan_id:
            return _begun(letter, plan_id, source, repository, root)
        return _imported(letter, plan_id, root)
    except (UserError, ImportProblem) as problem:
        return Outcome(letter, "", "Không nhận", [str(problem).removeprefix(f"{letter.name}: ")])
    except Unformattable as error:
        messages = [problem.message for problem in error.problems[:10]]
        return Outcome(letter, "", "Không nhận", ["Kế hoạch sau khi sửa không hợp lệ.", *messages])


def _recorded(letter: Letter, repository: Repository, root: Path) -> Outcome:
    """Take a filled table of results; raises UserError where it is none, or not all of its rows can be taken."""
    plan_id = plan_of_results(letter, repository.registry)
    if plan_id not in repository.plans:
        raise UserError(f"kho chưa có kế hoạch {plan_id} để ghi kết quả.")
    agenda, plan = Agenda(weave(repository)), repository.plans[plan_id]
    table = results_brought_in(repository, agenda, plan, root, Path(letter.name), letter.data)
    if table.text is None:
        return Outcome(letter, plan_id, _UNCHANGED, ["Bảng không có kết quả nào mới."])
    write_all({root / "plans" / f"{plan_id}.progress.yaml": table.text})
    return Outcome(letter, plan_id, "Ghi kết quả", [f"Đã {table.counts}.", *table.remarks])


_ONE = (
    "lần này đã nhận {} cho cùng kế hoạch {}; nhận cả hai thì tệp sau bỏ mất chỗ sửa của tệp trước. Gộp hai bản trong "
    "Word (Review → Compare → Combine) rồi đặt một tệp."
)


def _updated(letter: Letter, plan_id: str, repository: Repository, root: Path, other: str) -> Outcome:
    """Bring a file into its plan; into one that ``other`` has changed just now only where it is known what it changes
    itself."""
    fabric = weave(repository)
    schema, linked = load_schemas(root / "schema")["plan"], fabric.plans[plan_id]
    reading = edited_document(letter.data)
    base = base_of(root, repository, linked, letter.data, reading)
    if other and (base is None or base.day is None):
        raise UserError(_ONE.format(other, plan_id))
    change = update(repository, fabric, linked, reading, schema, base)
    sentences = [*([] if base else [NO_BASE]), *change.report]
    if change.text == repository.plan_files[plan_id].text:
        return Outcome(letter, plan_id, _UNCHANGED, ["Tệp Word nói đúng như kế hoạch.", *sentences])
    write_all({root / "plans" / f"{plan_id}.yaml": change.text})
    return Outcome(letter, plan_id, "Sửa kế hoạch", sentences)


def _begun(letter: Letter, plan_id: str, earlier: str, repository: Repository, root: Path) -> Outcome:
    """Make the next edition of the plan that a file was exported from, as the command ``new`` does, and bring in what
    the file says; a file in which too little of that is left is a document of its own."""
    schema = load_schemas(root / "schema")["plan"]
    linked = weave(repository).plans[earlier]
    value = repository.plan_files[earlier].value
    started = draft(linked, value, edition_of(plan_id), repository.registry)
    loaded = parse(write_plan(started.value, schema, started.remarks).encode(), f"plans/{plan_id}.yaml")
    plans = {**repository.plans, plan_id: plan_from(plan_id, loaded.value)}
    with_draft = replace(repository, plans=plans, plan_files={**repository.plan_files, plan_id: loaded})
    fabric = weave(with_draft)
    try:
        change = update(with_draft, fabric, fabric.plans[plan_id], edited_document(letter.data), schema)
    except ImportProblem as problem:
        outcome = _imported(letter, plan_id, root)
        apart = f"Mã mục không nối tiếp {earlier}: {problem}"
        return replace(outcome, lines=[apart, *outcome.lines])
    write_all({root / "plans" / f"{plan_id}.yaml": change.text})
    start = f"Soạn từ {earlier}, giữ mã mục; dưới đây là chỗ khác với bản máy soạn sẵn cho năm mới."
    return Outcome(letter, plan_id, "Kế hoạch mới", [start, *change.report])


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
        lines = [line for line in outcome.lines if line.strip()]
        yield from _rows(lines[:_SHOWN])
        if len(lines) > _SHOWN:
            yield f"- … và {len(lines) - _SHOWN} dòng nữa."
    touched = {outcome.plan_id for outcome in outcomes if outcome.plan_id}
    if not touched:
        return
    after = open_repository(root)
    fabric = weave(after)
    problems = [p for p in check_repository(after, fabric, touched) if severity_of(p) is not Severity.NOTE]
    own = [p for p in problems if p.file.removeprefix("plans/").split(".")[0] in touched]
    errors = sum(severity_of(problem) is Severity.ERROR for problem in own)
    yield from ("", f"## Kiểm tra: {errors} lỗi, {len(own) - errors} cảnh báo", "")
    review_text = review(ReviewSide(before, weave(before)), ReviewSide(after, fabric), today=dt.date.today()).markdown
    # The review tells warnings itself, those that were there before in a fold.
    told_problems = [p for p in own if severity_of(p) is Severity.ERROR] if review_text else own
    yield from problem_rows(told_problems)[:_SHOWN]
    # The mark would make the workflow of reviews take this text for its own comment.
    yield from ("", *review_text.split("\n")[1:]) if review_text else ()


def _rows(lines: Sequence[str]) -> Iterator[str]:
    """Write the lines of a report as lists, each below the line that heads it."""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        heads = following.startswith("  ") and not line.startswith("  ")
        yield from ("", f"**{escape(line)}**", "") if heads else (f"- {escape(line.strip())}",)
