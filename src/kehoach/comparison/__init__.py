"""What differs between two plans, and what plans take from one another."""

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
