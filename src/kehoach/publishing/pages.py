"""The ``pages`` command: the site's pages on disk for another generator, front matter and body, beside all files.

The way out of the present shell: any generator that takes Markdown files with front matter and lets HTML through
makes the same pages of them (tried: ProperDocs, Zensical). A body is one block of HTML without blank lines,
which neither Python-Markdown nor CommonMark looks into.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kehoach.exports.datapackage import Size
from kehoach.exports.opendata import size
from kehoach.files.opening import open_repository
from kehoach.files.revisions import histories, versions
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.meaning.fabric import weave
from kehoach.pages.build import make_site
from kehoach.pages.build import plan_files as own_files
from kehoach.pages.embeds import embed, figures, placeholder
from kehoach.pages.home import home
from kehoach.pages.metadata import head
from kehoach.pages.page import Heading, Page
from kehoach.pages.site import Site
from kehoach.publishing.origin import commit_time
from kehoach.publishing.works import Circumstances, Works, last

_FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_EMBED = re.compile(r"\{\{ *embed\(\"([a-z-]+)\"\) *\}\}")
_FIGURE = re.compile(r"\{\{ *figure\(\"([a-z-]+)\"\) *\}\}")
_BLANK_LINES = re.compile(r"\n\s*\n")


def export_pages(root: Path, place: Path, name: str, url: str | None) -> int:
    """Write all pages and files to a folder that is new or empty; gives their number."""
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise UserError(f"{place} đã có nội dung; hãy chọn một thư mục mới.")
    repository = open_repository(root)
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or commit_time(root).get("SOURCE_DATE_EPOCH")
    committed = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else None
    source, address = root / "site_src", home(name, url)
    today = committed.astimezone(dt.timezone(dt.timedelta(hours=7))).date() if committed else None
    site = make_site(
        weave(repository), repository, templates=source / "templates", today=today, versions=versions(root)
    )
    circumstances = Circumstances(address, source, histories(root) or {}, committed)
    written = {place / path: data for path, data in every_file(site, source / "docs", circumstances)}
    written.update((place / path, (root / file).read_bytes()) for path, file in own_files(site).items())
    write_all(written)
    for path in (source / "docs" / "assets").rglob("*"):
        if path.is_file():
            copy = place / path.relative_to(source / "docs")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return len(written)


def every_file(site: Site, docs: Path, around: Circumstances) -> Iterator[tuple[str, bytes]]:
    """Give every page and made file: its path in the folder, its bytes."""
    authored = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    for name, path in authored.items():
        yield name, filled(site, path.read_text(encoding="utf-8"), name.removesuffix("index.md")).encode()
    authored_paths = {name.removesuffix("index.md") for name in authored}
    sizes: dict[str, Size] = {}
    for address, data in (file for work in Works(site, around) for file in work.make()):
        if isinstance(data, Page):
            authored_paths.add(address)
            yield f"{address}index.md", as_markdown(data, head(site, data, around.home)).encode()
        else:
            whole = bytes(data)
            sizes[address] = size(whole)
            yield address, whole
    yield from last(authored_paths, sizes, around)


def as_markdown(page: Page, tags: str) -> str:
    """Write a generated page: front matter as JSON values, which are YAML too, and the body as one block of HTML."""
    if "<pre" in page.html:
        raise AssertionError(f"{page.path}: blank lines within <pre> would be lost")
    matter = {
        "title": page.title,
        "description": page.description,
        "toc": [_entry(heading) for heading in page.toc],
        "head": tags,
        "scripts": list(page.scripts),
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in matter.items())
    return f"---\n{lines}---\n{_block(page.html)}\n"


def _entry(heading: Heading) -> dict[str, Any]:
    return {
        "title": heading.title,
        "anchor": heading.anchor,
        "children": [_entry(child) for child in heading.children],
    }


def _block(html: str) -> str:
    return f'<div class="kh-page">\n{_BLANK_LINES.sub(chr(10), html.strip())}\n</div>'


def filled(site: Site, text: str, page_path: str) -> str:
    """Fill an authored page's macros in; its own words stay Markdown."""
    front = match[0] if (match := _FRONT.match(text)) else ""
    numbers = figures(site)
    body = _FIGURE.sub(lambda match: str(numbers[match[1]]), text[len(front) :])
    return front + _EMBED.sub(lambda match: _block(embed(site, placeholder(match[1]), page_path)), body)
