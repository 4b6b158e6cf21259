"""A Word file in ``hop-thu/``, from the forge's page to a branch with the plan; a bare repository plays the forge."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

import docx
import openpyxl
import pytest
import yaml
from checkouts import checkout, commit, git
from corpus import ROOT, XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.resulttable import result_rows
from kehoach.commands.planidentity import Letter, exported_from, exported_state, next_plan, plan_of
from kehoach.exports.docx import official_document
from kehoach.exports.docxfile import words_digest
from kehoach.exports.resulttable import results_xlsx
from kehoach.files.repository import Repository
from kehoach.importing.draftplace import SAMPLE
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.periods import period_of
from kehoach.newrepository.body import SERIES

NEXT = XA_EA_KNOP.replace("2026", "2027")


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A bare repository of the five plans with what the workflows run."""
    root = checkout(tmp_path / "dau")
    shutil.copytree(ROOT / ".ci", root / ".ci")
    shutil.copytree(ROOT / "hop-thu", root / "hop-thu")
    commit(root, "Hộp thư")
    bare = tmp_path / "kho.git"
    git(root, "clone", "--quiet", "--bare", str(root), str(bare))
    return bare


def put(forge: Path, files: dict[str, bytes], branch: str = "main") -> str:
    """What the forge's page does when somebody loads files up: a commit on a branch."""
    place = forge.parent / f"trang-{len(list(forge.parent.iterdir()))}"
    git(forge.parent, "clone", "--quiet", str(forge), str(place))
    git(place, "switch", "--quiet", *([] if branch == "main" else ["--create"]), branch)
    for name, data in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    made = commit(place, "Tải tệp lên")
    git(place, "push", "--quiet", "origin", branch)
    return made


def run(place: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    # The script parts its setting at spaces, which the folder of the interpreter may hold.
    program = place.parent / "inbox-program"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kehoach inbox "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    environment = {
        **os.environ,
        **nobody,
        "KEHOACH_INBOX": str(program),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
    }
    command = [str(place / ".ci" / script), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def job(forge: Path, name: str) -> Path:
    """A fresh checkout of the default branch, as each job of a workflow has one."""
    place = forge.parent / f"{name}-{len(list(forge.parent.iterdir()))}"
    git(forge.parent, "clone", "--quiet", str(forge), str(place))
    return place


def play(forge: Path, made: str, branch: str = "main") -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run both jobs as GitHub's workflow does; gives what the last said and the folder between them."""
    folder = forge.parent / f"ra-{made[:8]}"
    done = run(job(forge, "doc"), "inbox", "read", made, str(folder))
    if done.returncode == 0 and (folder / "plans.tar").exists():
        place = forge.parent / f"gui-{made[:8]}"
        place.mkdir()
        tool = place / "bin" / "gh"
        tool.parent.mkdir()
        tool.write_text(
            f"#!/bin/sh\ncase $1 in run) cp -r {shlex.quote(str(folder))} inbox ;; esac\n", encoding="utf-8"
        )
        tool.chmod(0o755)
        told = {"GH_TOKEN": "x", "REPO": "kho", "RUN": "1", "SHA": made, "BRANCH": branch, "DEFAULT": "main"}
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, **nobody, **told, "GITHUB_SERVER_URL": forge.parent.as_uri(), "PATH": path}
        [step] = yaml.safe_load((ROOT / ".github/workflows/inbox.yml").read_text("utf-8"))["jobs"]["propose"]["steps"]
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done, folder


Edit = Callable[[str], str]


def word(linked: LinkedPlan, repository: Repository, change: Edit, keep_id: bool = True) -> bytes:
    """The plan's Word file after somebody typed over it."""
    document = docx.Document(io.BytesIO(official_document(linked, repository.registry)))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]:
        for part in paragraph.runs:
            if (text := change(part.text)) != part.text:
                part.text = text
    if not keep_id:
        document.core_properties.identifier = ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def files(forge: Path, branch: str) -> set[str]:
    return set(git(forge, "ls-tree", "-r", "--name-only", branch).splitlines())


