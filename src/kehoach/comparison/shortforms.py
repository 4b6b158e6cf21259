"""Short forms and names as the other text of a pair writes them: "Sở NN&MT" beside "Sở Nông nghiệp và Môi trường".

A short form stands for words of the other text that begin with its letters, in its place; a name that only one of the
two texts lets see as one is the same name where its words stand. So no registry has to know either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from kehoach.comparison.signs import AS_MATTER, SignText
from kehoach.comparison.slots import Sign
from kehoach.comparison.waysofsaying import folded
from kehoach.wording.letters import bare, comparable
from kehoach.wording.organisations import organisations_in

UNKNOWN = "@~"
"""How the key of a body begins that the registries do not know."""
_SHORT = re.compile(r"[A-ZĐ]{2,}(?:[&.][A-ZĐ]+)*|[A-ZĐ](?:[&.][A-ZĐ]+)+")
_DAY = re.compile(r"ngày\s+([0-9]{1,2})\s*(?:/|tháng)\s*([0-9]{1,2})\s*(?:/|năm)\s*([0-9]{4})")
_WORD = re.compile(r"[^\W_]+(?:[&.][^\W_]+)*")
_LEADING = frozenset(("về", "cho", "với", "gửi", "trình", "tới", "đến", "lên", "của", "do"))
"""Words behind which somebody is named."""
_FIVE, _YEAR = "#5", comparable("năm")
_SURE = 3
"""Fewest letters of a short form that need no word beside it to stand in the same place."""


class _Atom(NamedTuple):
    """A comparable word: the letters of a short form, and the sign that it belongs to."""

    key: str
    short: str
    sign: int


def in_one_writing(old: SignText, new: SignText) -> tuple[SignText, SignText]:
    """Give both texts with names and short forms as one of them writes them."""
    if [sign.key for sign in old.signs] == [sign.key for sign in new.signs]:
        return old, _with_other_days(new, old)
    old, new = _with_fives(old, new), _with_fives(new, old)
    old = _with_organisations(old, new)
    new = _with_organisations(new, old)
    old = _with_short_forms(_with_names(old, new), new)
    return old, _with_other_days(_with_short_forms(_with_names(new, old), old), old)


def _with_fives(text: SignText, other: SignText) -> SignText:
    """Give a text in which "năm" is five where the other counts the same by 5: "năm giấy phép", "05 giấy phép"."""
    counted = {behind.key for sign, behind in pairwise(other.signs) if sign.key == _FIVE}
    if not counted:
        return text
    signs = [
        sign._replace(key=_FIVE) if sign.key == _YEAR and behind is not None and behind.key in counted else sign
        for sign, behind in zip_longest(text.signs, text.signs[1:])
        if sign is not None
    ]
    return text._replace(signs=tuple(signs))


def _with_organisations(text: SignText, other: SignText) -> SignText:
    """Give a text in which an organisation has the sign that the other gives it, whichever name each of them prints."""
    own = {form: (start, end) for start, end, form in organisations_in(text.words)}
    there = {form: (start, end) for start, end, form in organisations_in(other.words)} if own else {}
    for form, (start, end) in own.items():
        place = there.get(form)
        inside = [sign for sign in text.signs if start < sign.end and sign.start < end]
        if not place or not inside or inside[-1].end > end or text.words[start:end] == other.words[slice(*place)]:
            continue
        body_signs = [sign for sign in other.signs if (sign.start, sign.end) == place and sign.key[0] == "@"]
        if inside[0].unit and not (body_signs and body_signs[0].unit):
            continue  # the other text is given this one's sign
        sign = Sign(
            start,
            end,
            body_signs[0].key if body_signs else f"{UNKNOWN}{form}",
            body_signs[0].unit if body_signs else "",
        )
        at = text.signs.index(inside[0])
        text = text._replace(signs=(*text.signs[:at], sign, *text.signs[at + len(inside) :]))
    return text


def _with_other_days(text: SignText, other: SignText) -> SignText:
    """Give a text in which a document of the other's number, but of another day, is another document."""
    days = {s.key: day for s in other.signs if s.key[0] == "§" and (day := _day(other, s))}
    if not days:
        return text
    signs = (
        s._replace(key=f"{s.key} {day}") if s.key in days and (day := _day(text, s)) and day != days[s.key] else s
        for s in text.signs
    )
    return text._replace(signs=tuple(signs))


def _day(text: SignText, sign: Sign) -> tuple[int, ...]:
    match = _DAY.search(text.words, sign.start, sign.end)
    return tuple(map(int, match.groups())) if match else ()


def _with_names(text: SignText, other: SignText) -> SignText:
    """Give a text in which the other's names stand as names, in whatever words."""
    own = {sign.key for sign in text.signs}
    names = {sign.key: sign for sign in other.signs if sign.key[0] == "@" and sign.key not in own}
    signs = [*text.signs]
    made: dict[bool, list[_Atom]] = {}
    for name in sorted(names.values(), key=lambda sign: sign.start - sign.end):
        for glue in (True, False):
            wanted = _words(other.words[name.start : name.end], 0, glue)
            atoms = made[glue] = made.get(glue) or _atoms(text.words, signs, glue)
            while (place := _place(atoms, wanted, signs, name.key)) and _ends_alike(text, signs, place, other, name):
                first, last = place
                signs[first : last + 1] = [Sign(signs[first].start, signs[last].end, name.key, name.unit)]
                made = {glue: (atoms := _atoms(text.words, signs, glue))}
    return text._replace(signs=tuple(signs))


