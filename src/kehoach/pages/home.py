"""Where the site will stand: known only where it is built with an address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Home:
    """The site's name, and its address ending in "/", empty where the builder did not say it."""

    name: str
    url: str = ""

    def full(self, path: str, here: str = "") -> str:
        """Give the full address of a path of the site, or where the site's is not known, the way from ``here``."""
        shown = f"{path}index.html" if path.endswith("/") or not path else path
        return f"{self.url}{shown}" if self.url else "../" * here.count("/") + shown


def home(name: str, url: str | None) -> Home:
    """Make it from what the configuration says."""
    return Home(name, f"{url.rstrip('/')}/" if url else "")
