"""What any program needs: processes, digests, the store of what is kept, files written whole, git, refusals."""

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
