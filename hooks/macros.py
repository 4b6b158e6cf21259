"""Macros for authored pages: placeholders for pieces and figures of the model; nothing else is in reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.pages.embeds import figure, placeholder


class Closed(ImmutableSandboxedEnvironment):
    """Calls the given macros and reads no attribute of anything: no configuration, environment, clock or file."""

    def __init__(self, macros: Mapping[str, Any]) -> None:
        super().__init__(undefined=StrictUndefined)
        self.globals = dict(macros)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell that no attribute may be read."""
        return False


def define_env(env: Any) -> None:
    """Register the macros; mkdocs-macros calls this once per build."""
    env.macro(placeholder, "embed")
    env.macro(figure, "figure")


def on_pre_page_macros(env: Any) -> None:
    """Take from a page all that mkdocs-macros lays out for it but our macros; called before each page."""
    if not isinstance(env._env, Closed):
        env._env = Closed({name: env.macros[name] for name in ("embed", "figure")})
    for name in set(env.variables) - {"page"}:
        del env.variables[name]
