"""A list of every published file with its SHA-256, and telling whether a copy is whole.

A manifest detects tampering only together with a trusted copy of itself or a signature over it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What was published: the commit it was built from, the manifest before it, SHA-256 by file path."""

    commit: str
    previous: str
    files: Mapping[str, str]

    def to_json(self) -> str:
        """Write it as JSON with a fixed order."""
        data = {"format": 1, "commit": self.commit, "previous_manifest_sha256": self.previous or None}
        head = json.dumps(data, ensure_ascii=False, indent=1).removesuffix("\n}")
        # Not with the rest: what writes indents takes four times as long, and of files there are tens of thousands.
        files = json.dumps(self.files, ensure_ascii=False, sort_keys=True, separators=(",\n  ", ": "))
        file_rows = f"{{\n  {files[1:-1]}\n }}" if self.files else "{}"
        return f'{head},\n "files": {file_rows}\n}}\n'


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
