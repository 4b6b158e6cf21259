"""Opening a repository for a command: what is wrong with its folder is said in a sentence."""

from __future__ import annotations

from pathlib import Path

from kehoach.files.memory import Memory
from kehoach.files.repository import BrokenSchemas, Repository, load
from kehoach.machine.usererror import UserError


def open_repository(root: Path, memory: Memory | None = None) -> Repository:
    """Load the repository at a folder; raises UserError where the folder is none."""
    try:
        return load(root, memory)
    except FileNotFoundError:
        raise UserError(
            f"{root.resolve()} không phải gốc của kho kế hoạch (thiếu thư mục schema/ hoặc plans/). "
            "Hãy chuyển vào thư mục gốc hoặc dùng --root."
        ) from None
    except BrokenSchemas as error:
        folder = root.resolve() / "schema"
        raise UserError(f"{folder} hỏng ({error.args[0]}); hãy lấy lại bản gốc của thư mục.") from None
