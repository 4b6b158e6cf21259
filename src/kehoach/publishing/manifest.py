"""A list of every published file with its SHA-256, and telling whether a copy is whole.

A manifest detects tampering only together with a trusted copy of itself or a signature over it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NAME = "manifest.json"
_AT_ONCE = 1000
"""Files that are written in one go: the list of a large site is longer than all else that is known then."""
_BETWEEN = ",\n  "


@dataclass(frozen=True)
class Manifest:
    """What was published: the commit it was built from, the manifest before it, SHA-256 by file path."""

    commit: str
    previous: str
    files: Mapping[str, str]

    def to_json(self) -> str:
        """Write it as JSON with a fixed order."""
        return "".join(self.pieces())

    def pieces(self) -> Iterator[str]:
        """Give the same piece by piece."""
        data = {"format": 1, "commit": self.commit, "previous_manifest_sha256": self.previous or None}
        yield json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}")
        names = sorted(self.files)
        before = ',\n "files": {\n  '
        for start in range(0, len(names), _AT_ONCE):
            files = {name: self.files[name] for name in names[start : start + _AT_ONCE]}
            # Not with the rest: what writes indents takes four times as long, and of files there are tens of thousands.
            yield before + json.dumps(files, ensure_ascii=False, separators=(_BETWEEN, ": "))[1:-1]
            before = _BETWEEN
        yield "\n }\n}\n" if names else ',\n "files": {}\n}\n'


class BrokenManifest(Exception):
    """The manifest itself cannot be read; the message is a Vietnamese sentence."""


def read_manifest(text: str | bytes) -> Manifest:
    """Read a manifest; raises BrokenManifest where it is none."""
    try:
        data: Any = json.loads(text)
        files = data["files"]
        if data["format"] != 1 or not all(isinstance(v, str) for pair in files.items() for v in pair):
            raise ValueError
        return Manifest(str(data["commit"]), str(data["previous_manifest_sha256"] or ""), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BrokenManifest(f"{NAME} hỏng hoặc không phải danh sách tệp của chương trình này.") from None


@dataclass(frozen=True)
class ManifestDifference:
    """A file that is not as published: ``kind`` is missing, changed or added."""

    kind: str
    path: str


def differences(manifest: Manifest, digests: Mapping[str, str]) -> Iterator[ManifestDifference]:
    """Compare what was published with the SHA-256 of what is there; the manifest itself does not count."""
    for path in sorted({*manifest.files, *digests} - {NAME}):
        if path not in digests:
            yield ManifestDifference("missing", path)
        elif path not in manifest.files:
            yield ManifestDifference("added", path)
        elif manifest.files[path] != digests[path]:
            yield ManifestDifference("changed", path)
