"""The command ``units``: entries for the bodies that plans name and the registry lacks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from kehoach.commands.selecting import find_plan
from kehoach.drafting.unitstubs import issuer_stub, unit_stub
from kehoach.files.formatting import Unformattable, list_entry, with_entries
from kehoach.files.opening import open_repository
from kehoach.files.problems import in_words
from kehoach.files.repository import Repository, load_schemas
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.meaning.duty import clipped
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.meaning.linetokens import CUT
from kehoach.meaning.unknownbodies import nearest, unknown_bodies
from kehoach.model.plan import Plan
from kehoach.wording.letters import comparable_name

_FILE = "plans/registry/units.yaml"


def run_units(options: argparse.Namespace) -> int:
    """Print the entries, or with ``--add`` write them behind those that are there."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    plans = [find_plan(repository, fabric, name) for name in options.suggest] or list(fabric.plans.values())
    same: list[str] = []
    entries, cut = list(_entries(plans, repository, fabric, same)), list(_cut(plans))
    if same:
        print("Có vẻ là cơ quan đã có trong sổ; thêm tên vào names của cơ quan ấy:", *same, sep="\n  ", file=sys.stderr)
    if cut:
        print("Chưa viết sẵn, vì chưa rõ tên dài đến đâu; viết tay theo câu in:", *cut, sep="\n  ", file=sys.stderr)
    if not entries:
        if cut or same:
            return 0
        print("Mọi cơ quan nêu trong kế hoạch đã có trong sổ cơ quan.")
        return 0
    text = "\n".join(
        "\n".join([*(f"  # {remark}" for remark in remarks), list_entry("units", entry)]) for remarks, entry in entries
    )
    if not options.add:
        print(f"# Xem lại từng cơ quan, sửa kind, level, parent nếu cần, rồi chép vào cuối {_FILE}.\n{text}", end="")
        return 0
    path = options.root / _FILE
    if any(problem.file == _FILE for problem in repository.problems):
        raise UserError(f"{_FILE} đang có lỗi; chạy kehoach validate, sửa rồi chạy lại.")
    schema = load_schemas(options.root / "schema")["units"]
    try:
        formatted = with_entries(path.read_text(encoding="utf-8"), text, schema, _FILE)
    except Unformattable as error:
        raise UserError(
            f"Chưa thêm cơ quan nào vào {_FILE}: {in_words(error.problems)}. Chạy lại không có --add, sửa đoạn in ra "
            "rồi chép vào tệp."
        ) from None
    write_all({path: formatted})
    print(f"Đã thêm {len(entries)} cơ quan vào cuối {_FILE}; xem lại từng cơ quan rồi chạy kehoach validate.")
    return 0


def _entries(
    plans: list[LinkedPlan], repository: Repository, fabric: Fabric, same: list[str]
) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """Give each unknown body once, with where it is named and the known name nearest to it.

    ``same`` gathers names that, written out, are those of bodies that the registry has.
    """
    registry = repository.registry
    whole_names = {
        comparable_name(name): unit.id for unit in registry.units.values() for name in (unit.name, *unit.full_names)
    }
    ids, names = set(registry.units), set[tuple[str, str]]()
    for linked in plans:
        plan = linked.plan
        own = [entry for entry in _issuers(plan) if entry["id"] not in ids]
        calling = {name for entry in own for name in entry.get("self_names", [entry["name"]])}
        for entry in own:
            ids.add(entry["id"])
            yield [f"{plan.id}: cơ quan ban hành"], entry
        for unknown in unknown_bodies(linked):
            # It calls itself so: the entry above makes that name known.
            if unknown.why == CUT or unknown.name in calling:
                continue
            source = f"{linked.plan.id}#{unknown.line.path}" if unknown.line.path else linked.plan.id
            entry = unit_stub(unknown.name, source, linked.plan.issuer, registry, ids)
            key = (entry["name"].lower(), entry.get("within", ""))
            if key in names:
                continue
            names.add(key)
            if known_unit := whole_names.get(comparable_name(entry["name"])):
                same.append(f"{source}: “{unknown.name}”, {known_unit}")
                continue
            ids.add(entry["id"])
            near = nearest(registry, linked.plan, unknown.name)
            remarks = [f"{source}: “{unknown.name}”"]
            if near:
                remarks.append(
                    f"Gần nhất là “{near[0]}”; nếu là một, thêm tên này vào names của {near[1]}, bỏ đoạn dưới."
                )
            yield remarks, entry


def _issuers(plan: Plan) -> Iterator[dict[str, Any]]:
    """Give entries for the bodies that issue a plan; those of a joint one are the last names of its head."""
    count = len(plan.issuers)
    if count > len(plan.header):
        count = 1
    above, own = plan.header[: len(plan.header) - count], plan.header[len(plan.header) - count :]
    for issuer, name in zip(plan.issuers, own, strict=False):
        if entry := issuer_stub(issuer, (*above, name), plan.id):
            yield entry


def _cut(plans: list[LinkedPlan]) -> Iterator[str]:
    """Tell names whose end is not known, with the words that they begin: an entry of theirs would name nobody."""
    for linked in plans:
        for unknown in unknown_bodies(linked):
            if unknown.why == CUT:
                words = unknown.line.words
                yield f"{linked.plan.id}#{unknown.line.path}: “{clipped(words[words.index(unknown.name) :])}”"
