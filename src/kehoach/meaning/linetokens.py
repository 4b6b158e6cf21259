"""The words of a line that carry meaning and their fate: bodies, symbols, quantities, roles, modality, times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_CAN_BE_SYMBOL = re.compile(r"[0-9][a-z]?\s?[/⁄-]")
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
_OPENS: dict[str, tuple[Kind, re.Pattern[str]]] = {
    **{
        comparable(word): ("role", _ROLE)
        for word in ("đồng", "chủ", "phối", "tham", "chỉ", "theo", "giám", "đôn", "đề", "phân", "ủy", "giao")
    },
    **{
        comparable(word): ("modality", _MODAL)
        for word in (
            *("không", "nghiêm", "bắt", "khuyến", "có", "chưa", "phải", "cần", "được", "nên", "tối", "ít", "nhiều"),
            *("trừ", "ngoại"),
        )
    },
    **{comparable(words.split()[0]): ("quantity", _WORDED) for words in _NUMBERS},
}
# "một số cơ quan", "một phần" count nothing.
_NO_COUNT = re.compile(r"một\s+(?:số|phần|cửa|bước)\b", re.IGNORECASE)


def read_line(line: Line, mentions: Sequence[Mention], year: int) -> Reading:
    """Put all that a line says into its ledger: each word of meaning is read, ignored by a rule, or unread."""
    if line.kind in UNLEDGERED:
        return Reading(line.path)
    text = line.words
    alone = line.field is not None and line.field.kind == "schedule"
    at = line.lead_in if alone else 0
    times = [_moved(token, at) for token in read_times(text[at:], year, alone).tokens]
    names = [*_symbols(text, mentions), *_bodies(mentions, bodies_in(text, mentions))]
    worded = list(_worded(text))
    taken = [(token.start, token.end) for token in (*times, *names)]
    quantities = _free([*_figures(text), *(token for token in worded if token.kind == "quantity")], taken)
    plain = _free([token for token in worded if token.kind != "quantity"], taken)
    return reading(line.path, times, names, quantities, plain)


def _moved(token: Token, by: int) -> Token:
    return token._replace(start=token.start + by, end=token.end + by) if by else token


def _free(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> Sequence[Token]:
    """Leave out tokens within others: the day of a date is no quantity, "phối hợp" in a name no role."""
    if not tokens or not taken:
        return tokens
    return [one for one in tokens if not any(start < one.end and one.start < end for start, end in taken)]


def _worded(text: str) -> Iterator[Token]:
    """Find words of role, words that bind and numbers in words, none within another of its kind."""
    reached: dict[Kind, int] = {}
    for word in split(text):
        if word.key not in _OPENS:
            continue
        kind, pattern = _OPENS[word.key]
        match = pattern.match(text, word.start) if word.start >= reached.get(kind, 0) else None
        if match is None:
            continue
        reached[kind] = match.end()
        if kind != "quantity":
            # Words that are their own value: what they say is which of them stands there.
            yield Token(kind, *match.span(), match[0], "read", " ".join(match[0].lower().split()))
        elif not _NO_COUNT.match(match[0]):
            number = _NUMBERS[" ".join(match["number"].lower().split())]
            yield Token(kind, *match.span(), match[0], "read", f"{number} {match['unit'].lower()}")


def _symbols(text: str, mentions: Sequence[Mention]) -> Iterator[Token]:
    cited = [mention for mention in mentions if mention.citation]
    for mention in cited:
        citation = mention.citation
        assert citation is not None
        blank = citation.is_blank
        code = f"{citation.number}/{citation.symbol}" if citation.number else citation.name
        by = BLANK if blank else mention.target or code
        yield Token("symbol", mention.start, mention.end, mention.text, "ignored" if blank else "read", by)
    for match in _SYMBOL.finditer(own_letters(text)) if _CAN_BE_SYMBOL.search(text) else ():
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            yield Token("symbol", match.start(), match.end(), text[match.start() : match.end()], "unread", NO_SYMBOL)


def _bodies(mentions: Sequence[Mention], names: Sequence[BodyName]) -> Iterator[Token]:
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


def _figures(text: str) -> Iterator[Token]:
    for match in _FIGURE.finditer(text):
        unit = match["unit"] or ""
        yield Token("quantity", *match.span(), match[0], "read", f"{match['number']} {unit}".strip())
