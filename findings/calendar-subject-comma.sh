#!/usr/bin/env bash
# Expected: a subject with a comma in it, escaped as RFC 5545 asks (CATEGORIES:Báo chí\, mạng xã hội,Hội nghị), is two
#   subjects to every calendar library.
# Happens: ical (the library behind Home Assistant) and node-ical see three, the first of which ends in a backslash,
#   and ical writes that backslash back, doubled; it also drops VALUE=DURATION from REFRESH-INTERVAL, which RFC 7986
#   asks for. icalendar, vobject and ical.js see two.
# Seen with: ical 14.3.1, icalendar 7.3.2, vobject 0.9.9, node-ical 0.26.1, ical.js 2.2.1 (2026-11-29).
# Matters: the names of the fields of a plan have commas ("Tuyên truyền, phổ biến"): a subscriber filters by fields
#   that the plan does not have.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check ical==14.3.1 icalendar==7.3.2 vobject==0.9.9
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//vi' 'REFRESH-INTERVAL;VALUE=DURATION:P1D' BEGIN:VEVENT \
  UID:a@example.vn DTSTAMP:20260101T000000Z 'DTSTART;VALUE=DATE:20260730' 'SUMMARY:Hạn báo cáo' \
  'CATEGORIES:Báo chí\, mạng xã hội,Hội nghị' END:VEVENT END:VCALENDAR > plan.ics
env/bin/python - <<'PY'
import icalendar, vobject
from ical.calendar_stream import IcsCalendarStream

source = open("plan.ics", encoding="utf-8", newline="").read()
read = IcsCalendarStream.calendar_from_ics(source)
rewritten = [line for line in IcsCalendarStream.calendar_to_ics(read).splitlines() if line.startswith(("CAT", "REF"))]
subjects = [str(name) for name in icalendar.Calendar.from_ical(source).walk("VEVENT")[0].categories]
print("ical     ", read.events[0].categories, rewritten)
print("icalendar", subjects)
print("vobject  ", vobject.readOne(source).vevent.categories.value)
assert read.events[0].categories == ["Báo chí\\", " mạng xã hội", "Hội nghị"], "behaviour changed"
assert rewritten[:2] == ["REFRESH-INTERVAL:P1D", "CATEGORIES:Báo chí\\\\"], "behaviour changed"
assert subjects == vobject.readOne(source).vevent.categories.value == ["Báo chí, mạng xã hội", "Hội nghị"]
PY
cat > read.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const source = fs.readFileSync("plan.ics", "utf8");
const seen = Object.values(nodeIcal.sync.parseICS(source)).find((part) => part.type === "VEVENT").categories;
const event = new ICAL.Component(ICAL.parse(source)).getFirstSubcomponent("vevent");
const right = event.getFirstProperty("categories").getValues();
console.log("node-ical", seen, "\nical.js  ", right);
assert.deepEqual(seen, ["Báo chí\\", "mạng xã hội", "Hội nghị"], "behaviour changed");
assert.deepEqual(right, ["Báo chí, mạng xã hội", "Hội nghị"]);
JS
node read.mjs
