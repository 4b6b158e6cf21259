"""A comparison as one HTML file that needs no other: for a mail, or for a reviewer without the site."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from kehoach.comparison.model import Comparison
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.pages.build import make_site
from kehoach.pages.difference import compared_page
from kehoach.pages.differencetext import Compared

_SHEET = """
body { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; font: 1rem/1.5 "Be Vietnam Pro", system-ui, sans-serif; }
:root { --kh-line: #d9d5cc; --kh-card: #fff; --kh-quiet: #55524b; --kh-brand: #9b1c1c;
  --md-text-font-family: system-ui, sans-serif; --md-default-fg-color: #222; }
.kh-sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.kh-tag { padding: 0 .4rem; border: 1px solid var(--kh-line); border-radius: 1rem; }
td, th { padding: .3rem .6rem; border-top: 1px solid var(--kh-line); vertical-align: top; text-align: left; }
"""
_PAGE = Markup(
    """<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
<style>{style}</style></head>
<body class="md-typeset">
{body}
</body>
</html>
"""
)


def difference_file(
    fabric: Fabric, repository: Repository, comparison: Comparison, old: LinkedPlan, new: LinkedPlan, theme: Path
) -> str:
    """Make the file; ``theme`` is the folder with the templates and styles of the site."""
    site = make_site(fabric, repository, templates=theme / "templates")
    names = [f"{site.unit_name(linked.plan.unit)} {linked.plan.edition}" for linked in (old, new)]
    if old.plan.id == new.plan.id:
        names = ["bản trước", "bản sau"]
    before = f"năm {old.plan.year}" if old.plan.year != new.plan.year else names[0]
    title = f"{names[1]} so với {names[0]}"
    page = compared_page(site, Compared(comparison, old, new, (names[0], names[1]), before), "", title, title)
    style = (theme / "docs/assets/stylesheets/difference.css").read_text(encoding="utf-8")
    return str(_PAGE.format(title=title, style=Markup(_SHEET + style), body=Markup(page.html)))
