"""What ``update`` did to a plan, in Vietnamese sentences by printed place, and what a person has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from kehoach.comparison.words import ops
from kehoach.exports.copies import NOT_ISSUED, NOT_THE_ORIGINAL
from kehoach.files.planplaces import value_at
from kehoach.files.problems import Problem
from kehoach.importing.model import WordRemark
from kehoach.importing.pipeline import ImportResult
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.place import Place
from kehoach.updating.clashes import clash_sentences
from kehoach.updating.merging import MergedChange
from kehoach.updating.placenames import first_words, name_of
from kehoach.updating.planupdate import Updated
from kehoach.updating.threeway import Clash
from kehoach.wording.pathnames import path_name

_PAGE_EDGE = re.compile(r"\b[0-9]{1,4}\b|DỰ THẢO")
_TOLD_BY_REPORT = ("KH304", "KH320")
"""Problems that the report tells itself: words that differ from the source, and new review marks."""


@dataclass(frozen=True)
class PlanUpdate:
    """Both values with both prints, what was merged, both readings of documents, and what both sides changed."""

    plan: Mapping[str, Any]
    value: Mapping[str, Any]
    before: LinkedPlan
    after: LinkedPlan
    changes: Updated
    base: ImportResult
    result: ImportResult
    clashes: tuple[Clash, ...] = ()


def report(
    update: PlanUpdate,
    remarked: Sequence[tuple[WordRemark, Place]],
    lost: Sequence[str],
    dangling: Sequence[str],
    problems: Sequence[Problem],
) -> Iterator[str]:
    """Give the lines of the report: each change, then what is to be looked at."""
    changes = [*_changes(update)]
    if changes:
        yield f"Thay đổi: {len(changes)} chỗ."
        yield from (f"  {line}" for line in changes)
    doubts = [
        *clash_sentences(update.clashes, update.value, update.after),
        *_doubts(update),
        *_remarks(update, remarked),
        *_leftovers(update, lost, dangling),
        *_unsure(update),
    ]
    doubts += [_problem(problem) for problem in problems if problem.code not in _TOLD_BY_REPORT]
    if doubts:
        yield f"Cần xem lại: {len(doubts)} chỗ."
        yield from (f"  {line}" for line in doubts)


def _problem(problem: Problem) -> str:
    place = path_name(problem.label_path) if problem.label_path else problem.field
    return f"{place}: {problem.message}" if place else problem.message


# Names of places


def _place_before(update: PlanUpdate, place: Place) -> str:
    return name_of(update.plan, update.before, place)


def _now(update: PlanUpdate, place: Place) -> str:
    return name_of(update.value, update.after, place)


def _shift(old: Any, new: Any) -> str:
    """Show what differs between two values: of texts the words, of lists the entries."""
    if old is None or old == "":
        return f"thêm {first_words(new)}"
    if new is None or new == "":
        return f"bỏ {first_words(old)}"
    if isinstance(old, list) and isinstance(new, list):
        return "; ".join(_entries(old, new))
    runs = list(ops(str(old), str(new)))
    shift_lines: list[str] = []
    for number, run in enumerate(runs):
        after = runs[number + 1] if number + 1 < len(runs) else None
        if run.tag == "-" and after and run.words.split() == after.words.split():
            # Only the break before a word came or went: the word alone would say nothing.
            following = " ".join("".join(rest.words for rest in runs[number + 1 :] if rest.tag != "-").split()[:6])
            shift_lines.append(
                f"{'ngắt đoạn' if after.words[:1] == chr(10) else 'nối liền đoạn'} trước “{following} …”"
            )
        elif run.tag == "-":
            put_in = after is not None and after.tag == "+"
            shift_lines.append(
                f"{first_words(run.words)} → {first_words(after.words)}"
                if after and put_in
                else f"bỏ {first_words(run.words)}"
            )
        elif run.tag == "+" and (number == 0 or runs[number - 1].tag != "-"):
            shift_lines.append(f"thêm {first_words(run.words)}")
    return "; ".join(shift_lines) or f"{first_words(old)} → {first_words(new)}"


def _entries(old: Sequence[Any], new: Sequence[Any]) -> Iterator[str]:
    signs = [str(entry) for entry in old], [str(entry) for entry in new]
    for tag, a, end, b, last in SequenceMatcher(None, *signs, autojunk=False).get_opcodes():
        if tag == "replace" and end - a == last - b:
            yield from (_shift(x, y) for x, y in zip(old[a:end], new[b:last], strict=True))
        elif tag != "equal":
            yield from (f"bỏ {first_words(entry)}" for entry in old[a:end])
            yield from (f"thêm {first_words(entry)}" for entry in new[b:last])


# What changed


def _changes(update: PlanUpdate) -> Iterator[str]:
    ties = {at: was for was, at in update.changes.split}
    joined = dict(update.changes.joined)
    for change in update.changes.merged.changes:
        if change.kind == "added" and change.at is not None:
            split = f", tách từ {_place_before(update, ties[change.at])}" if change.at in ties else ""
            yield f"Thêm {_now(update, change.at)}: {first_words(change.new)}{split}."
        elif change.kind == "removed" and change.was is not None:
            into = f", chữ nay nằm trong {_now(update, joined[change.was])}" if change.was in joined else ""
            yield f"Bỏ {_place_before(update, change.was)}: {first_words(change.old)}{into}."
        elif change.at is not None and (isinstance(change.new, bool) or isinstance(change.old, bool)):
            yield f"Sửa {_now(update, change.at)}."
        elif change.at is not None and change.old != change.new:
            yield f"Sửa {_now(update, change.at)}: {_shift(change.old, change.new)}."
    for was, at in update.changes.moved:
        yield f"Chuyển {_place_before(update, was)} đến {_now(update, at)}."


# What is to be looked at


def _doubts(update: PlanUpdate) -> Iterator[str]:
    for was, at in update.changes.doubtful:
        yield f"{_now(update, at)}: lời văn khác nhiều; đã coi là {_place_before(update, was)} viết lại và giữ mã cũ."
    for at, facts in _facts(update):
        yield f"{_now(update, at)}: chữ đã đổi mà chú giải facts giữ nguyên ({', '.join(facts)}); đối chiếu lại."
    if (
        update.plan.get("source")
        and update.plan.get("status", "issued") != "draft"
        and (update.changes.merged.changes or update.changes.moved)
    ):
        yield (
            "Kế hoạch đã ban hành và có bản nguồn: chữ đăng nay khác bản nguồn ở những chỗ trên. Chỗ nào bản nguồn sai "
            "thì ghi từng chỗ vào corrections kèm lý do; lệnh này không tự ghi."
        )


def _facts(update: PlanUpdate) -> Iterator[tuple[Place, list[str]]]:
    """Give the changed items that carry facts, with each fact."""
    changed: dict[Place, MergedChange] = {}
    for change in update.changes.merged.changes:
        if change.kind == "changed" and change.at is not None:
            changed.setdefault(change.at[:-1], change)
    for place in changed:
        item = value_at(update.value, place)
        if isinstance(item, Mapping) and "facts" in item:
            yield place, list(_flat(item["facts"], ""))


def _flat(value: Any, name: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, entry in value.items():
            if key != "reading":
                yield from _flat(entry, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        entries = (" ".join(map(str, one.values())) if isinstance(one, Mapping) else str(one) for one in value)
        yield f"{name}: {', '.join(entries)}"
    else:
        yield f"{name}: {value}"


def _remarks(update: PlanUpdate, remarked: Sequence[tuple[WordRemark, Place]]) -> Iterator[str]:
    for remark, place in remarked:
        mark_told = f"ghi thành CẦN XEM ở {_now(update, place)}" if place else "không rõ ở mục nào, chưa ghi vào tệp"
        yield f"Nhận xét của {remark.author or 'người đọc'}: “{remark.text}” ({mark_told})."


def _leftovers(update: PlanUpdate, lost: Sequence[str], dangling: Sequence[str]) -> Iterator[str]:
    for comment in lost:
        yield f"Lời ghi đi cùng mục đã bỏ, không còn trong tệp: {comment}"
    for at in dangling:
        yield f"Một dòng sic, corrections hay links còn trỏ tới {at}, nay không còn; bỏ dòng ấy hoặc sửa lại."


def _unsure(update: PlanUpdate) -> Iterator[str]:
    """Repeat what the reader of the file doubts or left out, beyond what it says of the plan's own document."""
    old_messages = {note.message for note in update.base.report.doubts}
    yield from (note.message for note in update.result.report.doubts if note.message not in old_messages)
    left_out = {part.text for part in update.base.report.removed}
    for part in update.result.report.removed:
        if part.text not in left_out and not _is_frame(part.text):
            yield f"Không đưa vào kế hoạch: “{part.text}” ({part.reason.rstrip('.').lower()})."
    if update.base.data.get("status") != update.result.data.get("status"):
        yield _about_status(update)


def _is_frame(words: str) -> bool:
    """Tell whether words at a page's edge are those of any exported copy: page number, draft mark, notice."""
    rest = _PAGE_EDGE.sub("", words).strip()
    return not rest or rest.endswith((NOT_ISSUED, NOT_THE_ORIGINAL))


def _about_status(update: PlanUpdate) -> str:
    """Say what becomes of a plan's status, which only a person changes."""
    if update.plan.get("status") == "draft" and update.result.data.get("status") != "draft":
        return (
            "Văn bản đã có đủ số, ngày, người ký. Đã ban hành thì xóa dòng “status: draft” ở đầu tệp kế hoạch (trên "
            "trang của kho: mở tệp, bấm hình cây bút); chưa thì để nguyên."
        )
    return (
        "Văn bản thiếu số, ngày hay người ký, hoặc ghi DỰ THẢO; tình trạng của kế hoạch (dòng status) vẫn như trước, "
        "hãy xem lại."
    )
