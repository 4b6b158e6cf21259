"""The words of a line that carry meaning and their fate: bodies, symbols, quantities, roles, modality, times."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from kehoach.meaning.ledger import Kind, Reading, Token, reading
from kehoach.meaning.linking import Mention, bodies_in
from kehoach.meaning.timegrammar import read_times
from kehoach.model.printed import Line
from kehoach.wording.bodies import BodyName
from kehoach.wording.letters import comparable, own_letters
from kehoach.wording.names import tokens as split

UNKNOWN = "chưa có trong sổ cơ quan"
CUT = "chưa rõ tên dài đến đâu"
GENERAL = "gọi chung, không phải tên riêng"
OFFICE = "chức danh"
BLANK = "số để trống"
NO_SYMBOL = "chưa đọc được ký hiệu"

UNLEDGERED = frozenset(
    (
        "header",
        "nation",
        "number",
        "date",
        "type",
        "subject",
        "authority",
        "resolve",
        "signer",
        "signature",
        "recipients",
    )
)
"""Kinds of line whose words are a form, or say again what stands elsewhere."""

_SYMBOL = re.compile(
    r"[0-9](?<![\w/.-].)[0-9]{0,5}[a-z]?\s?[/-]\s?(?:(?:19|20)[0-9]{2}\s?/\s?)?[A-ZĐ]{2,}[A-Za-zĐ0-9]*(?:[-/][A-ZĐ]\w*)*"
)
_ROLE = re.compile(
    r"(?<![^\W_])(?:đồng chủ trì|chủ trì|phối hợp|tham mưu|chỉ đạo|theo dõi|giám sát|đôn đốc|đề nghị|phân công|"
    r"ủy quyền|giao(?!\s+(?:thông|dịch|tiếp|lưu|ban|diện|thoa|thừa|hàng|nhận)))(?![^\W_])",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?<![^\W_])(?:không được|nghiêm cấm|bắt buộc|khuyến khích|có thể|không|chưa|phải|cần|được|nên|tối thiểu|tối đa|"
    r"ít nhất|nhiều nhất|trừ|ngoại trừ)(?![^\W_])",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?P<number>[0-9](?<![\w/.,-].)[0-9]*(?:[.,][0-9]+)*)\s*(?P<unit>%|[^\W\d_]+(?:\s+[^\W\d_]+)?)?(?![\w/-])"
)
_COUNTED = (
    r"lần|tin|bài|cuộc|hội nghị|lớp|buổi|đợt|chuyên mục|chuyên đề|phóng sự|video|kỳ|số|phút|giờ|người|đơn vị|cơ quan|"
    r"xã|phường|bước|nhóm|chỉ tiêu|nhiệm vụ|nội dung|chương trình|sản phẩm|văn bản|báo cáo|tổ|đoàn|hồ sơ|"
    r"thủ tục|phần trăm"
)
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười hai": 12, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30, "năm mươi": 50, "một trăm": 100,
}  # fmt: skip
_WORDED = re.compile(
    rf"(?<![^\W_])(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s+(?P<unit>{_COUNTED})(?![^\W_])",
    re.IGNORECASE,
)
# A search that starts at the words that can open a match costs a tenth of one that starts at every letter.
_ROLE_OPENS = frozenset(token.key for token in split("đồng chủ phối tham chỉ theo giám đôn đề phân ủy giao"))
_MODAL_OPENS = frozenset(
    token.key for token in split("không nghiêm bắt khuyến có chưa phải cần được nên tối ít nhiều trừ ngoại")
)
_NUMBER_OPENS = frozenset(comparable(words.split()[0]) for words in _NUMBERS)
# "một số cơ quan", "một phần" count nothing.
_NO_COUNT = re.compile(r"một\s+(?:số|phần|cửa|bước)\b", re.IGNORECASE)


def read_line(line: Line, mentions: Sequence[Mention], year: int) -> Reading:
    """Put all that a line says into its ledger: each word of meaning is read, ignored by a rule, or unread."""
    if line.kind in UNLEDGERED:
        return Reading(line.path)
    text = line.words
    alone = line.field is not None and line.field.kind == "schedule"
    at = line.lead_in if alone else 0
    times = tuple(_moved(token, at) for token in read_times(text[at:], year, alone).tokens)
    symbols = tuple(_symbols(text, mentions))
    bodies = tuple(_bodies(text, mentions, bodies_in(text, mentions)))
    quantities = _free(_quantities(text), (*times, *symbols, *bodies))
    plain = (*_plain("role", _ROLE, _ROLE_OPENS, text), *_plain("modality", _MODAL, _MODAL_OPENS, text))
    words = _free(plain, (*times, *symbols, *bodies))
    return reading(line.path, times, symbols, bodies, quantities, words)


def _moved(token: Token, by: int) -> Token:
    return Token(token.kind, token.start + by, token.end + by, token.text, token.fate, token.by) if by else token


def _free(tokens: Iterable[Token], taken: Sequence[Token]) -> list[Token]:
    """Leave out tokens within others: the day of a date is no quantity, "phối hợp" in a name no role."""
    places = {place for other in taken for place in range(other.start, other.end)}
    return [one for one in tokens if places.isdisjoint(range(one.start, one.end))]


def _opened(pattern: re.Pattern[str], opening: Collection[str], text: str) -> Iterator[re.Match[str]]:
    """Find a pattern at the words that it can begin with, left to right, no match within another."""
    at = 0
    for word in split(text):
        if word.key in opening and word.start >= at and (match := pattern.match(text, word.start)):
            at = match.end()
            yield match


def _symbols(text: str, mentions: Sequence[Mention]) -> Iterator[Token]:
    cited = [mention for mention in mentions if mention.citation]
    for mention in cited:
        citation = mention.citation
        assert citation is not None
        blank = citation.is_blank
        code = f"{citation.number}/{citation.symbol}" if citation.number else citation.name
        by = BLANK if blank else mention.target or code
        yield Token("symbol", mention.start, mention.end, mention.text, "ignored" if blank else "read", by)
    for match in _SYMBOL.finditer(own_letters(text)):
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            yield Token("symbol", match.start(), match.end(), text[match.start() : match.end()], "unread", NO_SYMBOL)


def _bodies(text: str, mentions: Sequence[Mention], names: Sequence[BodyName]) -> Iterator[Token]:
    units = [mention for mention in mentions if mention.kind == "unit"]
    for mention in units:
        yield Token("body", mention.start, mention.end, mention.text, "read", mention.target)
    for name in names:
        if any(m.start < name.end and name.start < m.end for m in mentions):
            continue
        if name.kind != "named" or _is_general(name):
            by = OFFICE if name.kind == "holder" else GENERAL
            yield Token("body", name.start, name.end, name.words, "ignored", by)
        else:
            yield Token("body", name.start, name.end, name.words, "unread", UNKNOWN if name.sure else CUT)


_PLACE_NAME = re.compile(r"\b(?:tỉnh|huyện|xã|phường|thành phố|thị xã|đặc khu|nước)\Z")


def _is_general(name: BodyName) -> bool:
    """Whether a name says only what kind of body it is: "Đài truyền hình"."""
    _, _, rest = name.words.partition(" ")
    return rest == rest.lower() and not _PLACE_NAME.search(rest)


def _quantities(text: str) -> Iterator[Token]:
    for match in _FIGURE.finditer(text):
        unit = match["unit"] or ""
        yield Token("quantity", *match.span(), match[0], "read", f"{match['number']} {unit}".strip())
    for match in _opened(_WORDED, _NUMBER_OPENS, text):
        if not _NO_COUNT.match(match[0]):
            number = _NUMBERS[" ".join(match["number"].lower().split())]
            yield Token("quantity", *match.span(), match[0], "read", f"{number} {match['unit'].lower()}")


def _plain(kind: Kind, pattern: re.Pattern[str], opening: Collection[str], text: str) -> Iterator[Token]:
    """Words that are their own value: what they say is which of them stands there."""
    for match in _opened(pattern, opening, text):
        yield Token(kind, *match.span(), match[0], "read", " ".join(match[0].lower().split()))
