#!/usr/bin/env bash
# Expected: when a tool that keeps comments deletes the first task of a list, the heading comment above it goes and
#   the one above the second task stays with the second task.
# Happens: ruamel.yaml keeps "Nhóm 1" and deletes "Nhóm 2": a comment belongs to what stands before it, so the second
#   task is now under the first task's heading.
# Seen with: ruamel.yaml 0.19.1 (2026-11-29).
# Matters: whoever writes plans by hand groups tasks by such comments; a tool that removes a finished task relabels
#   the others, in a file that looks well kept.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check ruamel.yaml==0.19.1
cat > plan.yaml <<'YAML'
tasks:
  # Nhóm 1: tuyên truyền
  - id: ban-tin
  # Nhóm 2: tập huấn
  - id: lop-hoc
YAML
env/bin/python - <<'PY'
import io
from ruamel.yaml import YAML

yaml = YAML()
plan = yaml.load(open("plan.yaml", encoding="utf-8"))
del plan["tasks"][0]
written = io.StringIO()
yaml.dump(plan, written)
print(written.getvalue())
assert "lop-hoc" in written.getvalue() and "ban-tin" not in written.getvalue()
assert "Nhóm 1" in written.getvalue() and "Nhóm 2" not in written.getvalue(), "behaviour changed"
PY
