#!/usr/bin/env bash
# Expected: "2." at the beginning of a quoted clause is shown as 2., on the site as on the repository's page.
# Happens: Python-Markdown, on which MkDocs rests, ignores the number that a list begins with: clauses 2 and 3 are
#   shown as 1 and 2, and clause 2 behind a paragraph as another 1. Bullets indented by three spaces, as far as the
#   words of "1. ", become clauses of their own, so that what was typed as 2. is shown as 4. Its extension sane_lists
#   keeps the numbers and runs such bullets into the clause's words. CommonMark, whose rules GitHub and GitLab follow,
#   shows what was typed.
# Seen with: Markdown 3.11.3, markdown-it-py 4.3.0 (2026-11-29).
# Matters: "khoản 2 Điều 5" is the address of a provision; the same file gives it another address on the site, and the
#   reviewer who reads the repository's page sees the right one.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check Markdown==3.11.3 markdown-it-py==4.3.0
env/bin/python - <<'PY'
import xml.etree.ElementTree as ET
import markdown
from markdown_it import MarkdownIt

def numbers(html):
    """The items of all lists as a browser numbers them."""
    found = []
    for listed in ET.fromstring(f"<body>{html}</body>").iter("ol"):
        for number, item in enumerate(listed.findall("li"), int(listed.get("start", 1))):
            found.append(f"{number}. {item.text.strip()}")
    return found

PAGES = {
    "Sửa các khoản sau:\n\n2. Sở Nội vụ\n3. Sở Tài chính": (["1. Sở Nội vụ", "2. Sở Tài chính"],
                                                            ["2. Sở Nội vụ", "3. Sở Tài chính"]),
    "1. Mục đích\n\nChủ trì: Sở Nội vụ\n\n2. Yêu cầu": (["1. Mục đích", "1. Yêu cầu"], ["1. Mục đích", "2. Yêu cầu"]),
    "1. Mục đích\n   - nâng cao\n   - mở rộng\n2. Yêu cầu": (
        ["1. Mục đích", "2. nâng cao", "3. mở rộng", "4. Yêu cầu"], ["1. Mục đích", "2. Yêu cầu"]),
}
for source, (site, repository) in PAGES.items():
    shown = numbers(markdown.markdown(source)), numbers(MarkdownIt().render(source))
    sane = numbers(markdown.markdown(source, extensions=["sane_lists"]))
    print(f"{source!r}\n   Python-Markdown {shown[0]}\n   sane_lists      {sane}\n   CommonMark      {shown[1]}")
    assert shown == (site, repository), "behaviour changed"
    assert sane == [repository[0] + ("\n   - nâng cao\n   - mở rộng" if "nâng" in source else ""), repository[1]]
PY
