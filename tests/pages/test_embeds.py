"""Pieces of the model in authored pages."""

from __future__ import annotations

import datetime as dt

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages.build import make_site
from kehoach.pages.embeds import Pieces, embed, figure, placeholder
from kehoach.pages.site import Site
from kehoach.pages.view import View

TEXT = f"<p>{placeholder('newest')}</p><p>{figure('plans')}</p>"


def test_a_page_that_is_asked_for_twice_has_its_pieces_made_once(
    repository: Repository, fabric: Fabric, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether what was made is at hand or not, the page is the same, and another page has its own links."""
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=dt.date(2026, 9, 21))
    lay_out = Site.lay_out
    laid_out: list[str] = []

    def counted(site: Site, page_path: str, view: View) -> str:
        laid_out.append(page_path)
        return lay_out(site, page_path, view)

    monkeypatch.setattr(Site, "lay_out", counted)
    made: Pieces = {}
    home = embed(site, TEXT, "", made)
    assert embed(site, TEXT, "", made) == home and laid_out == [""]
    assert embed(site, TEXT, "huong-dan/", made) == embed(site, TEXT, "huong-dan/") != home
