#!/usr/bin/env bash
# Expected: an address of before July 2025, read by the newest rules of a library for Vietnam's administrative units,
#   is refused, or left in its province.
# Happens: "xã Xuân Lãnh, huyện Đồng Xuân, tỉnh Phú Yên" is placed in xã Yên Đồng, tỉnh Ninh Bình, far in the north:
#   without marks and spaces, "huyen dong xuan" holds "yen dong". Read as an old address and converted, it is right
#   (Đắk Lắk).
# Seen with: vietnamadminunits 1.0.4 (2026-11-29).
# Matters: plans of 2025 name districts that are gone; a wrong commune with a real code is worse than none.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check vietnamadminunits==1.0.4
env/bin/python -W ignore - <<'PY'
from vietnamadminunits import ParseMode, convert_address, parse_address

old = "xã Xuân Lãnh, huyện Đồng Xuân, tỉnh Phú Yên"
new = parse_address(old, mode=ParseMode.FROM_2025)
kept = parse_address(old, mode=ParseMode.LEGACY)
converted = convert_address(old)
for reading, address in (("as new", new), ("as old", kept), ("converted", converted)):
    print(f"{reading:9} {address.get_address()}")
assert "Xã Yên Đồng, Tỉnh Ninh Bình" in new.get_address(), "behaviour changed"
assert kept.get_address() == "Xã Xuân Lãnh, Huyện Đồng Xuân, Tỉnh Phú Yên", "behaviour changed"
assert converted.get_address() == "Xã Xuân Lãnh, Tỉnh Đắk Lắk", "behaviour changed"
PY
