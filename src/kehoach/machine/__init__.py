"""What any program needs: processes, digests, the store of what is kept, files written whole, git, refusals."""

__all__ = [
    "childprogram",
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
    "ziplimits",
]
"""Modules that other rooms may import."""
