"""What changed between two plans: alignment of provisions, then a description of each change."""

from kehoach.diff.compare import compare
from kehoach.diff.model import Change, Comparison, FieldChange

__all__ = ["Change", "Comparison", "FieldChange", "compare"]
