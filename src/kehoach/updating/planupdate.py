"""A plan brought up to a Word file that was made of it: what of the one is what of the other, and what changed.

Compared are two documents read alike: the one that the plan prints now, and the file. What the reader makes of both in
the same way is no change, so that a document that nobody touched changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz.distance import Indel

from kehoach.comparison.align import align
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.order import moved
from kehoach.comparison.pairing import Pair
from kehoach.files.planplaces import value_at
from kehoach.importing.draft import NO_TITLE
from kehoach.importing.model import ImportProblem, Reading, WordRemark
from kehoach.importing.pipeline import ImportResult
from kehoach.model.fields import LABELS
from kehoach.model.fromdata import plan_from
from kehoach.model.place import Place
from kehoach.model.printed import lines
from kehoach.updating.merging import ITEMS, OWN, WITHIN, Merged, item_places, merge
from kehoach.wording.labels import BULLETS
from kehoach.wording.letters import comparable

_WORD = re.compile(r"[^\W_]+")
_BY_HAND = re.compile(r"\s*(?:[-+•]|(?:[0-9]{1,3}|[IVXLC]{1,7}|\w)[.)])\s+")
DOUBTFUL = 0.5
"""Share of equal words below which it is said that two provisions were taken as one."""

Ties = tuple[tuple[Place, Place], ...]
"""Places before with places now."""


@dataclass(frozen=True)
class Updated:
    """The plan's new value with its changes; what moved, was split, merged or is doubtful, by place before and now."""

    merged: Merged
    moved: Ties
    split: Ties
    joined: Ties
    doubtful: Ties


def updated(plan: Mapping[str, Any], base: Mapping[str, Any], result: ImportResult) -> Updated:
    """Merge what was read of a file into a plan; ``base`` is what is read of the document that the plan prints.

    Raises ImportProblem with a Vietnamese sentence where something of the file has no certain place in the plan.
    """
    _refuse_loss(result)
    _refuse_headless(result)
    _refuse_other_shape(plan, base)
    new = result.data
    places, news = list(item_places(base)), list(item_places(new))
    before, after = _keyed(list(_nodes(base, places)), list(_nodes(new, news)))
    pairs = _beginnings(align(before, after), before, after)
    same = [pair for pair in pairs if pair.kind == "pair" and pair.old >= 0 and pair.new >= 0]
    partners = {news[pair.new]: places[pair.old] for pair in same}
    _refuse_misread(base, new, partners)
    _refuse_remnant(len(places), len(partners))

    def named(chosen: Collection[Pair]) -> Ties:
        return tuple((places[pair.old], news[pair.new]) for pair in chosen)

    return Updated(
        merge(plan, base, new, partners),
        named(sorted(moved(before, after, pairs), key=lambda pair: pair.new)),
        named([pair for pair in pairs if pair.kind == "split"]),
        named([pair for pair in pairs if pair.kind == "merge"]),
        named([p for p in same if Indel.normalized_similarity(before[p.old].words, after[p.new].words) < DOUBTFUL]),
    )


_SHORTEST_TITLE = 3
"""Words: the name of its kind ("Kế hoạch", "Đề án") and one more."""


def _refuse_headless(result: ImportResult) -> None:
    """Refuse a file without its title: where the head ends and the provisions begin would be a guess."""
    title = result.data["title"]
    if title == NO_TITLE or len(title.split()) < _SHORTEST_TITLE:
        raise ImportProblem(
            "Tệp không còn dòng tên loại (KẾ HOẠCH) hoặc tên văn bản, nên không biết đâu là phần đầu. Giữ hai dòng ấy "
            "như ở bản Word mà kho xuất ra."
        )


_FEWEST, _LEAST = 8, 4
"""A plan of so many items must keep one in so many."""


def _refuse_remnant(items: int, kept: int) -> None:
    """Refuse a file in which next to nothing is left of the plan: it was cut off, or is another document."""
    if items >= _FEWEST and kept * _LEAST < items:
        raise ImportProblem(
            f"Tệp chỉ còn {kept} trong {items} mục của kế hoạch; có thể tệp bị cắt hoặc là văn bản khác. Lấy lại bản "
            "Word của kế hoạch; viết lại gần hết thì đặt thành kế hoạch mới."
        )


