"""What the index site is searched by: the files that the scripts of the search read (``pages/searchfiles.py``).

Cards are plans and bodies; the provisions of a plan are its duties. Words are put in order by the database, on disk
where there are many, and written as they come: no list of all of them is ever held.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.nation.database import read_csv
from kehoach.nation.listing import clipped
from kehoach.nation.packages import plan_address
from kehoach.nation.placing import grouped, rows
from kehoach.nation.sitepages import body_path
from kehoach.pages.page import href
from kehoach.pages.searchfiles import CARDS_PER_FILE, FOLDER, MANIFEST, OWNERS, runs
from kehoach.pages.searchindex import SHARD_SIZE, digit, key_of, lines_of, words_of
from kehoach.pages.searchjoined import script
from kehoach.pages.searchwords import forms, same_words
from kehoach.wording.letters import upper_first
from kehoach.wording.pathnames import path_name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WORDS = 600
"""Letters of a duty's words that are shown and searched."""
Files = Iterator[tuple[str, bytes]]
"""Addresses from the site's root with what stands there."""


class Searching:
    """Writes the search data of a database that has been placed; ``names`` are those of its provinces by code."""

    def __init__(self, connection: DuckDBPyConnection, names: Mapping[str, str], work: Path) -> None:
        self._connection, self._names, self._work = connection, names, work
        self._codes = list(names)
        self._digest = hashlib.sha256()
        self._owners: list[int] = []
        self._years: list[int] = []
        self._lengths: list[str] = []
        self._counts = {"plan": 0, "unit": 0}

    def files(self) -> Files:
        """Give all files; that which leads to the others comes last."""
        with (self._work / "words.csv").open("w", encoding="utf-8", newline="") as words:
            for name, data in self._entries(csv.writer(words, lineterminator="\n")):
                self._digest.update(data)
                yield f"{FOLDER}{name}.js", data
        firsts, names = [], []
        for first, name, data in self._shards():
            self._digest.update(data)
            firsts.append(first)
            names.append(name)
            yield f"{FOLDER}{name}.js", data
        owners = script(OWNERS, runs(self._owners))
        self._digest.update(owners)
        yield f"{FOLDER}{OWNERS}.js", owners
        yield f"{FOLDER}{MANIFEST}.js", script(MANIFEST, self._manifest(firsts, names))

    def _entries(self, words: Any) -> Iterator[tuple[str, bytes]]:
        """Give the files of cards, then those of the duties of plans, and note the words of each entry."""
        cards: list[list[str]] = []
        number = 0
        for number, card in enumerate(self._cards()):
            self._note(words, number, words_of(card[:2] + card[3:]))
            cards.append(card)
            if len(cards) == CARDS_PER_FILE:
                yield (name := f"c{number // CARDS_PER_FILE}"), script(name, cards)
                cards = []
        if cards:
            yield (name := f"c{number // CARDS_PER_FILE}"), script(name, cards)
        count, after = self._counts["plan"], len(self._lengths)
        for rank, volume in self._volumes():
            passages = (passage[2] for passage in volume["passages"])
            self._note(words, after + rank, words_of((volume["about"], *passages)))
            # Numbered from the oldest, as the scripts ask for them.
            yield (name := f"p{count - 1 - rank}"), script(name, volume)

    def _note(self, words: Any, number: int, forms: set[str]) -> None:
        words.writerows((key_of(form), form, number) for form in forms)

    def _cards(self) -> Iterator[list[str]]:
        query = "SELECT code, year, title, issuer_name, number, symbol, site, id FROM plan_rows ORDER BY rank"
        for code, year, title, issuer, number, symbol, site, plan_id in rows(self._connection, query):
            description = f"{clipped(issuer, 150)}, {self._names[code]}, năm {year}"
            official = f"{number}/{symbol}" if number and symbol else ""
            self._count("plan", code, year, title or "")
            yield [
                clipped(title or "(không tên)", 300),
                description,
                plan_address(site, plan_id),
                clipped(official, 80),
            ]
        for code, unit_id, name in rows(
            self._connection, "SELECT code, unit_id, name FROM bodies ORDER BY code, unit_id"
        ):
            self._count("unit", code, 0, name)
            yield [clipped(name, 200), self._names[code], href("", body_path(code, unit_id)), ""]

    def _count(self, kind: str, code: str, year: int, title: str) -> None:
        self._counts[kind] += 1
        self._owners.append(self._codes.index(code))
        self._years.append(year)
        self._lengths.append(digit(len(forms(clipped(title, 300)))))

    def _volumes(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give the duties of each plan, the newest first; a plan without any has a file, too."""
        plans = rows(
            self._connection,
            "SELECT rank, code, year, title, issuer_name, site, id FROM plan_rows ORDER BY rank",
        )
        query = "SELECT rank, anchor, path, title, lead, schedule FROM duty_rows ORDER BY rank, place"
        duties = grouped(rows(self._connection, query), 1)
        (owner,), owned = next(duties, ((-1,), []))
        for rank, code, year, title, issuer, site, plan_id in plans:
            own = owned if owner == rank else []
            if own:
                (owner,), owned = next(duties, ((-1,), []))
            folder, _, edition = plan_id.rpartition("/")
            yield (
                rank,
                {
                    "folder": plan_address(site, folder).removesuffix("index.html"),
                    "edition": edition,
                    "name": clipped(issuer, 150),
                    "about": f"{clipped(title or '', 300)} / {clipped(issuer, 150)} / {self._names[code]} / {year}",
                    "stages": [],
                    "passages": [_passage(*duty) for duty in own],
                },
            )

    def _shards(self) -> Iterator[tuple[str, str, bytes]]:
        """Give the index in shards of bounded length: first key, name, script."""
        self._connection.execute("CREATE TABLE words (key VARCHAR, form VARCHAR, number INTEGER)")
        columns = {"key": "VARCHAR", "form": "VARCHAR", "number": "INTEGER"}
        path = str(self._work / "words.csv")
        self._connection.execute(f"INSERT INTO words SELECT * FROM {read_csv(columns, headed=False)}", [path])
        names: set[str] = set()
        lines: list[str] = []
        first, length = "", 0
        for key, line in self._lines():
            if lines and length + len(line) > SHARD_SIZE:
                yield first, *_shard(first, lines, names)
                lines, length = [], 0
            if not lines:
                first = key
            lines.append(line)
            length += len(line) + 1
        if lines:
            yield first, *_shard(first, lines, names)

    def _lines(self) -> Iterator[tuple[str, str]]:
        word_rows = rows(self._connection, "SELECT key, form, number FROM words ORDER BY key, form, number")
        for key, of_key in groupby(word_rows, key=lambda row: row[0]):
            numbers = {form: [row[2] for row in some] for form, some in groupby(of_key, key=lambda row: row[1])}
            yield key, lines_of({key: numbers})[key]

    def _manifest(self, firsts: list[str], names: list[str]) -> dict[str, Any]:
        return {
            "version": self._digest.hexdigest()[:8],
            "shards": firsts,
            "names": names,
            "cards": CARDS_PER_FILE,
            "kinds": [[kind, count] for kind, count in self._counts.items() if count],
            "plans": self._counts["plan"],
            "units": [[code, name] for code, name in self._names.items()],
            "years": runs(self._years),
            "lengths": "".join(self._lengths),
            "abbreviations": [],
            "same": same_words(),
        }


def _shard(first: str, lines: list[str], names: set[str]) -> tuple[str, bytes]:
    name = f"k{hashlib.sha256(first.encode()).hexdigest()[:8]}"
    while name in names:
        name += "0"
    names.add(name)
    return name, script(name, "\n".join(lines))


def _passage(anchor: str, path: str, title: str, lead: str, schedule: str) -> list[Any]:
    """Write a duty as the scripts read a provision: anchor, place, words, nothing above it, that it is a duty."""
    summary = ". ".join(filter(None, (title, f"Chủ trì: {lead}" if lead else "", schedule)))
    return [anchor[:200], clipped(upper_first(path_name(path[:200])), 60), clipped(summary, _WORDS), -1, 1]
