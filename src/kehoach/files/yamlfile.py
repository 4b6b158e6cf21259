"""Safe reading of a YAML file: plain values with their lines, or problems, never an exception.

PyYAML's loaders accept aliases, tags, duplicate keys and silent type changes, and its composer dies on deep nesting;
so the parser's events are read one by one under limits and only plain values come out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from kehoach.files import yamltext
from kehoach.files.problems import Problem
from kehoach.files.yamldiagnosis import diagnose
from kehoach.files.yamlvalues import Stop, Values
from kehoach.machine.usererror import UserError
from kehoach.model.place import Place, dotted

_ANY_SCALE = 1_000
"""For what was found to be within its limits."""


@dataclass
class Loaded:
    """A file's plain value, the 1-based line of every place in it, what was wrong, and its text.

    ``warnings`` are of what was read all the same.
    """

    file: str
    value: Any = field(default_factory=lambda: None)
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    text: str = field(default_factory=str, repr=False)

    @classmethod
    def sound(cls, file: str, sha256: str, read: Callable[[], bytes]) -> Loaded:
        """Take a file in which nothing was wrong before; it is read again when its text, a value or line is asked for.

        Asking raises UserError where the file has another SHA-256 by then.
        """
        loaded = cls.__new__(cls)
        loaded.file, loaded.problems, loaded.warnings = file, [], []
        loaded.__dict__.update(sha256=sha256, read_again=read)
        return loaded

    def __getattr__(self, name: str) -> Any:
        """Read what ``sound`` left to be read."""
        if name not in ("text", "value", "lines"):
            raise AttributeError(name)
        data = self.__dict__["read_again"]()
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise UserError(f"{self.file} vừa đổi trong lúc chương trình đang đọc; hãy chạy lại.")
        again = parse(data, self.file, _ANY_SCALE)
        self.text, self.value, self.lines = again.text, again.value, again.lines
        return getattr(self, name)

    def let_go(self) -> None:
        """Let go of what can be read again."""
        if "read_again" in self.__dict__:
            for name in ("text", "value", "lines"):
                self.__dict__.pop(name, None)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the file's bytes, of its text where the bytes were mended."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def line(self, place: Place) -> int:
        """Find the line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, code: str, place: Place, message: str, label_path: str = "") -> Problem:
        """Make a problem located at a place of this file; ``label_path`` is the place as printed."""
        return Problem(code, self.file, self.line(place), dotted(place), message, label_path)


def parse(data: bytes, file: str, scale: int = 1) -> Loaded:
    """Read the bytes of one YAML file; ``file`` is the name that problems carry.

    ``scale`` is how many times the usual limits of length and values hold.
    """
    loaded = Loaded(file)
    text = _decode(data, loaded, scale)
    if text is None:
        return loaded
    loaded.text = text
    values = Values(file, yamltext.MAX_VALUES * scale)
    loaded.lines, loaded.problems = values.lines, values.problems
    try:
        values.read(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        _explain(loaded, mark.line + 1 if mark else 1)
    except Stop:
        pass
    if not loaded.problems and values.value is None:
        loaded.problems.append(Problem("KH111", file, 1, "", "Tệp không có nội dung."))
    loaded.value = None if loaded.problems else values.value
    return loaded


def _explain(loaded: Loaded, line: int) -> None:
    """Say what the parser stumbled over; what it found behind the slip comes from reading on in the wrong way."""
    slip = diagnose(loaded.text, line)
    at, message = (slip.line, slip.message) if slip else (line, "Không đọc được cấu trúc YAML từ dòng này.")
    loaded.problems[:] = [problem for problem in loaded.problems if problem.line < at]
    loaded.problems.append(Problem("KH107", loaded.file, at, "", message))


def _decode(data: bytes, loaded: Loaded, scale: int) -> str | None:
    try:
        text = yamltext.decode(data, scale)
    except yamltext.Undecodable as error:
        code, line, message = error.args
        loaded.problems.append(Problem(code, loaded.file, line, "", message))
        return None
    for code, line, message in islice(yamltext.faults(text), yamltext.MAX_PROBLEMS):
        loaded.problems.append(Problem(code, loaded.file, line, "", message))
    for code, message in yamltext.slips(data):
        loaded.warnings.append(Problem(code, loaded.file, 1, "", message))
    return None if loaded.problems else text
