"""What a person should look at after an import, in Vietnamese, with the lines of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as value
from typing import Any

from kehoach.importing.model import Note, Removed
from kehoach.importing.wordcheck import WordsKept

_MOST = 200


@dataclass(frozen=True)
class ImportReport:
    """The figure of words kept, what was taken out, what was read of the meaning, and every doubt."""

    words: WordsKept
    removed: tuple[Removed, ...]
    doubts: tuple[Note, ...]
    items: int
    fields: int
    understood: tuple[str, ...] = ()
    recognised: Mapping[str, str] = value(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """Give the whole report as plain values, for a program."""
        return {
            "words": {"kept": self.words.kept, "total": self.words.total, "added": self.words.added},
            "lost": [{"line": line, "word": word} for line, word in self.words.lost],
            "items": self.items,
            "fields": self.fields,
            "recognised": dict(self.recognised),
            "understood": list(self.understood),
            "removed": [{"line": part.line, "text": part.text, "reason": part.reason} for part in self.removed],
            "doubts": [{"line": note.line, "message": note.message} for note in self.doubts],
        }

    def text(self) -> str:
        """Write the report as plain text."""
        out = [
            "BÁO CÁO NHẬP VĂN BẢN",
            "",
            f"Số từ giữ được: {self.words.kept}/{self.words.total} ({_percent(self.words.share)}).",
            f"Số mục: {self.items}.",
        ]
        if self.words.added:
            out.append(
                f"Số từ bản nháp in thêm (nhãn của bảng lặp lại ở từng nhiệm vụ, chỗ cần điền): {self.words.added}."
            )
        if self.recognised:
            out += ["", "Đã nhận ra:", *(f"  {name}: {value}" for name, value in self.recognised.items())]
        out += self.understood
        out += ["", *_lost(self.words.lost)]
        out += [f"Đã bỏ vì không phải nội dung: {len(self.removed)} chỗ."]
        out += [f"  {_at(part.line, 'ngoài lời văn')}: “{part.text}”: {part.reason}" for part in self.removed[:_MOST]]
        out += ["", f"Chỗ cần xem lại: {len(self.doubts)}."]
        out += [f"  {_at(note.line)}: {note.message}" for note in self.doubts[:_MOST]]
        if len(self.doubts) > _MOST:
            out.append(f"  … và {len(self.doubts) - _MOST} chỗ nữa.")
        return "\n".join(out) + "\n"


def merged(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Sort notes by line, the same message of many lines once with their number."""
    counts = Counter(note.message for note in notes)
    messages: set[str] = set()
    out: list[Note] = []
    for note in sorted(notes, key=lambda note: note.line):
        if counts[note.message] <= 3:
            out.append(note)
        elif note.message not in messages:
            messages.add(note.message)
            out.append(Note(note.line, f"{note.message} (cùng loại: {counts[note.message]} chỗ)"))
    return tuple(out)


def _lost(lost: Sequence[tuple[int, str]]) -> list[str]:
    if not lost:
        return []
    lost_words = ", ".join(f"“{word}” (dòng {line})" for line, word in lost[:_MOST])
    return [f"TỪ BỊ MẤT: {len(lost)}: {lost_words}", ""]


def _at(line: int, nowhere: str = "cả văn bản") -> str:
    return f"dòng {line}" if line else nowhere


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".replace(".", ",").removesuffix(",00") + " %"
