"""What differs between two plans, and what plans take from one another."""

__all__ = [
    "cascade",
    "commontext",
    "compare",
    "data",
    "dutytable",
    "editions",
    "inheritance",
    "kinds",
    "markdown",
    "model",
    "nodes",
    "numbers",
    "relations",
    "since",
    "words",
    "written",
]
"""Modules that other rooms may import."""
