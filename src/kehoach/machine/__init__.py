"""What the machine does for all: processes, digests, writing files whole, git, errors said to a user."""

__all__ = [
    "collecting",
    "fingerprints",
    "forking",
    "git",
    "lazily",
    "leaving",
    "progressbar",
    "store",
    "tempfolder",
    "tracing",
    "usererror",
    "values",
    "writer",
]
"""Modules that other rooms may import."""
