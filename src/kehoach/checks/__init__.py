"""What a schema cannot say: rules over a plan, its words and links, and the registries."""

from kehoach.checks.run import check_repository

__all__ = ["check_repository"]
