"""From data packages to what is made of them, in a working folder: Parquet, and the index site."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kehoach.machine.usererror import UserError
from kehoach.nation.database import ProvinceOf, database, take_in
from kehoach.nation.fetching import Fetch, fetch
from kehoach.nation.listing import TEMPLATES, NationLayout
from kehoach.nation.opening import DESCRIPTION
from kehoach.nation.packages import read_package
from kehoach.nation.parquet import write_parquet
from kehoach.nation.placing import place as placed
from kehoach.nation.placing import rows
from kehoach.nation.searching import Searching
from kehoach.nation.sitepages import SEARCH, NameOf, province_name, site_pages
from kehoach.pages.page import Page
from kehoach.pages.search import SCRIPTS
from kehoach.pages.view import View

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STYLE = "quoc-gia.css"
PARQUET = "parquet"
_TIDY = 200
"""Files between two looks for cycles."""


@contextmanager
def gathered(
    names: Sequence[str], work: Path, province_of: ProvinceOf, *also: Path, fetching: Fetch = fetch
) -> Iterator[DuckDBPyConnection]:
    """Read packages, by paths or https addresses, into one database in an empty folder.

    Beside it, only folders that are named also can be written to. Raises UserError.
    """
    packages = []
    with database(work, *also) as connection:
        for number, name in enumerate(names):
            folder = work / f"goi-{number}"
            folder.mkdir()
            packages.append(read_package(name, folder, fetching))
        take_in(connection, packages, province_of)
        yield connection


def parquet(names: Sequence[str], work: Path, province_of: ProvinceOf, place: Path) -> int:
    """Write the tables of packages as Parquet below a new folder; gives the number of files. Raises UserError."""
    with gathered(names, work, province_of, place.parent) as connection:
        return write_parquet(connection, place)


@dataclass(frozen=True)
class Surroundings:
    """What the edge knows: provinces by name and by code, the policy of pages, where the scripts of the site lie."""

    province_of: ProvinceOf
    name_of: NameOf
    policy: str
    scripts: Path


@dataclass(frozen=True)
class _SearchView(View):
    template: ClassVar[str] = "search.html.j2"

    years: tuple[int, ...]


def index_site(names: Sequence[str], work: Path, of: Surroundings, new: Path, with_parquet: bool = False) -> int:
    """Write the index site over some packages into an empty folder; gives the number of files. Raises UserError."""
    with gathered(names, work, of.province_of, new) as connection:
        placed(connection)
        count = write_parquet(connection, new / PARQUET) if with_parquet else 0
        files = _files(connection, of, work, f"{PARQUET}/{DESCRIPTION}" if with_parquet else "")
        for address, data in _tidied(files):
            path = new / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            count += 1
    return count


def _tidied(files: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Give files, and let go now and then of the cycles that laying out pages leaves: a command looks for none."""
    gc.freeze()
    try:
        for number, file in enumerate(files):
            yield file
            if number % _TIDY == _TIDY - 1:
                gc.collect()
    finally:
        gc.unfreeze()


def _files(connection: DuckDBPyConnection, of: Surroundings, work: Path, described: str) -> Iterator[tuple[str, bytes]]:
    codes = [code for (code,) in rows(connection, "SELECT DISTINCT code FROM plan_rows ORDER BY code")]
    if not codes:
        raise UserError("Các gói không có kế hoạch nào; chưa ghi gì.")
    layout = NationLayout(of.policy)
    for page in site_pages(connection, layout, of.name_of, described):
        yield f"{page.path}index.html", layout.whole(page)
    years = tuple(year for (year,) in rows(connection, "SELECT DISTINCT year FROM plan_rows ORDER BY year DESC"))
    html = layout.lay_out(SEARCH, _SearchView(years))
    yield SEARCH, layout.whole(Page(SEARCH, "Tìm kiếm", html, (), "Tìm kế hoạch, cơ quan, việc.", SCRIPTS))
    yield from Searching(connection, {code: province_name(code, of.name_of) for code in codes}, work).files()
    yield f"assets/{STYLE}", (TEMPLATES / STYLE).read_bytes()
    for script in SCRIPTS:
        yield script, (of.scripts / script.rpartition("/")[2]).read_bytes()
