"""What the machine does for all: processes, digests, writing files whole, git, errors said to a user."""

__all__ = [
    "fingerprints",
    "forking",
    "gcpause",
    "git",
    "lazymapping",
    "processexit",
    "progressbar",
    "store",
    "tempfolder",
    "tracing",
    "usererror",
    "values",
    "writer",
]
"""Modules that other rooms may import."""
