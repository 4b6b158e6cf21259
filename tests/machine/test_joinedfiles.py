"""Long files that are joined of what each plan gives: brought up to date they are what they are made anew."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from pathlib import Path

from kehoach.machine.joinedfiles import Given, JoinedFiles
from kehoach.machine.streamed import UnchangedFile
from kehoach.machine.tracing import Piece

AROUND = {"a": (b"head\n", b"end\n"), "b": (b"", b"")}


class Kept:
    """What a run keeps for the next; ``asked`` are the plans whose pieces were made in this one."""

    def __init__(self, folder: Path, pieces: Mapping[str, bytes]) -> None:
        self.folder, self.pieces, self.asked = folder, dict(pieces), list[str]()
        self.lists: dict[str, bytes] = {}
        self.earlier: dict[str, bytes] = {}
        self.unchanged: set[str] = set()
        self.wider: set[str] = set()

    def state(self, plan_id: str) -> str:
        return hashlib.sha256(self.pieces[plan_id]).hexdigest()

    def before(self, kind: str, plan_id: str, state: str) -> bytes:
        return self.earlier[state]

    def is_kept(self, kind: str, plan_id: str, state: str) -> bool:
        return plan_id not in self.wider

    def of_outlines(self, name: str, make: Piece, /) -> bytes:
        return make()

    def joined(self, name: str) -> bytes | None:
        return self.lists.get(name)

    def keep(self, name: str, data: bytes) -> None:
        self.lists[name] = data

    def file(self, length: int, sha256: str) -> bytes:
        return self.path(length, sha256).read_bytes()

    def path(self, length: int, sha256: str) -> Path:
        path = self.folder / sha256
        data = path.read_bytes() if path.exists() else b""
        if len(data) != length or hashlib.sha256(data).hexdigest() != sha256:
            raise LookupError(sha256)
        return path

    def made(self) -> dict[str, bytes]:
        """Join what the plans give, and keep the files."""
        self.asked.clear()
        joined = JoinedFiles("kind", [*self.pieces], self._piece, _given, AROUND).files(self)
        files = {}
        self.unchanged.clear()
        for name, file in joined:
            files[name] = bytes(file)
            self.unchanged |= {name} if isinstance(file, UnchangedFile) else set()
        for data in files.values():
            (self.folder / hashlib.sha256(data).hexdigest()).write_bytes(data)
        self.earlier.update((self.state(plan_id), piece) for plan_id, piece in self.pieces.items())
        return files

    def _piece(self, plan_id: str) -> bytes:
        self.asked.append(plan_id)
        return self.pieces[plan_id]


def _given(piece: bytes) -> Given:
    return {name: texts.items() for name, texts in json.loads(piece).items()}


def _piece(chance: random.Random) -> bytes:
    def texts() -> dict[str, str]:
        return {str(key): f"{key} việc {chance.random()}\n" * chance.randrange(3) for key in range(chance.randrange(4))}

    return json.dumps({name: texts() for name in AROUND}).encode()


def test_a_file_brought_up_to_date_is_what_it_is_when_made_anew(tmp_path: Path) -> None:
    """Whatever plans give, by whatever keys; only the pieces of plans that have changed are asked for."""
    chance = random.Random(1)
    kept = Kept(tmp_path, {f"plan {number}": _piece(chance) for number in range(7)})
    kept.made()
    for _ in range(40):
        changed = chance.sample([*kept.pieces], chance.randrange(3))
        kept.pieces.update({plan_id: _piece(chance) for plan_id in changed})
        states = dict(json.loads(kept.lists["kind"])["sources"])
        files = kept.made()
        assert {*kept.asked} == {plan_id for plan_id in kept.pieces if states[plan_id] != kept.state(plan_id)}
        assert files == Kept(tmp_path, kept.pieces).made()


def test_a_file_of_which_no_text_has_changed_is_not_read(tmp_path: Path) -> None:
    """What a plan gives to others may have; where the piece before is not kept any more, nothing is known."""
    kept = Kept(tmp_path, {name: f'{{"a": {{"1": "{name}"}}, "b": {{"1": "{name}"}}}}'.encode() for name in "xyz"})
    before = kept.made()
    assert not kept.unchanged
    kept.pieces["y"] = b'{"a": {"1": "Y"}, "b": {"1": "y"}}'
    after = kept.made()
    assert (after["b"], kept.unchanged) == (before["b"], {"b"})
    assert after["a"] == b"head\nxYzend\n"
    kept.pieces["x"] += b" "
    assert (kept.made(), kept.unchanged) == (after, {"a", "b"})
    assert kept.made() == after
    kept.pieces["z"] = b'{"a": {"1": "Z"}, "b": {"1": "z"}}'
    kept.earlier.clear()
    kept.made()
    assert not kept.unchanged


def test_texts_stand_by_key_and_then_by_plan(tmp_path: Path) -> None:
    """The order does not hang on which plan was changed last."""
    kept = Kept(
        tmp_path, {"b": b'{"a": {"2": "b2 ", "1": "b1 "}, "b": {}}', "a": b'{"a": {"1": "a1 "}, "b": {"": "x"}}'}
    )
    assert kept.made() == {"a": b"head\nb1 a1 b2 end\n", "b": b"x"}
    kept.pieces["b"] = b'{"a": {"1": "B1 ", "3": "B3 "}, "b": {"": "y"}}'
    assert kept.made() == {"a": b"head\nB1 a1 B3 end\n", "b": b"yx"}


def test_other_plans_or_a_spoiled_file_are_joined_anew(tmp_path: Path) -> None:
    """A plan that came or went, a file that is gone or no longer what was kept, a piece that looks at more."""
    chance = random.Random(2)
    kept = Kept(tmp_path, {name: _piece(chance) for name in "abc"})
    kept.made()
    kept.pieces["d"] = _piece(chance)
    assert kept.made() == Kept(tmp_path, kept.pieces).made()
    assert kept.asked == [*"abcd"]
    anew = Kept(tmp_path / "other", kept.pieces)
    anew.folder.mkdir()
    for path in tmp_path.glob("[0-9a-f]*"):
        path.write_bytes(path.read_bytes() + b"!")
    assert kept.made() == anew.made()
    assert kept.asked == [*"abcd"]
    kept.wider = {"b"}
    kept.lists.clear()
    kept.made()
    assert not kept.lists
