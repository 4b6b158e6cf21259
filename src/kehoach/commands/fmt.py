"""The command ``fmt``: write files in canonical form, or show what that would change."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kehoach.checks.problemformats import FORMATS
from kehoach.drafting.reviewmarks import MARK, without_done
from kehoach.files.formatting import Unformattable, format_text
from kehoach.files.planfiles import every_file, kind_of
from kehoach.files.problems import Problem
from kehoach.files.repository import BrokenSchemas, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.wording.hiddenletters import visible


def run_fmt(options: argparse.Namespace) -> int:
    """Format the named files, or all; with ``--check`` only show the difference and return 1 where there is one.

    Nothing is written unless every file can be: a file that does not load stops all, and is said with its problems.
    """
    root: Path = options.root
    schemas = _schemas(root)
    changed: dict[Path, tuple[str, str]] = {}
    problems: list[Problem] = []
    paths = _files_named(options.files) if options.files else every_file(root)
    for path in paths:
        kind = kind_of(path)
        if kind not in schemas:
            raise UserError(f"{path}: không rõ đây là loại tệp gì; fmt chỉ sửa các tệp YAML dưới plans/.")
        try:
            before = _read(path)
            after = format_text(before, schemas[kind], _path_shown(path, root))
            if kind == "plan" and MARK in after and not options.check:
                after = without_done(after, parse(after.encode(), path.name).value)
        except Unformattable as error:
            problems.extend(error.problems)
            continue
        if after != before:
            changed[path] = (before, after)
    if problems:
        sys.stdout.write(FORMATS["text"](problems, len(paths)))
        raise UserError("Có tệp chưa đọc được nên chưa sửa tệp nào. Hãy sửa các lỗi trên rồi chạy lại.")
    if options.check:
        return _show(changed, root, len(paths))
    write_all({path: after for path, (_, after) in changed.items()})
    for path in changed:
        print(f"Đã viết lại {_path_shown(path, root)}")
    print(f"{len(paths)} tệp, {len(changed)} tệp thay đổi.")
    return 0


def _schemas(root: Path) -> Mapping[str, Schema]:
    try:
        return load_schemas(root / "schema")
    except FileNotFoundError:
        raise UserError(f"{root.resolve()} không phải gốc của kho kế hoạch (thiếu thư mục schema/).") from None
    except BrokenSchemas as error:
        raise UserError(
            f"{root.resolve() / 'schema'} hỏng ({error.args[0]}); hãy lấy lại bản gốc của thư mục."
        ) from None


def _files_named(names: Sequence[Path]) -> list[Path]:
    for path in names:
        if not path.is_file() or path.suffix != ".yaml":
            raise UserError(f"Không có tệp YAML {path}.")
    return list(names)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise UserError(f"{path}: tệp không phải UTF-8.") from None


def _show(changed: dict[Path, tuple[str, str]], root: Path, count: int) -> int:
    for path, (before, after) in changed.items():
        name = _path_shown(path, root)
        rows = difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), name, f"{name} (sau khi chạy fmt)"
        )
        sys.stdout.writelines(row if row.endswith("\n") else f"{row}\n" for row in rows)
    print(f"{count} tệp, {len(changed)} tệp chưa đúng dạng chuẩn." + (" Chạy kehoach fmt để sửa." if changed else ""))
    return 1 if changed else 0


def _path_shown(path: Path, root: Path) -> str:
    full, base = path.resolve(), root.resolve()
    return visible(full.relative_to(base).as_posix() if full.is_relative_to(base) else path.as_posix())
