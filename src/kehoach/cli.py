"""The command line: reads arguments, calls the core, writes results and chooses the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kehoach.checks import check_repository
from kehoach.fabric import weave
from kehoach.problems import has_errors
from kehoach.reporters import FORMATS
from kehoach.repository import Repository, load
from kehoach.textexport import to_text


class UserError(Exception):
    """Something the user can put right; the message is a Vietnamese sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when all is well and 1 when something is wrong, with a Vietnamese message."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except UserError as error:
        print(f"kehoach: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kehoach", description="Kế hoạch của cơ quan nhà nước dưới dạng tệp YAML.")
    parser.add_argument("--root", type=Path, default=Path(), help="thư mục gốc của kho (mặc định: thư mục hiện tại)")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    validate = commands.add_parser("validate", help="kiểm tra mọi tệp, liệt kê mọi lỗi một lần")
    validate.add_argument("--format", choices=FORMATS, default="text", help="dạng kết quả")
    validate.set_defaults(run=_validate)

    export = commands.add_parser("export", help="xuất một kế hoạch")
    export.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    export.add_argument("--to", choices=("txt",), required=True, help="dạng tệp")
    export.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    export.set_defaults(run=_export)
    return parser


def _load(root: Path) -> Repository:
    try:
        return load(root)
    except FileNotFoundError:
        raise UserError(
            f"{root.resolve()} không phải gốc của kho kế hoạch (thiếu thư mục schema/ hoặc plans/). "
            "Hãy chuyển vào thư mục gốc hoặc dùng --root."
        ) from None


def _validate(options: argparse.Namespace) -> int:
    repository = _load(options.root)
    problems = check_repository(repository, weave(repository))
    files = len(repository.plan_files) + len(repository.registry_files)
    sys.stdout.write(FORMATS[options.format](problems, files))
    return 1 if has_errors(problems) else 0


def _export(options: argparse.Namespace) -> int:
    repository = _load(options.root)
    linked = weave(repository).plans.get(options.plan.strip("/"))
    if linked is None:
        faulty = [p for p in repository.problems if p.file == f"plans/{options.plan}.yaml"]
        if faulty:
            raise UserError(f"Kế hoạch {options.plan} có lỗi; chạy kehoach validate để xem.")
        known = "\n  ".join(repository.plans)
        raise UserError(f"Không có kế hoạch {options.plan}. Các kế hoạch đang có:\n  {known}")
    _write(to_text(linked.lines), options.output)
    return 0


def _write(text: str, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to the standard output."""
    if output is None:
        sys.stdout.write(text)
        return
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UserError(f"Không ghi được {output}: {error.strerror}.") from None


if __name__ == "__main__":
    sys.exit(main())
