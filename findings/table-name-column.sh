#!/usr/bin/env bash
# Expected: in a table of tasks a column of names is as wide as its longest word, and stays so when the names become
#   links.
# Happens: Material for MkDocs lets links break within words where a column can get narrower by it, so that "Thương"
#   of a linked "Sở Công Thương" ends as "g" on a line of its own beside a wide column of tasks; the same name as plain
#   text does not break.
# Seen with: mkdocs-material 9.8.1, mkdocs 1.6.1, Chromium 156 (2026-11-30).
# Matters: names of offices are what plans' tables link, in their narrowest column.
set -euo pipefail
chromium=$(command -v chromium || command -v chromium-browser) || { echo "needs Debian's chromium" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check mkdocs-material==9.8.1 mkdocs==1.6.1
mkdir docs
export NO_MKDOCS_2_WARNING=1
printf 'site_name: x\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: []\nmarkdown_extensions: [attr_list]\n' > mkdocs.yml
env/bin/python - <<'PY'
task = "Hướng dẫn doanh nghiệp nhỏ và vừa, hợp tác xã, hộ kinh doanh trên địa bàn kinh doanh trên môi trường số. " * 3
def table(key, name):
    # With a class of its own a table is laid out as any; Material lets others scroll.
    return f'<table id="{key}" class="tasks"><tr><td>1</td><td>{task}</td><td>{name}</td><td>{task}</td></tr></table>\n\n'
plain, linked = "Thương", '<a href="index.html">Thương</a>'
script = ("<script>addEventListener('load', function () { var told = ['plain', 'linked'].map(function (key) {"
          " var cell = document.querySelector('#' + key + ' td:nth-child(3)'), range = document.createRange();"
          " range.selectNodeContents(cell); return key + ' ' + new Set(Array.from(range.getClientRects()).map("
          "function (box) { return Math.round(box.top) })).size }); document.title = told.join(', ') })</script>\n")
open("docs/index.md", "w", encoding="utf-8").write("# x\n\n" + table("plain", plain) + table("linked", linked) + script)
PY
env/bin/mkdocs build -q
"$chromium" --headless --no-sandbox --disable-gpu --window-size=500,900 --virtual-time-budget=3000 --dump-dom \
  "file://$work/site/index.html" 2> dom.log > dom.html
env/bin/python - <<'PY'
import re
title = re.search(r"<title>(.*?)</title>", open("dom.html", encoding="utf-8").read())[1]
print("lines of one word:", title)
plain, linked = (int(part.split()[1]) for part in title.split(", "))
assert plain == 1 and linked > 1, "behaviour changed"
PY
