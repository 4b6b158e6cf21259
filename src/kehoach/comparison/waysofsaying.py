"""Ways of saying the same: "bảo đảm" and "đảm bảo", and words that join or point and change nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kehoach.comparison.slots import Sign
from kehoach.wording.letters import comparable

_JOINING = ("và", "các", "những", "của", "về", "việc", "sự", "là", "thì", "mà", "cũng", "cho", "với", "cùng", "như")
_POINTING = ("này", "đó", "rằng", "theo", "mình")
GLUE = frozenset(map(comparable, (*_JOINING, *_POINTING)))
"""Words that join or point and change nothing of what is to be done."""
_I_FOR_Y = re.compile(r"^([hklmst]|qu)y([\u0300\u0301\u0303\u0309\u0323]?)$")


@lru_cache(maxsize=65536)
def folded(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out words of joining, and write i for y where both are in use (kỷ luật, kỉ luật)."""
    return tuple(_I_FOR_Y.sub(r"\1i\2", key) for key in keys if key not in GLUE)


def keys_of(words: str) -> tuple[str, ...]:
    """Give printed words as they are compared, without words of joining."""
    return folded(tuple(map(comparable, words.split())))


_SAME = {
    form: forms[0]
    for forms in (
        ("bảo đảm", "đảm bảo"),
        ("thực hiện", "triển khai thực hiện", "tổ chức thực hiện", "tổ chức triển khai thực hiện", "tiến hành",
         "triển khai", "tổ chức triển khai", "thực thi", "triển khai thực thi"),
        ("thực hiện tốt", "làm tốt"),
        ("hoàn thành", "hoàn tất", "xong"),
        ("phát sinh", "nảy sinh"),
        ("miễn phí", "không thu phí", "không mất phí"),
        *((f"lần {unit}", f"lần mỗi {unit}", f"lần trong {unit}", f"lần trong mỗi {unit}", f"lần một {unit}")
          for unit in ("năm", "quý", "tháng", "tuần", "ngày")),
        ("mỗi", "từng"),
        ("trong quá trình", "quá trình"),
        ("nếu", "trường hợp", "trong trường hợp"),
        ("nếu có", "nếu phát sinh", "nếu gặp", "khi phát sinh", "trường hợp có", "trường hợp phát sinh",
         "trong trường hợp có", "trong trường hợp phát sinh"),
        ("theo quy định", "theo đúng quy định", "đúng quy định", "đúng theo quy định"),
        ("hiệu quả", "có hiệu quả", "đạt hiệu quả"),
        ("trên toàn", "trên địa bàn toàn", "trong toàn"),
        ("toàn tỉnh", "cả tỉnh"),
        ("bằng hình thức", "theo hình thức", "dưới hình thức", "với hình thức", "qua hình thức"),
        ("thuộc phạm vi", "trong phạm vi"),
        ("vượt thẩm quyền", "ngoài thẩm quyền"),
        ("kinh phí", "nguồn kinh phí"),
        ("phối hợp", "phối hợp chặt chẽ"),
        ("gửi", "gửi về", "gửi đến", "gửi tới", "gửi lên"),
        ("báo cáo", "báo cáo về", "báo cáo lên"),
        ("trang thông tin điện tử", "trang tin điện tử", "website", "trang web"),
        ("đăng tải", "đăng"),
        ("nêu trên", "nói trên", "trên đây"),
        ("trong", "trong thời hạn", "trong vòng", "trong thời gian", "trong thời hạn không quá", "trong vòng không quá",
         "trong thời gian không quá", "trong thời hạn tối đa", "trong vòng tối đa"),
        ("vượt", "vượt quá"),
        ("nhân dân", "người dân"),
        ("qua", "thông qua"),
        ("tại", "ở"),
        ("từ", "kể từ", "tính từ"),
        ("cả nước", "toàn quốc"),
        ("tất cả", "toàn bộ"),
        ("đầy đủ", "đủ"),
        ("liên quan", "có liên quan"),
        ("pa nô", "panô", "pano"),
        ("trường", "nhà trường"),
        ("mỗi", "trong mỗi"),
        ("thôn buôn", "thôn, buôn"),
        ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn"),
        ("tối đa", "nhiều nhất", "không quá", "không vượt quá"),
        ("đẩy mạnh", "tăng cường"),
        ("căn cứ", "căn cứ vào", "trên cơ sở", "dựa trên", "dựa vào"),
        ("", "để", "nhằm", "nhằm để", "nhằm mục đích", "với mục đích"),
        ("", "đối với"),
        ("", "mùng"),
        ("", "một cách"),
        ("", "chủ động", "tích cực", "chủ động tích cực"),
        ("", "đồng thời", "ngoài ra", "bên cạnh đó", "cùng với", "cùng với đó", "công tác", "nội dung", "cụ thể",
         "như sau", "sau đây"),
    )
    for form in forms
    if form
}  # fmt: skip


class _Form(NamedTuple):
    """A way of saying: its signs, those that stand for it, and how it is printed where it has words of joining."""

    signs: tuple[str, ...]
    standard: tuple[str, ...]
    printed: str


def _by_first_word() -> Mapping[str, list[_Form]]:
    """Give ways of saying by their first sign, the longest first."""
    by_word: dict[str, list[_Form]] = {}
    for form, standard in _SAME.items():
        words, stands_for = map(keys_of, (form, standard))
        if words:
            printed = form if len(words) < len(form.split()) else ""
            by_word.setdefault(words[0], []).append(_Form(words, stands_for, printed))
    return {first: sorted(forms, key=lambda form: -len(form.signs)) for first, forms in by_word.items()}


