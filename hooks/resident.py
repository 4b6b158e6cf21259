"""What outlives a build: the live preview builds again and again in one process, mostly from the same files."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.fabric import Fabric
from kehoach.repository import Memory


@dataclass
class Resident:
    """What the last build read and linked, and whether this process is a live preview."""

    memory: Memory = field(default_factory=Memory)
    fabric: Fabric | None = None
    serving: bool = False


# MkDocs runs the file with the events anew for every build; this one it imports once.
RESIDENT = Resident()
