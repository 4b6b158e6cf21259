"""Processes, digests, what is kept from run to run, files written whole, git, refusals."""

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
