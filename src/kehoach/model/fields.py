"""The fields of a duty in one table: what each is called in print, what it holds, what a change of it weighs.

Reading, printing, import, comparison, exports and pages take the fields from here; the schema's keys are held to
the table by a test. A new printed field is a row here and a key in ``schema/plan.v1.schema.json``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare

LONGEST = 60
"""Characters of a label at most."""


class Holds(StrEnum):
    """What kind of value stands behind a field's colon."""

    BODIES = "bodies"
    TIME = "time"
    TEXT = "text"


@dataclass(frozen=True)
class DutyField:
    """A printed field of a duty.

    ``key`` is its key in a plan's file; ``label`` what is printed where a plan has no label of its own; ``name``
    the short name on pages and in comparisons; ``pattern`` matches its labels without diacritics in lower case,
    of which ``spellings`` are some that are really printed, ``heading`` what names it only at the head of a column,
    ``hint`` words with diacritics that tell it in a heading of a writer's own, where the cells are names of bodies.
    ``changed`` says in a comparison that it changed; fields that say the same are counted together, and one that says
    nothing is prose, weighed by its words; ``difference`` is what a comparison calls a change of it that it reads in
    the prose.
    ``role`` is how its bodies take part. ``content`` tells that its words make a duty this one and no other.
    ``ideas`` is the key of a list of ideas that may stand in place of its words. ``data`` is its column in the
    open data, ``appended`` where that came after the contract on columns and stands last; ``width`` that of its column
    in a spreadsheet in characters, 0 for one that has its own rule there.
    """

    key: str
    label: str
    name: str
    holds: Holds
    pattern: str
    spellings: tuple[str, ...]
    heading: str = ""
    hint: str = ""
    changed: str = ""
    difference: str = ""
    role: str = ""
    content: bool = False
    ideas: str = ""
    data: str = ""
    appended: bool = False
    width: int = 30

    @property
    def column(self) -> str:
        """Its column in the open data."""
        return self.data or self.key

    @property
    def is_prose(self) -> bool:
        """Whether a change of it is weighed by how many of its words changed."""
        return not self.changed

    @property
    def acts(self) -> bool:
        """Whether its bodies do the work, rather than help."""
        return self.role in DOING


DOING = ("lead", "implementer")
"""Roles of those that a duty falls to."""

_WHO = (
    r"(?:cac )?(?:(?:co quan|don vi|cq|dv|phong|ban|bo phan|dau moi|to chuc|ca nhan|nguoi|trach nhiem|phan cong|can bo"
    r"|lanh dao|nganh|dia phuong|so)(?:\s*[,/]\s*|\s+va\s+|\s+)?){1,4}"
)

_CALLED = r"(?:(?:dong chi|d/c|ong|ba|thay|co|anh|chi|giao vien|gv|cong chuc|chuyen vien)(?:\s*[,/]\s*|\s+)){1,3}"
"""How the label of a field calls a person: "Anh/chị phụ trách"."""

_FURTHER = (
    r"(?: (?:va|tham muu|chu tri|dau moi|chinh|tong hop|soan thao|xay dung|thuc hien|to chuc|trien khai|trinh|bao cao"
    r"|cung cap|tham dinh|theo doi|du kien|co quan|don vi))*"
)
"""What the head of a column says besides of those who lead: "Cơ quan tham mưu, chủ trì soạn thảo"."""

