#!/usr/bin/env bash
# Expected: one JSON Schema gives one answer, whichever validator is asked.
# Happens: jsonschema and ajv refuse 0.3 and 99.3 per cent for "multipleOf: 0.1", though they take 95.5; jsonschema-rs
#   takes all three. For the pattern ^\w+$ and the word "đề" the pairs change: jsonschema takes it, since Python's \w
#   knows all letters; ajv and jsonschema-rs refuse it, as ECMA-262, which the standard names, does.
# Seen with: jsonschema 4.26.0, jsonschema-rs 0.61.2, ajv 8.20.0 (2026-11-29).
# Matters: rates have one decimal place and names are Vietnamese; a plan that passes the editor fails the pipeline, or
#   the other way round.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check jsonschema==4.26.0 jsonschema-rs==0.61.2
npm install --silent --no-audit --no-fund ajv@8.20.0
cat > cases.json <<'JSON'
[[{"multipleOf": 0.1}, 0.3], [{"multipleOf": 0.1}, 99.3], [{"multipleOf": 0.1}, 95.5], [{"pattern": "^\\w+$"}, "đề"]]
JSON
cat > check.cjs <<'JS'
const Ajv = require("ajv/dist/2020");
const cases = JSON.parse(require("node:fs").readFileSync("cases.json", "utf8"));
console.log(JSON.stringify(cases.map(([schema, value]) => new Ajv({ strict: false }).validate(schema, value))));
JS
node check.cjs > node.json
env/bin/python - <<'PY'
import json, jsonschema, jsonschema_rs

cases = json.load(open("cases.json", encoding="utf-8"))
taken = {
    "jsonschema": [jsonschema.Draft202012Validator(schema).is_valid(value) for schema, value in cases],
    "jsonschema-rs": [jsonschema_rs.Draft202012Validator(schema).is_valid(value) for schema, value in cases],
    "ajv": json.load(open("node.json")),
}
print(f"{'':14}", [value for _, value in cases])
for validator, answers in taken.items():
    print(f"{validator:14} {answers}")
assert taken["jsonschema"] == [False, False, True, True], "behaviour changed"
assert taken["jsonschema-rs"] == [True, True, True, False], "behaviour changed"
assert taken["ajv"] == [False, False, True, False], "behaviour changed"
PY
