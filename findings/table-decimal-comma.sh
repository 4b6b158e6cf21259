#!/usr/bin/env bash
# Expected: a column of rates written as in Vietnam, "95,5" and "80,0", is taken for numbers by a tool that infers a
#   table's types, or for text.
# Happens: Frictionless takes it for places on the earth: type geopoint, 95° east, 5° north; so does its forerunner
#   tableschema. In the same table 1.500 (one thousand five hundred) becomes 1.5, and the number 004 becomes 4.
# Seen with: frictionless 5.21.0, tableschema 1.21.0 (2026-11-29).
# Matters: open data of a province is described with these tools, and the description is well formed and wrong.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check frictionless==5.21.0 tableschema==1.21.0
printf 'so,ty_le,so_nguoi\n004,"95,5",1.500\n017,"80,0",2.300\n' > bang.csv
env/bin/python -W ignore - <<'PY'
from frictionless import Resource, describe
from tableschema import infer

types = {field.name: field.type for field in describe("bang.csv").schema.fields}
older = {field["name"]: field["type"] for field in infer("bang.csv")["fields"]}
first = Resource("bang.csv").read_rows()[0].to_dict()
print("frictionless", types, "\ntableschema ", older, "\nfirst row   ", first)
assert types == older == {"so": "integer", "ty_le": "geopoint", "so_nguoi": "number"}, "behaviour changed"
assert first["so"] == 4 and list(first["ty_le"]) == [95, 5] and float(first["so_nguoi"]) == 1.5, "behaviour changed"
PY
