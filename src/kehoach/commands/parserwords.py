"""What Python's parser of arguments says, in Vietnamese.

It asks gettext for every message, by its English words; its own catalogue holds none for Vietnamese.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from gettext import NullTranslations

MESSAGES: Mapping[str, str] = {
    "usage: ": "cách dùng: ",
    "positional arguments": "giá trị",
    "options": "tùy chọn",
    "subcommands": "lệnh",
    "%(heading)s:": "%(heading)s:",
    "show this help message and exit": "in phần trợ giúp này rồi thoát",
    "show program's version number and exit": "in số phiên bản rồi thoát",
    "%(prog)s: error: %(message)s\n": "%(prog)s: lệnh chưa đúng: %(message)s. Xem cách dùng: %(prog)s --help\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: lưu ý: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "unrecognized arguments: %s": "không hiểu “%s”",
    "the following arguments are required: %s": "còn thiếu %s",
    "one of the arguments %s is required": "cần một trong %s",
    "not allowed with argument %s": "không đi cùng %s",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "expected one argument": "cần một giá trị đi sau",
    "expected at most one argument": "nhận nhiều nhất một giá trị",
    "expected at least one argument": "cần một giá trị đi sau",
    "expected %s argument": "cần %s giá trị đi sau",
    "expected %s arguments": "cần %s giá trị đi sau",
    "ambiguous option: %(option)s could match %(matches)s": "chưa rõ %(option)s là tùy chọn nào trong %(matches)s",
    "unexpected option string: %s": "không có tùy chọn %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không nhận “%(value)s”, chỉ nhận %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "không nhận “%(value)s”, có phải “%(closest)s”? Chỉ nhận %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "không nhận “%(value)s”",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "không có “%(parser_name)s”, chỉ có %(choices)s",
    "command '%(parser_name)s' is deprecated": "lệnh %(parser_name)s sắp bỏ",
    "option '%(option)s' is deprecated": "tùy chọn %(option)s sắp bỏ",
    "argument '%(argument_name)s' is deprecated": "%(argument_name)s sắp bỏ",
    " (default: %(default)s)": " (mặc định: %(default)s)",
    "can't open '%(filename)s': %(error)s": "không mở được “%(filename)s”: %(error)s",
}
"""By the words that the parser asks for; Pythons from 3.11 on."""


class _Vietnamese(NullTranslations):
    def gettext(self, message: str) -> str:
        return MESSAGES.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def speak_vietnamese() -> None:
    """Let the parsers of this process take their words from here.

    ``gettext.install`` would change every module; a catalogue on the disk would hang on the user's LANGUAGE.
    """
    catalogue = _Vietnamese()
    setattr(argparse, "_", catalogue.gettext)  # noqa: B010 - the stubs do not show it
    setattr(argparse, "ngettext", catalogue.ngettext)  # noqa: B010
