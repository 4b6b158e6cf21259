#!/usr/bin/env bash
# Expected: a library for the lunar calendar gives the first day of Tết.
# Happens: lunardate reckons by the time of Beijing: it puts Tết 2030 on 3 February (and that of 2007 on 18 February).
#   In Việt Nam, whose calendar is reckoned at UTC+7, it is 2 February (and was 17): holidays and date-holidays know.
#   In 2026 all agree.
# Seen with: lunardate 0.3.0, holidays 0.109, date-holidays 3.37.0 (2026-11-29).
# Matters: deadlines that move off Tết would be a day wrong in a year that no test of today's plans reaches.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check lunardate==0.3.0 holidays==0.109
npm install --silent --no-audit --no-fund date-holidays@3.37.0
env/bin/python - <<'PY'
import holidays
from lunardate import LunarDate

def public(year):
    days = holidays.country_holidays("VN", years=year, language="vi")
    return next(str(day) for day, name in sorted(days.items()) if name == "Tết Nguyên Đán")

for year in (2007, 2026, 2030):
    print(year, "lunardate", LunarDate(year, 1, 1).to_solar_date(), "holidays", public(year))
assert [str(LunarDate(year, 1, 1).to_solar_date()) for year in (2007, 2026, 2030)] == [
    "2007-02-18", "2026-02-17", "2030-02-03"], "behaviour changed"
assert [public(year) for year in (2007, 2026, 2030)] == [
    "2007-02-17", "2026-02-17", "2030-02-02"], "behaviour changed"
PY
cat > tet.cjs <<'JS'
const assert = require("node:assert");
const Holidays = require("date-holidays");
const days = (year) => new Holidays("VN").getHolidays(year);
const tet = (year) => days(year).find((day) => day.name === "Tết Nguyên Đán").date.slice(0, 10);
for (const year of [2007, 2026, 2030]) console.log(year, "date-holidays", tet(year));
assert.deepEqual([2007, 2026, 2030].map(tet), ["2007-02-17", "2026-02-17", "2030-02-02"], "behaviour changed");
JS
node tet.cjs
