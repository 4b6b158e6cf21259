"""The body that a new repository is for: what was asked for, checked, and its first entries and sample plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kehoach.machine.usererror import UserError
from kehoach.newrepository.levels import LEVELS
from kehoach.pages.color import color_of
from kehoach.pages.feedback import feedback

SERIES = "ke-hoach-mau"
_ID = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_BY_ID = {
    **dict.fromkeys(("tinh", "so", "thanh-pho", "ban"), "province"),
    **dict.fromkeys(("huyen", "quan", "thi-xa"), "district"),
    **dict.fromkeys(("xa", "phuong", "dac-khu", "thi-tran"), "commune"),
}
_BY_NAME = {"UBND": "people_committee", "Ủy ban nhân dân": "people_committee", "Sở": "department", "Phòng": "division"}
_SAID = "Khai khi lập kho; chưa đối chiếu văn bản thành lập"


@dataclass(frozen=True)
class NewBody:
    """A body with the settings of its site; `checked` makes it."""

    unit: str
    name: str
    level: str
    address: str = ""
    feedback: str = ""
    color: str = ""


def checked(
    unit: str | None, name: str | None, level: str | None, address: str = "", remarks: str = "", color: str = ""
) -> NewBody:
    """Give the body asked for; raises UserError for what no registry or site could hold."""
    if not unit or not name:
        raise UserError('init cần --unit và --name, ví dụ: --unit xa-vi-du --name "UBND xã Ví Dụ".')
    if not _ID.match(unit) or len(unit) > 80 or unit == "registry":
        raise UserError(f"--unit “{unit}” không đúng mẫu; chỉ dùng a–z không dấu, số và gạch nối, ví dụ xa-vi-du.")
    if not name.strip() or not name.isprintable() or len(name) > 200:
        raise UserError("--name phải là một dòng chữ, không quá 200 ký tự.")
    own_level = level or next((body_level for head, body_level in _BY_ID.items() if unit.startswith(f"{head}-")), None)
    if not own_level:
        raise UserError(f"Không đoán được cấp từ “{unit}”; hãy ghi thêm --level ({', '.join(LEVELS)}).")
    if address and not _is_address(address):
        raise UserError(f"--address “{address}” phải là địa chỉ https://…, kết thúc bằng “/”.")
    try:
        feedback(remarks)
        color_value = color_of(color)
    except ValueError as error:
        raise UserError(re.sub(r"\Aextra\.(\w+):", r"--\1", str(error))) from None
    return NewBody(unit, " ".join(name.split()), own_level, address, remarks, color_value)


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username) and not re.search(r"[\s\"'<>\\]", address)
    return sound and plain and parts.scheme in ("http", "https") and address.endswith("/")


def unit_of(body: NewBody) -> dict[str, Any]:
    """Give the body's entry in the registry of bodies."""
    kind = next((kind for head, kind in _BY_NAME.items() if body.name.startswith(f"{head} ")), "other")
    names = {"full_names": [body.name]} if kind == "people_committee" else {}
    entry = {"id": body.unit, "name": body.name, "kind": kind, "level": body.level}
    return {**entry, **names, "source": _SAID, "certainty": "likely"}


def sample_series() -> dict[str, Any]:
    """Give the series of the sample plan."""
    names = {
        "description": "Chỗ của kế hoạch mẫu; xóa khi đã có loạt thật.",
        "source": "Lập cùng kho, không phải loạt thật",
    }
    return {"id": SERIES, "name": "Kế hoạch mẫu", **names, "certainty": "certain"}


def sample_of(body: NewBody, year: int) -> dict[str, Any]:
    """Give a plan that shows the form and states nothing of any body."""
    note = "Đây là nội dung mẫu để xem cách viết, không phải kế hoạch của cơ quan nào; thay bằng chữ của kế hoạch thật."
    duty = {"id": "nhiem-vu-mau", "heading": "Nhiệm vụ mẫu", "text": "Ghi việc phải làm ở đây.", "lead": body.name}
    return {
        "schema_version": 1,
        "status": "draft",
        "title": f"Kế hoạch mẫu năm {year} (không phải văn bản thật)",
        "issuer": body.unit,
        "number": None,
        "body": [
            {"id": "muc-dich", "heading": "Mục đích", "text": note},
            {"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [duty]},
        ],
    }
