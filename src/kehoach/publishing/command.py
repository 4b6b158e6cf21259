"""The commands ``package`` and ``pages`` at the edge: arguments and environment in, a sentence out."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kehoach.pages import home
from kehoach.publishing.package import package
from kehoach.publishing.pages import export_pages
from kehoach.publishing.verifying import digest, read_known

_NAME = "Kế hoạch công khai"


def run_package(options: argparse.Namespace) -> int:
    """Write the package; SITE_URL says where the site will stand."""
    place = options.output or options.root / "dist"
    previous = digest(read_known(options.previous)[0]) if options.previous else ""
    count = package(options.root, place, home(_NAME, os.environ.get("SITE_URL")), previous)
    sys.stdout.write(f"Đã ghi {count} tệp vào {place}.\n")
    return 0


def run_pages(options: argparse.Namespace) -> int:
    """Write the pages for another generator."""
    count = export_pages(options.root, options.to, _NAME, os.environ.get("SITE_URL"))
    sys.stdout.write(f"Đã ghi {count} tệp vào {options.to}.\n")
    return 0


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe both commands."""
    packing = commands.add_parser("package", help="đóng gói trang và tệp của từng kế hoạch để đưa lên cổng")
    packing.add_argument("--output", type=Path, help="thư mục kết quả (mặc định: dist/ ở gốc kho)")
    packing.add_argument("--previous", metavar="DANH_SÁCH", type=Path, help="manifest.json của bản trước, để nối tiếp")
    packing.set_defaults(run=run_package)
    paging = commands.add_parser("pages", help="ghi các trang ra đĩa cho một bộ dựng trang khác")
    paging.add_argument("--to", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục mới hoặc trống")
    paging.set_defaults(run=run_pages)
