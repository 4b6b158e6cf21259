"""Printed paragraphs and fields as duties are read from them, with the bodies that they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.meaning.cellroles import by_role
from kehoach.meaning.duty import Duty, Value, clipped, in_order
from kehoach.meaning.mentions import Mention
from kehoach.meaning.parties import Party, parties
from kehoach.meaning.persons import named_beside
from kehoach.model.fields import BODIES, BY_KEY
from kehoach.model.frozen import FrozenMap, but
from kehoach.model.plan import Facts, Item
from kehoach.model.printed import Line
from kehoach.wording.latepatterns import late

_ROLES = frozenset(field.key for field in BODIES)


@dataclass(frozen=True)
class Paragraph:
    """A printed paragraph with the mentions in it."""

    line: Line
    mentions: Sequence[Mention]

    @property
    def words(self) -> str:
        """All that is printed behind its label."""
        return self.line.words

    def behind(self, at: int) -> Paragraph:
        """Give what stands behind a place as a paragraph of its own."""
        return self.part(at, len(self.words))

    def part(self, start: int, end: int) -> Paragraph:
        """Give what stands between two places as a paragraph of its own."""
        inside = [m for m in self.mentions if m.start >= start and m.end <= end]
        moved = [but(m, start=m.start - start, end=m.end - start) for m in inside]
        return Paragraph(but(self.line, words=self.line.words[start:end]), moved)


_ASIDE = late(r"\s*(?:\([^()]+\)|\[[^\[\]]+\])\s*[.;]?\s*\Z")
"""A paragraph of brackets alone, which tells of the one before: "(Đơn vị đầu mối: Phòng A; xong trước 30/6)"."""


def with_asides(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Put paragraphs of brackets alone behind the words that they tell who does and when."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        if joined and _ASIDE.match(paragraph.words):
            before = joined[-1]
            by = len(before.words) + 1
            moved = (but(m, start=m.start + by, end=m.end + by) for m in paragraph.mentions)
            line = but(before.line, words=f"{before.words} {paragraph.words}")
            joined[-1] = Paragraph(line, (*before.mentions, *moved))
        else:
            joined.append(paragraph)
    return joined


class PrintedField(NamedTuple):
    """A field as printed: its paragraph, and where in it the words behind the label begin."""

    paragraph: Paragraph
    at: int
    end: int | None = None

    @property
    def words(self) -> str:
        """The words behind the label; where ideas stand below it, theirs."""
        own = self.paragraph.words[self.at : self.end].strip()
        field = self.paragraph.line.field
        return own or "\n".join(f"{idea.heading} {idea.text}".strip() for idea in (field.items if field else ()))

    def by_role(self, kind: str) -> Mapping[str, tuple[Party, ...]]:
        """The bodies that the words behind the label list, by role: the label's ``kind`` unless they say another."""
        text = self.paragraph.words[self.at : self.end]
        parties_by_role: dict[str, tuple[Party, ...]] = {}
        for role, start, end in by_role(text, kind):
            part = self.paragraph.part(self.at + start, self.at + end)
            named = named_beside(part.words, parties(part.words, part.mentions))
            parties_by_role[role] = (*parties_by_role.get(role, ()), *named)
        return parties_by_role


class PrintedFields(dict[str, PrintedField]):
    """The printed fields of a duty, by kind."""

    def bodies(self, kind: str) -> tuple[Party, ...]:
        """Give the bodies of a role that the fields list, those of the field of its name first."""
        fields = sorted((one for one in self.items() if one[0] in _ROLES), key=lambda one: one[0] != kind)
        return tuple(dict.fromkeys(p for key, field in fields for p in field.by_role(key).get(kind, ())))

    def words(self, kind: str) -> str:
        """Give the words of a field, empty where there is none."""
        return self[kind].words if kind in self else ""


def read_fields(fields: PrintedFields, **bodies: tuple[Party, ...]) -> FrozenMap[Value]:
    """Give what printed fields say; of some the bodies are known better, from the prose around."""
    values = {
        key: Value(fields.words(key), fields.bodies(key) if key in _ROLES else ())
        for key in BY_KEY
        if key in fields or (key in _ROLES and fields.bodies(key))
    }
    values.update({key: Value(fields.words(key), parties) for key, parties in bodies.items()})
    return in_order(values)


@dataclass(frozen=True)
class Around:
    """What the headings above say: whose duties these are, with whom, whether as a request, in a section of tasks.

    ``assigning`` tells that the section says who does what: "Tổ chức thực hiện"; ``carried`` that the holders are those
    whom the paragraph before, and no heading, names; ``aims`` that it says what is to be reached: "Mục tiêu";
    ``telling`` that it tells how things are, or whom they concern: "Tình hình thiệt hại", "Đối tượng thi đua";
    ``joined`` that the holders lead, each work with those who open it: "Chủ trì, phối hợp với:".
    """

    holders: tuple[Party, ...] = ()
    partners: tuple[Party, ...] = ()
    request: bool = False
    tasks: bool = False
    assigning: bool = False
    carried: bool = False
    aims: bool = False
    telling: bool = False
    joined: bool = False


NOWHERE = Around()
"""No heading stands above."""


def title_of(item: Item | None, text: str = "") -> str:
    """Name a duty by its text, else by the heading of its item."""
    return clipped(text or (item.heading if item else ""))


def overruled(duty: Duty, facts: Facts) -> Duty:
    """Let the bodies noted on an item stand instead of those read."""
    if not facts.bodies:
        return duty

    def noted(ids: tuple[str, ...], read: tuple[Party, ...]) -> tuple[Party, ...]:
        if len(ids) == len(read):
            return tuple(Party(party.words, unit) for party, unit in zip(read, ids, strict=True))
        return tuple(next((p for p in read if p.unit == i), Party("", i)) for i in ids) or read

    noted_bodies = {key: noted(ids, duty.bodies(key)) for key, ids in facts.bodies.items()}
    values = {
        key: Value(duty.words(key), noted_bodies.get(key, duty.bodies(key))) for key in (*duty.fields, *noted_bodies)
    }
    return but(duty, fields=in_order(values))
