#!/usr/bin/env bash
# Expected: the unquoted number of a document, 0156 or 049, means one thing to every reader of YAML.
# Happens: PyYAML (YAML 1.1) reads 0156 as octal, 110, and 049 as text, since 9 is no octal digit; ruamel.yaml and
#   js-yaml (YAML 1.2) read 156 and 49. A meeting at 7:30 is 450 to PyYAML and text to the others. ruamel.yaml's file
#   looks untouched after it is written again.
# Seen with: PyYAML 6.0.3, ruamel.yaml 0.19.1, js-yaml 5.5.0 (2026-11-29).
# Matters: Vietnamese numbers are printed with leading zeros, and an editor's plug-in, a checker and a site read the
#   same plan with different libraries.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check pyyaml==6.0.3 ruamel.yaml==0.19.1
npm install --silent --no-audit --no-fund js-yaml@5.5.0
printf 'so: 0156\nso_khac: 049\ngio: 7:30\n' > plan.yaml
cat > read.cjs <<'JS'
const yaml = require("js-yaml");
const source = require("node:fs").readFileSync("plan.yaml", "utf8");
console.log(JSON.stringify(Object.values(yaml.load(source))));
JS
node read.cjs > node.json
env/bin/python - <<'PY'
import json, yaml
from ruamel.yaml import YAML

source = open("plan.yaml")
read = {
    "PyYAML": list(yaml.safe_load(source).values()),
    "ruamel.yaml": list(YAML().load(open("plan.yaml")).values()),
    "js-yaml": json.load(open("node.json")),
}
for library, values in read.items():
    print(f"{library:12} {values}")
assert read["PyYAML"] == [110, "049", 450], "behaviour changed"
assert read["ruamel.yaml"] == read["js-yaml"] == [156, 49, "7:30"], "behaviour changed"
PY
