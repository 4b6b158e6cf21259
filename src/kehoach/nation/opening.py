"""Where a data package lies: a folder, a zip, or a published site; its files are copied out of it under limits.

Who made a package is not known: names that lead elsewhere, links, files that are longer than they say and zips that
unpack to anything are refused. Nothing is read but ``data/`` of a site.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from kehoach.machine.ziplimits import TooLarge, refuse_too_large
from kehoach.nation.fetching import Fetch

DESCRIPTION = "datapackage.json"
SITE = "trang.zip"
"""The zipped site among what ``package`` writes."""
MAX_ZIP = 4_000_000_000
_PIECE = 1 << 20
_FAULTS = (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, EOFError)


class BrokenPackage(Exception):
    """A package that cannot be taken; the message is a Vietnamese sentence without the package's name."""


class Place(Protocol):
    """A package that was found: gives the files of its ``data/``."""

    def copy(self, name: str, to: Path, most: int) -> bool:
        """Copy a file of at most so many bytes; False where there is none. Raises BrokenPackage."""


def package_place(place: str, work: Path, fetch: Fetch) -> Place:
    """Find a package: a folder or zip by its path, or by ``https://`` a zip or the site that holds the data.

    ``work`` is an empty folder of its own; ``fetch`` asks for an address. Raises BrokenPackage.
    """
    if "://" in place:
        address = place if place.endswith(".zip") else f"{place.removesuffix('index.html').rstrip('/')}/data/"
        if not address.endswith(".zip"):
            return _Published(address, fetch)
        archive = work / SITE
        _write(fetch(address), archive, MAX_ZIP)
        return _in_zip(archive, work)
    path = Path(place)
    try:
        return _in_folder(path, work) if path.is_dir() else _in_zip(path, work)
    except FileNotFoundError:
        raise BrokenPackage("không có thư mục hay tệp này") from None


def _in_folder(folder: Path, work: Path) -> Place:
    for data in (folder / "data", folder):
        if (data / DESCRIPTION).is_file():
            return _Folder(data.resolve())
    if (folder / SITE).is_file():
        return _in_zip(folder / SITE, work)
    raise BrokenPackage(f"không thấy data/{DESCRIPTION} hay {SITE}; hãy trỏ tới thư mục dist/ hoặc trang đã bung")


def _in_zip(archive: Path, work: Path, nested: bool = False) -> Place:
    """Find the data in a zip of a site, or in the zipped site within a zip of what ``package`` writes."""
    try:
        bundle = zipfile.ZipFile(archive)
        refuse_too_large(archive, bundle.infolist())
    except TooLarge as error:
        raise BrokenPackage(str(error)) from None
    except FileNotFoundError:
        raise
    except _FAULTS:
        raise BrokenPackage("không phải tệp zip đọc được") from None
    entries: dict[str, list[zipfile.ZipInfo]] = {}
    for entry in bundle.infolist():
        entries.setdefault(entry.filename, []).append(entry)
    if data := _shallowest(entries, DESCRIPTION):
        return _Zip(bundle, entries, data.removesuffix(DESCRIPTION))
    if (site := _shallowest(entries, SITE)) and not nested:
        _Zip(bundle, entries, site.removesuffix(SITE)).copy(SITE, work / f"trong.{SITE}", MAX_ZIP)
        bundle.close()
        return _in_zip(work / f"trong.{SITE}", work, nested=True)
    raise BrokenPackage(f"trong zip không có data/{DESCRIPTION} hay {SITE}")


def _shallowest(entries: dict[str, list[zipfile.ZipInfo]], name: str) -> str:
    """Give the entry of a name that lies in the fewest folders, of at most two; empty where there is none."""
    paths = [path for path in entries if PurePosixPath(path).name == name and path.count("/") <= 2 and ".." not in path]
    return min(paths, key=lambda path: (path.count("/"), path), default="")


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy(self, name: str, to: Path, most: int) -> bool:
        path = self._folder / name
        if not path.exists() and not path.is_symlink():
            return False
        if path.is_symlink() or not path.is_file():
            raise BrokenPackage(f"data/{name} không phải tệp thường")
        try:
            with path.open("rb") as handle:
                _write(_pieces(handle), to, most)
        except OSError as error:
            raise BrokenPackage(f"không đọc được data/{name}: {error.strerror}") from None
        return True


class _Zip:
    def __init__(self, bundle: zipfile.ZipFile, entries: dict[str, list[zipfile.ZipInfo]], folder: str) -> None:
        self._bundle, self._entries, self._folder = bundle, entries, folder

    def copy(self, name: str, to: Path, most: int) -> bool:
        entries = self._entries.get(f"{self._folder}{name}", [])
        if not entries:
            return False
        if len(entries) > 1:
            raise BrokenPackage(f"{name} có hai lần trong zip")
        try:
            with self._bundle.open(entries[0]) as handle:
                _write(_pieces(handle), to, most)
        except _FAULTS:
            raise BrokenPackage(f"không giải nén được {name}") from None
        return True


class _Published:
    def __init__(self, address: str, fetch: Fetch) -> None:
        self._address, self._fetch = address, fetch

    def copy(self, name: str, to: Path, most: int) -> bool:
        _write(self._fetch(f"{self._address}{name}"), to, most)
        return True


def _pieces(handle: IO[bytes]) -> Iterator[bytes]:
    while piece := handle.read(_PIECE):
        yield piece


def _write(pieces: Iterator[bytes], to: Path, most: int) -> None:
    """Write what comes, as long as it is not more than it may be; what was written is no file of anybody's then."""
    length = 0
    with to.open("wb") as handle:
        for piece in pieces:
            length += len(piece)
            if length > most:
                raise BrokenPackage(f"{to.name} dài hơn {most} byte")
            handle.write(piece)
