#!/usr/bin/env bash
# Expected: 3.5 is "ba phẩy năm" in Vietnamese and 2026 "hai nghìn không trăm hai mươi sáu".
# Happens: num2words says "ba phẩy năm mươi" (three point fifty) for 3.5 and "ba phẩy năm", the right words for 3.5,
#   for 3.05; 2026 is "hai nghìn lẻ hai mươi sáu". vietnam-number drops the point: 3.5 becomes thirty-five.
# Seen with: num2words 0.5.14, vietnam_number 1.0.6 (2026-11-29).
# Matters: sums of money are written in words beside the figures in plans and estimates, and the words are what binds.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check num2words==0.5.14 vietnam_number==1.0.6
env/bin/python - <<'PY'
from num2words import num2words
from vietnam_number import n2w

said = {number: num2words(number, lang="vi") for number in (3.05, 3.5, 2026)}
for number, words in said.items():
    print(f"num2words       {number}: {words}")
print(f"vietnam-number  3.5: {n2w('3.5')}\nvietnam-number  35: {n2w('35')}")
assert said == {3.05: "ba phẩy năm", 3.5: "ba phẩy năm mươi", 2026: "hai nghìn lẻ hai mươi sáu"}, "behaviour changed"
assert n2w("3.5") == n2w("35") == "ba mươi lăm", "behaviour changed"
PY
