"""Long files joined of what many sources give, say plans, brought up to date where few sources have changed.

What a source gives to a file is texts under keys, say under the days of a calendar; a file holds them by key, and under
one key in the order of the sources. Of the former file the length of each is kept, so that only those of sources that
have changed are put in anew, and no other source's piece has to be brought back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kehoach.machine.spill import Spill
from kehoach.machine.streamed import Streamed, UnchangedFile
from kehoach.machine.tracing import Former

Given = Mapping[str, Iterable[tuple[str, str]]]
"""What a source gives, by file: keys with texts, each key once."""

_Row = tuple[str, int, int]
"""A text of a file: its key, the number of its source, its length."""
_Text = tuple[_Row, bytes]
_Ordered = Callable[[], Iterator[_Text]]
"""Gives the texts of a file in their order."""

_Texts = Mapping[str, list[tuple[str, str]]]
"""What a source gives, to be gone through more than once."""
_State = tuple[str, str]
"""A source, and the digest of all that its piece is made from."""

_FEW = 64
"""Sources that may have changed: where more have, all is joined anew."""


@dataclass(frozen=True)
class JoinedFiles:
    """Files of the pieces of a ``kind`` of some ``sources``; ``around`` is what stands before and behind, by file.

    ``piece`` gives that of a source, ``given`` what it gives.
    """

    kind: str
    sources: Sequence[str]
    piece: Callable[[str], bytes]
    given: Callable[[bytes], Given]
    around: Mapping[str, tuple[bytes, bytes]]
    _asked: set[str] = field(default_factory=set, repr=False)
    _written: dict[str, Any] = field(default_factory=dict, repr=False)

    def files(self, former: Former | None = None) -> Iterator[tuple[str, Streamed]]:
        """Give the files; what the next run needs of them is kept once all have been gone through."""
        texts: Mapping[str, _Ordered | UnchangedFile] = (self._updated(former) if former else None) or self._anew()
        for name, ordered in texts.items():
            if isinstance(ordered, UnchangedFile):
                yield name, ordered
            else:
                yield name, Streamed(partial(self._streamed, name, ordered, former))

    def _given_by(self, source: str) -> _Texts:
        self._asked.add(source)
        return _texts_of(self.given(self.piece(source)))

    def _anew(self) -> Mapping[str, _Ordered]:
        """Put all texts aside by file and key, since all together are much."""
        aside = Spill()
        for number, source in enumerate(self.sources):
            for name, texts in self._given_by(source).items():
                for key, text in texts:
                    aside.put(f"{name} {key}", f"{number} {text}")
        return {name: partial(_put_aside, aside, name) for name in self.around}

    def _updated(self, former: Former) -> Mapping[str, _Ordered | UnchangedFile] | None:
        """Bring the former files up to date; None where they are not of the same sources, or not whole."""
        before = json.loads(former.joined(self.kind) or b"{}")
        if [source for source, _ in before.get("sources", ())] != [*self.sources] or not self.sources:
            return None
        changed = [number for number, (source, state) in enumerate(before["sources"]) if former.state(source) != state]
        if len(changed) > _FEW:
            return None
        try:
            paths = {name: former.path(*size) for name, (_, size) in before["files"].items()}
        except LookupError:
            return None
        fresh, affected = self._fresh(former, {number: before["sources"][number] for number in changed})
        texts: dict[str, _Ordered | UnchangedFile] = {}
        for name, (rows, size) in before["files"].items():
            if name in affected:
                of_file = {number: given[name] for number, given in fresh.items()}
                texts[name] = partial(_joined, rows, of_file, paths[name], len(self.around[name][0]))
            else:
                texts[name] = UnchangedFile(paths[name], *size)
                self._written[name] = rows, size
        if not affected:
            self._keep(former)
        return texts

    def _fresh(self, former: Former, changed: Mapping[int, _State]) -> tuple[Mapping[int, _Texts], set[str]]:
        """Give what sources that have changed give now, by their numbers, and the files in which that is no longer so.

        Many a change is of words that a file has nothing of.
        """
        fresh: dict[int, _Texts] = {}
        affected: set[str] = set()
        for number, (source, state) in changed.items():
            try:
                was = _texts_of(self.given(former.before(self.kind, source, state)))
            except LookupError:
                was = {}
            fresh[number] = self._given_by(source)
            affected |= {name for name in self.around if was.get(name) != fresh[number][name]}
        return fresh, affected

    def _streamed(self, name: str, ordered: _Ordered, former: Former | None) -> Iterator[bytes]:
        """Give a file by the piece, and note where each text stands in it."""
        head, end = self.around[name]
        rows: list[_Row] = []
        hashed, length = hashlib.sha256(head), len(head) + len(end)
        yield head
        for row, data in ordered():
            rows.append(row)
            hashed.update(data)
            length += len(data)
            yield data
        hashed.update(end)
        yield end
        columns = [[*column] for column in zip(*rows, strict=True)] or [[], [], []]
        self._written[name] = columns, (length, hashed.hexdigest())
        if former and len(self._written) == len(self.around):
            self._keep(former)

    def _keep(self, former: Former) -> None:
        sources = [(source, former.state(source)) for source in self.sources]
        # A piece that looked at more than its source is made every time: then so is the whole.
        if all(former.is_kept(self.kind, *source) for source in sources if source[0] in self._asked):
            written = {"sources": sources, "files": self._written}
            former.keep(self.kind, json.dumps(written, ensure_ascii=False).encode())


def _texts_of(given: Given) -> _Texts:
    return {name: [*texts] for name, texts in given.items()}


def _put_aside(aside: Spill, name: str) -> Iterator[_Text]:
    for put in aside.names():
        source, _, key = put.partition(" ")
        for text in aside.texts(put) if source == name else ():
            number, _, words = text.partition(" ")
            data = words.encode()
            yield (key, int(number), len(data)), data


def _joined(
    rows: Sequence[Sequence[Any]], fresh: Mapping[int, Iterable[tuple[str, str]]], path: Path, start: int
) -> Iterator[_Text]:
    """Give texts in their order: of ``fresh`` sources as they are now, of all others from where they stood."""
    texts: list[tuple[_Row, int | bytes]] = []
    for key, source, length in zip(*rows, strict=True):
        if source not in fresh:
            texts.append(((key, source, length), start))
        start += length
    for source, given in fresh.items():
        texts += [((key, source, len(data)), data) for key, text in given if (data := text.encode())]
    with path.open("rb") as before:
        for row, place in sorted(texts, key=lambda text: text[0]):
            if isinstance(place, bytes):
                yield row, place
                continue
            if before.tell() != place:
                before.seek(place)
            yield row, before.read(row[2])