FIELDS = (
    DutyField(
        key="lead",
        label="Cơ quan chủ trì",
        name="Chủ trì",
        holds=Holds.BODIES,
        pattern=rf"(?:{_WHO})?(?:chu tri|dau moi|phu trach|chiu trach nhiem chinh)(?: thuc hien| tham muu| to chuc"
        rf"| giai quyet| chinh| chung| trien khai| theo doi| tham muu thuc hien)?|(?:{_WHO})tham muu|tong phu trach"
        rf"|{_CALLED}(?:duoc phan cong |truc tiep )?phu trach(?: chung| chinh)?",
        heading=r"(?:truong|pho truong) (?:doan|to|nhom)(?: .{2,30})?"
        r"|(?:nguoi|lanh dao|can bo|dong chi)(?: [a-z]{2,10}){0,3} (?:chu tri|phu trach)"
        rf"|(?:{_WHO})?chu tri(?: va)? (?:{_WHO})?phoi hop(?: thuc hien)?"
        rf"|(?:{_WHO})?(?:duoc (?:giao|phan cong) )?(?:(?:tham muu|tong hop) )?(?:chu tri|dau moi|phu trach){_FURTHER}"
        r"|trach nhiem chinh",
        hint=r"chủ (?:trì|công|lực|chốt|đạo)|đầu mối|đứng (?:ra|đầu|mũi)|dẫn đầu|đi đầu|cầm trịch|gánh vác|phụ trách"
        r"|trách nhiệm chính|(?<!hành )(?<!tài )(?<!điều )\bchính\b(?! sách| trị| quyền| phủ)",
        spellings=("Chủ trì", "Đơn vị chủ trì", "Bộ phận chủ trì", "Cơ quan, đơn vị chủ trì", "Anh/chị phụ trách"),
        changed="đổi nơi chủ trì, thực hiện",
        role="lead",
    ),
    DutyField(
        key="implementers",
        label="Cơ quan thực hiện",
        name="Thực hiện",
        holds=Holds.BODIES,
        pattern=rf"(?:{_WHO}|{_CALLED})(?:trien khai )?thuc hien|(?:{_WHO})trien khai|phan cong(?: nhiem vu)?"
        r"|trach nhiem|don vi dam nhiem|doi tuong thuc hien",
        heading=r"(?:thanh phan |chu the |luc luong )?thuc hien|trach nhiem|(?:don vi|nha thau|to chuc) thi cong"
        rf"|(?:{_WHO})?(?:duoc )?(?:giao|phan cong)(?: (?:nhiem vu|trach nhiem|thuc hien|don vi|co quan))*"
        rf"|(?:{_WHO})?chiu trach nhiem(?: (?:thuc hien|chinh|giai quyet|to chuc|hoan thanh))*"
        rf"|(?:{_WHO})thuc hien chinh"
        r"|(?:co quan|don vi|bo phan|phong|ban)(?: (?:co quan|don vi|bo phan|phong|ban))* "
        r"(?:to chuc(?: thuc hien)?|xu ly|giai quyet|cung cap|hoan thanh|tham muu thuc hien"
        r"|(?:lap|gui|nop)(?: bao cao)?|bao cao)",
        hint=r"thực hiện|\blàm\b|triển khai|đảm (?:nhiệm|nhận|đương|trách)|thi hành|được giao|\bgiao\b|phân công"
        r"|trách nhiệm|\blo\b|nhận việc|vào việc|tiến hành|thực thi|khắc phục|rà soát|xử lý|\bsửa\b",
        spellings=("Đơn vị thực hiện", "Người thực hiện", "Trách nhiệm thực hiện", "Phân công thực hiện"),
        changed="đổi nơi chủ trì, thực hiện",
        role="implementer",
    ),
    DutyField(
        key="partners",
        label="Cơ quan phối hợp",
        name="Phối hợp",
        holds=Holds.BODIES,
        pattern=rf"(?:{_WHO})?(?:cung )?(?:phoi hop|tham gia)(?: thuc hien| trien khai| to chuc)?",
        heading=r"(?:co quan|don vi|bo phan|phong|ban) (?:tham muu|giup viec)(?:,? (?:tham muu|giup viec))?"
        rf"|(?:{_WHO}|thanh phan )?(?:(?:tham gia|chuan bi|ho tro|tiep don|phuc vu) )*phoi hop{_FURTHER}"
        rf"|(?:{_WHO})(?:cung thuc hien|ho tro|lien quan)",
        hint=r"phối (?:hợp|thuộc)|hỗ trợ|\bcùng\b|tham gia|giúp|liên quan|kết hợp|sát cánh|chung tay|tiếp sức|hợp tác"
        r"|đồng hành|cộng tác|góp sức|đi kèm|làm phụ|\bphụ\b",
        spellings=("Phối hợp", "Đơn vị phối hợp", "Phối hợp thực hiện", "Đơn vị tham gia"),
        changed="đổi nơi phối hợp",
        difference="partner",
        role="partner",
    ),
    DutyField(
        key="monitor",
        label="Cơ quan theo dõi",
        name="Theo dõi",
        holds=Holds.BODIES,
        pattern=rf"(?:{_WHO})(?:chi dao,? )?(?:theo doi|giam sat|don doc|kiem soat)"
        r"(?:,? (?:don doc|giam sat|chi dao|thuc hien|kiem tra))*",
        heading=r"(?:theo doi|giam sat)(?:,? (?:don doc|chi dao|giam sat))*"
        r"|(?:lanh dao|nguoi|dong chi)(?: [a-z]{2,10}){0,3} chi dao"
        rf"|(?:{_WHO})(?:theo doi|giam sat|kiem tra|don doc)"
        r"(?: (?:va|theo doi|don doc|giam sat|kiem tra|danh gia|tong hop))*",
        hint=r"theo dõi|đôn đốc|giám sát|kiểm tra|kiểm soát|nhắc việc|trông coi",
        spellings=("Đơn vị theo dõi", "Lãnh đạo theo dõi", "Cơ quan theo dõi, đôn đốc"),
        changed="đổi nơi theo dõi",
        role="monitor",
        appended=True,
    ),
    DutyField(
        key="schedule",
        label="Thời gian thực hiện",
        name="Thời gian",
        holds=Holds.TIME,
        pattern=r"(?:thoi gian|thoi han|tien do|lo trinh|thoi diem|ke hoach thoi gian|han)"
        r"(?: (?:thuc hien|hoan thanh|trien khai|to chuc|tien hanh|du kien|bat dau|ket thuc|ban hanh"
        r"|thuc hien,? hoan thanh))*"
        r"|hoan thanh(?: truoc)?",
        heading=r"(?:thoi gian|thoi diem|thoi han|lich)(?: .{2,30})?|(?:ngay )?(?:bat dau|ket thuc)(?: thuc hien)?"
        r"|du kien (?:thoi gian|thoi han|ngay|hoan thanh|to chuc|thuc hien)(?: .{2,30})?"
        r"|gio(?: (?:thuc hien|to chuc|lam viec|bat dau))?|(?:thang|ngay) thuc hien|ky han|han cuoi"
        r"|(?:moc|ngay|thang)(?: thoi gian)?(?: (?:cham nhat|phai))* hoan thanh"
        r"|moc thoi gian(?: .{2,30})?|tan suat(?: .{2,30})?|dinh ky(?: (?:thuc hien|bao cao))?",
        spellings=("Thời gian", "Thời gian hoàn thành", "Thời hạn ban hành", "Thời hạn hoàn thành", "Tiến độ"),
        changed="đổi thời gian",
        difference="time",
        data="schedule_text",
        width=0,
    ),
    DutyField(
        key="venue",
        label="Địa điểm",
        name="Địa điểm",
        holds=Holds.TEXT,
        pattern=r"dia diem(?: (?:thuc hien|to chuc|trien khai|tien hanh|du kien))*|noi to chuc",
        spellings=("Địa điểm tổ chức", "Địa điểm thực hiện", "Nơi tổ chức"),
        changed="đổi địa điểm",
        difference="place",
    ),
    DutyField(
        key="method",
        label="Cách thức thực hiện",
        name="Cách thức",
        holds=Holds.TEXT,
        pattern=r"(?:cach thuc|hinh thuc|phuong thuc|bien phap|cach lam|phuong phap)"
        r"(?: (?:thuc hien|trien khai|tien hanh|to chuc))*",
        spellings=("Hình thức", "Hình thức thực hiện", "Phương thức thực hiện", "Biện pháp thực hiện"),
        content=True,
        ideas="method_items",
        width=40,
    ),
    DutyField(
        key="output",
        label="Sản phẩm",
        name="Sản phẩm",
        holds=Holds.TEXT,
        pattern=r"(?:(?:ket qua|san pham)(?:\s*[,/]\s*|\s+va\s+|\s+|\s+la\s+)?){1,2}(?:(?:dau ra|du kien"
        r"|hoan thanh|dat duoc|can dat|thuc hien|chu yeu|cu the|phai dat)\s*){0,2}|dau ra",
        heading=r"(?:du kien |yeu cau |ho so )?(?:ket qua|san pham)(?: (?:chinh|can dat duoc|dat duoc|du kien|dau ra))*"
        r"|(?:hinh thuc|loai) van ban",
        spellings=("Kết quả", "Sản phẩm, kết quả", "Sản phẩm đầu ra", "Kết quả/Sản phẩm", "Kết quả cần đạt"),
        changed="đổi sản phẩm",
        content=True,
    ),
    DutyField(
        key="report",
        label="Chế độ báo cáo",
        name="Chế độ báo cáo",
        holds=Holds.TEXT,
        pattern=r"che do (?:thong tin,? )?bao cao(?: thuc hien)?",
        spellings=("Chế độ thông tin, báo cáo",),
        changed="đổi chế độ báo cáo",
        data="report_text",
        width=24,
    ),
    DutyField(
        key="budget",
        label="Kinh phí",
        name="Kinh phí",
        holds=Holds.TEXT,
        pattern=r"(?:kinh phi|nguon kinh phi|du toan|nguon von|nguon luc)"
        r"(?: (?:thuc hien|kinh phi|trien khai|du kien|bao dam|dam bao))*",
        heading=r"du kien (?:nguon )?kinh phi",
        spellings=("Kinh phí thực hiện", "Nguồn kinh phí", "Dự toán kinh phí", "Kinh phí dự kiến"),
        changed="đổi kinh phí",
        width=24,
    ),
)
"""All printed fields of a duty, in the order of columns and pages; of two that a label fits the first counts."""

