"""The sample server configuration in terms of headers: what ``deploy/nginx.conf`` sends for an address."""

from __future__ import annotations

import re
from pathlib import Path

_HEADER = re.compile(r'^\s*add_header (\S+) (?:"([^"]*)"|(\$\w+))( always)?;', re.MULTILINE)
_MAP = re.compile(r"^map \$uri (\$\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_RULE = re.compile(r'^\s*(default|"~[^"]+") "([^"]*)";', re.MULTILINE)


def headers(configuration: Path, address: str) -> dict[str, str]:
    """Give the headers for an address from the site's root: variables filled in, empty ones not sent, as nginx does."""
    text = configuration.read_text(encoding="utf-8")
    values = {name: _value(rules, f"/{address}") for name, rules in _MAP.findall(text)}
    found = {}
    for name, words, variable, _ in _HEADER.findall(text):
        value = re.sub(r"\$\w+", lambda match: values[match[0]], words or variable)
        if value:
            found[name] = value
    return found


def _value(rules: str, address: str) -> str:
    pairs = _RULE.findall(rules)
    matching = [value for pattern, value in pairs if pattern != "default" and re.search(pattern[2:-1], address)]
    return str(matching[0] if matching else dict(pairs)["default"])
