"""Whom a sentence says to do a thing where its subject is no name: "Người đứng đầu cơ quan tuyển dụng không được …"."""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"(?:\A|[.;\n]\s+|,\s+|\bthì\s+)"
    r"(?P<who>(?:(?:Các|Những|Mọi|Mỗi)\s+)?(?:người|cơ quan|đơn vị|tổ chức|cá nhân|chủ(?! trì| động| trương)"
    r"|doanh nghiệp|hộ|cơ sở|nhà thầu|nhà đầu tư|trường|công chức|viên chức|cán bộ|giáo viên|học sinh"
    r"|thủ trưởng|lãnh đạo)(?!\w)(?:(?!\s(?:trong|để|khi|nhằm|qua|về)\s)[^,;.:()\n]){0,90}?)"
    r"\s+(?:không|chưa|được|phải|có trách nhiệm|chịu trách nhiệm|có thể|chủ trì|có quyền)(?!\w)",
    re.IGNORECASE,
)


def subject_of(sentence: str) -> str:
    """Give the words that a sentence says must act, as printed; empty where none are told by a verb behind them."""
    match = _SUBJECT.search(" ".join(sentence.split()))
    return match["who"] if match else ""