BY_KEY: Mapping[str, DutyField] = {field.key: field for field in FIELDS}
LABELS: Mapping[str, str] = {field.key: field.label for field in FIELDS}
"""The label that each field carries where a plan prints no other."""

IDEAS: Mapping[str, DutyField] = {field.ideas: field for field in FIELDS if field.ideas}
"""Fields whose ideas can stand as a list, by the key of that list."""

BODIES = tuple(field for field in FIELDS if field.holds is Holds.BODIES)
DOERS = frozenset(field.key for field in FIELDS if field.acts)
"""Keys of the fields that say whose duty it is."""

WHO_AND_WHEN = frozenset(field.key for field in FIELDS if field.holds is not Holds.TEXT)
"""Keys of the fields that make an item with them an activity."""

TEXTS = tuple(field for field in FIELDS if field.holds is Holds.TEXT)

_PATTERNS = {field.key: late(rf"(?:{field.pattern})\Z") for field in FIELDS}
_CONTENT = late(r"(?:noi dung(?: [a-z ]{1,40})?|nhiem vu(?: (?:cu the|thuc hien|trong tam|giai phap))?)\Z")


def printed_keys(key: str) -> tuple[str, ...]:
    """Give the keys under which a field can stand in a plan's file: its own, and that of its ideas."""
    ideas = BY_KEY[key].ideas
    return (key, ideas) if ideas else (key,)


@lru_cache(maxsize=4096)
def label_kind(label: str) -> str:
    """Tell which field of the schema a printed label names, empty where none."""
    words = " ".join(re.sub(r"\(.{0,60}\)", "", bare(label).lower()).split())
    return next((key for key, pattern in _PATTERNS.items() if pattern.match(words)), "")


def heading_kind(words: str) -> str:
    """Tell which field a column's heading names, given without diacritics in lower case, where no label would."""
    return next((field.key for field in FIELDS if field.heading and re.fullmatch(field.heading, words)), "")


def labelled(words: str) -> tuple[str, int]:
    """Tell what a paragraph's label before a colon names, and where the words behind it begin.

    The name is a field of the schema, ``content`` (Nội dung), or empty where the paragraph has no such label.
    """
    label, colon, rest = words.partition(":")
    if not colon or not rest.strip() or len(label) > LONGEST:
        return "", 0
    kind = label_kind(label.strip()) or ("content" if _CONTENT.match(bare(label).strip().lower()) else "")
    return kind, len(label) + 1 if kind else 0
