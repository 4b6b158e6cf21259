"""What is made of the data packages of many sites: the command ``nation``, and Parquet beside a package."""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import cache
from pathlib import Path

from kehoach.machine.tempfolder import temporary_folder
from kehoach.machine.usererror import UserError
from kehoach.nation.building import PARQUET, STYLE, Surroundings, index_site, parquet
from kehoach.newrepository.provinces import find, place, successors
from kehoach.newrepository.template import template
from kehoach.wording.letters import upper_first

_NOT_OURS = "Thư mục {0} có sẵn và không phải trang do lệnh này làm; hãy chọn thư mục khác bằng --output."


@cache
def province_code(name: str) -> str:
    """Give the code of the province of a name, of one before 01/7/2025 that of the one it went into; else nothing."""
    codes = {unit.code for unit in find(name) if not unit.province}
    codes = codes or {unit.code for unit in successors(name) if not unit.province}
    return codes.pop() if len(codes) == 1 else ""


def _province_name(code: str) -> str:
    return upper_first(place(code).full)


def run_nation(options: argparse.Namespace) -> int:
    """Build the site in the place of the one before; what was there stays on failure."""
    from kehoach.publishing.generations import set_modes, switch
    from kehoach.publishing.policy import DIRECTIVES

    target = (options.output or Path("quoc-gia")).resolve()
    is_empty = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if not is_empty and not (target / "assets" / STYLE).is_file():
        raise UserError(_NOT_OURS.format(target))
    # As a page's own: who may frame it is for a server to say.
    policy = "; ".join(f"{name} {sources}" for name, sources in DIRECTIVES.items())
    scripts = template() / "site_src" / "docs" / "assets" / "javascripts"
    surroundings = Surroundings(province_code, _province_name, policy, scripts)
    try:
        with temporary_folder(target) as folder:
            work, new = folder / "work", folder / "new"
            work.mkdir()
            new.mkdir()
            count = index_site(options.packages, work, surroundings, new, options.parquet)
            set_modes(new)
            switch(new, target)
    except OSError as error:
        raise UserError(f"Không ghi được trang: {error.strerror or error}; trang cũ giữ nguyên.") from None
    sys.stdout.write(f"Đã ghi {count} tệp vào {target}.\n")
    return 0


def parquet_beside(site: Path, new: Path) -> None:
    """Write the open data of a built site as Parquet into the folder of its package; raises UserError."""
    with tempfile.TemporaryDirectory(dir=new.parent) as work:
        parquet([str(site)], Path(work), province_code, new / PARQUET)
