"""What outlives a build: the live preview builds again and again in one process, mostly from the same files."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2.bccache import Bucket, BytecodeCache

from kehoach.fabric import Fabric
from kehoach.repository import Memory


class Compiled(BytecodeCache):
    """The theme's templates as they were compiled, by content: compiling them took half of a rebuild."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled of the same content."""
        if data := self._held.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._held[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


@dataclass
class Resident:
    """What the last build read and linked, and whether this process is a live preview."""

    memory: Memory = field(default_factory=Memory)
    fabric: Fabric | None = None
    serving: bool = False
    compiled: Compiled = field(default_factory=Compiled)


# MkDocs runs the file with the events anew for every build; this one it imports once.
RESIDENT = Resident()
