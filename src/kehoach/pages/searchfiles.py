"""The search data as files of the site: scripts that hand over one value each.

Scripts, not JSON: a page opened from a folder may load a script beside it, but may not fetch a file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.pages.page import href, plan_path
from kehoach.pages.search import KINDS, SEARCH
from kehoach.pages.searchindex import inverted, shards, words_of
from kehoach.pages.searchsources import Card, Passage, Volume, cards, volumes
from kehoach.pages.searchwords import forms, key, same_words
from kehoach.pages.site import Site

FOLDER = f"{SEARCH}chi-muc/"
CARDS_PER_FILE = 24
MANIFEST = "m"


def search_files(site: Site) -> dict[str, bytes]:
    """Make every file of search data: its address from the site's root and its bytes.

    ``m.js`` is the manifest that every search loads; ``k<n>.js`` a range of the word index; ``c<n>.js`` cards;
    ``p<n>.js`` the provisions of a plan. Entries are numbered through: cards first, then plans, newest first.
    """
    listed, books = cards(site), volumes(site)
    held = [*(words_of(_card_texts(card)) for card in listed), *(_words(site, volume) for volume in books)]
    parts = list(shards(inverted(held)))
    values: dict[str, Any] = {f"k{n}": "\n".join(shard.lines) for n, shard in enumerate(parts)}
    for start in range(0, len(listed), CARDS_PER_FILE):
        values[f"c{start // CARDS_PER_FILE}"] = [_card(card) for card in listed[start : start + CARDS_PER_FILE]]
    values |= {f"p{n}": _volume(volume) for n, volume in enumerate(books)}
    scripts = {name: _script(name, value) for name, value in values.items()}
    version = hashlib.sha256(b"".join(scripts.values())).hexdigest()[:8]
    firsts = [shard.first for shard in parts]
    scripts[MANIFEST] = _script(MANIFEST, {"version": version, "shards": firsts, **_manifest(site, listed, books)})
    return {f"{FOLDER}{name}.js": data for name, data in scripts.items()}


def _script(name: str, value: Any) -> bytes:
    literal = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"khTim.take({json.dumps(name)},{literal})\n".encode()


def _card_texts(card: Card) -> Sequence[str]:
    return card.title, card.about, *card.names


def _words(site: Site, volume: Volume) -> list[str]:
    """Give the words and pairs of a plan's provisions and of what it is about, each once."""

    def make() -> bytes:
        words = sorted(words_of(passage.words for passage in volume.passages))
        return json.dumps(words, ensure_ascii=False).encode()

    # Whose plan of which year it is stands in the registry too, and is not kept with the plan's own words.
    words: list[str] = json.loads(site.piece("words", volume.plan.id, make))
    return sorted({*words, *words_of(volume.about)})


def _card(card: Card) -> list[Any]:
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


def _lengths(card: Card) -> Iterator[int]:
    """Count the words of each name that a card goes by; an abbreviation says nothing of how long its name is."""
    yield len(forms(card.title))
    yield from (count for name in card.names if (count := len(forms(name))) > 1)


def _manifest(site: Site, listed: Sequence[Card], books: Sequence[Volume]) -> dict[str, Any]:
    """Describe all entries: how many of each kind, and whose they are, of which year and how long their titles are."""
    owners = [*(card.unit for card in listed), *(book.plan.unit for book in books)]
    units = sorted({*owners} - {""}, key=lambda unit: (key(site.unit_name(unit)), unit))
    place = {unit: number for number, unit in enumerate(units)}
    kinds = [card.kind for card in listed]
    issuers = {book.plan.unit for book in books}
    terms = site.registry.terms.values()
    return {
        "cards": CARDS_PER_FILE,
        "kinds": [[kind, kinds.count(kind)] for kind in KINDS if kind in kinds],
        "plans": len(books),
        "units": [[unit, site.unit_name(unit)] if unit in issuers else [] for unit in units],
        "owners": [place.get(unit, -1) for unit in owners],
        "years": [*(card.year for card in listed), *(book.plan.year for book in books)],
        "lengths": [min(_lengths(card)) for card in listed],
        "abbreviations": [
            [key(" ".join(forms(t.term))), key(" ".join(forms(t.expansion)))] for t in terms if t.expansion
        ],
        "same": same_words(),
    }
