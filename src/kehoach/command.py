"""What all commands share at the edge: opening a repository, finding a plan, writing whole files."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kehoach.fabric import Fabric, LinkedPlan
from kehoach.memory import Memory
from kehoach.repository import BrokenSchemas, Repository, load
from kehoach.usererror import UserError


def open_repository(root: Path, memory: Memory | None = None) -> Repository:
    """Load the repository at a folder; raises UserError where the folder is none."""
    try:
        return load(root, memory)
    except FileNotFoundError:
        raise UserError(
            f"{root.resolve()} không phải gốc của kho kế hoạch (thiếu thư mục schema/ hoặc plans/). "
            "Hãy chuyển vào thư mục gốc hoặc dùng --root."
        ) from None
    except BrokenSchemas as error:
        folder = root.resolve() / "schema"
        raise UserError(f"{folder} hỏng ({error.args[0]}); hãy lấy lại bản gốc của thư mục.") from None


def plan_id_from(name: str) -> str:
    """Take a plan's id from what a user types: the id, or the path of its file."""
    return name.strip("/").removeprefix("./").removeprefix("plans/").removesuffix(".yaml")


def find_plan(repository: Repository, fabric: Fabric, name: str) -> LinkedPlan:
    """Find a plan by id or file path; raises UserError that lists the plans there are."""
    plan_id = plan_id_from(name)
    linked = fabric.plans.get(plan_id)
    if linked is None:
        if any(problem.file == f"plans/{plan_id}.yaml" for problem in repository.problems):
            raise UserError(f"Kế hoạch {plan_id} có lỗi; chạy kehoach validate để xem.")
        known = "\n  ".join(repository.plans)
        raise UserError(f"Không có kế hoạch {plan_id}. Các kế hoạch đang có:\n  {known}")
    return linked


def write_all(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files, all or none as far as the disk allows: each first beside its place, then all moved in."""
    beside = {path: path.with_name(f".{path.name}.part") for path in contents}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(content.encode() if isinstance(content, str) else content)
        for path, part in beside.items():
            part.replace(path)
    except OSError as error:
        for part in beside.values():
            _drop(part)
        raise UserError(f"Không ghi được {error.filename}: {error.strerror}.") from None


def write_whole(content: str | bytes, output: Path | None) -> None:
    """Write a file whole or not at all, or to the standard output where no file is named."""
    if output is None:
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content)
        return
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        beside.replace(output)
    except OSError as error:
        _drop(beside)
        raise UserError(f"Không ghi được {output}: {error.strerror}.") from None


def _drop(part: Path) -> None:
    # Where the folder itself is a file there is nothing to drop, and saying so is an error.
    with suppress(OSError):
        part.unlink()
