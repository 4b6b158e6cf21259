"""A plan's progress file as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kehoach.files.yamlfile import Loaded
from kehoach.model.progress import Progress


@dataclass(frozen=True)
class Recorded:
    """A progress file: what it says, where it says it, and the SHA-256 of the evidence files found beside it."""

    progress: Progress
    loaded: Loaded
    evidence: Mapping[str, str] = field(default_factory=dict)
