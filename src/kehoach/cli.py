"""The command line: reads arguments, calls the core, writes results and chooses the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kehoach import permanence
from kehoach.checks import check_repository
from kehoach.command import UserError, find_plan, open_repository, write_whole
from kehoach.diff.command import diff, run_review
from kehoach.fabric import weave
from kehoach.problems import has_errors
from kehoach.reporters import FORMATS
from kehoach.textexport import to_text


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

    ids = commands.add_parser("ids", help="xem, hoặc bổ sung, danh sách mã mục đã công bố")
    ids.add_argument("--add", action="store_true", help=f"ghi thêm mã mới vào {permanence.FILE}")
    ids.set_defaults(run=_ids)

    compare = commands.add_parser("diff", help="so sánh hai kế hoạch, hoặc một kế hoạch ở hai phiên bản git")
    compare.add_argument("old", metavar="CŨ", help="mã kế hoạch, có thể kèm @phiên-bản; một mã: so với năm trước")
    compare.add_argument("new", metavar="MỚI", nargs="?", help="mã kế hoạch, có thể kèm @phiên-bản")
    compare.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="dạng kết quả")
    compare.add_argument("--ignore-ids", action="store_true", help="chỉ đối chiếu theo nội dung, bỏ qua mã mục")
    compare.add_argument("--all", action="store_true", help="kể cả thay đổi chỉ là cách viết")
    compare.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    compare.set_defaults(run=_diff)

    reviewing = commands.add_parser("review", help="diễn giải các thay đổi so với một phiên bản git")
    reviewing.add_argument("--base", metavar="PHIÊN_BẢN", required=True, help="phiên bản git để so, ví dụ origin/main")
    reviewing.add_argument("--preview", help="địa chỉ trang xem trước, nếu có")
    reviewing.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    reviewing.set_defaults(run=_review)
    return parser


def _validate(options: argparse.Namespace) -> int:
    repository = open_repository(options.root)
    problems = check_repository(repository, weave(repository))
    files = len(repository.plan_files) + len(repository.registry_files)
    sys.stdout.write(FORMATS[options.format](problems, files))
    return 1 if has_errors(problems) else 0


def _export(options: argparse.Namespace) -> int:
    repository = open_repository(options.root)
    linked = find_plan(repository, weave(repository), options.plan)
    write_whole(to_text(linked.lines), options.output)
    return 0


def _ids(options: argparse.Namespace) -> int:
    repository = open_repository(options.root)
    text = permanence.grown(repository.published_ids, repository.plans)
    write_whole(text, options.root / permanence.FILE if options.add else None)
    return 0


def _diff(options: argparse.Namespace) -> int:
    write_whole(diff(options), options.output)
    return 0


def _review(options: argparse.Namespace) -> int:
    markdown, status = run_review(options)
    write_whole(markdown, options.output)
    return status


if __name__ == "__main__":
    sys.exit(main())
