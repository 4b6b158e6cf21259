"""The commands ``site``, ``package``, ``pages`` and ``verify``: arguments and environment in, a sentence out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext

from kehoach.commands.validate import validated
from kehoach.machine.store import CACHE_VARIABLE, Store, folder_of
from kehoach.machine.usage import RUN
from kehoach.publishing.build import build_site
from kehoach.publishing.digests import folder_bytes
from kehoach.publishing.opened import Opened
from kehoach.publishing.origin import current_commit

_NAME = "Kế hoạch công khai"


def run_site(options: argparse.Namespace) -> int:
    """Check all, then build the site; with an error nothing is built."""
    began = time.monotonic()
    # What workers of a cluster make is not kept: what is, is this machine's alone.
    store = Store() if options.on else Store(folder_of(options.root, os.environ))
    opened = Opened(options.root, store, whole=True)
    if validated(argparse.Namespace(root=options.root, format="text"), opened):
        return 1
    place, commit = options.output or options.root / "site", current_commit(options.root)
    with _executor(options.on) as executor:
        previous = _previous(options)
        count = build_site(
            options.root, place, commit, previous=previous, store=store, opened=opened, executor=executor
        )
    store.tell()
    sys.stdout.write(f"Đã dựng {count} tệp vào {place}.\n")
    if (seconds := time.monotonic() - began) >= _LONG:
        RUN.look()
        sys.stderr.write(f"kehoach: {time_and_memory(seconds, RUN.most, folder_bytes(place))}\n")
    return 0


_LONG = 60.0
"""Seconds of a run that tells at its end what it took."""


def time_and_memory(seconds: float, memory: int, length: int) -> str:
    """Say what a run took, and how much it made; ``memory`` is 0 where the system does not tell."""
    minutes, rest = divmod(round(seconds), 60)
    memory_told = f"; mọi tiến trình cùng lúc dùng nhiều nhất {memory // 10**6} MB bộ nhớ" if memory else ""
    return f"Hết {minutes} phút {rest} giây{memory_told}; trang có {length // 10**6} MB."


def _executor(address: str) -> AbstractContextManager[Executor | None]:
    if not address:
        return nullcontext()
    from kehoach.publishing.elsewhere import cluster

    return cluster(address)


def _previous(options: argparse.Namespace) -> str:
    """Give the SHA-256 of the manifest before this one, empty where none is named."""
    if not options.previous:
        return ""
    from kehoach.publishing.verifying import digest, read_known

    return digest(read_known(options.previous)[0])


def run_package(options: argparse.Namespace) -> int:
    """Write the package; SITE_URL says where the site will stand."""
    # Imported only here, as below: the command that is used most needs none of it.
    from kehoach.commands.nation import parquet_beside
    from kehoach.pages.home import home
    from kehoach.publishing.package import package

    place = options.output or options.root / "dist"
    kept_folder = options.kept or os.environ.get(CACHE_VARIABLE)
    store = Store(folder_of(options.root, os.environ)) if kept_folder else None
    more = parquet_beside if options.parquet else lambda site, new: None
    count = package(options.root, place, home(_NAME, os.environ.get("SITE_URL")), _previous(options), store, more)
    sys.stdout.write(f"Đã ghi {count} tệp vào {place}.\n")
    return 0


def run_pages(options: argparse.Namespace) -> int:
    """Write the pages for another generator."""
    from kehoach.publishing.pages import export_pages

    count = export_pages(options.root, options.to, _NAME, os.environ.get("SITE_URL"))
    sys.stdout.write(f"Đã ghi {count} tệp vào {options.to}.\n")
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Say whether a copy of the site is whole; returns 1 where it is not."""
    from kehoach.publishing.verifying import verify

    verdict, is_whole = verify(options.place, options.against)
    sys.stdout.write(verdict)
    return 0 if is_whole else 1
