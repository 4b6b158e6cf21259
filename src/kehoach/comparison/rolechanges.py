"""Bodies that stand in both texts with another role: who led takes part now."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach.comparison.bodyparts import roles_of_body
from kehoach.comparison.counterparts import Counterparts
from kehoach.comparison.meanings import Difference
from kehoach.comparison.signruns import GIVEN, LISTED, units_of
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.meaning.labelroles import Role

_LEAD: tuple[Role, str] = ("lead", "lead")
_PARTNERS: tuple[Role, str] = ("partners", "partner")
"""A role that is told when it changes, and the kind of difference that it is."""
OF_PARTS = ("lead", "doer", "partner", "addressee")
"""Kinds of difference that say what part a body has."""


def roles_held(text: SignText) -> Mapping[str, list[Role]]:
    """Give the roles of each body that has one, by its key, sorted."""
    roles_by_body: dict[str, list[Role]] = {}
    for sign in text.signs:
        if sign.key[0] == "@":
            roles_by_body.setdefault(sign.key, []).extend(roles_of_body(text.words, sign))
    return {key: sorted(roles) for key, roles in roles_by_body.items()}


def places_in_lists(text: SignText) -> Mapping[str, list[str]]:
    """Give by the key of each body that takes part in something what the list is of that it stands in, sorted.

    A list is of the two words before it and the role that they give: "gửi A" is another one than "sao gửi A".
    """
    places: dict[str, list[str]] = {}
    opening = ""
    for index, sign in enumerate(text.signs):
        if sign.key[0] != "@":
            continue
        before = text.signs[index - 1] if index else None
        goes_on = before is not None and before.key[0] == "@" and LISTED.fullmatch(text.words, before.end, sign.start)
        if not goes_on:
            opening = " ".join(s.key for s in text.signs[max(index - 2, 0) : index] if s.key != GIVEN)
        roles = ",".join(sorted(roles_of_body(text.words, sign)))
        places.setdefault(sign.key, []).append(f"{opening}: {roles}" if roles else "")
    return {key: sorted(lists) for key, lists in places.items()}


def role_changes(old: SignText, new: SignText, counterparts: Counterparts) -> list[Difference]:
    """Tell who leads or takes part now, where the same bodies stand in both texts; what is told otherwise, never."""
    texts = (old, new)
    signs_by_body = [{s.key: s for s in text.signs if s.key[0] == "@"} for text in texts]
    by_side = [roles_held(text) for text in texts]
    differing: list[Difference] = []
    for role, kind in (_LEAD, _PARTNERS):
        names = [[key for key, roles in side.items() if role in roles] for side in by_side]
        # Of a body whose part only one text tells nothing is told.
        changed = [[key for key in side if key not in names[1 - i] and by_side[1 - i].get(key) != []]
                   for i, side in enumerate(names)]  # fmt: skip
        keys = [*changed[0], *changed[1]]
        has_counterpart = any(key in counterparts.old or key in counterparts.new for key in keys)
        if (
            not keys
            or has_counterpart
            or any(key not in signs_by_body[0] or key not in signs_by_body[1] for key in keys)
        ):
            continue
        words = [_body_names(texts[i], [signs_by_body[i][key] for key in side]) for i, side in enumerate(changed)]
        unknown = tuple(
            word
            for key in keys
            if not signs_by_body[1][key].unit
            for word in [_body_names(new, [signs_by_body[1][key]])]
        )
        differing.append(Difference(kind, words[0], words[1], units_of(signs_by_body[1][key] for key in keys), unknown))
    led = any(difference.kind == "lead" and difference.old and difference.new for difference in differing)
    return differing if led else []


def acts_as_before(difference: Difference, texts: tuple[SignText, SignText]) -> bool:
    """Whether a body is told as come or gone that has the same part in both texts: its sentence is turned round."""
    if difference.kind not in OF_PARTS or (difference.old and difference.new) or difference.names:
        return False
    held = [roles_held(text) for text in texts]
    keys = [f"@{unit}" for unit in difference.units]
    return bool(keys) and all(held[0].get(key) and held[0].get(key) == held[1].get(key) for key in keys)


def same_roles_said(difference: Difference, texts: tuple[SignText, SignText]) -> bool:
    """Whether a role is told of texts that name the same roles, as often, and the same bodies with them: it moved."""
    if difference.kind != "role":
        return False
    said = [sorted(t.words[s.start : s.end].lower() for s in t.spans if s.slot == "role") for t in texts]
    held = [roles_held(text) for text in texts]
    # Of a body whose part only one text tells nothing is known.
    others = (roles for key, roles in held[0].items() if roles and held[1].get(key) and roles != held[1][key])
    return said[0] == said[1] and held[0].keys() == held[1].keys() and not any(others)


_LEADS_WITH = re.compile(r"\s+(?:chủ trì|là đầu mối),?\s+phối hợp (?:cùng )?với\s+")


def led_by_other(old: SignText, new: SignText, counterparts: Counterparts) -> list[Difference]:
    """Tell that two changed places, whatever they are called: "A chủ trì, phối hợp với B …", "B chủ trì, …"."""
    parts = [_LEADS_WITH.split(text.words) for text in (old, new)]
    if any(len(part) != 2 or not part[0] or part[0][0].islower() for part in parts):
        return []
    (led, others), (leads, partners) = ([" ".join(words.split()) for words in part] for part in parts)
    if led == leads or others.removeprefix(leads) != partners.removeprefix(led) or others.removeprefix(leads) == others:
        return []
    signs = {t.words[s.start : s.end]: s for t in (new, old) for s in t.signs if s.key[0] == "@"}
    leaders = [sign for words in (led, leads) if (sign := signs.get(words))]
    if any(sign.key in counterparts.old | counterparts.new for sign in leaders):
        return []  # told of the bodies that act
    units = units_of(leaders)
    names = tuple(words for words in (led, leads) if words not in signs or not signs[words].unit)
    return [Difference("lead", led, leads, units, names), Difference("partner", leads, led, units, names)]


def _body_names(text: SignText, signs: list[Sign]) -> str:
    return ", ".join(" ".join(text.words[sign.start : sign.end].split()) for sign in signs)