def plan_text(forge: Path, revision: str, plan_id: str) -> str:
    """All that a plan's file says, however its lines are broken."""
    return json.dumps(yaml.safe_load(git(forge, "show", f"{revision}:plans/{plan_id}.yaml")), ensure_ascii=False)


def test_changed_word_file_becomes_a_branch(forge: Path, fabric: Fabric, repository: Repository) -> None:
    """The plan is changed by just that edit, the file is gone, the default branch is as it was; it is told in words."""
    data = word(fabric.plans[XA_EA_KNOP], repository, lambda text: text.replace("Zalo OA, Facebook", "Zalo OA"))
    made = put(forge, {"hop-thu/Dự thảo (2).docx": data})
    done, folder = play(forge, made)
    assert done.returncode == 0, done.stderr
    branch = f"hop-thu-{made[:12]}"
    assert git(forge, "diff", "--name-only", "-z", "main", branch).split("\0")[:-1] == [
        "hop-thu/Dự thảo (2).docx",
        f"plans/{XA_EA_KNOP}.yaml",
    ]
    old, new = (plan_text(forge, revision, XA_EA_KNOP) for revision in ("main", branch))
    assert new == old.replace("Zalo OA, Facebook", "Zalo OA") != old
    message = (folder / "message.md").read_text(encoding="utf-8")
    assert "Sửa kế hoạch" in message and "# Thay đổi đối với các kế hoạch" in message
    # The plan is issued: that its words now depart from its source is what a reviewer has to hear.
    assert "## Kiểm tra: 2 lỗi" in message and "KH304" in message
    assert "<!-- kehoach-review -->" not in message
    assert git(forge, "rev-parse", "main").strip() == made


def test_two_files_of_one_plan_that_was_edited_since(forge: Path, fabric: Fabric, repository: Repository) -> None:
    """Each brings its own edits; neither takes back the other's, nor what the plan became since they were exported."""
    linked = fabric.plans[XA_EA_KNOP]
    first = word(linked, repository, lambda text: text.replace("Zalo OA, Facebook", "Zalo OA"))
    second = word(linked, repository, lambda text: text.replace("mô hình hay", "mô hình tốt"))
    path = f"plans/{XA_EA_KNOP}.yaml"
    later = git(forge, "show", f"main:{path}").replace("Các kênh thông tin", "Những kênh thông tin")
    put(forge, {path: later.encode()})
    made = put(forge, {"hop-thu/ban cua An.docx": first, "hop-thu/ban cua Binh.docx": second})
    done, folder = play(forge, made)
    assert done.returncode == 0, done.stderr
    plan = plan_text(forge, f"hop-thu-{made[:12]}", XA_EA_KNOP)
    now = plan_text(forge, "main", XA_EA_KNOP)
    assert "Những kênh thông tin" in now
    assert plan == now.replace("Zalo OA, Facebook", "Zalo OA").replace("mô hình hay", "mô hình tốt")
    message = (folder / "message.md").read_text(encoding="utf-8")
    assert message.count("Sửa kế hoạch") == 2 and message.count("Tệp Word xuất từ bản ngày") == 2


def test_new_plan_from_a_branch_of_its_own(forge: Path, fabric: Fabric, repository: Repository) -> None:
    """Body and year are read from the document; the branch that brought only the file is taken away."""
    other = word(fabric.plans[XA_EA_KNOP], repository, lambda text: text.replace("2026", "2027"), keep_id=False)
    made = put(forge, {"hop-thu/ke hoach moi.docx": other}, "can-bo-tai-len")
    done, folder = play(forge, made, "can-bo-tai-len")
    assert done.returncode == 0, done.stderr
    branch = f"hop-thu-{made[:12]}"
    new = files(forge, branch) - files(forge, "main")
    assert new == {f"plans/{NEXT}.yaml", f"plans/{NEXT}.source.txt", f"plans/{NEXT}.source.docx"}
    plan = yaml.safe_load(git(forge, "show", f"{branch}:plans/{NEXT}.yaml"))
    assert plan["issuer"] == "xa-ea-knop" and "2027" in plan["title"]
    assert "Kế hoạch mới" in (folder / "message.md").read_text(encoding="utf-8")
    assert "can-bo-tai-len" not in git(forge, "branch", "--list")


