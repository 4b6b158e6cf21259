"""The command ``init``: start a repository for another body, or renew what one took from the package."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from kehoach.machine.beside import beside
from kehoach.machine.usererror import UserError
from kehoach.starting.body import checked
from kehoach.starting.repository import start, upgrade
from kehoach.starting.shell import FILES, FOLDERS


def run_init(options: argparse.Namespace) -> int:
    """Write the repository beside its place, whole, then give it its name."""
    place: Path = options.place.resolve()
    try:
        if options.upgrade:
            upgrade(place)
            names = (*(f"{name}/" for name in FOLDERS), *FILES)
            print(f"Đã làm mới {', '.join(names)} và mkdocs.yml của {options.place}.")
            return 0
        body = checked(options.unit, options.name, options.level, options.address, options.feedback, options.color)
        _refuse_taken(place)
        with beside(place) as folder:
            start(folder / "new", body, dt.date.today().year)
            if place.is_dir():
                place.rmdir()
            (folder / "new").rename(place)
    except OSError as error:
        raise UserError(f"Không ghi được {options.place}: {error.strerror or error}; chưa có gì thay đổi.") from None
    print(f"Đã lập kho của {body.name} ở {options.place}. Bước tiếp theo ghi trong README.md của kho.")
    return 0


def _refuse_taken(place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise UserError(f"{place} là một tệp; hãy chọn thư mục mới hoặc trống.")
    if place.is_dir() and any(place.iterdir()):
        raise UserError(f"{place} đã có tệp; hãy chọn thư mục mới hoặc trống.")
