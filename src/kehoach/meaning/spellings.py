"""The ways in which plans write one name: "UBND cấp xã" and "Ủy ban nhân dân cấp xã", "Sở KH&CN"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_SHORT_FORMS = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", "UBMTTQVN", "UBMTTQ Việt Nam", "Ủy ban MTTQVN", "Ủy ban MTTQ Việt Nam"),
    ("Khoa học và Công nghệ", "KH&CN", "KHCN"),
    ("Giáo dục và Đào tạo", "GD&ĐT", "GDĐT"),
    ("Nông nghiệp và Môi trường", "NN&MT", "NNMT"),
    ("Văn hóa, Thể thao và Du lịch", "VHTT&DL", "VH,TT&DL", "VHTTDL"),
    ("Văn hóa và Thể thao", "VH&TT", "VHTT"),
    ("Dân tộc và Tôn giáo", "DT&TG", "DTTG"),
    ("Kế hoạch và Đầu tư", "KH&ĐT", "KHĐT"),
    ("Giao thông vận tải", "GTVT"),
    ("Tài nguyên và Môi trường", "TN&MT", "TNMT"),
    ("Nông nghiệp và Phát triển nông thôn", "NN&PTNT", "NNPTNT"),
    ("Lao động - Thương binh và Xã hội", "LĐ-TB&XH", "LĐTB&XH", "LĐTBXH"),
    ("Thông tin và Truyền thông", "TT&TT", "TTTT"),
    ("Bảo hiểm xã hội", "BHXH"),
)
"""What is written out, then the short forms in use; each stands for this alone."""


@lru_cache(maxsize=16384)  # names of a large registry; many bodies share theirs
def ways(name: str) -> tuple[str, ...]:
    """Give the ways of writing a name, itself first: written out, shortened, "có liên quan" or "liên quan"."""
    return tuple(dict.fromkeys((name, *_ways(name))))


def _ways(name: str) -> Iterator[str]:
    if " có liên quan" in name:
        yield name.replace(" có liên quan", " liên quan")
    for written_out, *short_forms in _SHORT_FORMS:
        form = next((form for form in (written_out, *short_forms) if _holds(name, form)), "")
        if form:
            for other in (written_out, *short_forms):
                yield name.replace(form, other)


def _holds(name: str, form: str) -> bool:
    """Whether a name has these words as words: "UBND" is no part of "UBNDX"."""
    return f" {form} " in f" {name} "