def in_year(year: int) -> Edit:
    return lambda text: text.replace("2026", f"{year}")


def test_last_years_file_with_the_new_year_in_it_is_the_next_plan(
    forge: Path, fabric: Fabric, repository: Repository
) -> None:
    """It goes on from last year's with its ids and the marks of a new draft; last year's plan stays as it is."""
    data = word(fabric.plans[XA_EA_KNOP], repository, lambda text: text.replace("năm 2026", "năm 2027"))
    made = put(forge, {"hop-thu/bản sửa.docx": data})
    done, folder = play(forge, made)
    assert done.returncode == 0, done.stderr
    branch = f"hop-thu-{made[:12]}"
    assert files(forge, branch) - files(forge, "main") == {f"plans/{NEXT}.yaml"}
    old, new = (yaml.safe_load(git(forge, "show", f"{branch}:plans/{name}.yaml")) for name in (XA_EA_KNOP, NEXT))
    assert [item["id"] for item in new["body"]] == [item["id"] for item in old["body"]]
    assert (new["status"], new["number"]) == ("draft", None) and "2027" in new["title"]
    assert old == repository.plan_files[XA_EA_KNOP].value
    message = (folder / "message.md").read_text(encoding="utf-8")
    assert f"Soạn từ {XA_EA_KNOP}" in message and "điền số khi văn bản được cấp số" in message


def test_a_year_that_has_no_certain_plan_is_refused(fabric: Fabric, repository: Repository) -> None:
    """A year before, or one that has its plan already: nobody can tell which of the two is meant."""
    plan = repository.plans[XA_EA_KNOP]
    for year, known in ((2025, ()), (2027, (NEXT,))):
        data = word(fabric.plans[XA_EA_KNOP], repository, in_year(year))
        with pytest.raises(UserError, match=f"tên văn bản ghi năm {year}") as refusal:
            next_plan(Letter(PurePosixPath("hop-thu/a.docx"), data), plan, known)
        assert f"hop-thu/xa-ea-knop/tuyen-truyen-cchc/{year}.docx" in str(refusal.value)
        assert next_plan(Letter(PurePosixPath("hop-thu/xa-ea-knop/tuyen-truyen-cchc/2026.docx"), data), plan, ()) == ""


def test_what_is_no_part_of_the_plan_is_told(forge: Path, fabric: Fabric, repository: Repository) -> None:
    """Words in the margin change nothing, and are told; a PDF of a plan that is there already is refused."""
    document = docx.Document(io.BytesIO(official_document(fabric.plans[XA_EA_KNOP], repository.registry)))
    document.sections[0].footer.paragraphs[0].text = "Lưu hành nội bộ"
    out = io.BytesIO()
    document.save(out)
    made = put(forge, {"hop-thu/a.docx": out.getvalue(), f"hop-thu/{XA_EA_KNOP}.pdf": b"%PDF-1.7"})
    done, folder = play(forge, made)
    assert done.returncode == 0, done.stderr
    message = (folder / "message.md").read_text(encoding="utf-8")
    assert "Không đổi gì" in message and "“Lưu hành nội bộ” (đầu trang hoặc chân trang)" in message
    assert "sửa trên bản Word" in message


