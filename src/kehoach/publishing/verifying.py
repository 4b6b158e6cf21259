"""The ``verify`` command: is a copy of the published site whole, from which commit, and is it the newest known."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from pathlib import Path
from typing import IO

from kehoach.machine.usererror import UserError
from kehoach.machine.ziplimits import TooLarge
from kehoach.publishing.digests import folder_digests, zip_digests
from kehoach.publishing.manifest import NAME, BrokenManifest, Manifest, differences, read_manifest
from kehoach.wording.hiddenletters import visible

MAX_MANIFEST = 200_000_000
_WORDS = {"missing": "thiếu", "changed": "bị đổi", "added": "thừa"}


def verify(place: Path, trusted: Path | None = None) -> tuple[str, bool]:
    """Say in Vietnamese whether a folder or zip is as published; also whether it is.

    ``trusted`` is a manifest to be believed, say the latest of the releases: an older copy passed off as new differs.
    """
    text, digests = _read(place)
    try:
        manifest = read_manifest(text)
    except BrokenManifest as error:
        raise UserError(f"{place}: {error}") from None
    wrong = list(differences(manifest, digests))
    origin = f"phiên bản {visible(manifest.commit)}" if manifest.commit else "một phiên bản không rõ"
    if wrong:
        whole = f"Bản sao KHÔNG nguyên vẹn: {len(wrong)} tệp khác với bản dựng từ {origin}."
    else:
        whole = f"Bản sao nguyên vẹn: {len(manifest.files)} tệp, dựng từ {origin}."
    standing, newest = _against(digest(text), trusted) if trusted else (_UNSIGNED, True)
    # What matters most comes first: a whole copy of an old site is still the wrong one.
    verdict = [whole, standing] if newest else [standing, whole]
    differing_files = [f"{_WORDS[difference.kind]}: {visible(difference.path)}" for difference in wrong]
    sums = [f"Mã băm SHA-256 của danh sách tệp: {digest(text)}"]
    if manifest.previous:
        sums.append(f"Danh sách tệp của bản trước: {visible(manifest.previous)}")
    return "\n".join((*verdict, *differing_files, *sums, "")), not wrong and newest


_UNSIGNED = "Danh sách tệp tự nó chưa được ký; hãy đối chiếu mã băm của danh sách với nơi công bố."


def digest(manifest: bytes) -> str:
    """Give the name by which one manifest names another: the SHA-256 of its bytes."""
    return hashlib.sha256(manifest).hexdigest()


def read_known(path: Path) -> tuple[bytes, Manifest]:
    """Read a manifest from a file; raises UserError where it is none."""
    try:
        data = _manifest(path)
        return data, read_manifest(data)
    except (TooLarge, BrokenCopy) as error:
        raise UserError(f"{path}: {error}.") from None
    except OSError as error:
        raise UserError(f"Không đọc được {path}: {error.strerror}.") from None
    except BrokenManifest as error:
        raise UserError(f"{path}: {error}") from None


def _against(own: str, trusted: Path) -> tuple[str, bool]:
    data, manifest = read_known(trusted)
    if own == digest(data):
        return f"Danh sách tệp đúng là {trusted}.", True
    if own == manifest.previous:
        return f"Đây là bản CŨ: bản ngay trước bản của {trusted}.", False
    return f"Danh sách tệp KHÔNG phải {trusted}, cũng không phải bản ngay trước đó.", False


class BrokenCopy(Exception):
    """A copy whose manifest cannot be told; the message is a Vietnamese sentence."""


_DIGEST = 64


def _manifest(path: Path) -> bytes:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise BrokenCopy(f"{NAME} không phải tệp thường, không kiểm tra được")
    with path.open("rb") as handle:
        return _limited(handle)


def _limited(handle: IO[bytes]) -> bytes:
    text = handle.read(MAX_MANIFEST + 1)
    if len(text) > MAX_MANIFEST:
        raise TooLarge(f"{NAME} dài quá {MAX_MANIFEST // 1_000_000} MB")
    return text


def _read(place: Path) -> tuple[bytes, dict[str, str]]:
    try:
        if place.is_dir():
            return _manifest(place / NAME), folder_digests(place)
        digests = zip_digests(place)
        with zipfile.ZipFile(place) as bundle, bundle.open(NAME) as handle:
            text = _limited(handle)
        if len(digests[NAME]) != _DIGEST:
            raise BrokenCopy(f"có hai {NAME} hoặc {NAME} là liên kết, không kiểm tra được")
        return text, digests
    except (FileNotFoundError, KeyError):
        raise UserError(f"{place} không có {NAME}, không kiểm tra được.") from None
    except (TooLarge, BrokenCopy) as error:
        raise UserError(f"{place}: {error}.") from None
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, EOFError):
        raise UserError(f"Không đọc được {place}: không phải thư mục hay tệp zip còn tốt.") from None
