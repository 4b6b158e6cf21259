"""Writing files whole or not at all: first beside their place, then moved in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kehoach.machine.usererror import UserError


def write_all(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files, all or none as far as the disk allows: each first beside its place, then all moved in."""
    parts = {path: path.with_name(f".{path.name}.part") for path in contents}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(content.encode() if isinstance(content, str) else content)
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        for part in parts.values():
            _drop(part)
        raise UserError(f"Không ghi được {error.filename}: {error.strerror}.") from None


def write_whole(content: str | bytes, output: Path | None) -> None:
    """Write a file whole or not at all, or to the standard output where no file is named."""
    if output is None:
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content)
        return
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        part.replace(output)
    except OSError as error:
        _drop(part)
        raise UserError(f"Không ghi được {output}: {error.strerror}.") from None


def _drop(part: Path) -> None:
    # Where the folder itself is a file there is nothing to drop, and saying so is an error.
    with suppress(OSError):
        part.unlink()
