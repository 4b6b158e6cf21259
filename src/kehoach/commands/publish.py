"""The commands ``site``, ``package``, ``pages`` and ``verify``: arguments and environment in, a sentence out."""

from __future__ import annotations

import argparse
import os
import sys

from kehoach.commands.validate import run_validate
from kehoach.machine.store import ASKED, Store, folder_of
from kehoach.pages.home import home
from kehoach.publishing.build import build_site
from kehoach.publishing.origin import current_commit
from kehoach.publishing.package import package
from kehoach.publishing.pages import export_pages
from kehoach.publishing.verifying import digest, read_known, verify

_NAME = "Kế hoạch công khai"


def run_site(options: argparse.Namespace) -> int:
    """Check all, then build the site; with an error nothing is built."""
    if run_validate(argparse.Namespace(root=options.root, format="text")):
        return 1
    previous = digest(read_known(options.previous)[0]) if options.previous else ""
    place = options.output or options.root / "site"
    store = Store(folder_of(options.root, os.environ))
    count = build_site(options.root, place, current_commit(options.root), previous=previous, store=store)
    store.tell()
    sys.stdout.write(f"Đã dựng {count} tệp vào {place}.\n")
    return 0


def run_package(options: argparse.Namespace) -> int:
    """Write the package; SITE_URL says where the site will stand."""
    place = options.output or options.root / "dist"
    previous = digest(read_known(options.previous)[0]) if options.previous else ""
    asked = options.kept or os.environ.get(ASKED)
    store = Store(folder_of(options.root, os.environ)) if asked else None
    count = package(options.root, place, home(_NAME, os.environ.get("SITE_URL")), previous, store)
    sys.stdout.write(f"Đã ghi {count} tệp vào {place}.\n")
    return 0


def run_pages(options: argparse.Namespace) -> int:
    """Write the pages for another generator."""
    count = export_pages(options.root, options.to, _NAME, os.environ.get("SITE_URL"))
    sys.stdout.write(f"Đã ghi {count} tệp vào {options.to}.\n")
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Say whether a copy of the site is whole; returns 1 where it is not."""
    said, whole = verify(options.place, options.against)
    sys.stdout.write(said)
    return 0 if whole else 1
