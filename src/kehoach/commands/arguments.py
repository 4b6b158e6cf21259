"""The command line's words: every command with its arguments, and by name the function that does it.

The functions' modules are imported when a command runs: all of them together take longer than most commands. So does
describing every command: only the one that is asked for is, unless help or a fault needs all.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from kehoach.commands.parserwords import speak_vietnamese
from kehoach.newrepository.levels import LEVELS

SHEETS = ("ics", "csv", "xlsx")
"""Forms in which the duties of a plan can be exported."""

OFFICIAL = ("docx", "pdf")
"""Forms of the official document."""

PURPOSES = ("signing", "reading")
"""What a copy of the official document can be made for; those of ``exports.copies``, which is not loaded here."""

ENGINES = ("libreoffice", "typst")
"""What makes a PDF."""

_BEFORE = "manifest.json của bản trước, để nối tiếp"

_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {}


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Describe the command line, of the commands only the one that the arguments begin with if they begin with one.

    ``run`` of what it reads is ``module:function``, taking the options.
    """
    speak_vietnamese()
    form = partial(argparse.HelpFormatter, width=_width())
    description = "Kế hoạch của cơ quan nhà nước dưới dạng tệp YAML."
    whole = argparse.ArgumentParser(prog="kehoach", description=description, formatter_class=form)
    whole.add_argument("--root", type=Path, default=Path(), help="thư mục gốc của kho (mặc định: thư mục hiện tại)")
    # Named, or it would lay out a page of help to find the name.
    subparsers = whole.add_subparsers(required=True, metavar="LỆNH", prog="kehoach")
    for name in [name for name in arguments[:1] if name in _COMMANDS] or _COMMANDS:
        help_line, describe = _COMMANDS[name]
        describe(subparsers.add_parser(name, help=help_line, formatter_class=form))
    return whole


def _width() -> int:
    """Give how many columns help may take, as argparse finds it by ``shutil``, which takes longer than all this."""
    try:
        columns = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size(1).columns
    except (ValueError, OSError):
        columns = 0
    return (columns or 80) - 2


def commands(arguments: Sequence[str] = ()) -> dict[str, argparse.ArgumentParser]:
    """Give the description of each command by its name, as far as ``parser`` describes them."""
    described = parser(arguments)
    [subparsers] = (action for action in described._actions if isinstance(action, argparse._SubParsersAction))
    return dict(subparsers.choices)


def _command(name: str, help_line: str) -> Callable[..., None]:
    """Name what describes a command."""

    def register(describe: Callable[[argparse.ArgumentParser], None]) -> None:
        _COMMANDS[name] = help_line, describe

    return register


@_command("validate", "kiểm tra mọi tệp, liệt kê mọi lỗi một lần")
def _validate(validate: argparse.ArgumentParser) -> None:
    # Imported only here: they take longer to come than the other commands have to be described.
    from kehoach.checks.problemformats import FORMATS

    validate.add_argument("plans", metavar="KẾ_HOẠCH", nargs="*", help="chỉ kể lỗi của các kế hoạch này và của sổ")
    validate.add_argument("--format", choices=FORMATS, default="text", help="dạng kết quả; json, github, sarif kể đủ")
    level = "từ mức nào thì mỗi lỗi một dòng; dưới mức ấy mỗi loại một dòng (mặc định: warning)"
    validate.add_argument("--level", choices=("error", "warning", "note"), help=level)
    validate.set_defaults(run="kehoach.commands.validate:run_validate")


@_command("fmt", "viết lại tệp theo dạng chuẩn, điền mã mục còn thiếu")
def _fmt(fmt: argparse.ArgumentParser) -> None:
    fmt.add_argument("files", metavar="TỆP", nargs="*", type=Path, help="tệp YAML (mặc định: mọi kế hoạch và sổ)")
    fmt.add_argument("--check", action="store_true", help="chỉ in chỗ sẽ đổi, trả về 1 nếu có")
    fmt.set_defaults(run="kehoach.commands.fmt:run_fmt")


