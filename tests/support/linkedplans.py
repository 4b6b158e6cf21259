"""A plan made of some of its parts and linked, as the repository's plans are."""

from __future__ import annotations

from typing import Any

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from

PLAN = "xa-ea-knop/tuyen-truyen-cchc/2027"
ISSUED = {"place": "Ea Knốp", "date": "2027-01-15", "printed": "Ea Knốp, ngày 15 tháng 01 năm 2027"}


def linked(repository: Repository, **data: Any) -> LinkedPlan:
    """Make and link a plan of the commune; what is not given is of a small one."""
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [{"id": "viec", "text": "Viết tin, bài."}]}]
    whole = {"title": "KẾ HOẠCH tuyên truyền", "issuer": "xa-ea-knop", "issued": ISSUED, "body": body, **data}
    return LinkedPlan(plan_from(PLAN, whole), linker_of(repository.registry))
