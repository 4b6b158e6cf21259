"""Mutated and random texts for the importer, and what must hold for each.

``PYTHONPATH=tests/support python tests/trials/importfuzzing.py 100000`` imports as many and prints the figures.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import cache

from bounds import limited
from corpus import PLAN_IDS, ROOT, source
from importrendering import as_lines, as_wrapped
from importsamples import SAMPLES
from jsonschema_rs import Draft202012Validator

from kehoach.files.yamlfile import parse
from kehoach.importing.noise import BREAK
from kehoach.importing.pipeline import ImportResult, import_text
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines
from kehoach.wording.extractedtext import normalized, without_marks

_ODD = (
    *"\x00\x0b\x0c\x1c\x85\u00a0\u00ad\u200b\u2028\ufeff\ue000\uf0b7\ud800|\t#*_<>[]{}:;-+•●–—…“”\"'/\\%&@!?=~^`",
    "\n\n",
    "\n\f\n",
    "   ",
    "I. ",
    "a) ",
    "đ) ",
    "1.1. ",
    "- ",
    "+ ",
    "Điều 1. ",
    "Phần I\n",
    "CHƯƠNG 2. ",
    "QUYẾT ĐỊNH:",
    "KẾ HOẠCH\n",
    "Nơi nhận:\n",
    "TM. UBND",
    "PHỤ LỤC\n",
    "Cơ quan chủ trì: ",
    "| a | b |\n",
    "Căn cứ ",
    "Số: 1/KH-UBND ",
    "ngày 31 tháng 02 năm 2025",
    "e\u0302\u0301",
    "null",
    "---",
    "http://a.vn/",
)
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ẮẰ ABC 0123456789 .,;:)(\n"


_READ_AS = re.compile(r"Nguồn ghi “([^”]+)”; đọc là ")
"""What the report says to be read as something else, of which it is a correction: "76NQ-CP"."""


@cache
def bases() -> list[str]:
    """The texts that mutations start from; made once, or half of an input's time goes to them."""
    texts = [source(plan_id) for plan_id in PLAN_IDS]
    return texts + [text for sample in SAMPLES for text in (as_lines(sample), as_wrapped(sample, double=True))]


def mutated(chance: random.Random, texts: list[str]) -> str:
    """A text made from others by a few random changes, or of random characters."""
    if chance.random() < 0.1:
        return "".join(chance.choice(_LETTERS if chance.random() < 0.9 else _ODD) for _ in range(chance.randrange(600)))
    text = chance.choice(texts)
    start = chance.randrange(max(1, len(text) - 200))
    text = text[start if chance.random() < 0.7 else 0 :][: chance.choice((300, 1200, 3000))]
    for _ in range(chance.randrange(1, 6)):
        text = chance.choice(_CHANGES)(chance, text)
    return text


def _insert(chance: random.Random, text: str) -> str:
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_ODD) + text[at:]
    return text


def _delete(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(40) :]


def _shuffle(chance: random.Random, text: str) -> str:
    rows = text.split("\n")
    chance.shuffle(rows)
    return "\n".join(rows)


def _repeat(chance: random.Random, text: str) -> str:
    rows = text.split("\n")
    at = chance.randrange(len(rows))
    return "\n".join(rows[:at] + rows[at : at + 1] * chance.randrange(2, 6) + rows[at:])


def _join(chance: random.Random, text: str) -> str:
    return text.replace("\n", " ", chance.randrange(1, 30))


def _case(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return (
        text[:at]
        + (text[at : at + 200].upper() if chance.random() < 0.5 else text[at : at + 200].lower())
        + text[at + 200 :]
    )


def _relabel(chance: random.Random, text: str) -> str:
    labels = (
        "1.",
        "2)",
        "I.",
        "IV.",
        "a)",
        "đ)",
        "z)",
        "-",
        "+",
        "•",
        "1.1.",
        "9.",
        "Điều 2.",
        "(1)",
        "A.",
        "i)",
        "* ",
        "",
    )
    return re.sub(r"(?m)^\s*(?:[-+•]|\w{1,3}[.)])\s", lambda _: f"{chance.choice(labels)} ", text)


_CHANGES: tuple[Callable[[random.Random, str], str], ...] = (
    _insert,
    _delete,
    _shuffle,
    _repeat,
    _join,
    _case,
    _relabel,
)


def _words(text: str) -> list[str]:
    # A row's number 01 becomes the label 1.
    return [word.lstrip("0") or word for word in re.findall(r"[^\W_]{1,100}", text.casefold())]


def faults(text: str, validator: Draft202012Validator) -> list[str]:
    """What is wrong with the import of a text: a crash, no end, a lost word, or a draft that is no plan."""
    try:
        with limited():
            result = import_text(text)
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    return wrong_with(result, text, validator)


def wrong_with(result: ImportResult, text: str, validator: Draft202012Validator) -> list[str]:
    """What is wrong with an import of words that stand in a text: a lost one, or a draft that is no plan."""
    out = []
    if result.report.words.lost:
        out.append(f"lost {result.report.words.lost[:3]}")
    draft = Counter(word for line in lines(plan_from("a/b/2000", result.data)) for word in _words(line.text))
    removed = Counter(word for part in result.report.removed for word in _words(part.text))
    told = Counter(
        word for note in result.report.doubts for read in _READ_AS.findall(note.message) for word in _words(read)
    )
    plain = Counter(word for line in BREAK.split(text) for word in _words(without_marks(normalized(line))))
    if (
        "ocr" not in result.yaml
        and (missing := plain - draft - removed - told)
        and not _is_recognition(result.report.text())
    ):
        out.append(f"missing {list(missing)[:5]}")
    loaded = parse(result.yaml.encode("utf-8"), "x")
    if loaded.problems or loaded.value != result.data:
        out.append(f"YAML {[p.message for p in loaded.problems][:2]}")
    elif not validator.is_valid(loaded.value):
        out.append(f"schema {next(iter(validator.iter_errors(loaded.value))).message[:120]}")
    return out


def _is_recognition(report: str) -> bool:
    """Whether the text was taken for one read without diacritics, whose known words are written as they should be."""
    return "mất phần lớn dấu" in report


def validator() -> Draft202012Validator:
    """The schema of plans."""
    return Draft202012Validator((ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))


def run(count: int, seed: int = 1) -> list[tuple[int, list[str]]]:
    """Import so many texts; gives the seeds of those with faults."""
    texts, schema = bases(), validator()
    found = []
    for number in range(seed, seed + count):
        wrong = faults(mutated(random.Random(number), texts), schema)
        if wrong:
            found.append((number, wrong))
    return found


if __name__ == "__main__":
    begun = time.perf_counter()
    amount, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    bad = run(amount, first)
    for number, wrong in bad[:20]:
        print(number, wrong)
    print(f"{amount} texts, {len(bad)} with faults, {time.perf_counter() - begun:.0f} s")