@_command("new", "soạn kế hoạch kỳ sau từ kỳ trước")
def _new(new: argparse.ArgumentParser) -> None:
    new.add_argument("line", metavar="CƠ_QUAN/LOẠT", help="ví dụ tinh-dak-lak/tuyen-truyen-cchc")
    new.add_argument("edition", metavar="NĂM", help="ví dụ 2026, hoặc 2026-2")
    start = "kế hoạch của cơ quan khác để soạn kế hoạch đầu tiên, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026"
    new.add_argument("--from", dest="source", metavar="KẾ_HOẠCH", help=start)
    new.set_defaults(run="kehoach.commands.new:run_new")


@_command("import", "nhập TXT, DOCX, DOC, RTF, ODT, XLSX, PDF hoặc ảnh quét thành bản nháp kế hoạch")
def _importing(importing: argparse.ArgumentParser) -> None:
    importing.add_argument("file", metavar="TỆP", type=Path, help="tệp cần nhập, hoặc thư mục để nhập mọi tệp trong đó")
    importing.add_argument("--unit", metavar="CƠ_QUAN", help="mã cơ quan, ví dụ xa-ea-knop")
    importing.add_argument("--series", metavar="LOẠT", help="mã loạt kế hoạch, ví dụ tuyen-truyen-cchc")
    importing.add_argument("--edition", metavar="NĂM", help="năm của kế hoạch, ví dụ 2026 hoặc 2026-2")
    importing.add_argument(
        "--output",
        metavar="THƯ_MỤC",
        type=Path,
        help="thư mục kết quả (mặc định: plans/CƠ_QUAN/LOẠT nếu ghi đủ ba mã trên, không thì nhap/TÊN_TỆP)",
    )
    importing.add_argument(
        "--format", choices=("text", "json"), default="text", help="báo cáo in ra dạng chữ hay JSON (mặc định: text)"
    )
    importing.set_defaults(run="kehoach.commands.importing:run_import")


@_command("update", "đưa những chỗ đã sửa trong bản Word vào tệp YAML của kế hoạch")
def _update(update: argparse.ArgumentParser) -> None:
    update.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    update.add_argument("--from", dest="source", metavar="TỆP", type=Path, required=True, help="bản Word đã sửa")
    tracked = "thay đổi có theo dõi trong Word: accept nhận hết (mặc định), reject bỏ hết"
    update.add_argument("--tracked", choices=("accept", "reject"), default="accept", help=tracked)
    update.add_argument("--check", action="store_true", help="chỉ kể sẽ đổi gì, không ghi")
    update.set_defaults(run="kehoach.commands.update:run_update")


@_command("inbox", "nhận các tệp Word trong hop-thu/: kế hoạch mới, hoặc sửa kế hoạch đang có")
def _inbox(inbox: argparse.ArgumentParser) -> None:
    inbox.add_argument(
        "--head", metavar="PHIÊN_BẢN", help="đọc hop-thu/ ở phiên bản git này (mặc định: thư mục đang có)"
    )
    inbox.add_argument("--message", metavar="TỆP", type=Path, help="ghi lời kể vào tệp (mặc định: in ra màn hình)")
    inbox.add_argument("--taken", metavar="TỆP", type=Path, help="ghi tên các tệp đã nhận, ngăn bằng byte 0")
    inbox.set_defaults(run="kehoach.commands.inbox:run_inbox")


@_command("init", "lập kho kế hoạch mới cho một cơ quan")
def _init(init: argparse.ArgumentParser) -> None:
    init.add_argument("place", metavar="THƯ_MỤC", type=Path, help="thư mục mới hoặc trống")
    init.add_argument("--unit", metavar="MÃ", help="mã cơ quan, không dấu, ví dụ xa-vi-du")
    init.add_argument("--name", metavar="TÊN", help='tên cơ quan, ví dụ "UBND xã Ví Dụ"')
    init.add_argument("--province", metavar="TỈNH", help='ghi sẵn cơ quan, nhóm và các xã của tỉnh, ví dụ "Lâm Đồng"')
    init.add_argument("--commune", metavar="XÃ", help="kho của một xã, phường: ghi sẵn cơ quan của xã và của tỉnh")
    init.add_argument("--level", choices=LEVELS, help="cấp (mặc định: đoán từ mã)")
    init.add_argument("--address", metavar="ĐỊA_CHỈ", default="", help="địa chỉ của trang, kết thúc bằng “/”")
    init.add_argument("--feedback", metavar="MẪU", default="", help="mẫu liên kết góp ý có {title} và {text}")
    init.add_argument("--color", metavar="MÀU", default="", help="màu của trang, dạng #rrggbb, ví dụ #0b5394")
    init.add_argument("--upgrade", action="store_true", help="chỉ làm mới các tệp lấy từ gói, không đụng plans/")
    init.set_defaults(run="kehoach.commands.init:run_init")


