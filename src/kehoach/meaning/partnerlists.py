"""Lists of those with whom a thing is done: behind a name that was not read to its end, and over a semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.meaning import fronts
from kehoach.meaning.actorpatterns import BODIES, JOINT, PARTNERS, SIGNS, TITLED, B
from kehoach.meaning.maskedtext import Masked
from kehoach.meaning.nametable import tokens
from kehoach.meaning.openingverbs import opens_verb
from kehoach.wording.latepatterns import late

JOINING = ("phối hợp", "liên kết", "kết hợp", "hợp tác", "cộng tác")
"""Words of which each list of partners has one before it."""
_GAP = late(rf"(?P<gap>\s(?-i:[^,;.:(){SIGNS}]){{2,40}}?|\s{B}){JOINT}(?P<list>{BODIES})(?=\s)")
"""The rest of a name that was cut, and what the list goes on with: "… thuộc Quốc hội, các Đoàn đại biểu"."""
_FOR_RECEIVER = late(
    rf"(?:về|gửi|báo cáo|phản ánh)\s+{B}\s+để\s+(?:được\s+)?(?:[^\W\d_]+\s+[^\W\d_]+,\s+)?\Z", re.I, needs="để"
)
"""Before "phối hợp" that who gets a thing does so, and nobody else: "phản ánh về Sở A để phối hợp với Sở B"."""
_WITH_OTHERS = late(
    rf"(?:tham mưu(?: cho)?|(?:\A|[.;:,]\s)\s*chỉ đạo)\s+{BODIES}"
    r"\s+(?:(?:chủ động|tích cực|thường xuyên|chặt chẽ),?\s+)*\Z",
    re.I,
    needs="tham mưu|chỉ đạo",
)
"""Before "phối hợp" those who are advised or directed, who do so: "Tham mưu UBND tỉnh phối hợp với Bộ A ban hành"."""
_MOST = 5
"""Words that the rest of a name has at most."""
_WHOSE = late(r"\s(?:trực thuộc|thuộc|của)(?![^\W_])")
"""What opens whose the last is, and those can be listed as well: "các cơ quan thuộc Quận, Huyện"."""
_ONLY_LEADS = late(
    rf"\s*(?i:(?:giao|đề nghị|yêu cầu|phân công)(?:\s+cho)?\s+)?(?:{TITLED}{BODIES}\s*)?"
    r"(?i:(?:có|chịu) trách nhiệm\s+)?(?i:chủ trì,?\s*(?:và\s+)?)?",
)
"""A clause that says who leads, and not yet what."""
_PART = late(rf";\s*(?:và\s+)?(?P<list>{TITLED}{B}(?:(?!;){JOINT}{B})*)(?=;|\Z)")
_ARTICLE = re.compile(r"\s*Điều \d+[.:]")
_OWN_ROLE = late(
    r"\s+(?:theo dõi|đôn đốc|giám sát|cung cấp|hỗ trợ|phối hợp|tham gia|cử|chịu trách nhiệm|có trách nhiệm"
    r"|tạo điều kiện|bảo đảm|đảm bảo|thẩm định|thẩm tra|tổng hợp|báo cáo|bố trí|chủ trì|là|chủ động|chỉ đạo"
    r"|cho ý kiến)(?![^\W_])"
)
"""What others do beside who leads: behind a semicolon it is a clause of its own."""


class PartnerList(NamedTuple):
    """A list behind "phối hợp với" as it stands in a masked text: its names, those that are cut, its slice."""

    names: str
    cut: str
    start: int
    end: int


def partner_lists(text: str) -> Iterator[PartnerList]:
    """Find the lists of partners in a text whose bodies are taken out, each to its end."""
    for match in PARTNERS.finditer(text):
        if _FOR_RECEIVER.search(text, 0, match.start()):
            continue
        names, cut, end = match["list"], "", match.end()
        while (gap := _GAP.match(text, end)) and _is_rest(gap["gap"]):
            cut += names[-1] + gap["gap"]
            names, end = names + gap["list"], gap.end()
        if _WITH_OTHERS.search(text, 0, match.start()):
            names, cut = "", names + cut
        yield PartnerList(names, cut, match.start(), end)


def _is_rest(words: str) -> bool:
    """Whether words behind a name can be the rest of it: few, and no verb or small word opens them."""
    if re.fullmatch(rf"\s{B}", words):
        return True
    return len(tokens(words)) <= _MOST and not opens_verb(words) and not _WHOSE.match(words)


class OverSemicolon(NamedTuple):
    """What of a list of partners stands behind a semicolon: where it opens, its names, whether they are sure."""

    start: int
    names: str
    partners: bool


def over_semicolons(masked: Masked, lists: Sequence[PartnerList]) -> Iterator[OverSemicolon]:
    """Find those behind the semicolons of a list whose clause has no work yet: "A chủ trì, phối hợp với B; C rà soát".

    As no work stands before, C can be a partner in A's; as a semicolon parts them, C can have its own. Which it is, is
    told by who is concerned ("C có liên quan"), by a list behind a colon, or by a verb of those who stand beside.
    """
    text = masked.text
    for listed in lists:
        parts = [*_PART.finditer(text, listed.start, listed.end)]
        clause = fronts.openings(text, listed.start + 1)[-1]
        opens = not re.search(r"[^\W\d_]{2}", _ARTICLE.sub("", text[:clause]))
        if not parts or parts[-1].end() < listed.end or not opens:
            continue
        if not _ONLY_LEADS.fullmatch(text, clause, listed.start):
            continue
        if _OWN_ROLE.match(text, listed.end) or not opens_verb(text[listed.end :][:32], alone=True):
            continue
        before = masked.of(text[listed.start : parts[0].start()])
        concerned = "liên quan" in masked.of(parts[-1]["list"])[-1].words
        several = any(name.end - name.start > len(name.words) + 2 for name in before)  # "các sở: Tài chính, Nội vụ"
        for part in parts:
            start = next(at for at in fronts.openings(text) if at > part.start())
            yield OverSemicolon(start, part["list"], concerned or several)
