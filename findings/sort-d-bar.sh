#!/usr/bin/env bash
# Expected: sorting by the Unicode Collation Algorithm puts Vietnamese names in the order of a Vietnamese list.
# Happens: the algorithm's root order treats đ as a d with a stroke: Đa, Đào and Đức stand among Dạ, Dung and Duy, and
#   Dư before Dung. pyuca and ICU's root locale agree on that; only ICU's "vi" makes đ and ư letters of their own.
# Seen with: pyuca 1.2, Node.js 20.20 (ICU 78) (2026-11-29).
# Matters: a list of communes, bodies or tasks that is sorted by the book is out of order to everyone who reads it.
set -euo pipefail
command -v node > /dev/null || { echo "needs Node.js 20 or later" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check pyuca==1.2
cat > sort.cjs <<'JS'
const names = ["Dung", "Đa", "Duy", "Đào", "Dư", "Ea Knốp", "Đức", "Dạ"];
for (const locale of ["und", "vi"]) console.log([...names].sort(new Intl.Collator(locale).compare).join(" "));
JS
node sort.cjs > node.txt
env/bin/python - <<'PY'
from pyuca import Collator

names = ["Dung", "Đa", "Duy", "Đào", "Dư", "Ea Knốp", "Đức", "Dạ"]
root, vietnamese = open("node.txt", encoding="utf-8").read().splitlines()
book = " ".join(sorted(names, key=Collator().sort_key))
print("pyuca   ", book, "\nICU root", root, "\nICU vi  ", vietnamese)
assert book == root == "Dạ Đa Đào Dư Đức Dung Duy Ea Knốp", "behaviour changed"
assert vietnamese == "Dạ Dung Duy Dư Đa Đào Đức Ea Knốp", "behaviour changed"
PY
