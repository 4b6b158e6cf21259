"""The lines of a signature: what names a post or whom somebody signs for, and which lines belong to one signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kehoach.importing.header import names_body
from kehoach.importing.model import SourceParagraph
from kehoach.importing.phrases import head
from kehoach.wording.casing import is_capitals
from kehoach.wording.latepatterns import late

_LONGEST_ROLE = 90
_ROLE = late(
    r"(?:(?:tm|kt|tl|tuq|q)\s?\.|[tk]/[lmt]\b|(?:pho |quyen )?(?:chu tich|giam doc|tong giam doc|chu nhiem"
    r"|truong (?:phong|ban|doan|so)|vien truong|hieu truong|cuc truong|tong cuc truong|chi cuc truong|bi thu"
    r"|chanh (?:van phong|thanh tra|an)|bo truong|thu truong|thu tuong|tong bien tap|tong kiem toan|thong doc|chanh an)"
    r"|pho (?:chanh|truong|vien|hieu|cuc|chi cuc|tong)\b|uy ban nhan dan|hoi dong nhan dan|ban chi dao"
    r"|thu ky|nguoi (?:ky|lap|xay dung|soan)|truong|(?:to|doi|nhom|khoi) (?:truong|pho)|giao vien\b"
    r"|(?:ky |phe )?duyet\b|xac nhan (?:cua )?\w)"
)


def is_role(text: str) -> bool:
    """Tell whether a line of a signature says in which post, or for whom, somebody signs."""
    return len(text) <= _LONGEST_ROLE and is_capitals(text) and bool(_ROLE.match(head(text)))


def goes_with_post(text: str, above: str) -> bool:
    """Tell whether a line below a post says of which body it is: "BÁO VÀ PHÁT THANH" below "GIÁM ĐỐC"."""
    if not is_capitals(text) or len(text) > _LONGEST_ROLE or not is_capitals(above):
        return False
    return above.endswith(",") or (is_role(above) and names_body(text))


def signed_blocks(lines: Sequence[SourceParagraph]) -> list[tuple[list[SourceParagraph], list[SourceParagraph]]]:
    """Part the lines of a signature, or of several below each other, into roles and names of each.

    A line in capitals right above a role says whose role it is: "SỞ TƯ PHÁP" over "KT. GIÁM ĐỐC"; one between a post
    and a name says of which body it is, and is a part of the post.
    """
    blocks: list[tuple[list[SourceParagraph], list[SourceParagraph]]] = [([], [])]
    for line, following in zip_longest(lines, lines[1:]):
        over = following is not None and is_capitals(line.text) and is_role(following.text)
        roles, signed = blocks[-1]
        if roles and not signed and following is not None and not over and goes_with_post(line.text, roles[-1].text):
            roles[-1] = replace(roles[-1], text=f"{roles[-1].text} {line.text}")
            continue
        if not (over or is_role(line.text)):
            blocks[-1][1].append(line)
            continue
        if blocks[-1][1]:
            blocks.append(([], []))
        blocks[-1][0].append(line)
    return blocks
