#!/usr/bin/env bash
# Expected: a reminder set a day before the END of a period (TRIGGER;RELATED=END:-P1D) is kept when a calendar library
#   reads the file and writes it again.
# Happens: ics.py and ical (the library behind Home Assistant) drop RELATED=END, which turns it into a reminder a day
#   before the period BEGINS: for comments taken from 1 to 30 July it rings on 30 June and not on 30 July. icalendar,
#   vobject, ical.js and node-ical keep it.
# Seen with: ics 0.7.3, ical 14.3.1, icalendar 7.3.2, vobject 0.9.9, ical.js 2.2.1, node-ical 0.26.1 (2026-11-29).
# Matters: "từ ngày 01/7 đến ngày 30/7" is one entry with a beginning and an end, and it is the end that one wants to be
#   reminded of; the file stays valid, and the reminder is a month early.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check ics==0.7.3 ical==14.3.1 icalendar==7.3.2 vobject==0.9.9
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.26.1
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 'PRODID:-//vi' BEGIN:VEVENT UID:a@example.vn DTSTAMP:20260101T000000Z \
  'DTSTART;VALUE=DATE:20260701' 'DTEND;VALUE=DATE:20260731' 'SUMMARY:Góp ý dự thảo' BEGIN:VALARM ACTION:DISPLAY \
  'DESCRIPTION:Còn một ngày' 'TRIGGER;RELATED=END:-P1D' END:VALARM END:VEVENT END:VCALENDAR > plan.ics
env/bin/python -W ignore - <<'PY'
import ics, icalendar, vobject
from ical.calendar_stream import IcsCalendarStream

source = open("plan.ics", encoding="utf-8", newline="").read()

def rings(library, written):
    """The trigger that a library writes, and the day that another one, which is right, reads from it."""
    event = icalendar.Calendar.from_ical(written).walk("VEVENT")[0]
    trigger = next(line for line in written.splitlines() if line.startswith("TRIGGER"))
    day = f"{event.alarms.times[0].trigger:%d/%m/%Y}"
    print(f"{library:10} {trigger:26} rings on {day}")
    return day

read = IcsCalendarStream.calendar_from_ics(source)
assert rings("source", source) == "30/07/2026"
assert rings("icalendar", icalendar.Calendar.from_ical(source).to_ical().decode()) == "30/07/2026"
assert rings("vobject", vobject.readOne(source).serialize()) == "30/07/2026"
assert rings("ics", str(ics.Calendar(source))) == "30/06/2026", "behaviour changed"
assert rings("ical", IcsCalendarStream.calendar_to_ics(read)) == "30/06/2026", "behaviour changed"
PY
cat > read.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const source = fs.readFileSync("plan.ics", "utf8");
const [kept] = ICAL.stringify(ICAL.parse(source)).match(/TRIGGER.*/);
const event = Object.values(nodeIcal.sync.parseICS(source)).find((part) => part.type === "VEVENT");
const { trigger } = event.alarms[0];
console.log("ical.js   ", kept, "\nnode-ical ", trigger);
assert.equal(kept, "TRIGGER;RELATED=END:-P1D");
assert.deepEqual(trigger, { params: { RELATED: "END" }, val: "-P1D" });
JS
node read.mjs
