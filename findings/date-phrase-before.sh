#!/usr/bin/env bash
# Expected: a date finder with Vietnamese reads "trước ngày 30 tháng 7 năm 2025" (before 30 July 2025) as that day,
#   since it reads "ngày 30 tháng 7 năm 2025" so.
# Happens: dateparser's search takes "trước" for "ago" and finds three dates: "30 tháng" (30 months ago), "7 năm" (7
#   years ago) and "2025". The date of a cited decree, "số 76/NQ-CP ngày 15 tháng 7 năm 2021", falls apart in the same
#   way without any "trước".
# Seen with: dateparser 1.5.0 (2026-11-29).
# Matters: "trước ngày …" is the usual wording of a deadline: each gives three well-formed dates, all wrong.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check dateparser==1.5.0
env/bin/python -W ignore - <<'PY'
from datetime import datetime
from dateparser.search import search_dates

def found(text):
    dates = search_dates(text, languages=["vi"], settings={"RELATIVE_BASE": datetime(2026, 1, 1)}) or []
    print(f"{text!r}\n   " + "; ".join(f"{part!r}: {day:%Y-%m-%d}" for part, day in dates))
    return [f"{day:%Y-%m-%d}" for _, day in dates]

assert found("ngày 30 tháng 7 năm 2025") == ["2025-07-30"]
assert found("chậm nhất ngày 15 tháng 12 năm 2026") == ["2026-12-15"]
assert found("trước ngày 30 tháng 7 năm 2025") == ["2023-07-01", "2019-01-01", "2025-01-01"], "behaviour changed"
assert "2021-07-15" not in found("Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021"), "behaviour changed"
PY
