"""Starting a repository for another body: it is sound, it builds, and bad requests leave nothing behind."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from corpus import ROOT

from kehoach.commands.main import main
from kehoach.newrepository.template import COPIED_FILES, COPIED_FOLDERS

# A new repository takes the registries as they are today.
pytestmark = pytest.mark.plans
COLOR = "#0b5394"
ASKED = (
    "--color",
    COLOR,
    "--unit",
    "xa-vi-du",
    "--name",
    "UBND xã Ví Dụ",
    "--address",
    "https://vidu.example/ke-hoach/",
)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("init") / "kho"
    assert main(["init", str(place), *ASKED]) == 0
    return place


def test_a_new_repository_has_no_errors(started: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Registries without the plans name nothing that is not there."""
    assert main(["--root", str(started), "validate"]) == 0
    assert "Đã kiểm tra 6 tệp: 0 lỗi, " in capsys.readouterr().out
    assert main(["--root", str(started), "fmt", "--check"]) == 0


def test_no_entry_claims_a_plan_that_is_not_there(started: Path) -> None:
    """Sources that stood in plans of the first repository have become words."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (started / "plans").rglob("*.yaml")}
    assert len(texts) == 6
    assert [name for name, text in texts.items() if "tuyen-truyen-cchc/20" in text or "Đắk Lắk" in text] == []


def test_the_site_of_a_new_repository_builds(started: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The strict build finds every link, says the body's name and address, and tells no more than what it did."""
    assert main(["--root", str(started), "site"]) == 0
    said = capfd.readouterr()
    assert re.fullmatch(rf"Đã dựng \d+ tệp vào {re.escape(str(started / 'site'))}\.", said.out.splitlines()[-1])
    assert re.fullmatch(r"(kehoach: Hết \d+ phút .*\n)?", said.err)  # a long build tells its time
    home = (started / "site" / "index.html").read_text(encoding="utf-8")
    assert "Kế hoạch của UBND xã Ví Dụ" in home
    assert "https://vidu.example/ke-hoach/" in (started / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert (started / "site" / "co-quan" / "xa-vi-du" / "index.html").is_file()
    assert COLOR in (started / "site" / "assets" / "stylesheets" / "kehoach.css").read_text(encoding="utf-8")


def test_commands_of_the_guide_are_there(started: Path) -> None:
    """Whatever the guide tells an officer to run has a session in a new repository too."""
    sessions = set(re.findall(r"^def (\w+)\(session|name=\"(\w+)\"", (started / "noxfile.py").read_text(), re.M))
    told = {
        word
        for path in (started / "site_src" / "docs" / "huong-dan").rglob("*.md")
        for word in re.findall(r"python3 run\.py ([a-z]+)", path.read_text(encoding="utf-8"))
    }
    assert told and told <= {name for pair in sessions for name in pair}
    assert (started / "run.py").is_file() and (started / "requirements" / "nox.txt").is_file()


def test_workflows_of_a_new_repository_run_its_sessions(started: Path) -> None:
    """Both forges check each change with the one command, and publish what the site session builds."""
    gitlab = yaml.safe_load((started / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["check"]["script"] == ["python3 run.py"]
    assert "python3 run.py site -- $previous" in gitlab["pages"]["script"][2]
    check, pages = (
        yaml.safe_load((started / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))["jobs"]
        for name in ("check", "pages")
    )
    assert check["check"]["steps"][-1]["run"] == "python3 run.py"
    assert "python3 run.py site" in [step.get("run") for step in pages["build"]["steps"]]
    for name in ("inbox", "propose"):
        assert gitlab[name] == yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))[name]
    assert all(os.access(started / ".ci" / name, os.X_OK) for name in ("inbox", "gitlab-inbox"))
    assert "$$" not in "".join(path.read_text(encoding="utf-8") for path in started.glob(".git*/**/*.yml"))


def test_package_brings_all_that_a_new_repository_takes() -> None:
    """The wheel holds what a source checkout has at its root."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = metadata["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    wanted = {*COPIED_FOLDERS, *COPIED_FILES, "mkdocs.yml", "plans/registry"}
    assert included == {name: f"kehoach/newrepository/template/{name}" for name in wanted}


def test_upgrade_renews_the_template_only(tmp_path: Path) -> None:
    """Upgrading brings back a lost schema and keeps plans, settings and moved addresses."""
    place = tmp_path / "kho"
    assert main(["init", str(place), *ASKED]) == 0
    (place / "schema" / "plan.v1.schema.json").unlink()
    (place / "site_src" / "moved.txt").write_text("a/ b/\n", encoding="utf-8")
    (place / "run.py").write_text("", encoding="utf-8")
    before = (place / "mkdocs.yml").read_bytes()
    plans = {path: path.read_bytes() for path in (place / "plans").rglob("*.yaml")}
    assert main(["init", "--upgrade", str(place)]) == 0
    assert (place / "schema" / "plan.v1.schema.json").is_file()
    assert (place / "run.py").read_bytes() == (ROOT / "run.py").read_bytes()
    assert (place / "site_src" / "moved.txt").read_text(encoding="utf-8") == "a/ b/\n"
    assert (place / "mkdocs.yml").read_bytes() == before
    assert plans == {path: path.read_bytes() for path in (place / "plans").rglob("*.yaml")}
    assert [path.name for path in tmp_path.iterdir()] == ["kho"]


def test_upgrade_that_fails_half_way_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses: every file is the one that was there."""
    place = tmp_path / "kho"
    assert main(["init", str(place), *ASKED]) == 0
    (place / "hooks" / "own.py").write_text("", encoding="utf-8")
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if target == place / "site_src":
            monkeypatch.setattr(Path, "rename", rename)
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    assert main(["init", "--upgrade", str(place)]) == 1
    assert before == {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("--unit", "Xã Ví Dụ"), "không đúng mẫu"),
        (("--unit", "con"), "không đúng mẫu"),
        (("--unit", "vi-du"), "Không đoán được cấp"),
        (("--name", "a\nb"), "--name phải là một dòng chữ"),
        (("--address", "vidu.example"), "--address “vidu.example” phải là địa chỉ"),
        (("--address", "https://vidu.example:x/"), "phải là địa chỉ"),
        (("--feedback", "javascript:x"), "--feedback"),
        (("--color", "red"), "--color 'red' phải có dạng #rrggbb"),
        (("--color", "#ffcc00"), "quá nhạt để đọc trên nền trắng (tương phản 1,3, cần từ 4,5)"),
    ],
)
def test_bad_requests_leave_nothing(
    tmp_path: Path, changed: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bad id, name, address or feedback gives 1, a Vietnamese sentence and no folder."""
    assert main(["init", str(tmp_path / "kho"), *ASKED, *changed]) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_taken_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is in a folder is never mixed with a new repository, nor is any other folder upgraded."""
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    assert main(["init", str(tmp_path), *ASKED]) == 1
    assert "đã có tệp" in capsys.readouterr().err
    assert main(["init", "--upgrade", str(tmp_path)]) == 1
    assert "không phải kho do init lập" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