def results(fabric: Fabric, **cells: str) -> bytes:
    """The exported table of results as a program saves it, the first duty of the first quarter filled in."""
    exported = result_rows(Agenda(fabric), XA_EA_KNOP, None, period_of("2026-Q1"))
    first, *others = list(exported)
    book = openpyxl.load_workbook(io.BytesIO(results_xlsx([{**first, **cells}, *others], "Kết quả", XA_EA_KNOP)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


DONE = {
    "result": "Đã làm xong",
    "date": "31/3/2026",
    "done": "Phát 12 bản tin.",
    "by": "Văn thư",
    "recorded": "1/4/2026",
}


def test_a_filled_table_becomes_results(forge: Path, fabric: Fabric) -> None:
    """Nobody types a command: the workbook says whose it is, and its rows become the plan's progress file."""
    made = put(forge, {"hop-thu/quý 1.xlsx": results(fabric, **DONE)})
    done, folder = play(forge, made)
    assert done.returncode == 0, done.stderr
    branch = f"hop-thu-{made[:12]}"
    progress = f"plans/{XA_EA_KNOP}.progress.yaml"
    assert files(forge, branch) - files(forge, "main") == {progress}
    [result] = yaml.safe_load(git(forge, "show", f"{branch}:{progress}"))["results"]
    assert (result["result"], result["date"], result["done"]) == ("done", "2026-03-31", "Phát 12 bản tin.")
    message = (folder / "message.md").read_text(encoding="utf-8")
    assert "Ghi kết quả" in message and "thêm 1, sửa 0 kết quả" in message


def test_a_table_with_a_faulty_row_is_refused(forge: Path, fabric: Fabric) -> None:
    """The row is told by its number; a table that says no plan is asked for its place."""
    faulty = results(fabric, **{**DONE, "result": "Tốt"})
    made = put(forge, {"hop-thu/a.xlsx": faulty, "hop-thu/b.csv": b"x;y\n"})
    done, folder = play(forge, made)
    assert done.returncode == 1
    message = (folder / "message.md").read_text(encoding="utf-8")
    assert "dòng 2" in message and "“Tốt”" in message and "của kế hoạch nào" in message
    assert not (folder / "plans.tar").exists()


def test_branch_with_other_work_stays(forge: Path, fabric: Fabric, repository: Repository) -> None:
    """Only a branch whose every change was taken is taken away; GitLab's job makes the same branch."""
    data = word(fabric.plans[XA_EA_KNOP], repository, lambda text: text.replace("Zalo OA, Facebook", "Zalo OA"))
    made = put(forge, {"hop-thu/a.docx": data, "README.md": b"y"}, "viec-khac")
    done, folder = play(forge, made, "viec-khac")
    assert done.returncode == 0, done.stderr
    assert "viec-khac" in git(forge, "branch", "--list")
    tree = git(forge, "rev-parse", f"hop-thu-{made[:12]}^{{tree}}")
    assert run(job(forge, "gui"), "inbox", "propose", made, str(folder), "origin").returncode == 0
    assert git(forge, "rev-parse", f"hop-thu-{made[:12]}^{{tree}}") == tree


class MergeRequests(BaseHTTPRequestHandler):
    """Plays the part of GitLab's interface that the job calls: one project's merge requests."""

    known: ClassVar[list[dict[str, str]]] = []
    calls: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        asked = dict(parse_qsl(urlsplit(self.path).query))
        self._answer([one for one in self.known if one["source_branch"] == asked["source_branch"]])

    def do_POST(self) -> None:
        self.known.append({**self._told(), "iid": "7"})
        self._answer(self.known[-1])

    def do_PUT(self) -> None:
        self.known[-1].update(self._told())
        self._answer(self.known[-1])

    def _told(self) -> dict[str, str]:
        return dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))

    def _answer(self, value: object) -> None:
        self.calls.append((self.command, urlsplit(self.path).path, self.headers["PRIVATE-TOKEN"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def gitlab() -> Iterator[str]:
    """The address of a GitLab that knows no merge request yet."""
    MergeRequests.known.clear()
    MergeRequests.calls.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), MergeRequests) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/api/v4"
        server.shutdown()


def test_gitlab_opens_one_merge_request_and_renews_it(
    forge: Path, gitlab: str, fabric: Fabric, repository: Repository
) -> None:
    """The job's own lines, run twice on one runner, as when a job is tried again; titles in it call nobody."""
    data = word(fabric.plans[XA_EA_KNOP], repository, lambda text: text.replace("Zalo OA, Facebook", "@ai Zalo OA"))
    made = put(forge, {"hop-thu/a.docx": data})
    place = job(forge, "kho")
    assert run(job(forge, "doc"), "inbox", "read", made, str(place / "inbox")).returncode == 0
    lines = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["propose"]["script"]
    told = {"CI_COMMIT_SHA": made, "CI_PROJECT_DIR": str(place), "CI_DEFAULT_BRANCH": "main", "CI_PROJECT_ID": "5"}
    told |= {"CI_PROJECT_URL": forge.with_suffix("").as_uri(), "CI_API_V4_URL": gitlab, "KEHOACH_INBOX_TOKEN": "khoa"}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "no_proxy": "127.0.0.1"}
    command = ["bash", "-eo", "pipefail", "-c", "\n".join(lines)]
    for turn in (1, 2):
        done = subprocess.run(
            command, cwd=place, env={**os.environ, **nobody, **told}, capture_output=True, check=False
        )
        assert done.returncode == 0, (turn, done.stderr)
    requests = "/api/v4/projects/5/merge_requests"
    assert MergeRequests.calls == [
        ("GET", requests, "khoa"),
        ("POST", requests, "khoa"),
        ("GET", requests, "khoa"),
        ("PUT", f"{requests}/7", "khoa"),
    ]
    [request] = MergeRequests.known
    assert (request["source_branch"], request["target_branch"]) == (f"hop-thu-{made[:12]}", "main")
    assert "Sửa kế hoạch" in request["description"] and "@ai" not in request["description"]
    assert f"plans/{XA_EA_KNOP}.yaml" in git(forge, "diff", "--name-only", "main", request["source_branch"])


