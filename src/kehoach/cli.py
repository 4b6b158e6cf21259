"""The command line: reads arguments, calls the core, writes results and chooses the exit status."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kehoach import permanence
from kehoach.agenda.agenda import Agenda
from kehoach.agenda.command import EXPORTS, export_duties, report
from kehoach.checks.remembered import check, remembered
from kehoach.command import UserError, find_plan, open_repository, unexpected, write_whole
from kehoach.diff.command import diff, run_review
from kehoach.fabric import weave
from kehoach.importing.command import add_import
from kehoach.official.command import ENGINES, OFFICIAL, export_official
from kehoach.problems import has_errors
from kehoach.publishing.build import build_site, current_commit
from kehoach.publishing.command import add_parsers
from kehoach.publishing.verifying import digest, read_known, verify
from kehoach.publishing.works import press_of
from kehoach.reporters import FORMATS
from kehoach.starting.command import add_init
from kehoach.textexport import to_text
from kehoach.writing.fmt import run_fmt
from kehoach.writing.new import run_new


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
    except KeyboardInterrupt:
        print("kehoach: đã dừng theo yêu cầu.", file=sys.stderr)
        return 130
    except Exception as error:
        # A fault of the program: the tests hold that none of their inputs gets here.
        print(f"kehoach: {unexpected(error)}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kehoach", description="Kế hoạch của cơ quan nhà nước dưới dạng tệp YAML.")
    parser.add_argument("--root", type=Path, default=Path(), help="thư mục gốc của kho (mặc định: thư mục hiện tại)")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    validate = commands.add_parser("validate", help="kiểm tra mọi tệp, liệt kê mọi lỗi một lần")
    validate.add_argument("--format", choices=FORMATS, default="text", help="dạng kết quả")
    validate.set_defaults(run=_validate)

    fmt = commands.add_parser("fmt", help="viết lại tệp theo dạng chuẩn, điền mã mục còn thiếu")
    fmt.add_argument("files", metavar="TỆP", nargs="*", type=Path, help="tệp YAML (mặc định: mọi kế hoạch và sổ)")
    fmt.add_argument("--check", action="store_true", help="chỉ in chỗ sẽ đổi, trả về 1 nếu có")
    fmt.set_defaults(run=run_fmt)

    new = commands.add_parser("new", help="soạn kế hoạch kỳ sau từ kỳ trước")
    new.add_argument("line", metavar="CƠ_QUAN/LOẠT", help="ví dụ tinh-dak-lak/tuyen-truyen-cchc")
    new.add_argument("edition", metavar="NĂM", help="ví dụ 2026, hoặc 2026-2")
    new.set_defaults(run=run_new)

    add_import(commands)
    add_init(commands)

    export = commands.add_parser("export", help="xuất một kế hoạch")
    export.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    export.add_argument("--to", choices=("txt", *OFFICIAL, *EXPORTS), required=True, help="dạng tệp")
    export.add_argument(
        "--engine",
        choices=ENGINES,
        help="với --to pdf: chương trình dàn trang (mặc định: libreoffice nếu máy đã cài, để giống bản DOCX; "
        "không thì typst, có sẵn)",
    )
    export.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    export.set_defaults(run=_export)

    reporting = commands.add_parser("report", help="lập báo cáo kỳ của một kế hoạch từ kết quả đã ghi")
    reporting.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    reporting.add_argument("--period", metavar="KỲ", required=True, help="ví dụ 2026-03, 2026-Q1, 2026-H1, 2026")
    reporting.add_argument("--to", choices=("md", "docx"), default="md", help="dạng tệp (mặc định: md)")
    reporting.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    reporting.set_defaults(run=_report)

    ids = commands.add_parser("ids", help="xem, hoặc bổ sung, danh sách mã mục đã công bố")
    ids.add_argument("--add", action="store_true", help=f"ghi thêm mã mới vào {permanence.FILE}")
    ids.set_defaults(run=_ids)

    compare = commands.add_parser("diff", help="so sánh hai kế hoạch, hoặc một kế hoạch ở hai phiên bản git")
    compare.add_argument("old", metavar="CŨ", help="mã kế hoạch, có thể kèm @phiên-bản; một mã: so với năm trước")
    compare.add_argument("new", metavar="MỚI", nargs="?", help="mã kế hoạch, có thể kèm @phiên-bản")
    compare.add_argument("--format", choices=("text", "json", "html", "markdown"), default="text", help="dạng kết quả")
    compare.add_argument("--ignore-ids", action="store_true", help="chỉ đối chiếu theo nội dung, bỏ qua mã mục")
    compare.add_argument("--all", action="store_true", help="kể cả thay đổi chỉ là cách viết")
    compare.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    compare.set_defaults(run=_diff)

    reviewing = commands.add_parser("review", help="diễn giải các thay đổi so với một phiên bản git")
    reviewing.add_argument("--base", metavar="PHIÊN_BẢN", required=True, help="phiên bản git để so, ví dụ origin/main")
    reviewing.add_argument("--preview", help="địa chỉ trang xem trước, nếu có")
    reviewing.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    reviewing.set_defaults(run=_review)

    site = commands.add_parser("site", help="kiểm tra rồi dựng trang; dựng hỏng thì trang cũ giữ nguyên")
    site.add_argument("--output", type=Path, help="thư mục trang (mặc định: site/ ở gốc kho)")
    site.add_argument("--previous", metavar="DANH_SÁCH", type=Path, help="manifest.json của bản trước, để nối tiếp")
    site.set_defaults(run=_site)

    add_parsers(commands)

    verifying = commands.add_parser("verify", help="kiểm tra một bản sao của trang có nguyên vẹn không")
    verifying.add_argument("place", metavar="THƯ_MỤC_HOẶC_ZIP", type=Path, help="bản sao cần kiểm tra")
    verifying.add_argument("--against", metavar="DANH_SÁCH", type=Path, help="manifest.json mới nhất đã tin cậy")
    verifying.set_defaults(run=_verify)
    return parser


def _validate(options: argparse.Namespace) -> int:
    problems, files = remembered(options.root) or check(options.root, open_repository(options.root))
    sys.stdout.write(FORMATS[options.format](problems, files))
    return 1 if has_errors(problems) else 0


def _export(options: argparse.Namespace) -> int:
    repository = open_repository(options.root)
    fabric = weave(repository)
    linked = find_plan(repository, fabric, options.plan)
    if options.to in OFFICIAL:
        press = press_of(options.root / "site_src")
        data = export_official(linked, repository.registry, options.to, press, options.engine)
        write_whole(data, options.output)
    elif options.to in EXPORTS:
        write_whole(export_duties(Agenda(fabric), linked.plan, options.to, dt.date.today()), options.output)
    else:
        write_whole(to_text(linked.lines), options.output)
    return 0


def _report(options: argparse.Namespace) -> int:
    write_whole(report(options), options.output)
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


def _site(options: argparse.Namespace) -> int:
    if _validate(argparse.Namespace(root=options.root, format="text")):
        return 1
    previous = digest(read_known(options.previous)[0]) if options.previous else ""
    place = options.output or options.root / "site"
    build_site(options.root, place, current_commit(options.root), previous=previous)
    return 0


def _verify(options: argparse.Namespace) -> int:
    said, whole = verify(options.place, options.against)
    sys.stdout.write(said)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
