"""A duty as a frozen value: what is to be done, and what its fields say of who, when, where and with what result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.meaning.mentions import Party
from kehoach.meaning.times import Time
from kehoach.model.fields import BODIES, FIELDS, TEXTS
from kehoach.model.frozen import NOTHING, FrozenMap
from kehoach.model.plan import Report


@dataclass(frozen=True)
class Value:
    """What a field of a duty says: its printed words and the bodies that they, or the prose, name."""

    words: str = ""
    bodies: tuple[Party, ...] = ()


_SILENT = Value()
_CONDITION = "Điều kiện"


@dataclass(frozen=True)
class Duty:
    """One duty of a plan.

    ``id`` is permanent: plan id, ``#``, item id, and a suffix for a second duty of the same item.
    ``fields`` are its values by the keys of ``model.fields``. ``due_text`` and ``report_to`` are printed words;
    ``report`` is typed. ``times`` is all that its own words say of time, of a report's sentence only the report's.
    ``condition`` are the printed words under which alone those who act have it to do, empty where there are none.
    """

    id: str
    plan_id: str
    kind: str
    path: str
    anchor: str
    title: str
    text: str
    fields: FrozenMap[Value] = NOTHING
    report: Report | None = None
    due_text: str = ""
    report_to: str = ""
    times: tuple[Time, ...] = ()
    condition: str = ""

    def bodies(self, key: str) -> tuple[Party, ...]:
        """Give the bodies that a field names."""
        return self.fields.get(key, _SILENT).bodies

    def words(self, key: str) -> str:
        """Give the printed words of a field, empty where it has none or is read from the prose."""
        return self.fields.get(key, _SILENT).words

    @property
    def lead(self) -> tuple[Party, ...]:
        """Who leads."""
        return self.bodies("lead")

    @property
    def implementers(self) -> tuple[Party, ...]:
        """Who does it, beside who leads."""
        return self.bodies("implementers")

    @property
    def partners(self) -> tuple[Party, ...]:
        """Who helps."""
        return self.bodies("partners")

    @property
    def doers(self) -> tuple[Party, ...]:
        """Whom the duty falls to: those who lead, then those who do it."""
        return tuple(party for field in BODIES if field.acts for party in self.bodies(field.key))

    @property
    def named(self) -> tuple[Party, ...]:
        """All bodies that its fields name."""
        return tuple(party for field in BODIES for party in self.bodies(field.key))

    @property
    def schedule_text(self) -> str:
        """The printed words of its time, without the full stop."""
        return self.words("schedule").rstrip(". ")

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Its fields that are words alone (result, method …), and its condition: a name and what is printed."""
        own = tuple((field.name, self.words(field.key)) for field in TEXTS if self.words(field.key))
        return ((_CONDITION, self.condition), *own) if self.condition else own


def in_order(values: Mapping[str, Value]) -> FrozenMap[Value]:
    """Put values in the order of the table of fields, without those that say nothing."""
    if not values:
        return NOTHING
    return FrozenMap(tuple((f.key, values[f.key]) for f in FIELDS if values.get(f.key, _SILENT) != _SILENT))


def clipped(text: str) -> str:
    """Cut a text to the length of a title, between words."""
    words = text.rstrip(" .,:;/")
    return words if len(words) <= 140 else words[:140].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
