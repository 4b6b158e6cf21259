"""Numbers of a workbook as its cells show them: days, months, hours, shares and amounts, written as in Vietnam.

A cell holds a bare number and the code of a format ("0.0%", "mm/yyyy", the table of ECMA-376, 18.8.30). What the code
leaves out, such as the day of "mm/yyyy", is not shown and so not read. A day is always before its month, whatever the
machine on which the file was made puts first.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Context, Decimal

_CODES = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00"},
    **{14: "dd/mm/yyyy", 15: "d/m/yyyy", 16: "d/m", 17: "m/yyyy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss"},
    **{22: "dd/mm/yyyy h:mm", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss"},
}
"""The formats that a workbook names by number alone."""

_FIRST_DAY = dt.datetime(1899, 12, 30)
_LAST_DAY = 80_000
_LONGEST_CODE = 255
"""Letters of a code that Excel itself takes."""

_GREATEST = 10**15
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_TOKEN = re.compile(
    r"\"(?P<quoted>[^\"]*)\"|\\(?P<escaped>.)|\[\$(?P<currency>[^\-\]]*)[^\]]*\]|\[(?P<elapsed>[hms]+)\]|\[[^\]]*\]"
    r"|_.|\*.|(?P<half>AM/PM|A/P)|(?P<date>d+|m+|y+|h+|s+)|(?P<digits>[0#?][0#?,]*(?:\.[0#?]+)?)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


def code_of(number: str, own: dict[str, str]) -> str:
    """Give the code of a format by its number; ``own`` are the workbook's codes. Empty is "General"."""
    code = own.get(number) or (_CODES.get(int(number), "") if number.isdecimal() else "")
    return "" if code.lower() in ("general", "@") else code


def shown_number(number: str, code: str) -> str:
    """Give a number as a format shows it; one that no format can show stays as it is kept, with a comma."""
    value = Decimal(number)
    tokens = list(_TOKEN.finditer(code[:_LONGEST_CODE].split(";")[0]))
    if any(token["date"] or token["elapsed"] for token in tokens):
        return _time(value, tokens) if 0 <= value < _LAST_DAY else _plain(value)
    if not any(token["digits"] for token in tokens) or abs(value) >= _GREATEST:
        return _plain(value)
    percent = any(token["other"] == "%" for token in tokens)
    return "".join(_piece(token, value * 100 if percent else value) for token in tokens).strip()


def _plain(value: Decimal) -> str:
    """Write a number of no format: as many digits as a cell has room for, which hides what halves of bytes add."""
    rounded = format(float(value), ".11g")
    return (rounded if "e" not in rounded else format(value, "f")).replace(".", ",")


def _piece(token: re.Match[str], value: Decimal) -> str:
    if not token["digits"]:
        return next(filter(None, (token["quoted"], token["escaped"], token["currency"], token["other"])), "")
    whole, _, decimals = token["digits"].partition(".")
    places = Decimal(1).scaleb(-min(len(decimals), 30))
    written = format(abs(value).quantize(places, context=_EXACT), ",f" if "," in whole else "f")
    before, _, after = written.partition(".")
    needed = decimals.rstrip("#?")
    after = after[: len(needed)] + after[len(needed) :].rstrip("0")
    before = before.replace(",", ".").zfill(whole.count("0"))
    return f"{'-' if value < 0 else ''}{before}{',' if after else ''}{after}"


def _time(value: Decimal, tokens: list[re.Match[str]]) -> str:
    moment = _FIRST_DAY + dt.timedelta(seconds=round(float(value) * 86_400))
    parts = "".join(token["date"][0].lower() for token in tokens if token["date"])
    clock = "h" in parts or "s" in parts
    quoted_words = [token["quoted"] for token in tokens if token["quoted"] and token["quoted"].strip(" ,./-")]
    if quoted_words and not clock:
        return "".join(_part_of_day(token, moment) for token in tokens).strip()
    days = "".join(dict.fromkeys(letter for letter in parts if letter in "dmy")) if not clock or "d" in parts else ""
    day = "/".join(_day_part(letter, moment) for letter in "dmy" if letter in days)
    hour = f"{moment:%H:%M:%S}" if "s" in parts and "h" in parts else f"{moment:%H:%M}" if "h" in parts else ""
    return f"{day} {hour}".strip() or (f"{moment:%M:%S}" if clock else _plain(value))


def _part_of_day(token: re.Match[str], moment: dt.datetime) -> str:
    if token["date"]:
        letter = token["date"][0].lower()
        short = len(token["date"]) == 1 or (letter == "m" and len(token["date"]) > 2)
        return str(int(_day_part(letter, moment))) if short else _day_part(letter, moment)
    return next(filter(None, (token["quoted"], token["escaped"], token["other"])), "")


def _day_part(letter: str, moment: dt.datetime) -> str:
    return {"d": f"{moment:%d}", "m": f"{moment:%m}", "y": f"{moment.year}"}[letter]
