"""Names that share one noun: "các Sở: Nội vụ, Tài chính, Tư pháp" names three bodies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kehoach.meaning.bodyextent import Extent
from kehoach.meaning.bodynouns import ELIDED, FIRMS_TOLD
from kehoach.meaning.lexicon import DEPARTMENTS, NOUNS


class Shared(NamedTuple):
    """One of several names that share a noun: its slice, its whole words, and whether it is certain."""

    start: int
    end: int
    words: str
    sure: bool


class SharedNouns(Extent):
    """A text in which names that share a noun are measured; methods take numbers of tokens."""

    def _elided(self, start: int) -> list[Shared]:
        """ "Các Sở: Nội vụ, Tài chính, Tư pháp" names three bodies."""
        firms = FIRMS_TOLD.match(self.text, start)
        match = firms or ELIDED.match(self.text, start)
        if not match:
            return []
        head, at = match["head"].capitalize(), self._after(match.start("names"))
        parts: list[tuple[int, int, bool]] = []
        own: set[int] = set()
        while self._is_capital(at):
            may_be_own = not firms or head.lower().startswith(self._word(at))
            if may_be_own and self._is_head(at) and not self._is_of_ministry(head, at):
                kind, end = self._body(at) if self._word(self._after(match.start("names")) - 1) == ":" else ("", at)
                if end == at or kind != "named":
                    break
                own.add(at)
                certain, self.sure = self.sure, True
            else:
                end, certain = self._shared(at)
                end = self._capitals(end) if firms else end
            joined = self._word(at - 1) == "và" and bool(parts)
            if joined and not (certain and parts[-1][2]):
                parts[-1], certain = (*parts[-1][:2], False), False
            parts.append((at, end, certain or not joined))
            if self._word(end) not in (",", ";", "và"):
                break
            at = end + (2 if self._word(end) in (",", ";") and self._word(end + 1) == "và" else 1)
        if len(parts) < 2 or len(own) == len(parts):
            return []
        return [self._sharing("" if part[0] in own else head, start, parts, i) for i, part in enumerate(parts)]

    def _is_of_ministry(self, head: str, at: int) -> bool:
        """Whether what elsewhere is a body of its own is a ministry's name here: "các Bộ: Công an, Tài chính"."""
        police = (self._word(at), self._word(at + 1)) == ("công", "an")
        return head == "Bộ" and police and self._word(at + 2) in (",", "và", ";")

    def _shared(self, at: int) -> tuple[int, bool]:
        """Go over one of several names that share a noun; also whether it is a name that is known."""
        if self._is_of_ministry("Bộ", at):
            return at + 2, True
        if length := DEPARTMENTS.longest(self.words, at)[0]:
            return at + length, True
        end = self._component(at)
        while not self._is_verb(end) and (noun := NOUNS.longest(self.words, end)[0]):
            end += noun
        run = end
        while self._is_small(run) and not self._is_end(run) and run < end + 3:
            run += 1
        if run > end and self._word(run) in (",", ";", ":") and self._word(at - 1) in (":", ","):
            return run, False  # "các Vụ: Công nghiệp nặng, Công nghiệp nhẹ"
        return end, False

    def _sharing(self, head: str, start: int, parts: Sequence[tuple[int, int, bool]], index: int) -> Shared:
        at, end, sure = parts[index]
        place, stop = self.words[at].start, self.words[end - 1].end
        words = " ".join(self.text[place:stop].split())
        return Shared(place if index else start, stop, f"{head} {words}".strip(), sure)