REFUSED = {
    "hop-thu/anh.docx": (b"not a Word file", "không phải văn bản Word"),
    "hop-thu/xa-khong-co/tuyen-truyen-cchc/2027.docx": (b"PK\x03\x04", "không có cơ quan xa-khong-co"),
    "hop-thu/xa-ea-knop/tuyen-truyen-cchc/hai.docx": (b"PK\x03\x04", "không phải năm"),
    "hop-thu/`<b>x.txt": ("Giấy mời họp\n\nKính gửi: Ông A".encode(), "chưa rõ"),
}


def test_what_has_no_certain_place_is_refused(forge: Path) -> None:
    """The job fails and says of each file why; nothing is proposed, the files stay."""
    made = put(forge, {name: data for name, (data, _) in REFUSED.items()})
    done, folder = play(forge, made)
    assert done.returncode == 1
    message = (folder / "message.md").read_text(encoding="utf-8")
    told = {name: text for name, _, text in (part.partition("`: ") for part in message.split("## `")[1:])}
    assert len(told) == len(REFUSED)
    for name, (_, said) in REFUSED.items():
        own = told[name.replace("`", "?")]
        assert own.startswith("Không nhận") and said in own
    assert not (folder / "plans.tar").exists()
    assert git(forge, "branch", "--list").split() == ["*", "main"]


def test_sample_of_a_new_repository_is_no_series(repository: Repository, fabric: Fabric) -> None:
    """A first plan never lands among samples: its series has to be said."""
    data = word(fabric.plans[XA_EA_KNOP], repository, str, keep_id=False)
    letter = Letter(PurePosixPath("hop-thu/a.docx"), data)
    assert plan_of(letter, repository.registry) == XA_EA_KNOP
    [only] = repository.registry.series.values()
    registry = replace(repository.registry, series={SAMPLE: replace(only, id=SAMPLE)})
    with pytest.raises(UserError, match="chưa rõ loạt kế hoạch"):
        plan_of(letter, registry)
    assert SAMPLE == SERIES


def _of_another_kind(text: str) -> str:
    return re.sub("tuyên truyền", "đổi mới", text, flags=re.IGNORECASE)


def test_first_plan_of_a_new_series(forge: Path, fabric: Fabric, repository: Repository) -> None:
    """Whoever names a folder for a series has it in the registry with the plan; elsewhere nothing is guessed."""
    data = word(fabric.plans[XA_EA_KNOP], repository, _of_another_kind, False)
    made = put(forge, {"hop-thu/xa-ea-knop/doi-moi-cchc/2026.docx": data})
    done, folder = play(forge, made)
    assert done.returncode == 0, done.stderr
    branch = f"hop-thu-{made[:12]}"
    assert "plans/xa-ea-knop/doi-moi-cchc/2026.yaml" in files(forge, branch)
    entries = yaml.safe_load(git(forge, "show", f"{branch}:plans/registry/series.yaml"))["series"]
    assert [entry["id"] for entry in entries] == [*repository.registry.series, "doi-moi-cchc"]
    assert entries[-1]["source"] == "xa-ea-knop/doi-moi-cchc/2026" and entries[-1]["certainty"] == "likely"
    told = (folder / "message.md").read_text("utf-8")
    assert "Loạt kế hoạch mới" in told and "Kiểm tra: 0 lỗi" in told
    for place in (f"hop-thu/xa-ea-knop/{SAMPLE}/2026.docx", "hop-thu/xa-ea-knop/Đổi mới/2026.docx"):
        with pytest.raises(UserError, match="không có loạt kế hoạch"):
            plan_of(Letter(PurePosixPath(place), data), repository.registry)


