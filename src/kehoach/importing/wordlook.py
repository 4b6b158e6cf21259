"""How runs of a Word document are set, as far as it changes what is read."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kehoach.importing.wordnumbers import Styles, W, font_of, is_on, unseen

_TELLING = frozenset(f"{W}{name}" for name in ("rStyle", "caps", "rFonts", "vanish", "strike", "dstrike"))
"""Properties that change what is read; most runs only say their size or weight."""


@dataclass(frozen=True)
class Look:
    """Whether a run is in capitals, its font, and why it is no content, empty where it is."""

    capitals: bool = False
    font: str = ""
    unseen: str = ""

    def within(self, properties: Element | None, styles: Styles) -> Look:
        """Give how a run inside looks, by its style and its own properties."""
        if properties is None or _TELLING.isdisjoint([part.tag for part in properties]):
            return self
        run_style = properties.find(f"{W}rStyle")
        look = self.styled(styles.chain(run_style.get(f"{W}val", "")), styles) if run_style is not None else self
        return Look(
            look.capitals or is_on(properties, "caps"),
            font_of(properties) or look.font,
            unseen(properties) or look.unseen,
        )

    def styled(self, chain: list[str], styles: Styles) -> Look:
        """Give how text of a style looks."""
        return Look(
            self.capitals or any(name in styles.capitals for name in chain),
            next((styles.fonts[name] for name in chain if name in styles.fonts), self.font),
            next((styles.unseen[name] for name in chain if name in styles.unseen), self.unseen),
        )