@_command("units", "viết sẵn đoạn sổ cơ quan cho những cơ quan mà sổ chưa có")
def _units(units: argparse.ArgumentParser) -> None:
    suggest = "các kế hoạch cần xem (mặc định: mọi kế hoạch)"
    units.add_argument("--suggest", metavar="KẾ_HOẠCH", nargs="*", required=True, help=suggest)
    units.add_argument("--add", action="store_true", help="ghi vào cuối plans/registry/units.yaml thay vì in ra")
    units.set_defaults(run="kehoach.commands.units:run_units")


@_command("ids", "xem, hoặc bổ sung, danh sách mã mục đã công bố")
def _ids(ids: argparse.ArgumentParser) -> None:
    ids.add_argument("--add", action="store_true", help="ghi thêm mã mới vào plans/permanent-ids.txt")
    ids.set_defaults(run="kehoach.commands.validate:run_ids")


@_command("export", "xuất một kế hoạch")
def _export(export: argparse.ArgumentParser) -> None:
    export.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    export.add_argument("--to", choices=("txt", *OFFICIAL, *SHEETS), required=True, help="dạng tệp")
    export.add_argument(
        "--engine",
        choices=ENGINES,
        help="với --to pdf: chương trình dàn trang (mặc định: libreoffice nếu máy đã cài, để giống bản DOCX; "
        "không thì typst, có sẵn)",
    )
    purpose = "bản trình ký (signing: không DỰ THẢO, không chân trang, để trống số, ngày) hoặc bản đọc (reading)"
    export.add_argument("--for", dest="purpose", choices=PURPOSES, help=f"với --to docx, pdf: {purpose}")
    export.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    export.set_defaults(run="kehoach.commands.export:run_export")


@_command("progress", "xuất bảng kết quả để điền, hoặc ghi bảng đã điền vào tệp kết quả")
def _progress(progress: argparse.ArgumentParser) -> None:
    progress.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    way = progress.add_mutually_exclusive_group(required=True)
    way.add_argument("--to", choices=("xlsx", "csv"), help="xuất bảng: việc, kỳ, kết quả đã ghi và chỗ còn trống")
    way.add_argument("--from", dest="source", metavar="TỆP", type=Path, help="bảng đã điền, .xlsx hoặc .csv")
    progress.add_argument("--period", metavar="KỲ", help="với --to: chỉ các dòng của kỳ này, ví dụ 2026-Q1")
    progress.add_argument("--by", metavar="TÊN", help="với --from: người ghi của những dòng chưa ghi")
    progress.add_argument("--check", action="store_true", help="với --from: chỉ kể sẽ ghi gì, không ghi")
    progress.add_argument("--output", type=Path, help="với --to: tệp kết quả (mặc định: in ra màn hình)")
    progress.set_defaults(run="kehoach.commands.progress:run_progress")


@_command("report", "lập báo cáo kỳ của một kế hoạch từ kết quả đã ghi")
def _reporting(reporting: argparse.ArgumentParser) -> None:
    reporting.add_argument("plan", metavar="KẾ_HOẠCH", help="mã kế hoạch, ví dụ xa-ea-knop/tuyen-truyen-cchc/2026")
    reporting.add_argument("--period", metavar="KỲ", required=True, help="ví dụ 2026-03, 2026-Q1, 2026-H1, 2026")
    reporting.add_argument("--to", choices=("md", "docx"), default="md", help="dạng tệp (mặc định: md)")
    reporting.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    reporting.set_defaults(run="kehoach.commands.dutyfiles:run_report")