def test_a_title_of_no_series_is_told_where_to_put_it(fabric: Fabric, repository: Repository) -> None:
    """A plan about something else is no plan of the only series there is."""
    data = word(fabric.plans[XA_EA_KNOP], repository, _of_another_kind, False)
    with pytest.raises(UserError, match=r"đang có: tuyen-truyen-cchc.*hop-thu/xa-ea-knop/[a-z-]+/2026.docx"):
        plan_of(Letter(PurePosixPath("hop-thu/a.docx"), data), repository.registry)


def test_empty_folder_is_nothing(forge: Path) -> None:
    """Only its README and hidden files: nothing to do, no failure."""
    done, folder = play(forge, put(forge, {"hop-thu/.giu": b""}))
    assert done.returncode == 0
    assert not (folder / "taken").exists()


OUTSIDE = (
    "plans/../.ci/inbox",
    ".github/workflows/ci.yml",
    "plans/registry/units.yaml",
    "plans/registry/series.yaml.py",
    "/etc/x",
    "plans/a/b/2026.py",
)


def test_the_writing_job_takes_plan_files_alone(forge: Path) -> None:
    """Whatever the reading job was made to hand over, no other file is written and nothing is pushed."""
    made = put(forge, {"hop-thu/a.docx": b"x"})
    folder, place = forge.parent / "gia", job(forge, "gui")
    folder.mkdir()
    (folder / "taken").write_bytes(b"hop-thu/a.docx\0")
    for name in OUTSIDE:
        with tarfile.open(folder / "plans.tar", "w") as archive:
            entry = tarfile.TarInfo(name)
            entry.size = 1
            archive.addfile(entry, io.BytesIO(b"x"))
        done = run(place, "inbox", "propose", made, str(folder), "origin")
        assert done.returncode != 0 and "not a plan's file" in done.stderr, name
    assert git(place, "status", "--porcelain") == ""
    assert git(forge, "branch", "--list").split() == ["*", "main"]


def test_the_job_that_writes_opens_no_file() -> None:
    """Reading and writing are two jobs: one has no right to write, the other runs no program of the project."""
    flow = yaml.safe_load((ROOT / ".github/workflows/inbox.yml").read_text("utf-8"))
    assert flow["permissions"] == {}
    reading, writing = flow["jobs"]["read"], flow["jobs"]["propose"]
    assert set(reading["permissions"].values()) == {"read"}
    [place] = [step["with"] for step in reading["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert place["ref"] == "${{ github.event.repository.default_branch }}"
    assert place["persist-credentials"] is False
    assert not any("uses" in step for step in writing["steps"])
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert not any("TOKEN" in line for line in jobs["inbox"]["script"])
    assert not any("run.py" in line for line in jobs["propose"]["script"])
    assert jobs["propose"]["environment"] == {"name": "hop-thu", "action": "access"}


def test_exported_files_say_whose_they_are(fabric: Fabric, repository: Repository) -> None:
    """An exported file says whose it is, in every copy."""
    for purpose in (None, "signing", "reading"):
        data = official_document(fabric.plans[XA_EA_KNOP], repository.registry, purpose)
        assert exported_from(data) == XA_EA_KNOP
        assert exported_state(data) == words_digest(fabric.plans[XA_EA_KNOP].lines)
    other = replace(fabric.plans[XA_EA_KNOP].plan, id=NEXT)
    data = official_document(LinkedPlan(other, fabric.plans[XA_EA_KNOP].linker), repository.registry)
    assert exported_from(data) == NEXT
