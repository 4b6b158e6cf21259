"""The command ``init``: start a repository for another body, or renew what one took from the package."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from kehoach.machine.tempfolder import temporary_folder
from kehoach.machine.usererror import UserError
from kehoach.newrepository.body import checked
from kehoach.newrepository.localunits import UnknownPlace, commune_registry, province_registry
from kehoach.newrepository.registries import Entry
from kehoach.newrepository.repository import start_repository, upgrade_repository
from kehoach.newrepository.template import COPIED_FILES, COPIED_FOLDERS
from kehoach.wording.letters import folded


def run_init(options: argparse.Namespace) -> int:
    """Write the repository beside its place, whole, then give it its name."""
    place: Path = options.place.resolve()
    try:
        if options.upgrade:
            upgrade_repository(place)
            names = (*(f"{name}/" for name in COPIED_FOLDERS), *COPIED_FILES)
            print(f"Đã làm mới {', '.join(names)} và mkdocs.yml của {options.place}.")
            return 0
        today = dt.date.today()
        local = _around(options, today)
        unit, name = _named(options, local)
        body = checked(unit, name, options.level, options.address, options.feedback, options.color)
        _refuse_taken(place)
        with temporary_folder(place) as folder:
            start_repository(folder / "new", body, today.year, local)
            if place.is_dir():
                place.rmdir()
            (folder / "new").rename(place)
    except OSError as error:
        raise UserError(f"Không ghi được {options.place}: {error.strerror or error}; chưa có gì thay đổi.") from None
    print(f"Đã lập kho của {body.name} ở {options.place}. Bước tiếp theo ghi trong README.md của kho.")
    return 0


def _around(options: argparse.Namespace, today: dt.date) -> list[Entry]:
    """Give the bodies of the province or commune that the options name; raises UserError where there is no such one."""
    try:
        if options.commune:
            return list(commune_registry(options.commune, today, options.province or "")["units"])
        return list(province_registry(options.province, today)["units"]) if options.province else []
    except UnknownPlace as error:
        near = ", ".join(dict.fromkeys(place.full for place in error.near))
        hint = f" Có phải: {near}?" if near else " Ghi đủ tên như trong nghị quyết sắp xếp, ví dụ “Lâm Đồng”."
        if options.commune and len(error.near) > 1:
            hint += " Tên có ở nhiều tỉnh thì ghi thêm --province."
        raise UserError(f"Không có đúng một tỉnh, xã nào tên “{error}”.{hint}") from None


def _named(options: argparse.Namespace, local: Sequence[Entry]) -> tuple[str | None, str | None]:
    """Give id and name of the body that the repository is for: those asked for, else the place's own committee."""
    level = "commune" if options.commune else "province"
    own = next((unit for unit in local if unit["kind"] == "people_committee" and unit["level"] == level), None)
    if options.unit:
        own = next((unit for unit in local if unit["id"] == options.unit), own if options.name is None else None)
    _refuse_second(options, local)
    unit, name = (own["id"], own["name"]) if own else (None, None)
    return options.unit or unit, options.name or name


def _refuse_second(options: argparse.Namespace, local: Sequence[Entry]) -> None:
    """Refuse a body that the place's registry has under another id: two entries of one name link to neither."""
    if not options.unit or not options.name or any(unit["id"] == options.unit for unit in local):
        return
    own_name = folded(options.name.strip())
    units = (unit for unit in local if own_name in {folded(name) for name in (unit["name"], *unit.get("names", ()))})
    if same := next(units, None):
        raise UserError(
            f"Cơ quan “{options.name}” đã có sẵn trong sổ của tỉnh với mã {same['id']}; ghi --unit {same['id']}."
        )


def _refuse_taken(place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise UserError(f"{place} là một tệp; hãy chọn thư mục mới hoặc trống.")
    if place.is_dir() and any(place.iterdir()):
        raise UserError(f"{place} đã có tệp; hãy chọn thư mục mới hoặc trống.")
