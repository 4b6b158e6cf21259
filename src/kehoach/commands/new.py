"""The command ``new``: write the next edition of a plan from the last one."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from kehoach.commands.selecting import find_plan, plan_id_from
from kehoach.drafting.draftreport import report
from kehoach.drafting.nextedition import draft
from kehoach.files.formatting import write_plan
from kehoach.files.opening import open_repository
from kehoach.files.repository import Repository, load_schemas
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.meaning.fabric import Fabric, weave
from kehoach.model.planid import edition_key
from kehoach.model.registry import Registry


def run_new(options: argparse.Namespace) -> int:
    """Write ``plans/<unit>/<series>/<edition>.yaml`` and say what was changed and what is to be looked at."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    line = plan_id_from(options.line)
    unit = ""
    if options.source:
        unit = _target(repository, fabric, line, options.edition, options.root)
        earlier = find_plan(repository, fabric, options.source).plan.id
    else:
        earlier = predecessor(repository, fabric, line, options.edition, options.root)
    linked = fabric.plans[earlier]
    value = repository.plan_files[earlier].value
    series = line.rpartition("/")[2]
    new_plan = draft(
        linked,
        value,
        options.edition,
        repository.registry,
        unit if unit != linked.plan.issuer else "",
        series if series != linked.plan.series else "",
    )
    text = write_plan(new_plan.value, load_schemas(options.root / "schema")["plan"], new_plan.remarks)
    path = options.root / "plans" / f"{line}/{options.edition}.yaml"
    write_all({path: text})
    print("\n".join(report(new_plan, f"plans/{line}/{options.edition}.yaml", earlier, linked.lines)))
    return 0


def _target(repository: Repository, fabric: Fabric, line: str, edition: str, root: Path) -> str:
    """Give the body that a first plan is for; raises UserError where it has one that the next starts from."""
    unit, series = _checked_line(repository.registry, line, edition, root)
    before = [
        plan_id
        for plan_id in fabric.editions.get((unit, series), [])
        if edition_key(plan_id) < edition_key(f"{line}/{edition}")
    ]
    if before:
        raise UserError(f"{line} đã có {before[-1]}; soạn tiếp từ đó thì bỏ --from.")
    return unit


def _checked_line(registry: Registry, line: str, edition: str, root: Path) -> tuple[str, str]:
    unit, _, series = line.partition("/")
    if not series or "/" in series:
        raise UserError(f"“{line}” không đúng mẫu CƠ_QUAN/LOẠT, ví dụ tinh-dak-lak/tuyen-truyen-cchc.")
    if not re.fullmatch(r"20[0-9]{2}(?:-[2-9])?", edition, re.ASCII):
        raise UserError(f"“{edition}” không phải năm; ghi 2026, hoặc 2026-2 cho kế hoạch thứ hai trong năm.")
    _refuse_unknown(registry, unit, series)
    name = f"{line}/{edition}"
    if (root / "plans" / f"{name}.yaml").exists():
        raise UserError(f"Đã có plans/{name}.yaml; lệnh new không ghi đè. Hãy sửa tệp đó hoặc chọn năm khác.")
    return unit, series


def predecessor(repository: Repository, fabric: Fabric, line: str, edition: str, root: Path) -> str:
    """Find the edition that the next one starts from; raises UserError where there can be none."""
    unit, series = _checked_line(repository.registry, line, edition, root)
    name = f"{line}/{edition}"
    editions = fabric.editions.get((unit, series), [])
    before = [plan_id for plan_id in editions if edition_key(plan_id) < edition_key(name)]
    skipped = [plan_id for plan_id in _broken(repository, line) if edition_key(plan_id) < edition_key(name)]
    if skipped and (not before or edition_key(skipped[-1]) > edition_key(before[-1])):
        raise UserError(
            f"Bản trước là plans/{skipped[-1]}.yaml, đang có lỗi nên chưa soạn tiếp được; "
            "chạy kehoach validate, sửa rồi chạy lại."
        )
    if before:
        return before[-1]
    faulty = sorted({p.file for p in repository.problems if p.file.startswith(f"plans/{line}/")})
    if faulty:
        raise UserError(f"Chưa đọc được {', '.join(faulty)}; chạy kehoach validate, sửa lỗi rồi chạy lại.")
    known_editions = f" Kho mới có: {', '.join(editions)}." if editions else ""
    raise UserError(
        f"{line} chưa có kế hoạch nào trước {edition} để soạn tiếp.{known_editions} Có bản Word, PDF thì dùng import."
    )


def _broken(repository: Repository, line: str) -> list[str]:
    """Name the editions of a line whose files did not load, the oldest first."""
    names = {p.file.removeprefix("plans/").removesuffix(".yaml") for p in repository.problems}
    own = [name for name in names if name.startswith(f"{line}/") and name not in repository.plans and "." not in name]
    return sorted(
        (name for name in own if re.fullmatch(r"20[0-9]{2}(?:-[2-9])?", name.rpartition("/")[2])), key=edition_key
    )


def _refuse_unknown(registry: Registry, unit: str, series: str) -> None:
    if unit not in registry.units:
        raise UserError(f"Không có cơ quan {unit} trong plans/registry/units.yaml.{_like(unit, registry.units)}")
    if series not in registry.series:
        ids = ", ".join(registry.series)
        raise UserError(f"Không có loạt kế hoạch {series} trong plans/registry/series.yaml. Đang có: {ids}.")


def _like(name: str, ids: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(ids), 3)
    return f" Có phải: {', '.join(close)}?" if close else ""
