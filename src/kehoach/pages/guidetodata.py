"""``llms.txt``: what the site holds and where its plain text lies, for programs that answer questions (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.exports.markdowntext import escaped
from kehoach.pages.citing import official_name
from kehoach.pages.home import Home
from kehoach.pages.page import CALENDAR_FILE, DATA_FILES, PLANS, UNITS, plan_file
from kehoach.pages.site import Site

FILE = "llms.txt"


def guide_to_data(site: Site, home: Home) -> str:
    """Write the file: plans newest first, each with its state, then the tables."""
    return "\n".join(_lines(site, home)) + "\n"


def _lines(site: Site, home: Home) -> Iterator[str]:
    yield f"# {escaped(home.name)}"
    yield "\n> Kế hoạch của cơ quan nhà nước dưới dạng chữ, đúng từng lời của bản đã ban hành."
    yield "\nTrích lời kế hoạch thì nêu điều khoản, số, ngày và cơ quan ban hành."
    yield "Chỉ bản gốc đã ký số có giá trị pháp lý."
    yield "Việc, hạn và liên kết do máy đọc từ chữ in, có thể sót; chỗ chưa đọc ra thì không suy thêm."
    yield "\n## Kế hoạch\n"
    for plan in site.newest:
        stage = site.stages(plan.id)[0].words
        link = f"[{escaped(plan.title)}]({home.full(plan_file(plan.id, '.md'))})"
        yield f"- {link}: {escaped(official_name(plan))}, {escaped(site.issued_by(plan))}; {stage}"
    yield "\n## Dữ liệu\n"
    for name, address in _DATA:
        yield f"- [{name}]({home.full(address)})"


_DATA = (
    ("Danh sách kế hoạch, JSON", f"{DATA_FILES}plans.json"),
    ("Mọi việc phải làm, CSV", f"{DATA_FILES}duties.csv"),
    ("Văn bản được viện dẫn, CSV", f"{DATA_FILES}citations.csv"),
    ("Chỉ tiêu, CSV", f"{DATA_FILES}targets.csv"),
    ("Mọi hạn, lịch ICS", CALENDAR_FILE),
    ("Mô tả các tệp dữ liệu", f"{DATA_FILES}datapackage.json"),
    ("Trang kế hoạch", PLANS),
    ("Trang cơ quan", UNITS),
)
