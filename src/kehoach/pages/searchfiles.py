"""The search data as files of the site: scripts that hand over one value each.

Scripts, not JSON: a page opened from a folder may load a script beside it, but may not fetch a file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from kehoach.pages.page import href, plan_path
from kehoach.pages.search import KINDS, SEARCH
from kehoach.pages.searchindex import digit
from kehoach.pages.searchjoined import script, search_index
from kehoach.pages.searchsources import Passage, SearchCard, Volume, cards, stages_of, volumes
from kehoach.pages.searchwords import forms, forms_of_name, key, same_words
from kehoach.pages.site import Site

FOLDER = f"{SEARCH}chi-muc/"
CARDS_PER_FILE = 24
MANIFEST, OWNERS = "m", "o"
LISTED = "search cards"
"""Names what is kept of all that the search shows without the words of plans."""


def search_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Make the files of search data but for those of plans: their addresses from the site's root, their bytes.

    ``m.js`` is the manifest that every search loads, ``o.js`` tells whose each card is, for who looks for one body's;
    ``k….js`` is a range of the word index, ``c<n>.js`` cards. Entries are numbered through: cards first, then plans,
    newest first, as their cards are.
    """
    card_lists = _listed(site)
    index = search_index(site, card_lists["texts"])
    digest = hashlib.sha256()
    cards_shown = ((name, text.encode()) for name, text in card_lists["scripts"])
    for name, data in chain(index.scripts, cards_shown):
        digest.update(data)
        yield f"{FOLDER}{name}.js", data
    # The files of plans are told apart by it too: whatever they say is of these.
    digest.update(json.dumps([card_lists["of_plans"], index.passages]).encode())
    firsts = [first for first, _ in index.marks.values()]
    index_head = {
        "version": digest.hexdigest()[:8],
        "shards": firsts,
        "names": [*index.marks],
        **card_lists["manifest"],
    }
    yield f"{FOLDER}{MANIFEST}.js", script(MANIFEST, index_head)


def _listed(site: Site) -> dict[str, Any]:
    """Give what the search shows without the words of plans: cards, with the texts they are found by, and all entries.

    A word of a plan changes nothing of that.
    """

    def make() -> bytes:
        listed = cards(site)
        units = _units(site, listed)
        names = {
            "texts": [_card_texts(card) for card in listed],
            "scripts": [(name, data.decode()) for name, data in (*_card_scripts(listed), _owners(listed, units))],
            "of_plans": [(site.unit_name(plan.issuer), stages_of(site, plan.id)) for plan in site.newest],
            "manifest": _manifest(site, listed, units),
        }
        return json.dumps(names, ensure_ascii=False).encode()

    lists: dict[str, Any] = json.loads(site.former[-1].of_outlines(LISTED, make) if site.former else make())
    return lists


def _card_scripts(listed: Sequence[SearchCard]) -> Iterator[tuple[str, bytes]]:
    for number, start in enumerate(range(0, len(listed), CARDS_PER_FILE)):
        rows = [_card(card) for card in listed[start : start + CARDS_PER_FILE]]
        yield f"c{number}", script(f"c{number}", rows)


def passage_files(site: Site, unit: str, series: str) -> dict[str, bytes]:
    """Make the file of provisions of each edition of a plan: ``p<n>.js``, numbered from the oldest of all plans."""
    files = {}
    for volume in volumes(site, site.fabric.line(f"{unit}/{series}")):
        name = f"p{site.order.number(volume.plan.id)}"
        files[f"{FOLDER}{name}.js"] = script(name, _volume(volume))
    return files


def _card_texts(card: SearchCard) -> Sequence[str]:
    return card.title, card.about, *card.names


def _card(card: SearchCard) -> list[Any]:
    row = [card.title, card.about, href("", card.path, card.anchor), "\n".join(filter(None, card.names))]
    return [*row, card.state] if card.state else row


def _volume(volume: Volume) -> dict[str, Any]:
    folder, _, edition = plan_path(volume.plan.id).removesuffix("/").rpartition("/")
    return {
        "folder": f"{folder}/",
        "edition": edition,
        "name": volume.unit_name,
        "about": " / ".join(volume.about),
        "stages": volume.stages,
        "passages": [_passage(passage) for passage in volume.passages],
    }


def _passage(passage: Passage) -> list[Any]:
    """Give anchor, place, words, index of the provision above, flags (1 duty, 2 repeated later), earlier editions."""
    row = [passage.anchor, passage.place, passage.words, passage.parent, passage.is_duty + 2 * passage.repeated]
    return [*row, passage.also] if passage.also else row


def _lengths(card: SearchCard) -> Iterator[int]:
    """Count the words of each name that a card goes by; an abbreviation says nothing of how long its name is."""
    yield len(forms_of_name(card.title))
    yield from (count for name in card.names if (count := len(forms_of_name(name))) > 1)


def _units(site: Site, listed: Sequence[SearchCard]) -> list[str]:
    """Give the bodies whose cards are, those first that issue plans, by name: they can be chosen."""
    issuers = {plan.unit for plan in site.newest}
    units = {card.unit for card in listed} - {""}
    return sorted(units, key=lambda unit: (unit not in issuers, key(site.unit_name(unit)), unit))


def _owners(listed: Sequence[SearchCard], units: Sequence[str]) -> tuple[str, bytes]:
    """Give the script that tells whose each card is, by the place of the body among all; -1 where it is no one's."""
    place = {unit: number for number, unit in enumerate(units)}
    return OWNERS, script(OWNERS, runs(place.get(card.unit, -1) for card in listed))


def runs(values: Iterable[int]) -> list[Any]:
    """Write numbers, each that stands several times in a row as itself and how often."""
    lengths = ((value, len([*run])) for value, run in groupby(values))
    return [value if times == 1 else [value, times] for value, times in lengths]


def _manifest(site: Site, listed: Sequence[SearchCard], units: Sequence[str]) -> dict[str, Any]:
    """Describe all entries: how many of each kind, who can be chosen, of which year and how long cards' names are."""
    kinds = [card.kind for card in listed]
    issuers = {plan.unit for plan in site.newest}
    terms = site.registry.terms.values()
    return {
        "cards": CARDS_PER_FILE,
        "kinds": [[kind, kinds.count(kind)] for kind in KINDS if kind in kinds],
        "plans": len(site.newest),
        "units": [[unit, site.unit_name(unit)] for unit in units if unit in issuers],
        "years": runs(card.year for card in listed),
        "lengths": "".join(digit(min(_lengths(card))) for card in listed),
        "abbreviations": [
            [key(" ".join(forms(t.term))), key(" ".join(forms(t.expansion)))] for t in terms if t.expansion
        ],
        "same": same_words(),
    }
