#!/usr/bin/env bash
# Expected: a task due on a day (DUE;VALUE=DATE:20260730) keeps its day when a calendar library reads and writes it.
# Happens: ics.py writes DUE:20260730T000000Z, midnight in Greenwich, seven in the morning in Việt Nam; it also adds
#   CALSCALE:GEORGIAN, which is no calendar scale. The event beside the task keeps its day; icalendar and vobject keep
#   both.
# Seen with: ics 0.7.3, icalendar 7.3.2, vobject 0.9.9 (2026-11-29).
# Matters: deadlines of a plan are days; a task that is overdue at seven in the morning of its last day is a wrong
#   deadline, and no reader can tell that it was a day.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 vobject==0.9.9
env/bin/python -W ignore - <<'PY'
import icalendar, ics, vobject

lines = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kế hoạch//VI",
    "BEGIN:VTODO", "UID:a@example.vn", "DTSTAMP:20260101T000000Z", "DUE;VALUE=DATE:20260730", "SUMMARY:Báo cáo",
    "END:VTODO",
    "BEGIN:VEVENT", "UID:b@example.vn", "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20260730",
    "DTEND;VALUE=DATE:20260731", "SUMMARY:Hạn báo cáo", "END:VEVENT", "END:VCALENDAR")
source = "\r\n".join(lines) + "\r\n"
written = {
    "ics": ics.Calendar(source).serialize(),
    "icalendar": icalendar.Calendar.from_ical(source).to_ical().decode(),
    "vobject": vobject.readOne(source).serialize(),
}
kept = {name: [line for line in text.splitlines() if line.startswith(("DUE", "DTSTART", "CALSCALE"))]
        for name, text in written.items()}
for name, found in kept.items():
    print(f"{name:9} {found}")
changed = {"CALSCALE:GEORGIAN", "DTSTART;VALUE=DATE:20260730", "DUE:20260730T000000Z"}
assert set(kept["ics"]) == changed, "behaviour changed"
assert all("DUE;VALUE=DATE:20260730" in kept[name] for name in ("icalendar", "vobject")), "behaviour changed"
PY
