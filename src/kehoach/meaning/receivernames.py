"""Where the names end of those to whom something is sent: before the thing itself, or with what tells which of them.

Right behind a verb of sending nothing but who gets a thing can stand, and then the thing: "báo cáo Chi cục số xe tồn
đọng", "trình Bộ trưởng phương án cắt giảm". Elsewhere the same words leave the end of the name in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.lexicon import GROUP_NOUNS, NOUNS, VERBS
from kehoach.meaning.nametable import tokens
from kehoach.meaning.otherwords import FRONTS
from kehoach.wording.latepatterns import late

_SENT_TO = late(
    r"(?<![^\W_])(?:báo cáo|(?<!chương )(?<!quy )(?<!quá )(?<!công )(?<!lộ )(?<!tờ )(?<!tiến )(?<!giáo )trình|gửi|nộp"
    r"|đề xuất|kiến nghị|xin ý kiến|phản ánh|chuyển)(?:\s+(?:với|cho|về|lên|đến|tới))?\s+\Z",
    re.IGNORECASE,
)
_BY = late(r"(?<![^\W_])(?:cho|về|lên|đến|tới)\s+\Z")
"""What may stand before who gets a thing that is named before."""
_STANDING = late(
    r"(?<![^\W_])(?:báo cáo|gửi|trình|nộp|về|cho|đến|tới|với|lên)\s+(?P<own>thường trực\s+)\Z", needs="thường trực"
)
_THING = late(
    r"\s+(?:(?:phương án|tình hình|kết quả|danh mục|danh sách|dự thảo|tờ trình|báo cáo|số liệu|biên bản|văn bản"
    r"|nội dung|ý kiến|vướng mắc|khó khăn|tiến độ|kiến nghị|đề xuất|quy chế|biểu mẫu|phiếu|việc|toàn bộ|những|bộ hồ sơ)"
    r"(?![^\W_])|số\s+(?=[^\W\d_]))"
)
"""What is sent, and no name of a body goes on with."""
_NUMBER_OF = late(r"\s+[^\W\d_]")
_WHOSE = late(r"\s+(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})(?=\s*(?:[.;)]|\Z))")
_CHARGED = late(r"\s+phụ trách(?![^\W_])", needs="phụ trách")
_FIELD = late(r"\s+(?:lĩnh vực|công tác|khối|mảng)(?![^\W_])")


def with_receivers(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Let the name of each to whom something is sent end where it ends, as far as its place tells."""
    names = [_without_plan(text, name) for name in names]
    if not any(not name.sure or _CHARGED.match(text, name.end) or _is_standing(text, name) for name in names):
        return names
    return [_as_receiver(text, name) for name in names]


def _without_plan(text: str, name: BodyName) -> BodyName:
    """No department of a province is for plans alone: "trình Giám đốc Sở kế hoạch" says what he gets."""
    if not name.words.endswith("Sở kế hoạch") or not _gets(text, name.start):
        return name
    return replace(_spanning(text, name, name.start, text.rindex("kế hoạch", name.start, name.end)), sure=True)


def _is_standing(text: str, name: BodyName) -> bool:
    return text.startswith("thường trực ", max(0, name.start - len("thường trực ")), name.start)


def _as_receiver(text: str, name: BodyName) -> BodyName:
    start = name.start
    if standing := _STANDING.search(text, max(0, start - 40), start):
        branch = name.words.endswith(" ngành")  # "Công đoàn ngành giáo dục"
        end = _over_nouns(text, name.end) if branch else name.end
        return replace(_spanning(text, name, standing.start("own"), end or name.end), sure=name.sure and end > 0)
    if name.kind == "holder" and (charged := _CHARGED.match(text, name.end)):
        return _in_charge(text, name, charged.end()) if _gets(text, start) else name
    if name.sure or not _SENT_TO.search(text, max(0, start - 24), start):
        return name
    if name.words.endswith(" số") and _NUMBER_OF.match(text, name.end):  # "báo cáo Chi cục số phương tiện tồn đọng"
        return replace(_spanning(text, name, start, text.rindex("số", start, name.end)), sure=True)
    if _THING.match(text, name.end):
        return replace(name, sure=True)
    whose = _WHOSE.match(text, name.end)
    if whose and name.kind == "named" and _is_group(whose["words"]):
        return replace(_spanning(text, name, start, whose.end()), sure=True)  # "Hội đồng Quản lý chất lượng bệnh viện"
    return name


def _gets(text: str, at: int) -> bool:
    return bool(_SENT_TO.search(text, max(0, at - 24), at) or _BY.search(text, max(0, at - 8), at))


def _spanning(text: str, name: BodyName, start: int, end: int) -> BodyName:
    words = text[start:end].rstrip()
    return replace(name, start=start, end=start + len(words), words=" ".join(words.split()))


def _in_charge(text: str, name: BodyName, at: int) -> BodyName:
    """Let an office go on with what it is in charge of; where the end of that is not clear, it is not sure."""
    if _THING.match(text, at):
        return _spanning(text, name, name.start, at)  # "trình Thứ trưởng phụ trách danh mục dự án"
    field = _FIELD.match(text, at)
    end = _over_nouns(text, field.end() if field else at)
    return _spanning(text, name, name.start, end) if end else replace(name, sure=False)


def _over_nouns(text: str, at: int) -> int:
    """Give where known nouns end that nothing but a sign or a small word follows, 0 where that is not clear."""
    words_behind = tokens(text[at : at + 60])
    end = 0
    while end < len(words_behind) and (length := NOUNS.longest(words_behind, end)[0]) >= max(
        VERBS.longest(words_behind, end)[0], 1
    ):
        end += length
        end += end < len(words_behind) and words_behind[end].word in ("-", "–")
    closed = (
        end == len(words_behind) or not words_behind[end].word[0].isalnum() or FRONTS.longest(words_behind, end)[0] > 0
    )
    return at + words_behind[end - 1].end if end and closed else 0


def _is_group(words: str) -> bool:
    name_words = tokens(words)
    return GROUP_NOUNS.longest(name_words, 0)[0] == len(name_words) and words.islower()