_FORMS = _by_first_word()


_UPWARDS = (comparable("trở"), comparable("lên"))
FROM, UNTIL = comparable("từ"), comparable("đến")
_ALL_OF = comparable("hết")
_AT_LEAST = tuple(map(comparable, ("ít", "nhất")))
_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/.+)?")
_FAR = 8
"""Most signs between a number and "trở lên"."""


def in_one_form(words: str, signs: Sequence[Sign]) -> Iterator[Sign]:
    """Give ways of saying the same one form: "từ 80% trở lên" is "ít nhất 80%"."""
    signs_told = _beyond(_to_a_day([*_signs_in_one_form(words, _dashed(words, _whole([*signs])))]))
    at = next((i for i in range(len(signs_told) - 1) if (signs_told[i].key, signs_told[i + 1].key) == _UPWARDS), -1)
    if at < 0:
        return iter(signs_told)
    number = next((i for i in range(at - 1, max(at - _FAR, -1), -1) if signs_told[i].key[0] == "#"), -1)
    if number < 0 or any(mark in words[signs_told[number].end : signs_told[at].start] for mark in ";.:"):
        return iter(signs_told)
    first = number - 1 if number and signs_told[number - 1].key == FROM else number
    at_least = (Sign(signs_told[first].start, signs_told[first].end, key) for key in _AT_LEAST)
    return iter([*signs_told[:first], *at_least, *signs_told[number:at], *signs_told[at + 2 :]])


def _to_a_day(signs: list[Sign]) -> list[Sign]:
    """Say of a last day that it is one: "đến hết ngày 30/9" is "đến ngày 30/9"."""
    if not any(sign.key == _ALL_OF for sign in signs):
        return signs
    return [
        sign
        for before, sign, behind in zip((None, *signs), signs, (*signs[1:], None), strict=False)
        if not (sign.key == _ALL_OF and before and behind and before.key == UNTIL and _DAY.fullmatch(behind.key))
    ]


_HUNDRED = ("#100", "%")
_ALL, _WHOLE = (tuple(map(comparable, words.split())) for words in ("tất cả", "toàn bộ"))


def _whole(signs: list[Sign]) -> list[Sign]:
    """Say of all in a hundred that it is all: "100% cơ sở" is "tất cả cơ sở"."""
    at = next((i for i in range(len(signs) - 1) if (signs[i].key, signs[i + 1].key) == _HUNDRED), -1)
    if at < 0:
        return signs
    again = tuple(sign.key for sign in signs[max(at - 2, 0) : at]) in (_ALL, _WHOLE)
    all_of = () if again else (signs[at]._replace(key=_ALL[0]), signs[at + 1]._replace(key=_ALL[1]))
    return [*signs[:at], *all_of, *_whole(signs[at + 2 :])]


_DASH = re.compile(r"\s+[-–]\s+")


def _dashed(words: str, signs: list[Sign]) -> list[Sign]:
    """Say of figures with a dash from which to which they go: "3 - 6 tháng" is "từ 3 đến 6 tháng"."""
    told: list[Sign] = []
    for sign in signs:
        before = told[-1] if told else None
        if before and before.key[0] == sign.key[0] == "#" and _DASH.fullmatch(words, before.end, sign.start):
            first = [] if len(told) > 1 and told[-2].key == FROM else [before._replace(key=FROM)]
            told[-1:] = [*first, before, sign._replace(key=UNTIL)]
        told.append(sign)
    return told


_ABOVE = comparable("trên")
_MORE_THAN = frozenset(map(comparable, ("trên", "hơn")))


def _beyond(signs: list[Sign]) -> list[Sign]:
    """Say of what is more than a number one word: "hơn 80%" is "trên 80%"."""
    return [
        sign._replace(key=_ABOVE) if sign.key in _MORE_THAN and behind and behind.key[0] == "#" else sign
        for sign, behind in zip(signs, (*signs[1:], None), strict=False)
    ]


_ENSURES = tuple(map(comparable, ("bảo", "đảm")))
_MUST = comparable("phải")


def ensure_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one text ensures what by the other must be: "Bảo đảm nội dung có …", "Nội dung phải có …"."""
    for one, other in ((old, new), (new, old)):
        at = next((i for i, key in enumerate(other) if key == _MUST), -1)
        if tuple(one[:2]) == _ENSURES and at >= 0 and [*other[:at], *other[at + 1 :]] == [*one[2:]]:
            return True
    return False


def _signs_in_one_form(words: str, signs: Sequence[Sign]) -> Iterator[Sign]:
    at = 0
    while at < len(signs):
        sign = signs[at]
        for form in _FORMS.get(sign.key, ()):
            run = signs[at : at + len(form.signs)]
            if tuple(s.key for s in run) == form.signs and _is_printed(form, words, sign.start, run[-1].end):
                yield from (Sign(sign.start, run[-1].end, key) for key in form.standard)
                at += len(run)
                break
        else:
            yield sign
            at += 1


def _is_printed(form: _Form, words: str, start: int, end: int) -> bool:
    """Whether words of joining make the form: "như sau" says nothing, "sau" does."""
    printed_length = len(form.printed)
    return form.printed in words[max(start - printed_length, 0) : end + printed_length].lower()
