"""The command ``update``: bring what people changed in a Word file into the plan's YAML, or nothing at all."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from kehoach.commands.importing import read_bytes
from kehoach.commands.planidentity import exported_from, exported_state
from kehoach.commands.selecting import find_plan
from kehoach.exports.docxfile import words_digest
from kehoach.files.formatting import Unformattable
from kehoach.files.opening import open_repository
from kehoach.files.repository import Repository, load_schemas
from kehoach.files.revisions import file_states
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.importing.model import ImportProblem, Reading
from kehoach.importing.pipeline import import_reading
from kehoach.importing.read import read
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.meaning.fabric import LinkedPlan, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines
from kehoach.updating.bases import Base, base_among
from kehoach.updating.bringing import update

NO_BASE = (
    "Tệp Word xuất từ một bản không có trong lịch sử git của kho này, nên được so với kế hoạch hiện nay: chỗ kế hoạch "
    "sửa từ khi xuất tệp có thể bị tệp lấy lại, xem kỹ từng thay đổi."
)
"""Said of a file whose state of the plan cannot be found."""


def run_update(options: argparse.Namespace) -> int:
    """Write the plan's file and say what changed; with ``--check`` only say it. Refuses what has no certain place."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    linked = find_plan(repository, fabric, options.plan)
    schema = load_schemas(options.root / "schema")["plan"]
    try:
        data = read_bytes(options.source)
        reading = edited_document(data, accept=options.tracked == "accept")
        base = base_of(options.root, repository, linked, data, reading)
        change = update(repository, fabric, linked, reading, schema, base)
    except ImportProblem as problem:
        raise UserError(f"{options.source}: {problem} Chưa ghi gì vào kế hoạch.") from None
    except Unformattable as error:
        reasons = "\n".join(f"  {problem.message}" for problem in error.problems[:10])
        raise UserError(f"{options.source}: kế hoạch sau khi sửa không hợp lệ, chưa ghi gì.\n{reasons}") from None
    name = f"plans/{linked.plan.id}.yaml"
    if change.text == repository.plan_files[linked.plan.id].text:
        print(f"{name} không đổi: tệp Word nói đúng như kế hoạch.")
    elif options.check:
        print(f"{name} sẽ đổi như sau; chưa ghi gì.")
    else:
        write_all({options.root / name: change.text})
        print(f"Đã sửa {name} theo {options.source.name}. Xem lại bằng git diff trước khi gửi.")
    print("\n".join((*([] if base else [NO_BASE]), *change.report)))
    return 0


def edited_document(data: bytes, *, accept: bool = True) -> Reading:
    """Read a file that people changed; raises ImportProblem for one in which paragraphs cannot be told for certain."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        raise ImportProblem(
            "Tệp PDF không cho biết chắc đâu là hết một đoạn, nên không đưa thay đổi về kế hoạch đang có được. Hãy sửa "
            "trên bản Word của kế hoạch. Bản đã ký thì ghi địa chỉ và mã băm của nó vào khóa signed_file."
        )
    return read(data, accept=accept)


def base_of(root: Path, repository: Repository, linked: LinkedPlan, data: bytes, reading: Reading) -> Base | None:
    """Find the state of a plan's file that a Word file goes back to; None where that is not known.

    That is the present one where the file names none; of a file that was made from another plan the nearest one.
    """
    plan_id = linked.plan.id
    present = Base(repository.plan_files[plan_id])
    recorded = exported_state(data)
    if not recorded or recorded == words_digest(linked.lines):
        return present
    if exported_from(data) != plan_id:
        recorded = ""
    schema = load_schemas(root / "schema")["plan"]
    result = import_reading(reading, issuer=linked.plan.issuer)
    printed = lines(plan_from(plan_id, result.data))
    return base_among(chain([present], _earlier(root, present.loaded.file, schema)), plan_id, recorded, printed, schema)


def _earlier(root: Path, file: str, schema: Schema) -> Iterator[Base]:
    for revision, data in file_states(root, file):
        loaded = parse(data, file)
        if not loaded.problems and not any(schema.problems(loaded)):
            yield Base(loaded, revision.day)
