"""Names of a head or a foot that are broken over lines, and parts of them that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kehoach.importing.model import Note, SourceLine, SourceTable
from kehoach.wording.extractedtext import normalized, without_marks
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare, plain
from kehoach.wording.nationalname import NATION

_NUMBER_OPENS = late(r"\(?S[^\W\d_]6?\s?[:.]?\s*\Z")
_NUMBER_FOLLOWS = late(r"[0-9]{0,6}\s?[/–-]\s?[A-ZĐ]{2,}")
_NUMBER_ALONE = late(r"\(?S[^\W\d_]6?\s?[:.]?\s*[0-9]{1,6}\Z")
_SYMBOL_FOLLOWS = late(r"[/–-]\s?[A-ZĐ]{2,}")
_YEAR_OPEN = late(r"ngày\s*[0-9]{0,2}\s*tháng\s*[0-9]{0,2}\s*năm\Z", re.IGNORECASE)
_DAY_OPEN = late(r"(?:,|ngày[\s.…0-9]{0,12}(?:tháng[\s.…0-9]{0,12})?)\Z", re.IGNORECASE)
_DAY_FOLLOWS = late(
    r"(?:ngày[\s.…0-9]{0,12})?(?:tháng[\s.…0-9]{0,12})?năm\s*(?:(?:19|20)[0-9]{2}|[.…]+)\.?\Z", re.IGNORECASE
)
_PEOPLE = late(r"(?:ủy|uỷ|hội) (?:ban|đồng) nhân\Z", re.IGNORECASE)
_DISRUPTED = late(r"(?:chu nghia|cong hoa|doc lap|viet nam|tu do|hanh phuc)\b")
_LONGEST = 200
_LONGEST_PLACE = 60
_NO_PERSON = late(r"\b(?:dan|nhan dan|uy ban|hoi dong|chu tich|noi nhan|luu)\b")


def whole_names(parts: Sequence[SourceLine | SourceTable]) -> list[SourceLine | SourceTable]:
    """Join lines that only together are a name or a number: "ỦY BAN NHÂN" and "DÂN", "Số:" and "12/KH-UBND"."""
    out: list[SourceLine | SourceTable] = []
    for part in parts:
        before = out[-1] if out else None
        if (
            isinstance(part, SourceLine)
            and isinstance(before, SourceLine)
            and part.gap <= 1
            and _may_go_on(before.text, part.text)
        ):
            first, second = _words(before.text), _words(part.text)
            if first and second and _goes_on(first, second):
                out[-1] = replace(before, text=f"{first} {second}")
                continue
        out.append(part)
    return out


def whole_lines(texts: Sequence[str]) -> list[str]:
    """Join lines of one cell in the same way; empty ones are left out."""
    out: list[str] = []
    for text in filter(str.strip, texts):
        if out and _may_go_on(out[-1], text) and (words := _words(text)) and _goes_on(_words(out[-1]), words):
            out[-1] = f"{_words(out[-1])} {words}"
        else:
            out.append(text)
    return out


def _may_go_on(first: str, second: str) -> bool:
    """Leave out at once what is no part of a name or number: long lines, and small letters beside no figures."""
    if len(first) > _LONGEST or len(second) > _LONGEST:
        return False
    return first.isupper() or any(char.isdigit() for char in second) or second[:1] in "/–-"


def _words(text: str) -> str:
    return without_marks(normalized(text)).replace("**", "").strip()


def _goes_on(first: str, second: str) -> bool:
    if _NUMBER_OPENS.match(first):
        return bool(_NUMBER_FOLLOWS.match(second))
    if _NUMBER_ALONE.match(first):
        return bool(_SYMBOL_FOLLOWS.match(second))
    if _YEAR_OPEN.search(first):
        return bool(re.match(r"(?:19|20)[0-9]{2}\.?\Z", second))
    if _DAY_FOLLOWS.match(second) and len(first) <= _LONGEST_PLACE and _DAY_OPEN.search(first):
        return True
    if not (first.isupper() and second.isupper()) or len(first) > 60:
        return False
    if _PEOPLE.search(first):
        return bare(second).split()[0] == "DAN"
    name, begun = plain(NATION), plain(first)
    return len(begun) > 6 and name.startswith(begun) and name.startswith(begun + plain(second))


def doubts(data: Mapping[str, Any]) -> Iterator[Note]:
    """Say which parts of head and foot cannot be what they stand for."""
    for name in data.get("header", ()):
        words = bare(name).lower()
        whole = words.startswith("dang cong san")
        if (_DISRUPTED.search(words) and not whole) or words.endswith(" nhan") or len(name) < 3:
            yield Note(0, f"Tên cơ quan ở phần đầu có vẻ không trọn: “{name}”.")
    document = data.get("decision") or data
    for block in (document, data):
        for signature in (block.get("signature", {}), *block.get("cosignatures", ())):
            signer = signature.get("name") or ""
            if signer and _NO_PERSON.search(bare(signer).lower()):
                yield Note(0, f"Họ tên người ký có vẻ sai: “{signer}”.")
        for recipient in block.get("recipients", ()):
            if recipient.isupper() and len(recipient.split()) == 1 and len(recipient) > 2:
                yield Note(0, f"Nơi nhận có vẻ là chữ của cột bên cạnh: “{recipient}”.")
        if block is data:
            break