@_command("diff", "so sánh hai kế hoạch, hoặc một kế hoạch ở hai phiên bản git")
def _compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("old", metavar="CŨ", help="mã kế hoạch, có thể kèm @phiên-bản; một mã: so với năm trước")
    compare.add_argument("new", metavar="MỚI", nargs="?", help="mã kế hoạch, có thể kèm @phiên-bản")
    compare.add_argument("--format", choices=("text", "json", "html", "markdown"), default="text", help="dạng kết quả")
    tracked = "tệp Word của kế hoạch mới với mọi chỗ đổi là thay đổi có theo dõi, lý do ở nhận xét bên lề"
    compare.add_argument("--to", choices=("docx",), help=tracked)
    compare.add_argument("--ignore-ids", action="store_true", help="chỉ đối chiếu theo nội dung, bỏ qua mã mục")
    compare.add_argument("--all", action="store_true", help="kể cả thay đổi chỉ là cách viết")
    compare.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    compare.set_defaults(run="kehoach.commands.comparing:run_diff")


@_command("review", "diễn giải các thay đổi so với một phiên bản git")
def _review(review: argparse.ArgumentParser) -> None:
    review.add_argument("--base", metavar="PHIÊN_BẢN", required=True, help="phiên bản git để so, ví dụ origin/main")
    head = "phiên bản git được xét, chỉ đọc plans/ như dữ liệu, theo schema của --base (mặc định: thư mục đang có)"
    review.add_argument("--head", metavar="PHIÊN_BẢN", help=head)
    review.add_argument("--preview", help="địa chỉ trang xem trước, nếu có")
    review.add_argument("--output", type=Path, help="tệp kết quả (mặc định: in ra màn hình)")
    review.set_defaults(run="kehoach.commands.comparing:run_review")


@_command("site", "kiểm tra rồi dựng trang; dựng hỏng thì trang cũ giữ nguyên")
def _site(site: argparse.ArgumentParser) -> None:
    site.add_argument("--output", type=Path, help="thư mục trang (mặc định: site/ ở gốc kho)")
    site.add_argument("--previous", metavar="DANH_SÁCH", type=Path, help=_BEFORE)
    where = "để các máy của một cụm Dask làm; mọi máy phải chung thư mục kho và thư mục trang"
    site.add_argument("--on", metavar="tcp://MÁY:CỔNG", default="", help=where)
    site.set_defaults(run="kehoach.commands.publish:run_site")


@_command("package", "đóng gói trang và tệp của từng kế hoạch để đưa lên cổng")
def _package(package: argparse.ArgumentParser) -> None:
    package.add_argument("--output", type=Path, help="thư mục kết quả (mặc định: dist/ ở gốc kho)")
    package.add_argument("--previous", metavar="DANH_SÁCH", type=Path, help=_BEFORE)
    package.add_argument("--kept", action="store_true", help="dùng lại kết quả đã giữ trên máy (mặc định: không)")
    package.add_argument("--parquet", action="store_true", help="thêm dữ liệu mở dạng Parquet, chia theo tỉnh và năm")
    package.set_defaults(run="kehoach.commands.publish:run_package")


@_command("nation", "gom dữ liệu của nhiều trang thành một trang mục lục cả nước")
def _nation(nation: argparse.ArgumentParser) -> None:
    where = "gói dữ liệu: thư mục dist/ hoặc trang đã bung, tệp .zip, hoặc địa chỉ https:// của trang"
    nation.add_argument("packages", metavar="GÓI", nargs="+", help=where)
    nation.add_argument("--output", type=Path, help="thư mục kết quả (mặc định: quoc-gia/ ở thư mục hiện tại)")
    nation.add_argument("--parquet", action="store_true", help="thêm mọi bảng dạng Parquet, chia theo tỉnh và năm")
    nation.set_defaults(run="kehoach.commands.nation:run_nation")


@_command("pages", "ghi các trang ra đĩa cho một bộ dựng trang khác")
def _pages(pages: argparse.ArgumentParser) -> None:
    pages.add_argument("--to", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục mới hoặc trống")
    pages.set_defaults(run="kehoach.commands.publish:run_pages")


@_command("verify", "kiểm tra một bản sao của trang có nguyên vẹn không")
def _verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("place", metavar="THƯ_MỤC_HOẶC_ZIP", type=Path, help="bản sao cần kiểm tra")
    verify.add_argument("--against", metavar="DANH_SÁCH", type=Path, help="manifest.json mới nhất đã tin cậy")
    verify.set_defaults(run="kehoach.commands.publish:run_verify")
