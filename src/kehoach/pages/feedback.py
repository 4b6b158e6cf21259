"""Where readers send a remark: an e-mail or an issue, filled in beforehand, since the site itself takes nothing in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_FIELD = re.compile(r"\{([a-z]*)\}")
FIELDS = ("title", "text")


@dataclass(frozen=True)
class Feedback:
    """A link pattern with the fields ``{title}`` and ``{text}``; the page's script fills the same for provisions."""

    pattern: str

    def link(self, title: str, text: str) -> str:
        """Fill in the link, both texts percent-encoded."""
        values = {"title": quote(title, safe=""), "text": quote(text, safe="")}
        return _FIELD.sub(lambda match: values[match[1]], self.pattern)

    def about_page(self, title: str, address: str) -> str:
        """Give the link for a remark on a page, by its title and address."""
        return self.link(f"Góp ý: {title}", f"Trang: {address}\n\nNội dung góp ý:\n")


def feedback(pattern: str | None) -> Feedback | None:
    """Read the setting ``extra.feedback``; None where there is none.

    Raises ValueError for anything but a ``mailto:`` or ``https:`` link with the fields of ``FIELDS``.
    """
    if not pattern:
        return None
    fields = _FIELD.findall(pattern)
    if not pattern.startswith(("mailto:", "https://")):
        raise ValueError(f"extra.feedback: {pattern!r} phải bắt đầu bằng mailto: hoặc https://")
    if sorted(fields) != sorted(FIELDS):
        raise ValueError(f"extra.feedback: {pattern!r} phải có mỗi chỗ điền {{title}}, {{text}} đúng một lần")
    return Feedback(pattern)
