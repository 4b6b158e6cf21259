#!/usr/bin/env bash
# Expected: the two-digit code of a province is the same in the country's own list of administrative units and behind
#   "VN-" in ISO 3166-2, or the two lists share no code.
# Happens: 33 codes are in both lists of 63 provinces, and 32 of them name different ones. 33 and 66 are exchanged: 66
#   is Đắk Lắk and 33 Hưng Yên in the country's list, VN-33 is Đắk Lắk and VN-66 Hưng Yên in ISO's; only Cao Bằng is 04
#   in both. Both provinces kept their codes when 63 became 34; ISO's list, as it is packed, still has 63.
# Seen with: pycountry 26.2.16, country-state-city 3.2.1, vietnamadminunits 1.0.4 (2026-11-29).
# Matters: tables of the state carry the one code, maps and addresses in structured data the other; joined on two
#   digits, the figures of Đắk Lắk stand under Hưng Yên, every row finds a partner, and nothing is missing.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check pycountry==26.2.16 vietnamadminunits==1.0.4
npm install --silent --no-audit --no-fund country-state-city@3.2.1
cat > states.cjs <<'JS'
const { State } = require("country-state-city");
const codes = State.getStatesOfCountry("VN").map((state) => [state.isoCode, state.name]);
process.stdout.write(JSON.stringify(Object.fromEntries(codes)));
JS
node states.cjs > states.json
env/bin/python - <<'PY'
import json, pathlib, unicodedata
import pycountry, vietnamadminunits

def letters(name):
    folded = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in folded if letter.isascii() and letter.isalpha())

def provinces(name):
    data = pathlib.Path(vietnamadminunits.__file__).parent / "data" / name
    listed = json.loads(data.read_text(encoding="utf-8"))["DICT_PROVINCE"].values()
    return {province["provinceCode"]: province["provinceShort"] for province in listed}

own, today = provinces("parser_legacy.json"), provinces("parser_from_2025.json")
iso = {place.code.removeprefix("VN-"): place.name for place in pycountry.subdivisions.get(country_code="VN")}
states = json.loads(pathlib.Path("states.json").read_text(encoding="utf-8"))
both = sorted(own.keys() & iso.keys())
same = [code for code in both if letters(own[code]) == letters(iso[code])]
for code in ("04", "33", "66"):
    print(f"{code}: {own[code]:10} ISO VN-{code}: {iso[code]:10} country-state-city: {states[code]}")
print(f"{len(own)} codes of the country ({len(today)} today), {len(iso)} of ISO; {len(both)} in both, {same} the same")
pairs = (own["66"], own["33"]), (today["66"], today["33"]), (iso["33"], iso["66"])
assert set(pairs) == {("Đắk Lắk", "Hưng Yên")}, "behaviour changed"
assert (letters(states["33"]), letters(states["66"])) == ("daklak", "hungyen"), "behaviour changed"
assert (len(own), len(today), len(iso), len(both), same) == (63, 34, 63, 33, ["04"]), "behaviour changed"
PY
