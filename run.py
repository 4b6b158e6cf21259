#!/usr/bin/env python3
"""Run the project's commands: ``python3 run.py site``, ``python3 run.py tests``, any session of nox.

The first run makes ``.venv`` beside this file and puts nox in it, as pinned in ``requirements/nox.txt``; later
runs use it as it is. Only the standard library, so that a bare Python is enough.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements" / "nox.txt"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "run.stamp"

TOO_OLD = """\
Cần Python 3.11 trở lên; đây là Python {0}. Hãy chạy lại bằng bản mới hơn, ví dụ: python3.11 run.py
Python 3.11 or newer is needed; this is Python {0}. Run again with a newer one, such as: python3.11 run.py"""
NO_VENV = """\
Máy này chưa tạo được môi trường ảo cho Python. Cài gói còn thiếu rồi chạy lại:
This Python cannot make a virtual environment. Install the missing package and run again:

    sudo apt-get install python3-venv"""
FAILED = """\
Chưa dựng được môi trường .venv (lỗi in ở trên, thường do mạng hoặc kho gói). Sửa xong thì chạy lại.
Could not set up .venv (see the error above; often the network or the package index). Run again once fixed."""
FIRST_RUN = "Lần chạy đầu: đang dựng môi trường trong .venv … (first run: setting up .venv)"

Command = list[str]


def main(arguments: list[str]) -> NoReturn:
    """Set up nox if need be and hand over to it; a first argument without a dash names a session."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the message is for those who have an older one
        sys.exit(TOO_OLD.format(sys.version.split()[0]))
    if not is_ready():
        set_up()
    sessions = ["-s", *arguments] if arguments and not arguments[0].startswith("-") else arguments
    command = [str(PYTHON), "-m", "nox", "-f", str(ROOT / "noxfile.py"), *sessions]
    if os.name == "nt":  # there, exec returns to the shell before the command has ended
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def is_ready() -> bool:
    """Tell whether ``.venv`` was finished, in this place and from this lock."""
    return PYTHON.exists() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == key()


def key() -> str:
    """Name what ``.venv`` is made from; its scripts hold the folder's path, so a moved folder needs a new one."""
    return hashlib.sha256(LOCK.read_bytes() + os.fsencode(ROOT)).hexdigest()


def set_up() -> None:
    """Make ``.venv`` anew; the stamp comes last and a failure leaves nothing behind."""
    commands = ways()
    if not commands:
        sys.exit(NO_VENV)
    print(FIRST_RUN, file=sys.stderr, flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        for command in commands:
            subprocess.run(command, check=True, stdout=sys.stderr)
        STAMP.write_text(key(), encoding="utf-8")
    except subprocess.CalledProcessError:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(FAILED)
    except BaseException:
        shutil.rmtree(VENV, ignore_errors=True)
        raise


def ways() -> list[Command]:
    """Give the commands that make ``.venv`` and install nox with what this machine has; none if it has nothing."""
    pinned = ["install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
    if find_spec("ensurepip"):  # Debian's Python is without it until python3-venv is installed
        return [[sys.executable, "-m", "venv", str(VENV)], [str(PYTHON), "-m", "pip", *pinned]]
    if pip_version() >= (22, 3):  # the first with --python
        return [
            [sys.executable, "-m", "venv", "--without-pip", str(VENV)],
            [sys.executable, "-m", "pip", "--python", str(PYTHON), *pinned],
        ]
    if virtualenv := shutil.which("virtualenv"):
        return [[virtualenv, "-p", sys.executable, str(VENV)], [str(PYTHON), "-m", "pip", *pinned]]
    if uv := shutil.which("uv"):
        return [
            [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)],
            [uv, "pip", "install", "--quiet", "--python", str(PYTHON), "--require-hashes", "-r", str(LOCK)],
        ]
    return []


def pip_version() -> tuple[int, ...]:
    """Give the version of this Python's own pip as numbers; (0,) where it has none."""
    try:
        return tuple(int(part) for part in version("pip").split(".")[:2])
    except (PackageNotFoundError, ValueError):
        return (0,)


if __name__ == "__main__":
    main(sys.argv[1:])
