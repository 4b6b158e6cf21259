"""A page is a template plus a view: a frozen value with all that the page shows.

A template finds the fields of its view by their names, and beside them only what depends on nothing that is held:
``url(path, anchor)`` gives the link from the page at hand, ``address`` the addresses of pages and files, ``words`` the
Vietnamese words for codes, and the filters of ``FILTERS``. No template sees plans or registries: what is not in the
view is not on the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from kehoach.machine.usererror import UserError
from kehoach.pages import page as address
from kehoach.pages import vocabulary
from kehoach.pages.page import href
from kehoach.pages.templatecodes import codes_of
from kehoach.wording.letters import bare, decimal, long_date, short_date, upper_first
from kehoach.wording.pathnames import path_name

_NUMBERED = re.compile(r"(?<=\w) (?=[0-9]+(?:\W|$))")


@dataclass(frozen=True)
class View:
    """What a page or a piece of one shows; ``template`` is the file that lays it out."""

    template: ClassVar[str]


def folded(text: str) -> str:
    """Fold a text for searching without diacritics."""
    return bare(text).lower()


def host(url: str) -> str:
    """Name where an address leads: its host, as a reader knows it."""
    return urlsplit(url).hostname or url


def unbroken(text: str) -> str:
    """Keep a number with the word before it in the name of a place: ``III.2, gạch 4`` is not parted before "4"."""
    return _NUMBERED.sub("\u00a0", text)


def place_words(path: str) -> str:
    """Say a label path for people, unbroken."""
    return unbroken(path_name(path))


FILTERS: Mapping[str, Callable[[Any], str]] = {
    "long_date": long_date,
    "short_date": short_date,
    "decimal": decimal,
    "upper_first": upper_first,
    "folded": folded,
    "host": host,
    "path_name": place_words,
    "unbroken": unbroken,
}
"""Pure formatting, beside the filters of Jinja itself."""

GLOBALS: Mapping[str, Any] = {"words": vocabulary, "address": address}


@lru_cache(maxsize=8)
def environment(templates: Path) -> Environment:
    """Make the template environment: autoescape on, an unknown name is an error; one for all sites of a folder."""
    templating = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
        bytecode_cache=codes_of(templates),
    )
    templating.filters.update(FILTERS)
    templating.globals.update(GLOBALS)
    return templating


def rendered(templates: Environment, page_path: str, view: View) -> str:
    """Lay out a view for the page at ``page_path``; raises UserError where a repository's templates are too old."""
    view_fields = {field.name: getattr(view, field.name) for field in fields(view)}
    try:
        return templates.get_template(view.template).render(url=partial(href, page_path), **view_fields)
    except TemplateNotFound as error:
        raise UserError(
            f"Thiếu mẫu trang {error.name} trong site_src/templates: mẫu của kho cũ hơn chương trình. "
            "Chạy python3 run.py upgrade rồi dựng lại; trang cũ giữ nguyên."
        ) from None
