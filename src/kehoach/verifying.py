"""The ``verify`` command: is a copy of the published site whole, and from which commit."""

from __future__ import annotations

import zipfile
from pathlib import Path

from kehoach.command import UserError
from kehoach.manifest import NAME, BrokenManifest, differences, read_manifest
from kehoach.publishing import folder_digests, zip_digests

_WORDS = {"missing": "thiếu", "changed": "bị đổi", "added": "thừa"}


def verify(place: Path) -> tuple[str, bool]:
    """Say in Vietnamese whether a folder or zip is as published; also whether it is."""
    text, found = _read(place)
    try:
        manifest = read_manifest(text)
    except BrokenManifest as error:
        raise UserError(f"{place}: {error}") from None
    wrong = list(differences(manifest, found))
    lines = [f"{_WORDS[one.kind]}: {one.path}" for one in wrong]
    origin = f"phiên bản {manifest.commit}" if manifest.commit else "một phiên bản không rõ"
    if wrong:
        lines.append(f"Bản sao KHÔNG nguyên vẹn: {len(wrong)} tệp khác với bản dựng từ {origin}.")
    else:
        lines.append(f"Bản sao nguyên vẹn: {len(manifest.files)} tệp, dựng từ {origin}.")
    lines.append("Danh sách tệp tự nó chưa được ký; hãy đối chiếu mã băm của danh sách với nơi công bố.")
    return "\n".join((*lines, "")), not wrong


def _read(place: Path) -> tuple[bytes, dict[str, str]]:
    try:
        if place.is_dir():
            return (place / NAME).read_bytes(), folder_digests(place)
        with zipfile.ZipFile(place) as bundle:
            return bundle.read(NAME), zip_digests(place)
    except (FileNotFoundError, KeyError):
        raise UserError(f"{place} không có {NAME}, không kiểm tra được.") from None
    except (OSError, zipfile.BadZipFile, RuntimeError):
        raise UserError(f"Không đọc được {place}: không phải thư mục hay tệp zip còn tốt.") from None
