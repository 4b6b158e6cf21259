"""A site made by the workers of a Dask cluster is the one that this machine makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from assembling import BUILT, assemble

from kehoach.commands.main import main
from kehoach.publishing import elsewhere

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed: not run")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the cluster's own, which are not ours to mend


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Two workers, each a process of its own."""
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(host="127.0.0.1", **settings) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assemble(tmp_path_factory.mktemp("cluster") / "repository", *BUILT)


@pytest.fixture(autouse=True)
def circumstances(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"SOURCE_DATE_EPOCH": "1767225600", "KEHOACH_CACHE": "0", "NO_MKDOCS_2_WARNING": "1"}.items():
        monkeypatch.setenv(name, value)


def built(root: Path, place: Path, *arguments: str) -> dict[str, bytes]:
    assert main(["--root", str(root), "site", "--output", str(place), *arguments]) == 0
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_two_workers_make_the_same_bytes(address: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of the site, the manifest too; each worker makes some of it."""
    workers: set[str] = set()
    made = elsewhere.made_elsewhere

    def watched(executor: object, *others: object) -> Iterator[object]:
        yield from made(executor, *others)  # type: ignore[arg-type]
        client = executor._client  # type: ignore[attr-defined]
        workers.update(who for who, tasks in client.has_what().items() if tasks)

    monkeypatch.setattr("kehoach.publishing.filling.made_elsewhere", watched)
    here = built(repository, repository.parent / "here")
    there = built(repository, repository.parent / "there", "--on", address)
    assert len(here) > 300
    assert there.keys() == here.keys()
    assert [name for name in here if there[name] != here[name]] == []
    assert len(workers) == 2


def test_a_scheduler_that_is_not_there_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a bounded time, in Vietnamese."""
    monkeypatch.setattr(elsewhere, "WAIT", 1)
    place = repository.parent / "nobody"
    assert main(["--root", str(repository), "site", "--output", str(place), "--on", "tcp://127.0.0.1:9"]) == 1
    assert "Không nối được tới bộ điều phối tcp://127.0.0.1:9" in capsys.readouterr().err
    assert not place.exists()
