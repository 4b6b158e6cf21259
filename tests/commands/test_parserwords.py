"""The parser of arguments speaks Vietnamese, whatever Python runs it."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from collections.abc import Iterator

import pytest

from kehoach.commands.arguments import parser
from kehoach.commands.main import main
from kehoach.commands.parserwords import MESSAGES

FAULTS_OF_A_PROGRAM = re.compile(
    r"conflict|\.__call__|required' is an|mutually exclusive|is not callable|cannot (?:merge|have)"
    r"|invalid option string|dest= |argument \"-\""
)
"""What it says to those who describe a command line, never to those who type one."""


def asked() -> Iterator[str]:
    """The messages that this Python's parser asks gettext for."""
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            yield from (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_message_to_a_user_is_there() -> None:
    """No English word reaches a user of this Python."""
    messages = {message for message in asked() if not FAULTS_OF_A_PROGRAM.search(message)}
    assert len(messages) > 15
    assert messages <= MESSAGES.keys()


@pytest.mark.parametrize("message", MESSAGES)
def test_translation_says_the_same_things(message: str) -> None:
    """What is put into a message is put into its translation, however it is quoted."""
    places = re.compile(r"%(?:\((\w+)\))?[sr]")
    wanted, found = sorted(places.findall(message)), sorted(set(places.findall(MESSAGES[message])))
    assert set(found) <= set(wanted) and (set(wanted) - set(found) <= {"type"})


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["khong-co"], "không nhận “khong-co”, chỉ nhận"),
        (["validate", "--format"], "--format cần một giá trị đi sau"),
        (["export"], "còn thiếu"),
        (["site", "x"], "không hiểu “x”. Xem cách dùng: kehoach --help"),
    ],
)
def test_faults_are_said_in_vietnamese(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whole sentences, with what to do."""
    with pytest.raises(SystemExit):
        main(arguments)
    assert words in capsys.readouterr().err


def test_help_has_vietnamese_headings() -> None:
    """The help that the parser lays out says its own words in Vietnamese too."""
    text = parser().format_help()
    assert text.startswith("cách dùng: kehoach") and "tùy chọn:" in text and "trợ giúp" in text
