"""What any program needs, whatever it is about.

Processes, digests, the store of what is kept and values packed for it, files written whole, git, refusals.
"""

__all__ = [
    "childprogram",
    "fingerprints",
    "forking",
    "gcpause",
    "git",
    "joinedfiles",
    "lazymapping",
    "processexit",
    "progressbar",
    "spill",
    "store",
    "streamed",
    "tempfolder",
    "tracing",
    "usage",
    "usererror",
    "values",
    "writer",
    "ziplimits",
]
"""Modules that other rooms may import."""
