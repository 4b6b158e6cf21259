"""In which stage plans and bodies are on the site's day: read off titles and registries once, shown on many pages."""

from __future__ import annotations

import datetime as dt

from kehoach.machine.tracing import watched
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.status import Stage, from_day, plan_stages, unit_stages


class Stages:
    """The stages from a day on; who asks notes that itself."""

    def __init__(self, fabric: Fabric, day: dt.date) -> None:
        self._fabric, self._day = fabric, day
        self._known: dict[str, tuple[Stage, ...]] = {}

    def of(self, name: str) -> tuple[Stage, ...]:
        """Give the stage of a plan or body, and those still to come; nothing where there is none of the name."""
        if name not in self._known:
            with watched():
                self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> tuple[Stage, ...]:
        registry = self._fabric.registry
        if name in self._fabric.plans:
            return from_day(plan_stages(registry, self._fabric.outlines[name].head), self._day)
        unit = registry.units.get(name)
        return from_day(unit_stages(registry, unit), self._day) if unit else ()
