"""The command ``import``: reads a file, or those of a folder, writes draft, source and report, or nothing."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kehoach.drafting.seriesstub import series_stub
from kehoach.files.formatting import Unformattable, list_entry, with_entries
from kehoach.files.problems import in_words
from kehoach.files.repository import load_registry, load_schemas
from kehoach.importing.draftplace import place_in_repository
from kehoach.importing.filekinds import has_macros, is_pdf, is_workbook
from kehoach.importing.model import ImportProblem, Reading
from kehoach.importing.office import kind_of
from kehoach.importing.pipeline import ImportResult, import_reading
from kehoach.importing.read import MAX_BYTES, read, read_all
from kehoach.importing.readingshare import understood
from kehoach.importing.sourcecheck import own_year
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.model.registry import Registry
from kehoach.wording.letters import slug

REPORT = ".bao-cao-nhap.txt"
"""Ending of the report's name, which stands beside the draft in a folder of one's own."""

REPORTS = Path(".cache", "import")
"""Where the report goes when the draft goes to its place among the plans, which holds no other files."""

MOST_FILES = 200
"""Most files of a folder that are imported together."""

NO_EDITION = "chua-ro-nam"
_SERIES = "plans/registry/series.yaml"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_EDITION = re.compile(r"(?:19|20)[0-9]{2}(?:-[1-9][0-9]?)?\Z")
_SOURCE = ".source.txt"
_MAGIC = ((b"PK\x03\x04", ".docx"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"))


@dataclass(frozen=True)
class Imported:
    """What an import writes, the draft first, and what it found."""

    files: Mapping[Path, str | bytes]
    draft: Path
    report: Path
    result: ImportResult

    def data(self) -> dict[str, Any]:
        """What a program is told."""
        return {"draft": str(self.draft), "report": str(self.report), **self.result.report.data()}


def run_import(options: argparse.Namespace) -> int:
    """Import a file, or all of a folder; raises UserError with a Vietnamese sentence where it cannot.

    Nothing is written then.
    """
    _check(options)
    if options.file.is_dir():
        return _run_folder(options)
    options = _by_its_place(options)
    outcome = imported(read_bytes(options.file), options)
    write_all(outcome.files)
    if options.format == "json":
        print(json.dumps(outcome.data(), ensure_ascii=False, indent=2))
    else:
        print(outcome.result.report.text(), end="")
        print(f"\nBản nháp: {outcome.draft}\nBáo cáo: {outcome.report}")
    return 0


def _by_its_place(options: argparse.Namespace) -> argparse.Namespace:
    """Take a folder of a series among the plans for the body and series that it is: it holds no report."""
    place = options.output and Path(os.path.relpath(options.output, options.root / "plans")).parts
    if not place or len(place) != 2 or not all(map(_SLUG.match, place)):
        return options
    if (options.unit or place[0], options.series or place[1]) != place:
        raise UserError(f"--output {options.output} không phải chỗ của --unit, --series đã ghi; bỏ --output.")
    return argparse.Namespace(**{**vars(options), "output": None, "unit": place[0], "series": place[1]})


def _run_folder(options: argparse.Namespace) -> int:
    """Import every file of a folder, each by itself; 1 where one of them could not be imported."""
    if options.edition:
        raise UserError("--edition chỉ dùng khi nhập một tệp; nhập cả thư mục thì năm lấy từ từng văn bản.")
    paths = sorted(path for path in options.file.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    if not paths or len(paths) > MOST_FILES:
        raise UserError(f"{options.file}: có {len(paths)} tệp; cần từ 1 đến {MOST_FILES} tệp.")
    contents = [read_bytes(path) for path in paths]
    rows: list[dict[str, Any]] = []
    for path, data, reading in zip(paths, contents, read_all(contents), strict=True):
        own = argparse.Namespace(**{**vars(options), "file": path})
        if options.output is not None:
            own.output = options.output / (slug(path.stem) or "van-ban")
        try:
            outcome = imported(data, own, reading)
        except UserError as problem:
            rows.append({"file": path.name, "problem": str(problem).removeprefix(f"{path}: ")})
            continue
        write_all(outcome.files)
        rows.append({"file": path.name, **outcome.data()})
    if options.format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(_line, rows)))
    return int(any("problem" in row for row in rows))


def _line(row: Mapping[str, Any]) -> str:
    if "problem" in row:
        return f"{row['file']}: KHÔNG nhập được. {row['problem']}"
    words = row["words"]
    return (
        f"{row['file']}: {row['draft']} ({row['items']} mục, giữ {words['kept']}/{words['total']} từ, "
        f"{len(row['doubts'])} chỗ cần xem lại: {row['report']})"
    )


def imported(data: bytes, options: argparse.Namespace, read_already: Reading | ImportProblem | None = None) -> Imported:
    """Read the bytes of ``options.file`` into all that is to be written; raises UserError where it cannot."""
    try:
        reading = read(data) if read_already is None else read_already
        if isinstance(reading, ImportProblem):
            raise reading
        text = reading.text.encode("utf-8", "replace")
        registry = load_registry(options.root)
        result = import_reading(
            reading,
            registry=registry,
            issuer=options.unit or "",
            source_file=lambda data: f"{_edition(data, options)}{_SOURCE}",
            source_note=f"Chữ lấy ra từ tệp {options.file.name}." if text != data else "",
        )
    except ImportProblem as problem:
        raise UserError(f"{options.file}: {problem}") from None
    edition = result.data["source"]["file"].removesuffix(_SOURCE)
    year = int(edition[:4]) if edition[:4].isdigit() else 0
    lines = understood(result.data, result.printed, registry, options.unit or "", year)
    series_told, new_series = _place_told(result.data, edition, registry, options)
    recognised = {**result.report.recognised, **series_told}
    result = replace(result, report=replace(result.report, understood=lines, recognised=recognised))
    folder, report = _places(options, edition)
    files: dict[Path, str | bytes] = {
        folder / f"{edition}.yaml": result.yaml,
        folder / f"{edition}{_SOURCE}": text,
        report: result.report.text(),
    }
    if text != data:
        files[folder / f"{edition}.source{_ending(options.file, data)}"] = data
    for path in files:
        if path.exists() and path != report:
            raise UserError(f"{path} đã có; hãy xóa tệp đó trước, hoặc chọn --edition hay --output khác.")
    return Imported({**files, **new_series}, folder / f"{edition}.yaml", report, result)


def _place_told(
    data: Mapping[str, Any], edition: str, registry: Registry, options: argparse.Namespace
) -> tuple[Mapping[str, str], Mapping[Path, str]]:
    """Tell what the report says of a draft's place among the plans, with the registry of series where one is new."""
    if not registry.units:
        return {}, {}
    if not (options.unit and options.series):
        return {"Chỗ trong kho": place_in_repository(data, edition, registry)}, {}
    if options.output is not None or options.series in registry.series:
        return {}, {}
    stub = series_stub(options.series, data["title"], f"{options.unit}/{options.series}/{edition}")
    series_told = f"{stub['id']}, “{stub['name']}”; đã ghi vào {_SERIES}"
    return {"Loạt kế hoạch mới": series_told}, _with_series(options.root, stub)


