"""The search page; what it searches is made by ``kehoach.search``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kehoach.pages import page as address
from kehoach.pages.page import Page
from kehoach.pages.site import Site
from kehoach.pages.view import View

SEARCH = "tim/"

KINDS: Mapping[str, str] = {
    "plan": "Kế hoạch",
    "document": "Văn bản",
    "unit": "Cơ quan",
    "indicator": "Chỉ số",
    "term": "Thuật ngữ",
    "page": "Trang",
}
"""Kinds of what can be found, in the order in which entries are numbered."""

SECTIONS: Mapping[str, tuple[str, str]] = {
    address.PLANS: ("Các kế hoạch", "Mọi kế hoạch đang giữ, theo cấp và cơ quan ban hành"),
    address.UNITS: ("Các cơ quan", "Cơ quan, chức danh, nhóm cơ quan có mặt trong các kế hoạch"),
    address.DOCUMENTS: ("Văn bản được viện dẫn", "Luật, nghị quyết, quyết định, kế hoạch được viện dẫn"),
    address.INDICATORS: ("Chỉ số và con số cần đạt", "Các chỉ số và con số mà kế hoạch đặt ra"),
    address.TERMS: ("Thuật ngữ và chữ viết tắt", "Giải thích chữ viết tắt và thuật ngữ trong các kế hoạch"),
    address.FABRIC: ("Lược đồ các kế hoạch", "Kế hoạch nào dựa vào kế hoạch, văn bản nào"),
    address.CALENDAR: ("Lịch", "Hạn báo cáo, thời hạn của mọi việc; lịch tải về điện thoại, máy tính, nhắc trước"),
    address.DATA: ("Dữ liệu mở", "Tải về CSV, JSON, YAML"),
    address.READERS_GUIDE: ("Hướng dẫn đọc", "Cách tìm kế hoạch, đọc một trang, theo dõi hạn, trích dẫn, báo chỗ sai"),
    address.GUIDE: ("Hướng dẫn", "Dành cho cán bộ soạn, rà soát và đăng kế hoạch; cách báo chỗ sai"),
}
"""Index and authored pages with their title and what they are for."""

_SCRIPT_NAMES = ("words", "index", "question", "query", "rank", "page")
SCRIPTS = tuple(f"assets/javascripts/search-{name}.js" for name in _SCRIPT_NAMES)
"""What searches in the browser, in the order in which it is loaded."""


@dataclass(frozen=True)
class SearchView(View):
    """What can be searched for, with its name, and the years of plans."""

    template: ClassVar[str] = "search.html.j2"

    kinds: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def search_page(site: Site) -> Page:
    """Build the page that searches: a form that works once its scripts have run, and says so without them."""
    html = site.lay_out(SEARCH, SearchView((*KINDS.items(), ("duty", "Việc phải làm")), _years(site)))
    description = "Tìm trong mọi kế hoạch, văn bản, cơ quan; gõ có dấu hay không dấu đều được."
    return Page(SEARCH, "Tìm kiếm", html, (), description, scripts=SCRIPTS)


def _years(site: Site) -> tuple[int, ...]:
    return tuple(sorted({plan.year for plan in site.newest}, reverse=True))
