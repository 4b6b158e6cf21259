"""What differs between two plans and how it is said; what plans rest on and take from one another."""

__all__ = [
    "align",
    "cascade",
    "changesentence",
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
    "order",
    "phrases",
    "relations",
    "terminaltext",
    "words",
]
"""Modules that other rooms may import."""
