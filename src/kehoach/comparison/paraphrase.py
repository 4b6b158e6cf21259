"""Sentences put otherwise: the same words in another order, with other small words among them.

Nothing that is read changed: figures, days, bodies with their parts, documents, what is forbidden or must be. Whether
the meaning is the same a machine cannot tell, so it is told where the words stand, and not that they say another thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach.comparison.rolechanges import places_in_lists, roles_held
from kehoach.comparison.signruns import days_timed
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign
from kehoach.wording.letters import comparable

_SMALL = re.compile(
    r"(?<!\w)(?:trong (?:quá trình|việc)|(?:thông )?qua(?: việc| đó)?|từ đó|nhờ đó|giúp|do|bởi|làm(?! việc)|giao|được"
    r"|bị|tiến hành|có trách nhiệm|đã|thì|sẽ)(?!\w)",
    re.IGNORECASE,
)
"""Small words by which one thing is said in several ways."""
_OF_FUNDS = re.compile(r"(?<!\w)(?:bố trí|sử dụng|bảo đảm|đảm bảo|cân đối|lấy|từ|bằng|nguồn)(?!\w)", re.IGNORECASE)
"""Words for what money does: "kinh phí bố trí từ dự toán", "sử dụng dự toán để bảo đảm kinh phí"."""
_ALL = re.compile(r"(?<!\w)(?:toàn bộ|tất cả)(?!\w)", re.IGNORECASE)
_SENT_BY = re.compile(
    r"(?<!\w)(do)\s+(?P<who>[^,;.:()]{3,40}?)\s+(gửi(?:\s+(?:đến|lên|về))?|lập|đăng ký)(?=[,;.]|\s+(?:và|để)\s)"
)
"""Whose a thing is, by who sent it: "dự toán do các đơn vị gửi đến", "dự toán của các đơn vị"."""
_FUNDS = tuple(map(comparable, ("kinh", "phí")))
_FEW = 4
"""Most words that one text says once more."""
_UNTOLD = ("được", "bị", "có trách nhiệm", "đã")
"""Words of obligation and denial that are small words where nothing else is."""
_PASSIVE = comparable("được")


def put_otherwise(old: SignText, new: SignText) -> bool:
    """Whether two texts say the same words in another order or with other small words, as far as they are read."""
    texts = (old, new)
    keys = [[sign.key for sign in text.signs] for text in texts]
    if not all(keys) or _typed(keys[0]) != _typed(keys[1]) or not _same_parts(old, new):
        return False
    if len(_typed_days(keys[0])) > 1 and days_timed(old) != days_timed(new):
        return False
    if any(
        _said(old, slots) != _said(new, slots) for slots in (("negation",), ("modality",), ("condition",), ("role",))
    ):
        return False
    return all(_only_small(own, other) for own, other in (texts, texts[::-1]))


_ACTS = re.compile(
    r"(?<!\w)(?:người|công chức|viên chức|cán bộ|cơ quan|đơn vị|tổ chức|cá nhân|hộ|doanh nghiệp|học sinh|giáo viên|dân"
    r"|chủ|lao động|thủ trưởng|lãnh đạo|trường|cơ sở|nhà thầu)(?!\w)",
    re.IGNORECASE,
)
"""Who can be given leave."""
_ISSUED = re.compile(
    r"\s+(?:ban hành|phê duyệt|thông qua|quy định|công bố)\s+(?:kèm theo|tại|theo|trong|bởi)(?!\w)", re.IGNORECASE
)
"""What is done to a text, whose it is: "Quy chế được ban hành kèm theo Quyết định này"."""
_CLOSE = 24
"""Characters before it in which one would stand to whom that gives leave."""
_CLAUSE = re.compile(r"[.;:,\n]\s")


def is_passive(text: SignText, signs: Sequence[Sign], others: Sequence[Sign]) -> bool:
    """Whether only a "được" came or went, before which the clause names nobody to whom it could give leave."""
    if others or [sign.key for sign in signs] != [_PASSIVE]:
        return False
    if _ISSUED.match(text.words, signs[0].end):
        return not _ACTS.search(text.words, max(signs[0].start - _CLOSE, 0), signs[0].start)
    start = max((m.end() for m in _CLAUSE.finditer(text.words, 0, signs[0].start)), default=0)
    named = any(s.key[0] == "@" and start <= s.start < signs[0].start for s in text.signs)
    return start < signs[0].start and not named and not _ACTS.search(text.words, start, signs[0].start)


_OBSTACLES = re.compile(
    r"(?:khó khăn|vướng mắc|phát sinh)[^.;\n]*,\s+[^.;\n]*(?:báo cáo|phản ánh|thông tin|gửi|kiến nghị)", re.IGNORECASE
)
"""A sentence of what to do when something stands in the way."""
_TO_DECIDE = re.compile(r"[^.;\n]{0,80}(?:xem xét|quyết định|phê duyệt|cho ý kiến)", re.IGNORECASE)

_OWED_DUTY = re.compile(
    r"\s+trách nhiệm(?: chính)?\s+(?:tham mưu|giúp|hướng dẫn|kiểm tra|theo dõi|đôn đốc|tổ chức|triển khai|thực hiện"
    r"|tổng hợp|chủ trì|phối hợp|xây dựng|lập|rà soát|quản lý|báo cáo|cung cấp|chỉ đạo|bố trí|thẩm định)(?!\w)"
)
"""What somebody has to do; for what comes of it one answers ("chịu trách nhiệm về", "chịu trách nhiệm nếu")."""


def only_style(texts: tuple[SignText, SignText], runs: tuple[Range, Range], changed: tuple[str, str]) -> bool:
    """Whether words only ask those that meet with obstacles to say so, or lay a matter before who decides it.

    "Nếu có vướng mắc, đề nghị các đơn vị báo cáo …" is an order as it is without "đề nghị"; "báo cáo UBND tỉnh xem
    xét, quyết định" is "trình UBND tỉnh xem xét, quyết định", and who "chịu trách nhiệm tham mưu" has it to do.
    """
    words_changed = {words.lower() for words in changed}
    if words_changed == {"", "đề nghị"}:
        return all(_OBSTACLES.search(text.words) for text in texts)
    what_follows = {frozenset(("báo cáo", "trình")): _TO_DECIDE, frozenset(("có", "chịu")): _OWED_DUTY}
    pattern = what_follows.get(frozenset(words_changed))
    behind = (text.words[text.signs[last - 1].end :] for text, (_, last) in zip(texts, runs, strict=True))
    return pattern is not None and all(pattern.match(rest) for rest in behind)


def _typed(keys: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count what is more than a word, a number with what it counts."""
    following = [*keys[1:], ""]
    return Counter(
        (key, then if key[0] == "#" else "") for key, then in zip(keys, following, strict=True) if not key[0].isalpha()
    )


