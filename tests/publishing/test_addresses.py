"""The list of all addresses, by which the 404 page finds the one that was meant."""

from __future__ import annotations

import pytest

from kehoach.publishing import addresses
from kehoach.publishing.addresses import ADDRESSES, address_files, part_file


def _many() -> set[str]:
    plans = {
        f"ke-hoach/{body}-{number}/cchc/{year}/" for body in "axz" for number in range(40) for year in (2025, 2026)
    }
    return {"", "ke-hoach/", "ke-hoach/a-1/", "van-ban/mot/", *plans}


def test_few_are_one_file() -> None:
    """A line each, in order."""
    assert dict(address_files({"b/", "a/"})) == {ADDRESSES: b"a/\nb/\n"}


@pytest.mark.parametrize("most", [200, 1_000, 4_000])
def test_many_are_cut_by_what_they_begin_with(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Each is in one file, whose beginning the first file names; none is longer than a file may be."""
    monkeypatch.setattr(addresses, "MOST", most)
    files = dict(address_files(_many()))
    head = files.pop(ADDRESSES).decode().split("\n")
    beginnings = [line.removesuffix("*") for line in head if line.endswith("*")]
    assert sorted(map(part_file, beginnings)) == sorted(files)
    listed = [line for line in head[:-1] if not line.endswith("*")]
    for beginning in beginnings:
        lines = files[part_file(beginning)].decode().splitlines()
        assert all(line.startswith(beginning) for line in lines)
        assert len(files[part_file(beginning)]) <= most
        listed += lines
    assert sorted(listed) == sorted(_many())


def test_the_file_that_names_others_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who makes files until that one is there has made the others too."""
    monkeypatch.setattr(addresses, "MOST", 200)
    assert [name for name, _ in address_files(_many())][-1] == ADDRESSES
