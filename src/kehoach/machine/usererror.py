"""What a user is told when a command cannot go on."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right; the message is a Vietnamese sentence, the exit status 1."""


FAULT = "Lỗi của chương trình"


def unexpected(error: Exception) -> str:
    """Say an error that no one foresaw in a sentence that can be sent on: what it is and where it arose."""
    # Imported only here: it takes longer than most of what a command without a fault does.
    import traceback
    from pathlib import Path

    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return f"{FAULT} ({type(error).__name__} tại {place}); hãy gửi dòng này cho người quản trị kho."
