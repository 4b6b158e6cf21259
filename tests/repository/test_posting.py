"""How a review reaches a pull or merge request: one comment, updated, and nothing of a fork run with rights."""

from __future__ import annotations

import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import yaml
from corpus import ROOT

from kehoach.checks.review import MARK

WORKFLOWS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")}


def test_the_review_is_written_by_the_default_branch() -> None:
    """It starts when CI does: its file and program are those of the default branch, the head is only fetched."""
    flow = WORKFLOWS["review.yml"]
    assert flow[True] == {"workflow_run": {"workflows": ["CI"], "types": ["requested"]}}  # YAML 1.1 reads "on" as true
    assert flow["permissions"] == {}
    job = flow["jobs"]["write"]
    assert set(job["permissions"].values()) == {"read"}
    [checkout] = [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["ref"] == "${{ github.event.repository.default_branch }}"
    assert checkout["persist-credentials"] is False
    scripts = "".join(step.get("run", "") for step in job["steps"])
    assert '--head "$SHA"' in scripts
    for written in ("checkout", "switch", "worktree", "merge ", "reset", "pull "):
        assert f"git {written}" not in scripts


def test_posting_runs_nothing() -> None:
    """The job that may write checks nothing out and uses no action; no workflow uses pull_request_target."""
    job = WORKFLOWS["review.yml"]["jobs"]["comment"]
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert not any("uses" in step for step in job["steps"])
    assert MARK in job["steps"][0]["run"]
    assert not any("pull_request_target" in flow[True] for flow in WORKFLOWS.values())


def test_no_stranger_writes_a_script() -> None:
    """Names that a stranger chooses reach the shell as variables, never as text of the script."""
    steps = [step for flow in WORKFLOWS.values() for job in flow["jobs"].values() for step in job["steps"]]
    scripts = [step["run"] for step in steps if "run" in step]
    assert scripts
    taken = {"${{ matrix.session }}"}
    assert {match for script in scripts for match in re.findall(r"\$\{\{.*?\}\}", script)} <= taken


def test_gitlab_reviews_by_the_target_branch() -> None:
    """The program, and what posts, are those of the commit that the merge request started from."""
    job = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["review"]
    assert job["script"][:3] == [
        "rm -rf .base && git worktree prune",
        'git worktree add --detach .base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"',
        "cd .base",
    ]
    assert '--head "$CI_COMMIT_SHA"' in job["script"][3]
    assert job["after_script"] == [".base/.ci/gitlab-comment review.md"]


def test_actions_are_pinned() -> None:
    """Every action is pinned by a full hash."""
    texts = [path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml")]
    used = re.findall(r"uses:\s*(\S+)", "".join(texts))
    assert used
    assert all(re.search(r"@[0-9a-f]{40}\Z", action) for action in used)


class Forge(http.server.BaseHTTPRequestHandler):
    """As much of GitLab as the note needs."""

    notes: dict[int, str]
    asked: list[str]

    def _answer(self, value: Any) -> None:
        self.asked.append(f"{self.command} {self.headers['PRIVATE-TOKEN']}")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def _body(self) -> str:
        return parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["body"][0]

    def do_GET(self) -> None:
        first = self.path.endswith("page=1")
        self._answer([{"id": n, "body": body} for n, body in self.notes.items()] if first else [])

    def do_POST(self) -> None:
        self.notes[max(self.notes) + 1] = self._body()
        self._answer({})

    def do_PUT(self) -> None:
        self.notes[int(self.path.rpartition("/")[2])] = self._body()
        self._answer({})

    def do_DELETE(self) -> None:
        del self.notes[int(self.path.rpartition("/")[2])]
        self._answer({})

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def forge() -> Iterator[tuple[type[Forge], str]]:
    kind = type("ThisForge", (Forge,), {"notes": {1: "một ý kiến khác"}, "asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield kind, f"http://127.0.0.1:{server.server_port}/api/v4"
        server.shutdown()


def post(place: Path, address: str, token: str) -> None:
    told = {"CI_API_V4_URL": address, "CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3", "KEHOACH_REVIEW_TOKEN": token}
    command = [sys.executable, str(ROOT / ".ci" / "gitlab-comment"), str(place)]
    subprocess.run(command, check=True, env={**os.environ, **told, "no_proxy": "*"}, capture_output=True)


def test_gitlab_keeps_one_note(forge: tuple[type[Forge], str], tmp_path: Path) -> None:
    """The note is made once, then updated, and taken away when there is nothing to say; others are left alone."""
    kind, address = forge
    place = tmp_path / "review.md"
    for text in (f"{MARK}\nlần một", f"{MARK}\nlần hai & <b>"):
        place.write_text(text, encoding="utf-8")
        post(place, address, "khoa")
        assert kind.notes == {1: "một ý kiến khác", 2: text}
    place.write_text("", encoding="utf-8")
    post(place, address, "khoa")
    assert kind.notes == {1: "một ý kiến khác"}
    assert {line.split()[1] for line in kind.asked} == {"khoa"}


def test_gitlab_without_a_token_posts_nothing(forge: tuple[type[Forge], str], tmp_path: Path) -> None:
    """A fork's pipeline has no token; the job goes on."""
    kind, address = forge
    post(tmp_path / "review.md", address, "")
    assert kind.asked == []
