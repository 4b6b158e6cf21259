"""Data packages as ``package`` publishes them, made of values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from kehoach.exports.datapackage import PACKAGE, About
from kehoach.exports.opendata import open_data
from kehoach.meaning.fabric import Fabric

SITE = "https://daklak.example.vn/ke-hoach/"


def write_package(folder: Path, fabric: Fabric, site: str = SITE) -> Path:
    """Write the open data of some plans as they lie on a site."""
    files = open_data(fabric, about=About("2026-02-03T04:05:06Z", site))
    for address, data in files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    return folder


def rewrite(folder: Path, changes: Mapping[str, bytes]) -> None:
    """Change files of a package and what its description says of them, as somebody would who means harm."""
    description = json.loads((folder / PACKAGE).read_bytes())
    for name, data in changes.items():
        (folder / "data" / name).write_bytes(data)
        for resource in description["resources"]:
            if resource["path"] == name:
                resource.update(bytes=len(data), hash=f"sha256:{hashlib.sha256(data).hexdigest()}")
    (folder / PACKAGE).write_text(json.dumps(description), encoding="utf-8")
