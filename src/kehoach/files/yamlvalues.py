"""Plain values of a YAML text with the line of each: nothing is guessed, repeated or lost unsaid."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kehoach.files import yamltext
from kehoach.files.problems import Problem
from kehoach.files.yamlrows import in_curly_quotes
from kehoach.files.yamltext import AMBIGUOUS, CAN_BE_AMBIGUOUS, impossible
from kehoach.model.place import Place, dotted
from kehoach.wording.hiddenletters import HIDDEN, visible

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fastest of PyYAML's loaders that there is; only its events are read, never its values."""

_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
_FIRST_OF_AN_ITEM = ("id", "heading", "text")
_ONE_LINE = ("heading", "title", "subtitle", "id", "number", "symbol", "printed", "place", "name", "role")
"""Keys whose words never go on below: what stands there belongs to another key, whose line is gone."""


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class Stop(Exception):
    """Reading cannot go on; the problem is recorded already."""


@dataclass
class _Open:
    """A mapping or sequence that is being read."""

    value: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None


class Values:
    """Plain values built from parser events, in one pass and without recursion: the line of each, and what is wrong.

    Of a text in which `yamltext.faults` finds nothing: only an escape can bring in what that looks for.
    """

    def __init__(self, file: str, most: int) -> None:
        self.file = file
        self.most = most
        self.value: Any = None
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.documents = 0
        self.remarked: set[int] = set()
        self.printed: list[str] = []

    def read(self, text: str) -> None:
        """Read a text; raises ``Stop`` or the parser's error where no more can be read."""
        self.remarked = {number for number, line in enumerate(text.split("\n"), 1) if " #" in line}
        self.printed = text.split("\n") if self.remarked else []
        events: Iterator[Event] = yaml.parse(text, Loader=LOADER)
        for event in events:
            self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, AliasEvent):
            self._fail("KH108", event, f"Bí danh *{visible(event.anchor or '')} không được phép.")
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1 or event.version or event.tags:
                why = (
                    "Dòng --- chia tệp thành hai tài liệu, mỗi tệp chỉ có một. Xóa dòng này."
                    if self.documents > 1
                    else "Tệp không có chỉ thị % ở đầu; xóa dòng ấy."
                )
                self._fail("KH108", event, why)

    def _refuse_extras(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor:
            self._fail("KH108", event, f"Neo &{visible(event.anchor)} không được phép.")
        if event.tag:
            self._fail("KH108", event, f"Thẻ {visible(event.tag)} không được phép.")

    def _fail(self, code: str, event: Event, message: str) -> None:
        self._report(code, event, message)
        raise Stop

    def _report(self, code: str, event: Event, message: str) -> None:
        place = self._place()
        self.problems.append(Problem(code, self.file, _line(event), dotted(place), message))
        if len(self.problems) >= yamltext.MAX_PROBLEMS:
            raise Stop

    def _place(self) -> Place:
        if not self.stack:
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            return (*top.place, len(top.value))
        return (*top.place, top.key) if top.key is not None else top.place

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            self._fail("KH107", event, "Khóa phải là chữ, không thể là danh sách hay bảng.")
        if len(self.stack) >= yamltext.MAX_DEPTH:
            self._fail("KH106", event, f"Lồng quá {yamltext.MAX_DEPTH} cấp.")
        place = self._place()
        value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        self._put(value, event)
        self.stack.append(_Open(value, place))

    def _scalar(self, event: ScalarEvent) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            self._key(top, event)
        else:
            self._see_losses(event)
            self._put(self._plain(event) if event.implicit[0] else self._text(event), event)

    def _see_losses(self, event: ScalarEvent) -> None:
        """Report words that the parser takes for something else, so that they would be lost or misplaced unsaid."""
        start, end = event.start_mark, event.end_mark
        if event.style in (None, "") and event.implicit[0] and start and end:
            key = self.stack[-1].key if self.stack and end.line > start.line else None
            if key in _ONE_LINE:
                self._report(
                    "KH114",
                    event,
                    f"Đoạn văn từ dòng {start.line + 2} không có khóa nên bị nối vào {key}. Thêm dòng “text: >-” trên "
                    f"đoạn, thẳng cột với {key}.",
                )
            if in_curly_quotes(event.value):
                self._report("KH115", event, f"Giá trị đặt trong dấu nháy cong: {visible(event.value[:60])}.")
        if end and end.line + 1 in self.remarked and event.style not in ("|", ">"):
            rest = self.printed[end.line][end.column :]
            if (remark := rest.strip()).startswith("#") and (" " in event.value or remark[1:2].strip()):
                self._report(
                    "KH116", event, f"“{visible(remark[:60])}” đứng sau dấu # nên máy coi là ghi chú và bị mất khi in."
                )

    def _key(self, top: _Open, event: ScalarEvent) -> None:
        assert isinstance(top.value, dict)
        key = event.value
        if event.style == '"':
            self._see(event, "Khóa")
        if (event.implicit[0] and AMBIGUOUS.match(key)) or key == "<<":
            self._report("KH110", event, f"Khóa {key!r} dễ bị hiểu thành kiểu khác.")
        if key in top.value:
            self._report("KH109", event, self._twice(top, key))
        top.key = key
        self.lines.setdefault((*top.place, key), _line(event))

    def _twice(self, top: _Open, key: str) -> str:
        first = self.lines[(*top.place, key)]
        message = f"Khóa {key} ghi hai lần trong một mục, lần đầu ở dòng {first}."
        if key in _FIRST_OF_AN_ITEM and top.place and isinstance(top.place[-1], int):
            message += f" Nếu đây là một mục khác thì đầu mục thiếu dòng “- id: …”, hoặc “- ” trước {key}."
        return message

    def _put(self, value: Any, event: Event) -> None:
        if len(self.lines) > self.most:
            self._fail("KH106", event, f"Tệp có hơn {self.most} giá trị.")
        if not self.stack:
            self.value = value
            self.lines[()] = _line(event)
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            self.lines[(*top.place, len(top.value))] = _line(event)
            top.value.append(value)
        else:
            assert top.key is not None
            top.value[top.key] = value
            top.key = None

    def _plain(self, event: ScalarEvent) -> Any:
        raw: str = event.value
        if not raw:
            return None
        if raw[0] not in CAN_BE_AMBIGUOUS:
            return self._text(event)
        if raw == "null":
            return None
        if raw in ("true", "false"):
            return raw == "true"
        if _INT.match(raw):
            return int(raw)
        if _DECIMAL.match(raw):
            return float(raw)
        if why := impossible(raw) if AMBIGUOUS.match(raw) else "":
            # The quotes that it lacks as well would make it no better day.
            self._report("KH206", event, f"“{raw}” không có trong lịch: {why}. Ngày thật cũng đặt trong dấu nháy.")
        elif AMBIGUOUS.match(raw):
            self._report(
                "KH110",
                event,
                f"Giá trị {raw} không có dấu nháy; phần mềm khác có thể đọc thành số, ngày hoặc đúng/sai. "
                f'Viết lại: {self._head()}"{raw}"',
            )
        return self._text(event)

    def _head(self) -> str:
        """Give what stands before a value in its line: its key, or the dash of an entry."""
        key = self._place()[-1] if self._place() else ""
        return f"{key}: " if isinstance(key, str) else "- "

    def _text(self, event: ScalarEvent) -> str:
        text: str = event.value
        if text != text.strip() and event.style in (">", "|") and text.rstrip("\n") == text.strip():
            self._report("KH112", event, f"Giá trị kết thúc bằng xuống dòng. Đổi dấu sau khóa: {self._head()}>-")
        elif text != text.strip():
            self._report("KH112", event, "Giá trị mở đầu hoặc kết thúc bằng khoảng trắng.")
        elif "  " in text or " \n" in text or "\n " in text or "\n\n" in text or "\t" in text:
            self._report("KH112", event, "Giá trị có hai khoảng trắng liền nhau, phím Tab hoặc dòng trống.")
        if event.style == '"' and not self._see(event, "Giá trị") and not unicodedata.is_normalized("NFC", text):
            self._report("KH105", event, "Giá trị có chữ tổ hợp.")
        return text

    def _see(self, event: ScalarEvent, subject: str) -> bool:
        """Report what cannot be seen: escapes in double quotes bring in what the text of the file does not show."""
        hidden = HIDDEN.search(event.value)
        if hidden:
            self._report("KH103", event, f"{subject} có ký tự ẩn U+{ord(hidden[0]):04X}.")
        return bool(hidden)
