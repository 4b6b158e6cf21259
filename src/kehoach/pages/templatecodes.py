"""What Jinja makes of templates, kept beside Python's compiled modules as these are.

To compile those that one plan's pages need takes a quarter of a second, each time anew. What is kept of a template is
used only where program, folder and text are those that it was compiled of; where Python may not write its modules,
nothing is kept.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from kehoach.machine.fingerprints import digest, program


class TemplateCodes(BytecodeCache):
    """Keeps the code of the templates of a folder at a ``place``, one file for each name."""

    def __init__(self, place: Path, folder: Path) -> None:
        self._place, self._folder = place, folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Name what is kept: another folder's template of the same name takes its place."""
        return name

    def get_source_checksum(self, source: str) -> str:
        """Say of what it was compiled: the libraries' versions and all that templates may use are the program's."""
        return digest((program(), self._folder.resolve(), source))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take up what is kept; Jinja leaves it where it is of another text or not whole."""
        with contextlib.suppress(OSError):
            bucket.bytecode_from_string(self._file(bucket).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        file = self._file(bucket)
        with contextlib.suppress(OSError):
            written = file.with_name(f"{file.name}.{os.getpid()}")
            written.write_bytes(bucket.bytecode_to_string())
            written.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return self._place / f"{bucket.key}.template"


def codes_of(folder: Path) -> TemplateCodes | None:
    """Give what keeps the code of a folder's templates beside the compiled modules; None where these are not kept."""
    if sys.dont_write_bytecode:
        return None
    try:
        return TemplateCodes(Path(cache_from_source(__file__)).parent, folder)
    except NotImplementedError:  # Python keeps no modules
        return None
