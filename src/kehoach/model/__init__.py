"""What there is, as frozen values: plan, registry, progress, the printed form, and what differs from a source."""

__all__ = [
    "fidelity",
    "fields",
    "fromdata",
    "frozen",
    "outline",
    "place",
    "plan",
    "printed",
    "progress",
    "registry",
]
"""Modules that other rooms may import."""
