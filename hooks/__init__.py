"""Thin adapters between MkDocs and the package."""