def _with_series(root: Path, stub: Mapping[str, Any]) -> Mapping[Path, str]:
    """Give the registry of series with one more, by its path; raises UserError where it cannot be written."""
    path = root / _SERIES
    try:
        text = path.read_text(encoding="utf-8")
        return {path: with_entries(text, list_entry("series", stub), load_schemas(root / "schema")["series"], _SERIES)}
    except OSError as error:
        raise UserError(f"Không đọc được {_SERIES}: {error.strerror}.") from None
    except Unformattable as error:
        faults = in_words(error.problems)
        raise UserError(f"Chưa thêm được loạt {stub['id']} vào {_SERIES}: {faults}. Sửa tệp ấy rồi chạy lại.") from None


def _ending(path: Path, data: bytes) -> str:
    """Give the ending under which the bytes received are kept: what they are, else what the name says."""
    if is_workbook(data):
        return ".xlsx"
    if has_macros(data):
        return ".docm"
    if is_pdf(data):
        return ".pdf"
    own_ending = next((ending for magic, ending in _MAGIC if data[:1024].lstrip().startswith(magic)), kind_of(data))
    suffix = path.suffix.lower()
    return own_ending or (suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) and suffix != ".txt" else ".goc")


def _check(options: argparse.Namespace) -> None:
    for name, value in (("--unit", options.unit), ("--series", options.series)):
        if value is not None and not _SLUG.match(value):
            raise UserError(f"{name} {value}: mã chỉ gồm chữ thường không dấu, số và gạch nối.")
    if options.edition is not None and not _EDITION.match(options.edition):
        raise UserError(f"--edition {options.edition}: cần năm, ví dụ 2026, hoặc 2026-2 cho kế hoạch thứ hai.")


def read_bytes(path: Path) -> bytes:
    """Read a file that a user names; raises UserError where it is not there, too large or unreadable."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(f"{path}: tệp dài hơn {MAX_BYTES // 1_000_000} MB, quá giới hạn.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"Không có tệp {path}.") from None
    except OSError as error:
        raise UserError(f"Không đọc được {path}: {error.strerror}.") from None


def _edition(data: Mapping[str, Any], options: argparse.Namespace) -> str:
    """Take what was asked for, or the year that the plan is for; among the plans there has to be one."""
    if options.edition:
        return str(options.edition)
    if year := own_year(data):
        return str(year)
    if options.output is not None or not (options.unit and options.series):
        return NO_EDITION
    raise UserError("Không thấy năm của kế hoạch trong tên và ngày ban hành; hãy ghi --edition, ví dụ --edition 2026.")


def _places(options: argparse.Namespace, edition: str) -> tuple[Path, Path]:
    """Give the folder of the draft and the path of the report."""
    if options.output is not None:
        return options.output, options.output / f"{edition}{REPORT}"
    if options.unit and options.series:
        name = f"{options.unit}.{options.series}.{edition}{REPORT}"
        return options.root / "plans" / options.unit / options.series, options.root / REPORTS / name
    folder = Path("nhap", slug(options.file.stem) or "van-ban")
    return folder, folder / f"{edition}{REPORT}"
