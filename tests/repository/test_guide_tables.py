"""The guide's example of a table is a part of a plan that the schema accepts and the machine reads."""

from __future__ import annotations

import re

from corpus import ROOT

from kehoach.files.repository import load_schemas
from kehoach.files.yamlfile import parse
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines

PAGE = (ROOT / "site_src/docs/huong-dan/index.md").read_text(encoding="utf-8")
HEAD = """schema_version: 1
title: Kế hoạch thử năm 2026
issuer: xa-mau
body:
  - id: muc
    text: Mục.
"""


def test_example_of_a_table() -> None:
    """It has no fault, its merged cell holds for its row, and its path is the one that the guide names."""
    (block,) = re.findall(r"^```yaml\n(appendices:.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    loaded = parse((HEAD + block).encode(), "x.yaml")
    loaded.problems.extend(load_schemas(ROOT / "schema")["plan"].problems(loaded))
    assert loaded.problems == []
    plan = plan_from("xa-mau/thu/2026", loaded.value)
    row = next(plan.appendices[0].item.tables).rows[2]
    assert {field.kind: field.text for field in row.item.fields} == {"lead": "Phòng Văn hóa", "schedule": "Quý II"}
    assert "PL1.T1.R3" in {line.path for line in lines(plan)}
