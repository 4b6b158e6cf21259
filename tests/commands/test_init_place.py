"""``init`` for a province or a commune: its bodies are in the registry from the first day."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kehoach.commands.main import main
from kehoach.files.repository import load

pytestmark = pytest.mark.plans  # a new repository takes its registries from this one


def units(place: Path) -> dict[str, str]:
    value = yaml.safe_load((place / "plans/registry/units.yaml").read_text(encoding="utf-8"))
    return {unit["id"]: unit["name"] for unit in value["units"]}


def test_a_province_brings_its_bodies(tmp_path: Path) -> None:
    """Departments and communes are there, those of no other province, and the committee is the body itself."""
    place = tmp_path / "kho"
    assert main(["init", str(place), "--province", "Lâm Đồng"]) == 0
    held = units(place)
    assert held["tinh-lam-dong"] == "Ủy ban nhân dân tỉnh Lâm Đồng"
    assert "so-noi-vu-lam-dong" in held and not any(name.endswith("-dak-lak") for name in held)
    repository = load(place)
    assert not repository.problems
    assert {plan.issuer for plan in repository.plans.values()} == {"tinh-lam-dong"}


def test_a_department_is_found_among_them(tmp_path: Path) -> None:
    """Its entry is the usual one, so that its short names are known."""
    place = tmp_path / "kho"
    assert main(["init", str(place), "--province", "lam dong", "--unit", "so-noi-vu-lam-dong"]) == 0
    assert load(place).registry.units["so-noi-vu-lam-dong"].names


def test_a_commune_brings_its_offices_and_its_province(tmp_path: Path) -> None:
    """And none of the province's other communes."""
    place = tmp_path / "kho"
    assert main(["init", str(place), "--commune", "Ea Knốp"]) == 0
    held = units(place)
    assert {"xa-ea-knop", "tinh-dak-lak"} <= held.keys()
    assert [name for name in held if name.startswith("xa-")] == ["xa-ea-knop"]
    assert not load(place).problems


def test_a_second_id_for_a_body_of_the_place_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The registry has it already; with two entries of one name nothing could be linked. A body it lacks is added."""
    asked = ["init", str(tmp_path / "kho"), "--province", "Lâm Đồng", "--unit"]
    assert main([*asked, "so-nv", "--name", "sở nội vụ tỉnh Lâm Đồng", "--level", "province"]) == 1
    assert "--unit so-noi-vu-lam-dong" in capsys.readouterr().err and list(tmp_path.iterdir()) == []
    assert main([*asked, "ban-hoa-lam-dong", "--name", "Ban Hoa tỉnh Lâm Đồng", "--level", "province"]) == 0


@pytest.mark.parametrize(("name", "near"), [("Bình Thuận", "tỉnh Lâm Đồng"), ("Không Đâu", "nghị quyết sắp xếp")])
def test_a_place_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, near: str
) -> None:
    """A former province leads to its successor; nothing is written."""
    assert main(["init", str(tmp_path / "kho"), "--province", name]) == 1
    assert near in capsys.readouterr().err
    assert not (tmp_path / "kho").exists()
