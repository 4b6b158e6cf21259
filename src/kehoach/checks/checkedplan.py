"""A plan as the rules see it, and the problems they find in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kehoach.drafting.reviewmarks import marks_by_place
from kehoach.files.problems import Problem
from kehoach.files.repository import SourceText
from kehoach.files.yamlfile import Loaded
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.place import Place
from kehoach.model.plan import Plan
from kehoach.model.printed import Line, by_name


@dataclass(frozen=True)
class CheckedPlan:
    """A linked plan with its file, its source and all that is around it."""

    linked: LinkedPlan
    loaded: Loaded
    source: SourceText | None
    fabric: Fabric

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.linked.plan

    @cached_property
    def names(self) -> Mapping[str, list[Line]]:
        """The plan's lines by every name that an ``at`` can use."""
        return by_name(self.linked.lines)

    def problem(self, code: str, place: Place, message: str) -> Problem:
        """Make a problem at a place of the plan's file."""
        return self.loaded.problem(code, place, message)

    def at_line(self, code: str, line: Line, message: str) -> Problem:
        """Make a problem at a printed line."""
        return self.loaded.problem(code, line.place, message, line.path)

    @cached_property
    def marks(self) -> Mapping[Place, tuple[str, ...]]:
        """What is still to be looked at in a draft, by place of its file, in small letters."""
        return marks_by_place(self.loaded.text, self.loaded.value)

    def is_marked(self, line: Line, words: str) -> bool:
        """Whether a mark at a printed line speaks of words: it says what is to be done, a problem need not say it."""
        marks = (*self.marks.get(line.place, ()), *self.marks.get(line.place[:-1], ()))
        return any(words.lower() in mark for mark in marks)

    def excused(self, line: Line, words: str) -> bool:
        """Whether the plan records words of a line as a slip kept verbatim."""
        names = {line.path, line.item.id if line.item else ""} - {""}
        return any(sic.at in names and (sic.text in words or words in sic.text) for sic in self.plan.sic)
