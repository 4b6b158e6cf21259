"""A paragraph of prose with all that is asked of it: whose duty it is, with whom, when, in which case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kehoach.meaning import fronts
from kehoach.meaning.actors import Actors, read_actors
from kehoach.meaning.clausedoers import ordered
from kehoach.meaning.entrusted import entrusted
from kehoach.meaning.headedwork import only_places
from kehoach.meaning.inlinefields import inline_fields, leading_within
from kehoach.meaning.linetimes import field_times, part_times
from kehoach.meaning.noduties import directs_from, is_reached, opens_with_another
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.orders import may_act
from kehoach.meaning.paragraphs import NOWHERE, Around, Paragraph, PrintedField, PrintedFields
from kehoach.meaning.parties import Party, doing, first_acting, holder_prefix, shared_condition
from kehoach.meaning.persons import in_charge
from kehoach.meaning.reportorders import ReportOrder, find_order
from kehoach.meaning.targets import read_targets
from kehoach.meaning.timegate import limited_as
from kehoach.meaning.timegrammar import prose_times
from kehoach.meaning.times import PrintedDeadline, Time, in_order, moved
from kehoach.meaning.toldgroups import obliged
from kehoach.meaning.wholenames import before_colon
from kehoach.model.frozen import but
from kehoach.model.plan import Facts, Item

_NOTHING_NOTED = Facts()
_SIGNS = ".;:,/)”"
_HEADING = 12
"""Most words of a line that is a heading though no label says so."""


@dataclass(frozen=True)
class Prose:
    """A paragraph of a plan's year with all that is asked of it; ``item`` is None for closing words.

    ``around`` is what the headings above say, ``actors_read`` its actors where they were read before, ``whole`` of
    what longer paragraph it is a part and where that begins.
    """

    paragraph: Paragraph
    year: int
    item: Item | None = None
    around: Around = NOWHERE
    actors_read: Actors | None = None
    whole: tuple[str, int] | None = None

    @property
    def text(self) -> str:
        """The words."""
        return self.paragraph.words

    @property
    def facts(self) -> Facts:
        """What a person noted on the item."""
        return self.item.facts if self.item else _NOTHING_NOTED

    @cached_property
    def actors(self) -> Actors:
        """Who does what by the words."""
        return self.actors_read or read_actors(self.text, self.paragraph.mentions)

    @cached_property
    def doing(self) -> tuple[tuple[Party, ...], int]:
        """Whose duty the first sentence is, and where their verb begins."""
        if self.actors_read is None and not may_act(self.text, self.paragraph.mentions):
            return (), holder_prefix(self.text)
        found, verb = ordered(self.text, self.actors)
        if not self.around.assigning and self.text[:verb].rstrip().endswith(":") and only_places(found):
            return (), holder_prefix(self.text)  # "Xã Tân Tiến: lấy mẫu tại một vị trí" says where
        directed = found and self.around.holders and directs_from(self.text)
        if self.around.joined or (directed and self.text.startswith(found[0].words, directed)):
            return (), verb  # "Căn cứ Kế hoạch này, chỉ đạo các trường rà soát" is work of those above
        return found, verb

    @cached_property
    def helping(self) -> tuple[Party, ...]:
        """Those who open it below a line that says who leads and no more: they do it with him."""
        return doing(self.text, self.actors)[0] if self.around.joined else ()

    @cached_property
    def condition(self) -> str:
        """The words of the condition under which those have it to do whom the text names."""
        return shared_condition(first_acting(self.text, self.actors)) if self.doing[0] else ""

    @cached_property
    def within(self) -> PrintedFields:
        """The fields that the sentence names after its beginning."""
        spans = inline_fields(self.text)
        return PrintedFields({kind: PrintedField(self.paragraph, *span) for kind, span in spans.items()})

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The bodies that a field within, or brackets, say to lead."""
        return self.within.bodies("lead") or leading_within(self.text, self.paragraph.mentions)

    @cached_property
    def implementers(self) -> tuple[Party, ...]:
        """The bodies that a field within says to do it."""
        return self.within.bodies("implementers")

    @cached_property
    def lead(self) -> tuple[Party, ...]:
        """Whose duty it is; where no word of the paragraph says so, those of the heading above.

        Whom a field says to do it are not told a second time.
        """
        implementers = set(self.implementers)
        doers, given = (() if set(who) <= implementers else who for who in (self.doing[0], self.entrusted))
        return doers or self.told or self.named or given or (() if implementers else self.below)

    @cached_property
    def told(self) -> tuple[Party, ...]:
        """The office or the person that stands before a colon with a verb behind, else who is in charge or bound."""
        named = before_colon(self.text, self.paragraph.mentions, self.around.assigning)
        return named or in_charge(self.text) or obliged(self.text)

    @cached_property
    def below(self) -> tuple[Party, ...]:
        """Those of the heading above; none where the words open with another body, be it read to its end or not."""
        if not self.around.holders or (self.around.carried and not self._goes_on):
            return ()
        others = not self.helping and opens_with_another(self.text, self.paragraph.mentions)
        return () if others else self.around.holders

    @cached_property
    def _goes_on(self) -> bool:
        """Whether words can go on with the work of who was named before: a verb opens them, and they end in a sign.

        "Định kỳ cuối năm học, nhà trường …" opens with a time, "Tổ chức Đoàn Thanh niên" is a heading of its own.
        """
        if not opens_verb(self.text.lower(), alone=True) or ("," in self.text and fronts.FRONTED.match(self.text)):
            return False
        if any(party.words.lower() in self.text.lower() for party in self.around.holders):
            return False  # what is done to them is others' work
        return self.text.rstrip()[-1:] in _SIGNS or len(self.text.split()) > _HEADING

    @property
    def around_next(self) -> Around:
        """What holds for the next paragraph of the item: it goes on with the work of who was named in this one."""
        doers = self.doing[0]
        if self.around.carried and not doers and not self._goes_on:
            return but(self.around, holders=(), partners=())
        if not doers or doers == self.around.holders:
            return self.around
        return but(self.around, holders=() if self.condition else doers, partners=(), carried=True)

    @cached_property
    def entrusted(self) -> tuple[Party, ...]:
        """The bodies by whom a thing is said to be done: "… do Chủ tịch UBND cấp xã đảm nhiệm"."""
        return entrusted(self.text, self.actors)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """What it says of time; a field of time within it is all words of time."""
        times = part_times(self.text, *self.whole, self.year) if self.whole else prose_times(self.text, self.year)
        printed = self.within.get("schedule")
        if printed is None:
            return times
        end = len(self.text) if printed.end is None else printed.end
        time_by_start = {value.start: value for value in times}
        within = moved(field_times("", self.text[printed.at : end], self.year), printed.at).values
        own = (limited_as(value, time_by_start.get(value.start)) for value in within)
        return in_order((*own, *(v for v in times if not printed.at <= v.start < end)))

    @cached_property
    def is_aim(self) -> bool:
        """Whether it says, among aims, what figures are reached by when: each of its days is a figure's."""
        if not self.around.aims or is_reached(self.text):
            return self.around.aims
        days = {day for value in self.times if isinstance(value, PrintedDeadline) for day in value.dates}
        return days <= {target.by for target in read_targets(self.text, self.year)}

    @cached_property
    def order(self) -> ReportOrder | None:
        """The periodic report that it orders."""
        return find_order(self.text, self.times, self.paragraph.mentions, self.facts.report, self.condition)
