#!/usr/bin/env bash
# Expected: METHOD:PUBLISH, which many generators add to a calendar that one subscribes to, only says what the file
#   is.
# Happens: with that line libical's check asks for more: an ORGANIZER on every event, and on a task also a DTSTART,
#   which RFC 5546 does require of a published task; the same file without the line passes.
# Seen with: libical 3.0.16 (Debian's libical3) (2026-11-29).
# Matters: a deadline has a due day but no beginning and no organizer with an address; the line that looks like
#   courtesy makes an invalid file, for the library that GNOME and KDE's calendars rest on.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
library=$(ldconfig -p | awk '/libical\.so\.3 / {print $NF; exit}')
if [ -z "$library" ]; then
  command -v apt-get > /dev/null || { echo "needs Debian's libical3" >&2; exit 2; }
  apt-get download libical3 > apt.log 2>&1 || { echo "needs Debian's libical3" >&2; exit 2; }
  dpkg -x libical3_*.deb root
  library=$(find "$work/root" -name 'libical.so.3' | head -n 1)
fi
python3 - "$library" <<'PY'
import ctypes, sys

lib = ctypes.CDLL(sys.argv[1])
lib.icalparser_parse_string.restype = ctypes.c_void_p
lib.icalparser_parse_string.argtypes = [ctypes.c_char_p]
lib.icalrestriction_check.argtypes = [ctypes.c_void_p]
lib.icalcomponent_as_ical_string.restype = ctypes.c_char_p
lib.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
COMMON = ["UID:a@example.vn", "DTSTAMP:20260101T000000Z", "SUMMARY:Hạn báo cáo", "PRIORITY:5"]
EVENT = ["BEGIN:VEVENT", *COMMON, "DTSTART;VALUE=DATE:20260730", "END:VEVENT"]
TASK = ["BEGIN:VTODO", *COMMON, "DUE;VALUE=DATE:20260730", "END:VTODO"]

def check(method, component):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vi", *method, *component, "END:VCALENDAR"]
    calendar = lib.icalparser_parse_string("\r\n".join([*lines, ""]).encode())
    passed = bool(lib.icalrestriction_check(calendar))
    text = lib.icalcomponent_as_ical_string(calendar).decode().replace("\r\n ", "")
    wanted = [name for name in ("ORGANIZER", "DTSTART") if f"for {name} property. Expected 1" in text]
    print(component[0], method, "passes" if passed else f"fails: no {wanted}")
    return passed, wanted

assert check([], EVENT) == check([], TASK) == (True, [])
assert check(["METHOD:PUBLISH"], EVENT) == (False, ["ORGANIZER"]), "behaviour changed"
assert check(["METHOD:PUBLISH"], TASK) == (False, ["ORGANIZER", "DTSTART"]), "behaviour changed"
PY