def _typed_days(keys: Sequence[str]) -> list[str]:
    return [key for key in keys if key[0].isdigit() and "/" in key]


def _same_parts(old: SignText, new: SignText) -> bool:
    """Whether the bodies have the same parts; in another order they do where each stands in a list as before."""
    roles = [roles_held(text) for text in (old, new)]
    if any(roles[0][key] != roles[1].get(key) for key in roles[0] if roles[0][key] and roles[1].get(key)):
        return False
    order = [[sign.key for sign in text.signs if sign.key[0] == "@"] for text in (old, new)]
    if order[0] == order[1]:
        return True
    lists = [places_in_lists(text) for text in (old, new)]
    return lists[0] == lists[1] and all(all(places) for places in lists[0].values())


def _said(text: SignText, slots: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count the words of some slots; of a denial with what is denied."""
    counts: Counter[tuple[str, str]] = Counter()
    for span in text.spans:
        words = " ".join(text.words[span.start : span.end].lower().split()).removeprefix("làm ")
        if span.slot not in slots or words in _UNTOLD or words == "giao":
            continue
        behind = next((s.key for s in text.signs if s.start >= span.end), "") if span.slot == "negation" else ""
        counts[words, behind] += 1
    return Counter(dict.fromkeys(counts, 1)) if slots == ("role",) else counts


def _only_small(own: SignText, other: SignText) -> bool:
    """Whether what one text has and the other has not are small words, and few are said once more."""
    other_counts = Counter(sign.key for sign in other.signs)
    small = [*_small_words(own, other)]
    timed = [span for span in own.spans if span.slot in ("time", "quantity") and not _ALL.match(own.words, span.start)]
    timed = [] if other_counts.keys() >= {*_FUNDS} else timed  # "ngân sách xã năm 2027 bảo đảm kinh phí"
    again = 0
    counted: Counter[str] = Counter()
    for index, sign in enumerate(own.signs):
        if not sign.key[0].isalpha():
            continue
        counted[sign.key] += 1
        more = counted[sign.key] > other_counts[sign.key] and not _is_counted(own.signs, index)
        if more and any(s.start <= sign.start < s.end for s in timed):
            return False
        if sign.key in other_counts:
            again += counted[sign.key] > other_counts[sign.key]
        elif not _within(sign, small) or (sign.key == _PASSIVE and not _turned_round(own, index, other)):
            return False
    return again <= _FEW


def _is_counted(signs: Sequence[Sign], at: int) -> bool:
    """Whether a word is what a number counts, which is compared with it: "bố trí bác sĩ, mỗi ca 02 bác sĩ"."""
    return any(sign.key[0] == "#" for sign in signs[max(at - 2, 0) : at])


def _within(sign: Sign, ranges: Sequence[Range]) -> bool:
    return any(start <= sign.start and sign.end <= end for start, end in ranges)


def _small_words(own: SignText, other: SignText) -> Iterator[Range]:
    keys = {sign.key for sign in own.signs}
    patterns = [_SMALL]
    patterns += [_OF_FUNDS] if keys.issuperset(_FUNDS) else []
    patterns += [_ALL] if "#100" in keys and "%" in keys else []
    for pattern in patterns:
        yield from (match.span() for match in pattern.finditer(own.words))
    for match in _SENT_BY.finditer(own.words):
        if f"của {match['who']}".lower() in " ".join(other.words.lower().split()):
            yield match.span(1)
            yield match.span(3)


def _turned_round(own: SignText, at: int, other: SignText) -> bool:
    """Whether "được" only says that the sentence is turned round: "phát hành văn bản", "văn bản được phát hành".

    Elsewhere it is leave: "sử dụng mạng" and "được sử dụng mạng" are two things.
    """
    keys = [sign.key for sign in other.signs]
    if at + 1 >= len(own.signs) or own.words[: own.signs[at].start].rstrip().lower().endswith((" đã", " sẽ")):
        return True
    done, before = own.signs[at + 1].key, _sign_before(own.signs, at)
    return (done in keys and before in keys and keys.index(done) < keys.index(before)) or {*_FUNDS} <= {*keys}


def _sign_before(signs: Sequence[Sign], at: int) -> str:
    return signs[at - 1].key if at else ""
