#!/usr/bin/env bash
# Expected: "tuần 10 năm 2027" is one week, whichever library numbers it for a Vietnamese reader.
# Happens: the Vietnamese data of CLDR (Babel, ICU) and date-fns count the week that holds 1 January as the first, ISO
#   8601 the week that holds the first Thursday. In 2026 the two agree the whole year; in 2027 they differ by one in
#   every week.
# Seen with: Babel 2.19.0, PyICU 2.17 (ICU 72), date-fns 4.4.0 (2026-11-29).
# Matters: weekly reports are numbered; a site that numbers them in JavaScript and a calendar that does so in Python
#   agree for a year of trials and part on the next 1 January.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check babel==2.19.0
npm install --silent --no-audit --no-fund date-fns@4.4.0
env/bin/python - <<'PY'
from datetime import date, timedelta
from babel.dates import format_date

def differing(year):
    days = (date(year, 1, 4) + timedelta(days=offset) for offset in range(0, 350, 7))
    return sum(int(format_date(day, "w", locale="vi_VN")) != day.isocalendar().week for day in days)

monday = date(2027, 3, 8)
print("Babel, 8/3/2027: week", format_date(monday, "w", locale="vi_VN"), "ISO 8601: week", monday.isocalendar().week)
print("weeks numbered differently: 2026:", differing(2026), "2027:", differing(2027))
assert format_date(monday, "w", locale="vi_VN") == "11" and monday.isocalendar().week == 10, "behaviour changed"
assert (differing(2026), differing(2027)) == (0, 50), "behaviour changed"
PY
cat > week.mjs <<'JS'
import assert from "node:assert";
import { format, getISOWeek } from "date-fns";
import { vi } from "date-fns/locale";
const monday = new Date(2027, 2, 8);
console.log("date-fns vi: week", format(monday, "w", { locale: vi }), "ISO 8601: week", getISOWeek(monday));
assert.deepEqual([format(monday, "w", { locale: vi }), getISOWeek(monday)], ["11", 10], "behaviour changed");
JS
node week.mjs
