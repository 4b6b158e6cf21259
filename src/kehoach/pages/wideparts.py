"""Wide parts of authored pages: a table, or a sample of code, that a narrow screen scrolls sideways by itself.

Markdown makes bare tables and samples. What scrolls must be reached and named without a mouse, and it must stand in
the page as it is sent: put in afterwards by a script it would move what a reader has begun to read. A short
name with a hyphen within a line, such as ``--level``, is kept whole.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape

_PART = re.compile(
    r"<h[2-6][^>]*>(?P<heading>.*?)</h[2-6]>"
    r"|(?P<table><table>.*?</table>)"
    r"|<pre><code(?P<code>[^>]*)>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"(?<=(?<!<pre>)<code>)[^<]*(?=</code>)")
_HYPHENED = re.compile(r"(?<!\S)(?=\S*-)\S{1,20}(?!\S)")
_KEPT = r"<kh-n>\g<0></kh-n>"


def with_wide_parts(html: str) -> str:
    """Give an authored page's HTML with its bare tables and samples made to scroll, named after the heading above.

    Markdown's headings stand above columns: each says so.
    """
    heading = ""
    label_counts: Counter[str] = Counter()

    def label(kind: str) -> str:
        name = f"{kind}: {heading}" if heading else kind
        label_counts[name] += 1
        # Two below one heading are called differently.
        return f' aria-label="{escape(name if label_counts[name] == 1 else f"{name}, {label_counts[name]}")}"'

    def part(match: re.Match[str]) -> str:
        nonlocal heading
        if match["heading"] is not None:
            heading = unescape(_TAG.sub("", match["heading"])).strip()
            return match[0]
        if match["table"]:
            table = match["table"].replace("<th>", '<th scope="col">')
            return f'<div class="kh-scroll" role="region" tabindex="0"{label("Bảng")}>{table}</div>'
        return f'<pre><code{match["code"]} role="group" tabindex="0"{label("Đoạn mẫu")}>'

    return _PART.sub(part, _INLINE.sub(lambda match: _HYPHENED.sub(_KEPT, match[0]), html))
