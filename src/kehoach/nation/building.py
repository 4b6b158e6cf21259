"""From data packages to what is made of them, in a working folder: Parquet, and the index site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.nation.database import ProvinceOf, database, take_in
from kehoach.nation.packages import read_package
from kehoach.nation.parquet import write_parquet

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def gathered(names: Sequence[str], work: Path, province_of: ProvinceOf, *also: Path) -> Iterator[DuckDBPyConnection]:
    """Read packages, by paths or https addresses, into one database in an empty folder.

    Beside it, only folders that are named also can be written to. Raises UserError.
    """
    packages = []
    with database(work, *also) as connection:
        for number, name in enumerate(names):
            folder = work / f"goi-{number}"
            folder.mkdir()
            packages.append(read_package(name, folder))
        take_in(connection, packages, province_of)
        yield connection


def parquet(names: Sequence[str], work: Path, province_of: ProvinceOf, place: Path) -> int:
    """Write the tables of packages as Parquet below a new folder; gives the number of files. Raises UserError."""
    with gathered(names, work, province_of, place.parent) as connection:
        return write_parquet(connection, place)
