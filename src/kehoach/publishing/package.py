"""The ``package`` command: all that a portal can take, in one folder.

The site as a zip; per plan a folder with the same document as one HTML file, DOCX, PDF, calendar, data and text;
sample server configuration; SHA-256 of everything. The same commit gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kehoach.exports.docx import official_document
from kehoach.exports.pdf import official_pdf
from kehoach.files.opening import open_repository
from kehoach.machine.store import Store
from kehoach.machine.tempfolder import temporary_folder
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import weave
from kehoach.pages.build import make_site
from kehoach.pages.home import Home
from kehoach.pages.paper import STYLE, one_file, snippet
from kehoach.pages.site import Site
from kehoach.publishing.archive import sums, write_zip
from kehoach.publishing.build import build_site
from kehoach.publishing.generations import set_modes, switch
from kehoach.publishing.origin import current_commit
from kehoach.publishing.works import press_of

SITE = "trang.zip"
SUMS = "SHA256SUMS"
_COPIED = (".ics", ".json", ".txt")


def package(
    root: Path,
    place: Path,
    home: Home,
    previous: str = "",
    store: Store | None = None,
    more: Callable[[Path, Path], None] = lambda site, new: None,
) -> int:
    """Build beside ``place``, then switch; gives the number of files. What was there stays on failure.

    ``previous`` is the SHA-256 of the manifest before this one; ``store`` as for the site. ``more`` makes from the
    site's folder what else is to stand in the package's.
    """
    place = place.resolve()
    try:
        with temporary_folder(place) as folder:
            site, new = folder / "site", folder / "new"
            build_site(root, site, current_commit(root), previous=previous, store=store)
            new.mkdir()
            write_zip(site, new / SITE)
            _write(new, bundle(root, site, home))
            more(site, new)
            files = {path.relative_to(new).as_posix(): path.read_bytes() for path in new.rglob("*") if path.is_file()}
            (new / SUMS).write_text(sums(files), encoding="utf-8", newline="\n")
            set_modes(new)
            switch(new, place)
            return len(files) + 1
    except OSError as error:
        raise UserError(f"Không ghi được gói: {error.strerror or error}; gói cũ giữ nguyên.") from None


def bundle(root: Path, site: Path, home: Home) -> dict[str, bytes]:
    """Make what stands beside the zipped site: name in the package, bytes; ``site`` is the built site's folder."""
    repository = open_repository(root)
    fabric = weave(repository)
    pages = make_site(fabric, repository, templates=root / "site_src" / "templates")
    files_by_name = {"nginx.conf": (root / "deploy" / "nginx.conf").read_bytes()}
    for plan_id in fabric.plans:
        files = dict(_plan_files(root, site, pages, plan_id, home))
        files[SUMS] = sums(files).encode()
        files_by_name.update((f"ke-hoach/{plan_id}/{name}", data) for name, data in files.items())
    return files_by_name


def _plan_files(root: Path, built: Path, site: Site, plan_id: str, home: Home) -> Iterator[tuple[str, bytes]]:
    """Give one plan's files, each named after the plan, for they will lie among others."""
    linked, name = site.fabric.plans[plan_id], plan_id.replace("/", "-")
    style = (root / "site_src" / "docs" / STYLE).read_text(encoding="utf-8")
    yield f"{name}.html", one_file(site, plan_id, home, style).encode()
    yield f"{name}.docx", official_document(linked, site.registry)
    yield f"{name}.pdf", official_pdf(linked, site.registry, press_of(root / "site_src"))
    for suffix in _COPIED:
        # A plan without dates has no calendar.
        if (copied := built / "data" / "plans" / f"{plan_id}{suffix}").is_file() or suffix != ".ics":
            yield f"{name}{suffix}", copied.read_bytes()
    yield "nhung.txt", f"{snippet(site, plan_id, home)}\n".encode()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
