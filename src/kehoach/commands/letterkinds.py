"""Files that people put into ``hop-thu/`` and that cannot be what they are taken for: what to do instead.

By name and first bytes alone, before anything opens the file.
"""

from __future__ import annotations

from kehoach.commands.planidentity import Letter
from kehoach.importing.office import kind_of

_WORD = (".docx", ".docm")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Word and Excel keep a document with a password (MS-OFFCRYPTO, 2.3)."""

_BY_ENDING = {
    (".xls", ".ods", ".xlsm", ".xlsb"): "bảng kết quả chỉ nhận dạng .xlsx hoặc .csv. Mở tệp, lưu lại dạng .xlsx.",
    (".yaml", ".yml"): "tệp YAML không qua hộp thư; đặt vào plans/CƠ_QUAN/LOẠT/NĂM.yaml.",
    (".zip", ".rar", ".7z"): "đây là tệp nén. Giải nén rồi đặt từng tệp Word vào hộp thư.",
}


def unfit(letter: Letter) -> str:
    """Say why a file cannot be taken, and what to do; empty where it may be what its name says."""
    name, ending = letter.path.name, letter.path.suffix.lower()
    if name.startswith("~$"):
        return "đây là tệp tạm của Word khi văn bản đang mở. Đóng Word, xóa tệp này rồi đặt tệp không có ~$."
    if letter.data.startswith(_OLD_OFFICE) and _ENCRYPTED in letter.data:
        return "tệp có mật khẩu. Mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi đặt vào hộp thư."
    for endings, remedy in _BY_ENDING.items():
        if ending in endings:
            return remedy
    is_office = letter.data.startswith(b"PK\x03\x04") or kind_of(letter.data) != ""
    if ending in _WORD and letter.data and not is_office:
        return (
            f"tệp mang đuôi {ending} nhưng bên trong không phải văn bản Word; có thể hỏng khi tải lên. Mở bằng Word, "
            "lưu lại dạng .docx rồi đặt lại."
        )
    return ""
