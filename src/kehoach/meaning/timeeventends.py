"""Where the words end that say what happens, when a comma stands behind them: the event goes on, or the work begins.

"Sau khi điều tra, khảo sát, đơn vị phải báo cáo" has a list in its event, "sau khi nhận hồ sơ, Sở A họp" has none.
Told is by what opens the words behind each comma: who has work, a verb, a small word, or but another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.lexicon import VERBS
from kehoach.meaning.nametable import tokens
from kehoach.meaning.openingverbs import has_verb, opens_verb
from kehoach.wording.latepatterns import late

WHY = "không rõ sự việc làm mốc dừng ở dấu phẩy nào"

_Piece = Literal["work", "who", "verb", "small", "thing"]
"""What stands behind a comma: who has work with what it is, those who have it, a verb, a small word, another."""

_STOP = late(r"[;:\n]|\.(?=\s|\Z)|(?<=\s)thì(?![^\W_])", re.IGNORECASE)
_BRACKETS = late(r"\([^()]*\)")
_LABEL = late(r"(?:\A|(?<=\s))[(\[]?(?:[a-zđ]|[0-9]{1,2}|[ivx]{1,4})[)\].]\s*\Z", re.IGNORECASE)
_MUST = late(r"(?<![^\W_])(?:phải|có trách nhiệm|cần|sẽ|không được|có thể|có quyền)(?![^\W_])", re.IGNORECASE)
_DOES = late(r"\s*(?:phải|cần|sẽ|có|được|không|đã|chủ động|trực tiếp|tự)(?![^\W_])", re.IGNORECASE)
_BEFALLS = late(r"(?<![^\W_])(?:được|bị|là|đã|vẫn)(?![^\W_])", re.IGNORECASE)
_SMALL = late(
    r"(?:nếu|căn cứ|trên cơ sở|theo|trong|ngoài|đồng thời|để|nhằm|kể từ|tính từ|từ|(?:chậm|muộn) nhất|trước|sau|đến|khi"
    r"|hết|phải|cần|sẽ|không|có|riêng|trừ|đối với|trường hợp|ngay|nhưng|tùy|tại|do|bằng|giao|đề nghị|yêu cầu|hằng|hàng"
    r"|định kỳ|tuần|tháng|quý|năm|kỳ|ngày|ít nhất|tối thiểu|kịp thời|khẩn trương|chủ động|vào|mỗi|dẫn đến|cụ thể"
    r"|gồm|bao gồm|như|[0-9])(?![^\W_])",
    re.IGNORECASE,
)
_SENDS = late(r"(?:gửi|nộp|trình|thông báo|báo cáo)\s+[^\W\d_]", re.IGNORECASE)
"""What is done with what has come out of an event, and is no part of a list in it."""
_SENDS_TO = late(
    r"(?:gửi|nộp|trình|thông báo|báo cáo)\s+(?:[^\s,.;:()]+\s+){1,5}?(?:đến|về|cho|tới)(?![^\W_])", re.IGNORECASE
)
"""What is sent with those to whom it goes."""
_JOINED = late(r"(?:hoặc|hay|và|rồi)(?![^\W_])", re.IGNORECASE)
_ANYBODY = (
    r"cơ quan|tổ chức|đơn vị|cá nhân|doanh nghiệp|hộ gia đình|hộ kinh doanh|bộ|ngành|sở|ban|hội|đoàn thể|địa phương"
)
_SAID_TOGETHER = late(rf"(?<![^\W_])(?:{_ANYBODY}),\s+(?=(?:{_ANYBODY})(?![^\W_]))", re.IGNORECASE)
_WHO = late(
    rf"(?:(?:các|những|mỗi|mọi)\s+)?(?:{_ANYBODY}|người|bên|chủ|hộ|đại biểu|thành viên|cán bộ|công chức|viên chức"
    rf"|sĩ quan"
    r"|quân nhân|công dân|nhà (?:đầu tư|thầu|trường)|thủ trưởng|lãnh đạo|cấp (?:ủy|uỷ)|hội đồng|giáo viên"
    r"|học sinh|trưởng"
    r"|phó|giám đốc|đoàn|tập đoàn|công ty|tổ|đội|phòng|xã|phường)(?![^\W_])",
    re.IGNORECASE,
)
_ORGANISES = late(
    r"tổ chức\s+(?:(?:lại|việc|các|lễ|hội (?:nghị|thi|thảo))(?![^\W_])|(?:thực hiện|triển khai|họp|kiểm tra"
    r"|thẩm định|tiếp|lấy|xác"
    r"|đánh giá|lập|xây dựng|tuyên truyền|quán triệt|đối thoại|giao|quản lý|khảo sát|điều tra|bàn giao"
    r"|nghiệm thu)(?![^\W_]))",
    re.IGNORECASE,
)
"""Where "tổ chức" is what is done, and nobody."""
_ANY_OTHER = late(r"tổ chức(?![^\W_])", re.IGNORECASE)
_NO_VERB = late(
    r"\s*(?:\Z|[^\w\s]|(?:và|hoặc|hay|của|ở|tại|nơi|thuộc|cùng|các|về|là|trong|theo|để|cho|đến|với|liên quan|quy định"
    r"|có (?:liên quan|thẩm quyền)|cấp|khu vực|số|khi|nêu|được)(?![^\W_]))",
    re.IGNORECASE,
)
"""Behind the name of a body, what is no verb of its own for sure."""
_CITED = late(r"\s(?:này|trên|khoản\s+[0-9]+|Điều\s+[0-9]+)\Z", re.IGNORECASE)
"""The end of what is cited, behind the name of whom it is about: "Hội đồng quy định tại khoản 2 Điều này"."""
_OF_WHOM = late(r"\s(?:của|cho|đến|với|và|hoặc)\s|,\s*", re.IGNORECASE)
_OFTEN = late(r"(?:định|hằng|hàng|thường|trước|chậm)\Z", re.IGNORECASE)
"""The first syllable of how often, or by when, a thing is done, which the lists have among verbs."""
_PURPOSE = late(r"\s(?:để|nhằm)\s", re.IGNORECASE)
_BY = late(r"\s(?:được|do)\s+\Z", re.IGNORECASE)
_MANY_WORDS = 8


def end_of_event(text: str, start: int, end: int, stop: int | None = None) -> int:
    """Give where an event ends whose words have come to a comma at ``end``; -1 where nobody can tell.

    It does not go on behind ``stop``, where another time is printed.
    """
    return _Event(text, start, end, len(text) if stop is None else stop).whole()


class _Event:
    """The words of a sentence from an event on, parted at commas."""

    def __init__(self, text: str, start: int, end: int, most: int) -> None:
        self.text, self.start = text, start
        stop = _STOP.search(text, end, most)
        self.stop = len(text[: stop.start() if stop else most].rstrip())
        self.lists = stop is not None and stop[0] == ":"
        self.asked = stop is not None and stop[0].lower() == "thì"
        words = text[start : self.stop]
        self.names: Sequence[BodyName] = find_bodies(words)
        self.commas = [start + at for at in _commas(words, end - start, self.names)]

    def whole(self) -> int:
        """Give where the event ends."""
        end = self._in_front() if self._opens() else -1
        labelled = self.text[: self.start].rstrip().endswith(":")
        return self._behind() if end < 0 and (labelled or not self._opens()) else end

    def _opens(self) -> bool:
        """Whether what is to be done stands behind the event."""
        before = self.text[max(0, self.start - 60) : self.start].rstrip()
        before = _LABEL.sub("", before).rstrip()
        return not before.strip("-–•+ ") or before[-1] in ",:;.(]" or before.lower().endswith(" thì")

    def _in_front(self) -> int:
        """Give where an event ends that opens its clause: where the work begins."""
        kinds = [self._kind(n) for n in range(len(self.commas))]
        for n, kind in enumerate(kinds):
            at, later = self.commas[n], kinds[n + 1 :]
            if self._waits_for_verb(at):
                continue
            if kind == "who":
                return -1 if self._ends_with_who(at) else at
            if kind == "work":
                return -1 if self._befalls(n) else at
            if kind == "small":
                return self._befalls(n) or at
            if kind == "verb" and _SENDS_TO.match(self._piece(n)):
                return at
            if kind == "verb":
                works_later = "work" in later or "who" in later
                if self._goes_on_with_verb(n) or (works_later and self._ends_with_verb(at)):
                    continue
                is_work = not later or _SENDS.match(self._piece(n))
                return -1 if works_later or (self._ends_with_verb(at) and not is_work) else at
        return self.stop if self.asked else self._befalls(len(kinds)) or -1

    def _befalls(self, before: int) -> int:
        """Give the first comma with a thing behind it of which something is said, before another; 0 for none."""
        said = (at for n, at in enumerate(self.commas[:before]) if _BEFALLS.search(self._piece(n)))
        return next(said, 0)

    def _behind(self) -> int:
        """Give where an event ends behind the work that is done when it happens, before what that is for."""
        if purpose := _PURPOSE.search(self.text, self.start, self.stop):
            self.stop = purpose.start()
            self.commas = [at for at in self.commas if at < self.stop]
        for n, at in enumerate(self.commas):
            kind = self._kind(n)
            if self._waits_for_verb(at):
                continue
            if kind in ("work", "small"):
                return -1 if kind == "work" and n and self._kind(n - 1) == "who" else at
            if kind == "verb" and not self._goes_on_with_verb(n):
                return -1 if self._ends_with_verb(at) and not _SENDS.match(self._piece(n)) else at
            if kind == "who" and not self._ends_with_who(at):
                return -1
            piece = self._piece(n)
            told = _BEFALLS.search(piece) or (has_verb(piece) and len(piece.split()) > _MANY_WORDS)
            if kind == "thing" and told and not _JOINED.match(piece):
                return -1
        return -1 if self.asked or self.lists else self.stop

    def _piece(self, n: int) -> str:
        return self.text[self.commas[n] + 1 : self.commas[n + 1] if n + 1 < len(self.commas) else self.stop].strip()

    def _kind(self, n: int) -> _Piece:
        piece = _BRACKETS.sub("", self._piece(n)).strip()
        if not piece:
            return "small"
        if _JOINED.match(piece):
            return "thing"
        at = self.text.index(piece[:1], self.commas[n] + 1)
        name = next((name for name in self.names if self.start + name.start == at), None)
        if name:
            behind = self.text[self.start + name.end : self.stop]
            goes_on = name.sure and name.kind in ("named", "holder") and not _NO_VERB.match(behind)
            works = goes_on or _DOES.match(behind) or opens_verb(behind, alone=True) or _MUST.search(piece)
            return "work" if works else "who"
        if piece[:1].isupper() and _MUST.search(piece):
            return "work"
        if _ORGANISES.match(piece) or (VERBS.longest(tokens(piece), 0)[0] > 1 and not _ANY_OTHER.match(piece)):
            return "thing" if self._is_noun(n) else "verb"
        if _WHO.match(piece):
            return "work" if _MUST.search(piece) else "who"
        if _SMALL.match(piece):
            return "small"
        if opens_verb(piece, alone=True):
            return "verb"
        must = _MUST.search(piece)
        return "work" if must and must[0].lower() != "cần" else "thing"

    def _goes_on_with_verb(self, n: int) -> bool:
        """Whether a verb goes on a list of verbs of which one at least has no object of its own."""
        return self._ends_with_verb(self.commas[n]) and (self._is_bare(n) or (n > 0 and self._is_bare(n - 1)))

    def _is_bare(self, n: int) -> bool:
        """Whether a verb has no object of its own: "gặp gỡ, tiếp xúc", "triển khai, tổ chức thực hiện của Ủy ban"."""
        words = tokens(self._piece(n))
        at = 0
        while at < len(words) and (size := VERBS.longest(words, at)[0]) and not _OFTEN.match(words[at].word):
            at += size
        return at == len(words) or words[at].word.lower() in ("của", "và")

    def _is_noun(self, n: int) -> bool:
        """Whether a verb is what a thing is called: "bản án, quyết định của tòa án"."""
        words = tokens(self._piece(n))
        size = VERBS.longest(words, 0)[0]
        return (
            words[size : size + 1] != ()
            and words[size].word.lower() == "của"
            and not self._ends_with_verb(self.commas[n])
        )

    def _ends_with_verb(self, at: int) -> bool:
        words = tokens(self.text[self.start : at].rstrip())[-4:]
        return any(VERBS.longest(words, n)[0] == len(words) - n for n in range(len(words)))

    def _waits_for_verb(self, at: int) -> bool:
        """Whether words end with somebody who does what follows: "sau khi được Chính phủ, Thủ tướng phê duyệt"."""
        name = next((name for name in self.names if self.start + name.end == at), None)
        return name is not None and _BY.search(self.text, self.start, self.start + name.start) is not None

    def _ends_with_who(self, at: int) -> bool:
        if any(self.start + name.end == at for name in self.names):
            return True
        last = _OF_WHOM.split(self.text[self.start : at])[-1].strip()
        return _WHO.match(last) is not None and not _CITED.search(last)


def _commas(words: str, first: int, names: Sequence[BodyName]) -> Iterator[int]:
    """Give the commas of words from a place on that stand in no brackets, name of a body or pair said as one."""
    closed = [match.span() for pattern in (_BRACKETS, _SAID_TOGETHER) for match in pattern.finditer(words)]
    closed += [(name.start, name.end) for name in names if name.sure]
    for at in range(first, len(words)):
        if words[at] == "," and not any(a < at < b for a, b in closed):
            yield at
