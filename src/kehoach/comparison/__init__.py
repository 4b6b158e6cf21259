"""What differs between two plans, in words, fields and meaning, and how it is said.

Provisions paired, words as signs, what moved, came or went, slips put right; what plans rest on, take up and hand over.
"""

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
    "pairing",
    "phrases",
    "relations",
    "supposed",
    "terminaltext",
    "words",
]
"""Modules that other rooms may import."""
