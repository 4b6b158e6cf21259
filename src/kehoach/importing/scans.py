"""Images to text through Tesseract, a program of its own that may not be installed."""

from __future__ import annotations

import shutil
import subprocess

from kehoach.importing.model import ImportProblem

INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
_SECONDS_A_PAGE = 120


def recognise(image: bytes) -> str:
    """Read the Vietnamese text of one image (PNG, JPEG, TIFF).

    Raises ImportProblem with how to install Tesseract or its Vietnamese data where they are missing.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise ImportProblem(
            f"Tệp là ảnh quét nên cần Tesseract để nhận dạng chữ, nhưng máy chưa cài. Trên Debian, Ubuntu: {INSTALL}"
        )
    if "vie" not in _run([program, "--list-langs"], b"").split():
        raise ImportProblem(f"Tesseract chưa có dữ liệu tiếng Việt. Trên Debian, Ubuntu: {INSTALL}")
    options = ["-l", "vie", "--psm", "4", "-c", "preserve_interword_spaces=1"]
    return _run([program, "stdin", "stdout", *options], image)


def _run(command: list[str], data: bytes) -> str:
    try:
        completed = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS_A_PAGE, check=False)
    except subprocess.TimeoutExpired:
        raise ImportProblem(
            f"Tesseract chạy quá {_SECONDS_A_PAGE} giây cho một trang; hãy quét lại với cỡ nhỏ hơn."
        ) from None
    except OSError as error:
        raise ImportProblem(f"Không chạy được Tesseract: {error.strerror}.") from None
    if completed.returncode:
        raise ImportProblem("Tesseract không đọc được ảnh; tệp có thể hỏng hoặc không phải ảnh.")
    return completed.stdout.decode("utf-8", "replace")
