#!/usr/bin/env bash
# Expected: role="columnheader" on the heading of a column says what <th> says anyway, for readers of a table that is
#   shown as cards, and changes nothing to see.
# Happens: Material for MkDocs takes the role for one of a table that sorts: the heading becomes clickable to look at and
#   keeps room for a sign that is never drawn, so that a centred heading stands off its middle, or a line higher.
# Seen with: mkdocs-material 9.8.1, mkdocs 1.6.1, Chromium 156 (2026-11-30).
# Matters: tables of tasks are cards on a phone, where the roles keep what is a column for a screen reader.
set -euo pipefail
chromium=$(command -v chromium || command -v chromium-browser) || { echo "needs Debian's chromium" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check mkdocs-material==9.8.1 mkdocs==1.6.1
mkdir docs
export NO_MKDOCS_2_WARNING=1
printf 'site_name: x\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: []\n' > mkdocs.yml
cat > docs/index.md <<'HTML'
# x

<table class="tasks"><thead><tr><th>Chủ trì</th></tr></thead></table>

<table class="tasks"><thead><tr><th role="columnheader">Chủ trì</th></tr></thead></table>

<script>addEventListener("load", function () {
  document.title = Array.from(document.querySelectorAll("th")).map(function (heading) {
    return Math.round(heading.offsetWidth) + " " + getComputedStyle(heading).cursor
  }).join(", ")
})</script>
HTML
env/bin/mkdocs build -q
"$chromium" --headless --no-sandbox --disable-gpu --window-size=900,900 --virtual-time-budget=3000 --dump-dom \
  "file://$work/site/index.html" 2> dom.log > dom.html
env/bin/python - <<'PY'
import re
title = re.search(r"<title>(.*?)</title>", open("dom.html", encoding="utf-8").read())[1]
print("width and pointer without the role, with it:", title)
(plain, arrow), (role, hand) = (part.split() for part in title.split(", "))
assert int(role) > int(plain) + 10 and (arrow, hand) == ("auto", "pointer"), "behaviour changed"
PY