def _ends_alike(text: SignText, signs: Sequence[Sign], place: tuple[int, int], other: SignText, name: Sign) -> bool:
    """Whether plain words can be a name by what follows them: "Chính phủ điện tử" is not the body.

    What one text goes on with right behind the name, the other must go on with, too.
    """
    first, last = place
    if signs[last].key[0] == "@":
        return True
    behind = next((s for s in other.signs if s.start >= name.end), None)
    after = signs[last + 1] if last + 1 < len(signs) else None
    if _led_alike(text.words[: signs[first].start], other.words[: name.start]):
        return not AS_MATTER.match(text.words, signs[last].end)
    goes_on = after is not None and not text.words[signs[last].end : after.start].strip()
    if not goes_on or (behind is not None and after is not None and behind.key == after.key):
        return True
    # Who opens the sentence in both is its subject, whatever it does: "Cục A họp", "Cục A có thể họp".
    opens = _opens(other.words, name.start) and _opens(text.words, signs[first].start)
    return opens and not AS_MATTER.match(text.words, signs[last].end)


def _led_alike(before: str, there: str) -> bool:
    """Whether both texts lead to a name by the same two words, the last of which says to or by whom: "báo cáo về A"."""
    led = [side.rstrip().removesuffix(" các").split()[-2:] for side in (before.lower(), there.lower())]
    return len(led[0]) == 2 and led[0] == led[1] and led[0][1] in _LEADING


def _opens(words: str, at: int) -> bool:
    return not words[:at].strip() or words[:at].rstrip()[-1] in ".;\n"


def _place(atoms: Sequence[_Atom], wanted: Sequence[_Atom], signs: Sequence[Sign], key: str) -> tuple[int, int] | None:
    """Give the first and the last sign of the wanted words that are not that name yet; None where there are none."""
    for at in range(len(atoms)):
        used = _match(atoms, at, wanted)
        if used and _whole(atoms, at, at + used) and signs[atoms[at].sign].key != key:
            return atoms[at].sign, atoms[at + used - 1].sign
    return None


def _with_short_forms(text: SignText, other: SignText) -> SignText:
    """Give a text in which short forms are the words of the other text that they stand for."""
    shorts = {sign.start: short for sign in text.signs if (short := _short(text.words[sign.start : sign.end]))}
    if not shorts:
        return text
    keys_there = {sign.key for sign in other.signs}
    signs: list[Sign] = []
    # A short form that the registries know is several signs of one place; what they know need not be meant here.
    groups = [[*group] for _, group in groupby(text.signs, key=lambda sign: (sign.start, sign.end))]
    for index, group in enumerate(groups):
        sign, short = group[0], shorts.get(group[0].start, "")
        if short and sign.key[0] not in "@§" and any(other_sign.key not in keys_there for other_sign in group):
            before = signs[-1].key if signs else ""
            after = groups[index + 1][0].key if index + 1 < len(groups) else ""
            group = [sign._replace(key=key) for key in _stands_for(short, other.signs, before, after)] or group
        signs += group
    return text._replace(signs=tuple(signs))


def _stands_for(short: str, signs: Sequence[Sign], before: str, after: str) -> list[str]:
    """Give the words of another text that begin with the letters of a short form, nothing where none do for sure."""
    size = len(short)
    for at in range(len(signs) - size + 1):
        run = [sign.key for sign in signs[at : at + size]]
        if _initials(run) != short:
            continue
        beside = (at and signs[at - 1].key == before) or (at + size < len(signs) and signs[at + size].key == after)
        if size >= _SURE or beside:
            return run
    return []


def _initials(keys: Sequence[str]) -> str:
    return "".join(bare(key[0]) if key[0].isalpha() else "-" for key in keys)


def _short(words: str) -> str:
    return bare(re.sub(r"[&.]", "", words)).lower() if _SHORT.fullmatch(words) else ""


def _words(words: str, sign: int, glue: bool) -> list[_Atom]:
    """Give the words of a name, those of joining too where ``glue`` says so: "BCHQS" has the S of "Quân sự"."""
    atoms = []
    for word in _WORD.findall(words.replace("có liên quan", "liên quan")):
        key = f"#{int(word)}" if word.isdigit() else comparable(word)
        keys = folded((key,)) or ((comparable(word),) if glue else ())
        atoms += [_Atom(key, _short(word), sign) for key in keys]
    return atoms


def _atoms(words: str, signs: Sequence[Sign], glue: bool) -> list[_Atom]:
    """Give the words of a text; what is no word, or a name that the registries know, is one that stands for itself."""
    atoms: list[_Atom] = []
    for index, sign in enumerate(signs):
        if sign.key.startswith(UNKNOWN):
            atoms += _words(words[sign.start : sign.end], index, glue)
        else:
            atoms.append(_Atom(sign.key, _short(words[sign.start : sign.end]), index))
    return atoms


def _match(atoms: Sequence[_Atom], at: int, wanted: Sequence[_Atom]) -> int:
    """Count the atoms from a place on that are the wanted words, a short form being its words; 0 where they are not."""
    i, k = at, 0
    while k < len(wanted):
        if i >= len(atoms):
            return 0
        if atoms[i].key == wanted[k].key:
            i, k = i + 1, k + 1
        elif size := _spelled(atoms[i].short, wanted, k):
            i, k = i + 1, k + size
        elif size := _spelled(wanted[k].short, atoms, i):
            i, k = i + size, k + 1
        else:
            return 0
    return i - at


def _spelled(short: str, atoms: Sequence[_Atom], at: int) -> int:
    run = [atom.key for atom in atoms[at : at + len(short)]]
    return len(short) if short and len(run) == len(short) and _initials(run) == short else 0


def _whole(atoms: Sequence[_Atom], first: int, last: int) -> bool:
    """Whether some atoms begin and end with whole signs: a name within a longer one is another body."""
    begins = first == 0 or atoms[first - 1].sign != atoms[first].sign
    return begins and (last == len(atoms) or atoms[last].sign != atoms[last - 1].sign)
