"""Phrases that begin and end with whole words: "cơ quan hành chính", not "quan hành"."""

from __future__ import annotations

import re

from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import NOTHING, Range
from kehoach.meaning.bodynouns import HEAD
from kehoach.meaning.lexicon import GROUP_NOUNS, NOUNS, VERBS
from kehoach.meaning.nametable import table_of, tokens
from kehoach.meaning.numerals import DIGITS
from kehoach.wording.letters import comparable

_LAST, _FIRST = re.compile(r"([^\W\d_]+) \Z"), re.compile(r"[^\W_]*")
_NEXT = re.compile(r" ([^\W\d_]+)")
_POINTING = re.compile(r" (?:mình|này|đó)(?![^\W_])")
_NOUN = re.compile(rf"(?<![^\W_]){HEAD}\s\Z")
_COMPOUNDS = table_of(
    "chi bộ|công dân|thẩm quyền|thủ tục|thời gian|nội dung|kết quả|nhiệm vụ|kế hoạch|hồ sơ|đảng viên|đoàn viên|"
    "hội viên|học sinh|giáo viên|công chức|viên chức|cán bộ|nhân dân|người dân|tổ chức|cá nhân|doanh nghiệp|"
    "địa bàn|cơ sở|tuyên truyền|phổ biến|giáo dục|pháp luật|chính sách|văn bản|tài liệu|thông tin|dữ liệu|"
    "hệ thống|trực tuyến|chất lượng|hiệu quả|tiến độ|tỷ lệ|chỉ tiêu|chỉ số|mô hình|hội nghị|hội thi|tập huấn|"
    "bồi dưỡng|đào tạo|kiểm tra|giám sát|xử lý|vi phạm|khiếu nại|tố cáo|kiến nghị|phản ánh|dịch vụ|hành chính|"
    "cải cách|thể chế|bộ máy|công vụ|tài chính|ngân sách|kinh phí|dự toán|đầu tư|xây dựng|môi trường|an toàn|"
    "an ninh|trật tự|quốc phòng|quân sự|văn hóa|xã hội|kinh tế|du lịch|y tế|dân số|lao động|việc làm|hợp tác|"
    "hợp tác xã|nông thôn|đô thị|giao thông|lĩnh vực|sáng kiến|liên lạc|chuyên môn|nghiệp vụ|kỹ năng"
)
"""Words of two syllables of the field, beside those that names are read by."""


def in_whole_words(text: SignText, span: Range) -> Range:
    """Let a phrase begin and end with whole words, a name with its noun: "cơ quan hành chính", not "quan hành"."""
    if span == NOTHING:
        return span
    start, end = span
    if (opening := _opening(text.words, start)) >= 0:
        return opening, _whole_end(text.words, start, end)
    start = _whole_start(text, start)
    noun = _NOUN.search(text.words, 0, start) if text.words[start : start + 1].isupper() else None
    return noun.start() if noun else start, _whole_end(text.words, start, end)


def _whole_start(text: SignText, start: int) -> int:
    """Give where the word begins in which a phrase begins; a name ends before it: "Đảng ủy | ban hành"."""
    left, first = _LAST.search(text.words, 0, start), _FIRST.match(text.words, start)
    if not left or not first or not _is_word(f"{left[1]} {first[0]}"):
        return start
    behind_body = any(sign.key[0] == "@" and sign.end == left.end(1) for sign in text.signs)
    return start if behind_body else left.start(1)


def within_numbered(text: SignText, start: int) -> bool:
    """Whether a phrase begins behind the numeral of a word that counts nothing: "một | cửa"."""
    whole = _whole_start(text, start)
    return whole != start and comparable(text.words[whole:start].strip()) in DIGITS


_NAMED = table_of("bảo hiểm xã hội|kho bạc nhà nước|ngân hàng nhà nước|ngân hàng chính sách xã hội|mặt trận tổ quốc")
"""Nouns of four and more syllables, of which two alone make another word."""


def _opening(words: str, start: int) -> int:
    """Give where the noun of more syllables begins in whose midst a phrase begins, -1 where it is in none."""
    before = tokens(words[:start].lower())[-3:]
    words_around = [*before, *tokens(words[start : start + 40].lower())[:5]]
    for at, token in enumerate(before):
        if at + _NAMED.longest(words_around, at)[0] > len(before):
            return token.start
    return -1


def _whole_end(words: str, start: int, end: int) -> int:
    """Give where the word ends that a phrase ends in, which the syllable before may have ended already."""
    if pointing := _POINTING.match(words, end):
        return pointing.end()
    phrase_words = words[start:end].split()
    following = _NEXT.match(words, end)
    if not phrase_words or not following or not _is_word(f"{phrase_words[-1]} {following[1]}"):
        return end
    return end if len(phrase_words) > 1 and _is_word(f"{phrase_words[-2]} {phrase_words[-1]}") else following.end()


def _is_word(words: str) -> bool:
    tables = (NOUNS, GROUP_NOUNS, VERBS, _COMPOUNDS)
    return any(table.longest(tokens(words.lower()), 0)[0] == 2 for table in tables)
