"""The roles of bodies in one sentence whose bodies are taken out: its patterns, one after the other."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from kehoach.meaning import actorpatterns as patterns
from kehoach.meaning import fronts, verbpatterns, workpatterns
from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.bodynouns import ACTIVITY, NAMING
from kehoach.meaning.frontlists import ends_front, goes_on_list
from kehoach.meaning.handedwork import GIVEN_BY, TOLD_TO, role_by, who_is_told
from kehoach.meaning.labelledlists import LabelledList, labelled_lists
from kehoach.meaning.labelroles import Role
from kehoach.meaning.maskedtext import Masked
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.partnerlists import JOINING, PartnerList, over_semicolons, partner_lists
from kehoach.meaning.rolerules import (
    BEFORE_SUBJECTS,
    BEHIND_SUBJECTS,
    NAMED,
    Row,
    also_advises,
    behind_adjunct,
    behind_front,
    explains,
    heads,
    lists_only,
    may_be_done,
    only_has,
    role_in,
    role_of,
    verb_at,
    verbs_of,
)
from kehoach.meaning.sending import who_gets

_BRACKETED = re.compile(r"\([^)]*\)")


@dataclass
class SentenceRoles:
    """The roles that patterns find in one masked text; ``held`` tells by name which, empty where it is said again."""

    masked: Masked
    known: Container[tuple[int, int]] = ()
    roles: list[tuple[BodyName, Role]] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    request: bool = False
    lowered: str = ""
    held: dict[int, str] = field(default_factory=dict)
    lists: list[LabelledList] = field(default_factory=list)
    partners: list[PartnerList] = field(default_factory=list)
    over: list[int] = field(default_factory=list)
    unsettled: list[BodyName] = field(default_factory=list)

    def read(self) -> None:
        """Go through the patterns, those that leave no doubt first."""
        text = self.masked.text
        self.lowered = text.lower()
        self.lists = [*labelled_lists(text)]
        for listed in self.lists:
            self._give(listed.role, listed.names)
        self._by(text)
        for match in self._matches(patterns.BRACKET, "chủ trì", "phối hợp"):
            if behind_front(text, match.start()) or explains(text, match):
                continue
            self._give("lead" if match["verb"].lower() == "chủ trì" else "partners", match["list"])
        for match in self._matches(patterns.PASSIVELY, "được "):
            if not opens_verb(match["what"].lower()) and not fronts.FRONTED.match(match["what"]):
                self._give("implementers", match["list"])
        for match in self._matches(patterns.ROLE_BEHIND, "("):
            self._give(NAMED[match["verb"].lower()], match["list"])
        for match in self._matches(patterns.NAMED, " là "):
            self._give(NAMED[match["verb"].lower()], match["list"])
        self._plain(BEFORE_SUBJECTS)
        self._joined(text)
        self._subjects(text)
        for joined in self.partners:
            self._give("partners", joined.names)
        self._plain(BEHIND_SUBJECTS)
        for role, words in (*who_is_told(self.masked), *who_gets(self.masked)):
            self._give(role, words)

    def _joined(self, text: str) -> None:
        """Find with whom things are done; whom a list does not tell from who acts by himself has no role."""
        self.partners = [*partner_lists(text)] if any(word in self.lowered for word in JOINING) else []
        over = [*over_semicolons(self.masked, self.partners)]
        self.over = [part.start for part in over]
        self.unsettled = [name for part in over if not part.partners for name in self.masked.of(part.names)]
        cut = (name for listed in self.partners for name in self.masked.of(listed.cut))
        self.held.update((id(name), "") for name in (*self.unsettled, *cut))

    def _by(self, text: str) -> None:
        """ "do A thực hiện", "giao A thực hiện" behind what is done."""
        for match in self._matches(patterns.BY, "do ", "giao "):
            if role := role_by(self.masked, match):
                self._give(role, match["list"])

    def _matches(self, pattern: re.Pattern[str], *words: str) -> Iterable[re.Match[str]]:
        """Find a pattern in a text that has one of the words that it needs; most texts have none."""
        return pattern.finditer(self.masked.text) if any(word in self.lowered for word in words) else ()

    def _plain(self, rows: Sequence[Row]) -> None:
        name_ids: set[int] = set()
        for pattern, role, word in rows:
            if (
                word not in self.lowered or id(pattern) in name_ids
            ):  # a pattern has a row for each word that it may hold
                continue
            name_ids.add(id(pattern))
            for match in pattern.finditer(self.masked.text):
                self._give(role, match[match.lastgroup or "list"])

    def _give(self, role: Role, words: str) -> None:
        """Give the bodies of some words a role, unless they have one already; who leads can advise, too."""
        for name in self.masked.of(_BRACKETED.sub("", words)):
            role_before = self.held.setdefault(id(name), role)
            if role_before == role or (role_before == "lead" and role == "advisors"):
                self.roles.append((name, role))

    def _subjects(self, text: str) -> None:
        """Read sentence by sentence who is given a thing to do, and who stands first with a verb behind."""
        starts = fronts.openings(text)
        several = len(self.masked.names) > 1
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            if start in self.over or any(one.start <= start < one.end and one.closed for one in self.lists):
                continue  # behind a label nothing but names stands
            with_others = text.startswith(("Với", "Cùng"), start)
            joins = workpatterns.JOINS_FIRST.match(text, start) if with_others else None
            if joins and opens_verb(text[joins.end() :][:32].lower(), alone=True):
                self._give("partners", joins["list"])
            elif heading := verbpatterns.FOR.match(text, start):
                self._acting(text, heading["list"], heading.end())
            elif lists_only(text, start):
                continue
            elif self._opening(text, start) or patterns.SUBJECT.match(text, start):
                if several:
                    self._seconds(text, start, end)
            elif fronts.FRONTED.match(text, start):
                self._behind(text, start, end)
            elif several and self.roles:
                self._seconds(text, start, end)
            for match in patterns.GIVER.finditer(text, start, end) if several else ():
                if GIVEN_BY.search(text[: match.start("verb")]) or TOLD_TO.search(text, start, match.start()):
                    continue
                self._from(match["giver"], match["verb"])
                self._acting(text, match["list"], match.end(), ordered=True)

    def _opening(self, text: str, start: int) -> bool:
        """Read an order or a subject that stands at a place; tell whether there is one."""
        if order := patterns.GIVEN.match(text, start):
            if order["verb"].lower().startswith("mời") and patterns.JOINS.match(text, order.end()):
                self._give("partners", order["list"])
                return True
            if announced := workpatterns.ANNOUNCED.match(text, order.end()):
                return self._acting(text, order["list"][:-1] + announced["list"], announced.end(), ordered=True)
            return self._acting(text, order["list"], order.end(), ordered=True)
        if subject := patterns.SUBJECT.match(text, start):
            return self._subject(text, subject)
        return False

    def _seconds(self, text: str, start: int, end: int) -> None:
        """Read the subjects of clauses behind the first: "Sở A rà soát, Sở B thẩm định, Sở C công bố"."""
        if patterns.URGES.search(text, start, end):
            return
        for match in patterns.SECOND.finditer(text, start, end):
            behind = text[match.end() : match.end() + 32].lstrip()
            acts = opens_verb(behind.lower()) and behind[:1].islower() and not patterns.GIVES_HELP.match(behind)
            if acts and not goes_on_list(text, match.start(), self.masked.cut):
                self._subject(text, match)

    def _behind(self, text: str, start: int, end: int) -> None:
        """Read the subject behind what stands before it: "Trong quá trình thực hiện, các cơ quan …"."""
        for comma in patterns.FRONT_END.finditer(text, start, end):
            if text.startswith(("phối hợp ", "chủ trì"), comma.end()):  # who does so is not said
                return self._seconds(text, comma.end(), end)
            subject = patterns.SUBJECT.match(text, comma.end())
            # "Là cơ quan thường trực, phối hợp với A, B xây dựng …": B is one of the partners.
            joins = any(listed.start < comma.start() < listed.end for listed in self.partners if listed.start >= start)
            ends = not joins and ends_front(text, start, comma.start(), subject, self.masked.cut)
            if ends and self._opening(text, comma.end()):
                return

    def _subject(self, text: str, match: re.Match[str]) -> bool:
        if passive := patterns.PASSIVE.match(text, match.end()):
            if all(name.sure for name in self.masked.of(match["list"])):  # else who is told of may be all it tells
                self._from(passive["giver"], passive["verb"])
            return self._acting(text, match["list"], passive.end(), ordered=True)
        if other := patterns.IN_PLACE_OF.match(text, match.end()):  # "Sở A thay Sở B chủ trì": B does nothing
            self.held.update((id(name), "") for name in self.masked.of(other["list"]))
            return self._acting(text, match["list"], other.end())
        at = behind_adjunct(text, verb_at(text, match.end()))
        jointly = workpatterns.JOINTLY.match(text, at)
        directs = patterns.DIRECTS.match(text, jointly.end() if jointly else at)
        if not directs:
            return self._acting(text, match["list"], match.end())
        if not self._acting(text, directs["list"], directs.end(), ordered=True):
            return False
        self._from(match["list"], directs["verb"])
        return True

    def _from(self, words: str, verb: str) -> None:
        """Give the bodies that others act for their role: who asks neither directs nor assigns."""
        if patterns.ASKS.match(verb):
            self.request = True
        elif not verb.lower().startswith("mời"):
            self._give("directors" if verb.lower().startswith(("chỉ", "lãnh")) else "assigner", words)

    def _acting(self, text: str, words: str, end: int, ordered: bool = False) -> bool:
        """Give those who act the role that their verbs say; what one is told to watch is a thing to do.

        Tells whether there is a verb behind the list that ends at ``end``.
        """
        words = _BRACKETED.sub("", words)  # "Chi cục A (Sở B)": whose it is has no role by that
        at = behind_adjunct(text, verb_at(text, end))
        clause = patterns.STANDING_OF.sub("", patterns.SENTENCE_END.split(text[at:], maxsplit=1)[0], count=1)
        kinds = {name.kind for name in self.masked.of(words)}
        office = kinds == {"holder"}
        many = all(n.kind == "group" or n.words.endswith((" cơ quan", " đơn vị")) for n in self.masked.of(words))
        if many and (verbpatterns.DEFINES.match(clause) or verbpatterns.RESTRICTED.match(clause)):
            return False
        if self._may_go_on(words, clause):
            return False
        if self.masked.of(words)[-1].kind == "group" and verbpatterns.OF_LIST.match(clause):
            return False
        if not self._is_verb(clause) or (office and patterns.IN_CHARGE.match(clause)):
            return False
        if self._is_settled(words, clause, ordered):
            return True
        self.verbs.append(at)
        if self._hands_on(words, clause, ordered):
            return True
        verbs = verbs_of(clause)
        if including := patterns.INCLUDING.match(text, end):
            words += including["list"]
        if not ordered and verbpatterns.NO_OBJECT.match(verbs) and self._may_be_done(words):
            return False
        self._give_by_verb(words, verbs, clause, ordered)
        return True

    def _may_go_on(self, words: str, clause: str) -> bool:
        """Whether what looks like a verb can be the rest of the last of several names: "Vụ Công tác | xây dựng …"."""
        last = self.masked.of(words)[-1]
        cut = last.kind == "named" and not (last.sure or last.told_on) and len(words) > 1
        return cut and bool(ACTIVITY.match(clause) or NAMING.match(clause))

    def _is_settled(self, words: str, clause: str, ordered: bool) -> bool:
        """Whether a clause alone tells their role, or that they have no work: invited, looked into, deciding."""
        if served := patterns.SERVES_AS.match(clause):
            self._give("lead" if heads(self.masked.of(served["office"])) else "implementers", words)
            return True
        if invited := patterns.INVITED.match(clause):
            if invited["joins"]:
                self._give("partners", words)
            return True
        return bool(verbpatterns.UNDERGOES.match(clause) or (not ordered and verbpatterns.DECIDES.match(clause)))

    def _hands_on(self, words: str, clause: str, ordered: bool) -> bool:
        """Whether they give the work to others, or help whoever leads it."""
        if not ordered and (patterns.ASSIGNS.match(clause) or patterns.GIVES_OUT.match(clause)):
            self._from(words, clause)
            return True
        if verbpatterns.HELPS.match(clause) and any(role == "lead" for _, role in self.roles):
            self._give("partners", words)
            return True
        return False

    def _give_by_verb(self, words: str, verbs: str, clause: str, ordered: bool) -> None:
        role = role_of(clause)
        own = (ordered and role in ("watchers", "directors")) or verbpatterns.PAYS.match(clause)
        role = "implementers" if own else role
        for sign in words:
            for name in self.masked.of(sign):
                self._give(role_in(name) or role, sign)
        if role == "lead" and (re.search(r"\btham mưu\b", verbs) or also_advises(clause)):
            self._give("advisors", words)
        if role == "watchers" and also_advises(clause):
            self.roles += [(name, "advisors") for name in self.masked.of(words)]
        if (under := patterns.UNDER.match(clause)) and role == "implementers":
            self._swap(words, under["list"])

    def _may_be_done(self, words: str) -> bool:
        return any(may_be_done(name) for name in self.masked.of(words) if (name.start, name.end) not in self.known)

    def _is_verb(self, clause: str) -> bool:
        """Whether words that follow a name can be its verb; behind a colon they begin with a capital."""
        return not patterns.NO_VERB.match(clause) and clause[:1].isalpha() and not only_has(clause)

    def _swap(self, words: str, leading: str) -> None:
        """ "A phối hợp với B, do B chủ trì": A is the partner."""
        leads = {name.words for name, role in self.roles if role == "lead"}
        if leads & {name.words for name in self.masked.of(leading)}:
            own = {id(name) for name in self.masked.of(words)}
            self.roles = [(name, "partners" if id(name) in own else role) for name, role in self.roles]
            self.held.update((id(name), "") for name in self.masked.of(leading))
