"""Differences of meaning as clauses of a sentence, in printed words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.phrases import shortened

MOST = 400
"""Most characters of a sentence that is read aloud in one go; further differences take another one."""
_QUOTE = 110
_WRITTEN = {"time": "ghi ", "citation": "dẫn "}


def quoted(words: str, most: int = _QUOTE) -> str:
    """Quote printed words, cut where they can end; words that hold quotes stand without."""
    cut = shortened(" ".join(words.split()), most)
    if cut.count("“") > cut.count("”"):
        cut = f"{cut.removesuffix(' …')} …”" if not cut.endswith("”") else cut
    whole = cut.replace("”", "“").count("“") == 0 and '"' not in cut
    return f"“{cut}”" if whole else cut


def clause_of(difference: Difference) -> str:
    """Say one difference: what changed into what, what was left out or what was put in."""
    kind, old, new = difference.kind, difference.old, difference.new
    name = NAMES[kind]
    if kind == "sentence":
        return f"bỏ câu {quoted(old)}" if old else f"thêm câu {quoted(new)}"
    if kind == "moved":
        return (
            f"câu {quoted(old)} chuyển sang {difference.about}"
            if old
            else f"nhận câu {quoted(new)} từ {difference.about}"
        )
    if kind == "order":
        before, now = (f"sau {quoted(words)}" if words else "đầu mục" for words in (old, new))
        return f"câu {quoted(difference.about)} trước đứng {before}, nay đứng {now}, có thể đổi nơi phải làm"
    if kind == "unread":
        return f"{name}: {quoted(old)} thành {quoted(new)}" if old and new else f"{name}: {quoted(old or new)}"
    if kind == "heir":
        return f"{difference.about} đổi từ {quoted(old)} sang {quoted(new)} theo sắp xếp tổ chức"
    if kind == "citation":
        return _citation(old, new)
    if old and new:
        return f"{name} đổi từ {quoted(old)} sang {quoted(new)}"
    written = _WRITTEN.get(kind, "")
    return f"không còn {written}{name} {quoted(old)}" if old else f"{written or ''}thêm {name} {quoted(new)}"


def _citation(old: str, new: str) -> str:
    if old and new:
        return f"dẫn {new} thay {old}"
    return f"không còn dẫn {old}" if old else f"thêm dẫn {new}"


def clauses(differences: Iterable[Difference]) -> list[str]:
    """Say differences, what concerns people most first, each once."""
    order = list(NAMES)
    ranked = sorted(differences, key=lambda difference: order.index(difference.kind))
    return list(dict.fromkeys(clause_of(difference) for difference in ranked))


def sentences(subject: str, parts: Sequence[str], place: str) -> Iterator[str]:
    """Put clauses about one subject into sentences that can be read aloud."""
    group: list[str] = []
    for clause in parts:
        if group and len(subject) + len(place) + sum(map(len, group)) + len(clause) + 2 * len(group) > MOST:
            yield f"{subject}: {'; '.join(group)} ({place})."
            group = []
        group.append(clause)
    if group:
        yield f"{subject}: {'; '.join(group)} ({place})."


def _in_merger(difference: Difference) -> str:
    return clause_of(difference) if difference.new else f"bỏ {quoted(difference.old)}"


def merged(parts: Iterable[tuple[str, Iterable[Difference]]], into: str, place: str) -> Iterator[str]:
    """Say which provisions became one, each with what of it was dropped or is another thing now."""
    mergers = [", ".join((name, *(_in_merger(d) for d in differences if d.old))) for name, differences in parts]
    yield from sentences(f"Gộp vào {into}", mergers, place)
