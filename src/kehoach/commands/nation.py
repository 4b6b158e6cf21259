"""What is made of the data packages of many sites: Parquet beside a package."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from kehoach.nation.building import parquet
from kehoach.newrepository.provinces import find, successors

PARQUET = "parquet"


@cache
def province_code(name: str) -> str:
    """Give the code of the province of a name, of one before 01/7/2025 that of the one it went into; else nothing."""
    codes = {unit.code for unit in find(name) if not unit.province}
    codes = codes or {unit.code for unit in successors(name) if not unit.province}
    return codes.pop() if len(codes) == 1 else ""


def parquet_beside(site: Path, new: Path) -> None:
    """Write the open data of a built site as Parquet into the folder of its package; raises UserError."""
    with tempfile.TemporaryDirectory(dir=new.parent) as work:
        parquet([str(site)], Path(work), province_code, new / PARQUET)
