"""Finding the plan that a user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach.machine.usererror import UserError

if TYPE_CHECKING:
    # Reading a name needs none of them, and they take longer than a command that has nothing to do.
    from kehoach.files.repository import Repository
    from kehoach.meaning.fabric import Fabric, LinkedPlan


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
        plan_ids = "\n  ".join(repository.plans)
        raise UserError(f"Không có kế hoạch {plan_id}. Các kế hoạch đang có:\n  {plan_ids}")
    return linked
