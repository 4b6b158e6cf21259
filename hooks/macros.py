"""Macros for authored pages: placeholders for pieces of the model, and single figures."""

from __future__ import annotations

from typing import Any

from kehoach.pages import figures, placeholder


def define_env(env: Any) -> None:
    """Register the macros; mkdocs-macros calls this once per build."""
    site = env.conf.extra["kehoach"].site
    env.macro(placeholder, "embed")
    env.macro(lambda name: figures(site)[name], "figure")