def without_ids(value: Any) -> Any:
    """Give what a draft prints: all but ids and what is the file's alone."""
    if isinstance(value, Mapping):
        return {key: without_ids(entry) for key, entry in value.items() if key not in OWN}
    return [without_ids(entry) for entry in value] if isinstance(value, list) else value


def remark_places(reading: Reading, new: Mapping[str, Any]) -> list[tuple[WordRemark, Place]]:
    """Give the place of what each remark of a Word file is about, empty where it is not certain."""
    leaves = list(_leaves(new, ()))
    rows = reading.text.split("\n")
    places: list[tuple[WordRemark, Place]] = []
    for remark in reading.remarks:
        words_said = _bare(rows[remark.line - 1]) if remark.line else ""
        ending = [
            (len(words), place) for place, words in leaves if words == words_said or words_said.endswith(f" {words}")
        ]
        fitting = [place for length, place in ending if length == max(length for length, _ in ending)]
        same = [number for number, other in enumerate(rows, 1) if _bare(other) == words_said]
        sure = bool(words_said) and len(fitting) == len(same)
        places.append((remark, fitting[same.index(remark.line)] if sure else ()))
    return places


def _leaves(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Give every printed string of a draft."""
    if isinstance(value, Mapping) and "cells" in value:
        cells = (cell if isinstance(cell, Mapping) else {"text": cell or ""} for cell in value["cells"])
        texts = (text for cell in cells for text in (str(cell["text"]), *[""] * (int(cell.get("columns", 1)) - 1)))
        yield place, _bare("| " + " | ".join(text.replace("\n", " ¶ ") for text in texts) + " |")
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            if key not in OWN and key != "header":
                yield from _leaves(entry, (*place, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _leaves(entry, (*place, index))
    elif isinstance(value, str) and value.strip():
        yield from ((place, _bare(paragraph)) for paragraph in value.split("\n") if paragraph.strip())


def _bare(words: str) -> str:
    return " ".join(words.split())


def _refuse_loss(result: ImportResult) -> None:
    if lost := result.report.words.lost:
        lost_words = ", ".join(f"“{word}” (dòng {line})" for line, word in lost[:10])
        raise ImportProblem(f"Có {len(lost)} chữ của tệp không có chỗ trong kế hoạch: {lost_words}.")


def _refuse_other_shape(plan: Mapping[str, Any], base: Mapping[str, Any]) -> None:
    if list(item_places(plan)) != list(item_places(base)):
        raise ImportProblem(
            "Bản Word mà kế hoạch này xuất ra khi đọc lại có các mục khác tệp YAML, nên không đặt được thay đổi vào "
            "đúng chỗ. Hãy sửa thẳng tệp YAML."
        )


def _refuse_misread(base: Mapping[str, Any], new: Mapping[str, Any], partners: Mapping[Place, Place]) -> None:
    """Refuse what was one thing and is read as another: a label as words, a field as a provision."""
    fields = {
        f"{value}": place
        for place in item_places(base)
        for key, value in value_at(base, place).items()
        if key in LABELS and isinstance(value, str)
    }
    for place in item_places(new):
        item, old_place = value_at(new, place), partners.get(place)
        before = value_at(base, old_place) if old_place is not None else {}
        words = str(item.get("heading") or item.get("text") or "")
        by_hand = _BY_HAND.match(words)
        typed = by_hand[0].strip() if by_hand else ""
        if typed and _BY_HAND.match(str(before.get("heading") or before.get("text") or "")):
            typed = ""
        if item.get("number") and item.get("number") != before.get("number"):
            typed = _label_of(new, str(item["id"]))
        if typed:
            raise ImportProblem(_misplaced(typed, words[by_hand.end() if by_hand else 0 :]))
        if item.get("unlabelled") and old_place is not None and not before.get("unlabelled"):
            raise ImportProblem(f"“{_short(words)}” trong tệp Word không còn số hay gạch đầu dòng. Hãy đánh số lại.")
        label, _, rest = words.partition(": ")
        if not by_hand and label and rest in fields and before.get("text") != item.get("text"):
            raise ImportProblem(
                f"Dòng “{_short(words)}” nay đứng giữa các đoạn khác hoặc trước một bảng, nên không còn đọc được là "
                f"dòng “{label}” của mục. Hãy đưa dòng này xuống cuối mục, hoặc chuyển phần mới thêm thành mục riêng."
            )


def _misplaced(typed: str, words: str) -> str:
    """Say of a label that was typed by hand why it cannot stay."""
    if typed in BULLETS:
        return (
            f"Dấu “{typed}” gõ tay trước “{_short(words)}” khác cách đánh dấu của các mục quanh nó, hoặc đứng sau dấu "
            "mà Word đã đánh. Hãy xóa dấu gõ tay, chỉ giữ dấu đầu dòng của Word."
        )
    return (
        f"Số “{typed}” trước “{_short(words)}” không nối tiếp số của các mục quanh nó, nên không rõ mục này đứng ở "
        "đâu. Hãy sửa số cho nối tiếp, hoặc xóa số và dùng cách đánh số của Word."
    )


def _label_of(value: Mapping[str, Any], name: str) -> str:
    """Give the label with which an item of a draft is printed."""
    printed = lines(plan_from("a/b/2000", value))
    return next((line.label for line in printed if line.item and line.item.id == name and line.label), "")


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"


# What is aligned


def _nodes(value: Mapping[str, Any], places: list[Place]) -> Iterator[ComparedNode]:
    index = {place: number for number, place in enumerate(places)}
    for place in places:
        parent = next((index[place[:n]] for n in range(len(place) - 1, 0, -1) if place[:n] in index), -1)
        fields = dict(_fields(value_at(value, place)))
        words = tuple(comparable(word) for text in fields.values() for word in _WORD.findall(text))
        yield ComparedNode(index[place], _group(place), "", "", "", parent, fields, {}, words=words)


def _group(place: Place) -> str:
    return {"rows": "row", "articles": "article", "appendices": "appendix"}.get(str(place[-2]), "provision")


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what an item itself prints, without what stands below it."""
    for key, value in item.items():
        if key in OWN | ITEMS | WITHIN:
            continue
        if key == "cells":
            texts = (cell.get("text", "") if isinstance(cell, Mapping) else cell or "" for cell in value)
            yield "text", "\n".join(texts)
        elif isinstance(value, str):
            yield ("heading" if key == "title" else key), value


def _beginnings(pairs: list[Pair], before: list[ComparedNode], after: list[ComparedNode]) -> list[Pair]:
    """Let the part that begins as the whole did be that whole: of two halves the first keeps the id.

    Alignment gives it to the longer one.
    """
    for pair in pairs:
        whole = next((p for p in pairs if p.kind == "pair" and _shared(p, pair)), None)
        if whole is None or pair.kind == "pair" or _begins(before[whole.old], after[whole.new]):
            continue
        if _begins(before[pair.old], after[pair.new]):
            swapped = {whole: replace(whole, kind=pair.kind), pair: replace(pair, kind="pair")}
            return _beginnings([swapped.get(p, p) for p in pairs], before, after)
    return pairs


def _shared(whole: Pair, part: Pair) -> bool:
    return whole.old == part.old if part.kind == "split" else whole.new == part.new and part.kind == "merge"


def _begins(old: ComparedNode, new: ComparedNode) -> bool:
    size = min(len(old.words), len(new.words), 4)
    return old.words[:size] == new.words[:size]


def _keyed(before: list[ComparedNode], after: list[ComparedNode]) -> tuple[list[ComparedNode], list[ComparedNode]]:
    """Give the same key to what stands in both in one order with the same words; the rest is aligned by content."""
    old, new = ([(node.group, *node.fields.items()) for node in nodes] for nodes in (before, after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for a, b, size in blocks:
        for step in range(size):
            before[a + step] = replace(before[a + step], key=f"{a + step}")
            after[b + step] = replace(after[b + step], key=f"{a + step}")
    return before, after
