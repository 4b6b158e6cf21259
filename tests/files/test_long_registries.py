"""A long registry is read in a process of its own, and is the same registry."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kehoach.files import planfiles, yamlfile
from kehoach.files.memory import Memory
from kehoach.files.repository import load
from kehoach.machine.store import Store
from kehoach.publishing.registryfiles import RegistryFiles


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_long_registry_is_the_same_one(
    five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_kept: bool
) -> None:
    """Read in whichever process, kept or not; none is parsed here where all are long."""
    plain = load(five)
    monkeypatch.setattr(planfiles, "LONG", 100)
    parsed: list[tuple[int, str]] = []

    def noted(data: bytes, name: str, scale: int = 1) -> object:
        parsed.append((os.getpid(), name))
        return yamlfile.parse(data, name, scale)

    monkeypatch.setattr(planfiles, "parse", noted)
    read = load(five, Memory(values=RegistryFiles(Store(tmp_path if is_kept else None))))
    assert vars(read.registry) == vars(plain.registry)
    assert read.problems == plain.problems
    assert not [name for _, name in parsed if "/registry/" in name]
    assert all(loaded.text == plain.registry_files[kind].text for kind, loaded in read.registry_files.items())


def test_what_is_wrong_in_a_long_registry_is_told(five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same line as ever."""
    for path in five.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(five)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    units = tmp_path / "plans/registry/units.yaml"
    units.write_text(units.read_text(encoding="utf-8").replace("kind: ", "kinds: ", 1), encoding="utf-8")
    plain = load(tmp_path)
    assert plain.problems
    monkeypatch.setattr(planfiles, "LONG", 100)
    assert load(tmp_path, Memory(values=RegistryFiles(Store(tmp_path / "kept")))).problems == plain.problems
