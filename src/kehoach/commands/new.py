"""The command ``new``: write the next edition of a plan from the last one."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kehoach.commands.selecting import plan_id_from
from kehoach.files.opening import open_repository
from kehoach.files.repository import Repository, load_schemas
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.meaning.fabric import Fabric, edition_key, weave
from kehoach.model.registry import Registry
from kehoach.writing.drafting import Draft, draft
from kehoach.writing.formatting import write_plan

_STOPS = ".,;:"
_PARTS = {
    "title": "Tên",
    "number": "Số",
    "date": "Ngày ban hành",
    "signature": "Người ký",
    "attached": "Dòng kèm theo",
    "close": "Đoạn kết",
    "ban-hanh": "Câu ban hành",
}


def run_new(options: argparse.Namespace) -> int:
    """Write ``plans/<unit>/<series>/<edition>.yaml`` and say what was changed and what is to be looked at."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    line = plan_id_from(options.line)
    earlier = predecessor(repository, fabric, line, options.edition, options.root)
    made = draft(fabric.plans[earlier], repository.plan_files[earlier].value, options.edition, repository.registry)
    text = write_plan(made.value, load_schemas(options.root / "schema")["plan"], made.remarks)
    path = options.root / "plans" / f"{line}/{options.edition}.yaml"
    write_all({path: text})
    labels = {line.item.id: line.path for line in reversed(fabric.plans[earlier].lines) if line.item and line.path}
    print("\n".join(_report(made, f"plans/{line}/{options.edition}.yaml", earlier, labels)))
    return 0


def predecessor(repository: Repository, fabric: Fabric, line: str, edition: str, root: Path) -> str:
    """Find the edition that the next one starts from; raises UserError where there can be none."""
    unit, _, series = line.partition("/")
    if not series or "/" in series:
        raise UserError(f"“{line}” không đúng mẫu CƠ_QUAN/LOẠT, ví dụ tinh-dak-lak/tuyen-truyen-cchc.")
    if not re.fullmatch(r"20[0-9]{2}(?:-[2-9])?", edition, re.ASCII):
        raise UserError(f"“{edition}” không phải năm; ghi 2026, hoặc 2026-2 cho kế hoạch thứ hai trong năm.")
    _known(repository.registry, unit, series)
    name = f"{line}/{edition}"
    if (root / "plans" / f"{name}.yaml").exists():
        raise UserError(f"Đã có plans/{name}.yaml; lệnh new không ghi đè. Hãy sửa tệp đó hoặc chọn năm khác.")
    editions = fabric.editions.get((unit, series), [])
    before = [plan_id for plan_id in editions if edition_key(plan_id) < edition_key(name)]
    if before:
        return before[-1]
    faulty = sorted({p.file for p in repository.problems if p.file.startswith(f"plans/{line}/")})
    if faulty:
        raise UserError(f"Chưa đọc được {', '.join(faulty)}; chạy kehoach validate, sửa lỗi rồi chạy lại.")
    held = f" Kho mới có: {', '.join(editions)}." if editions else ""
    raise UserError(
        f"{line} chưa có kế hoạch nào trước {edition} để soạn tiếp.{held} Có bản Word, PDF thì dùng import."
    )


def _known(registry: Registry, unit: str, series: str) -> None:
    if unit not in registry.units:
        raise UserError(f"Không có cơ quan {unit} trong plans/registry/units.yaml.{_like(unit, registry.units)}")
    if series not in registry.series:
        known = ", ".join(registry.series)
        raise UserError(f"Không có loạt kế hoạch {series} trong plans/registry/series.yaml. Đang có: {known}.")


def _like(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), 3)
    return f" Có phải: {', '.join(close)}?" if close else ""


def _report(made: Draft, path: str, earlier: str, labels: Mapping[str, str]) -> Iterator[str]:
    """Say what was done; ``labels`` gives the label path of an item, since that is what people call it by."""
    printed = [change for change in made.changes if change.printed]
    yield f"Đã viết {path} từ {earlier}."
    yield f"Chữ in thay đổi ở {len(printed)} chỗ:"
    for change in printed:
        where = f"{labels[change.where]} ({change.where})" if change.where in labels else _part(change.where)
        yield f"  {where}: {_shift(change.old, change.new)}"
    yield from (f"Lưu ý: {said}" for place, said in made.to_see if place == ("issuer",))
    yield f"Còn {len(made.to_see)} chỗ cần xem, đánh dấu “# CẦN XEM” trong tệp; kehoach validate liệt kê các chỗ này."


def _part(where: str) -> str:
    """Name a part of the document."""
    part = where.removeprefix("QD.")
    return f"{_PARTS[part]}{' (quyết định)' if part != where else ''}" if part in _PARTS else where


def _shift(old: str, new: str) -> str:
    """Show the words that differ between two texts."""
    a, b = old.split(), new.split()
    if not b:
        return f"{old} → (để trống)"
    pairs = [(x, y) for x, y in zip(a, b, strict=False) if x != y] if len(a) == len(b) else []
    if pairs and len(pairs) <= 6:
        bare = ((x.rstrip(_STOPS), y.rstrip(_STOPS)) for x, y in pairs)
        return "; ".join(dict.fromkeys(f"{x} → {y}" for x, y in bare))
    return f"{old} → {new}"
