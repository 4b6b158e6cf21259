"""Values of sound registry files, kept: to read a long one takes thirty times as long as bringing its values back."""

from __future__ import annotations

import json
import sys
from typing import Any

from kehoach.machine.fingerprints import digest, program
from kehoach.machine.store import Store

KIND = "registry"


class RegistryFiles:
    """Gives and keeps the plain values of files in which nothing was wrong, by name and digest (``memory.Values``)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, name: str, state: str) -> Any:
        """Give the value of a file in a state; None where it is not kept."""
        kept_state, data = self._store.read(KIND, name) or ("", b"")
        if kept_state != digest((program(), state)):
            return None
        try:
            value = _shared(json.loads(data))
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            self._store.spoiled += 1
            return None
        return value

    def keep(self, name: str, state: str, value: Any) -> None:
        """Keep the value of a file in a state."""
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        self._store.write(KIND, [(name, digest((program(), state)), data)])


def _shared(value: Any) -> Any:
    """Give a value in which equal texts are one: most of what ten thousand bodies say of themselves is the same."""
    if isinstance(value, str):
        return sys.intern(value)
    if isinstance(value, list):
        return [*map(_shared, value)]
    return {key: _shared(part) for key, part in value.items()} if isinstance(value, dict) else value
