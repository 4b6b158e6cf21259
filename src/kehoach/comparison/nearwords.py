"""Words that are near in meaning: one in the place of another may say the same, and may say another thing.

That is told as a place to look at; only where neither words nor their neighbours are near, another thing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kehoach.comparison.waysofsaying import keys_of

_MANNER = (
    "tốt", "rộng rãi", "sâu rộng", "mạnh mẽ", "thiết thực", "cụ thể", "hiệu quả", "quyết liệt", "đồng bộ",
    "linh hoạt", "thực sự", "nhất", "đặc biệt", "hơn nữa", "tiếp tục", "tập trung", "chú trọng", "quan tâm",
    "góp phần", "từng bước", "không ngừng", "hết sức", "kiên quyết", "cùng nhau", "lẫn nhau", "bảo đảm", "làm", "mở",
    "đúng", "có", "đạt", "để", "nhằm", "hóa", "còn", "ra", "vào", "lên", "lại", "đội ngũ", "phát sinh", "trong",
    "quá trình", "tổ chức", "thực hiện", "hiện", "nói chung", "nói riêng", "hiện hành", "đã", "đang", "sẽ", "việc",
    "hoạt động", "vấn đề", "tình trạng", "nội dung", "mặt", "địa bàn", "chung", "lĩnh vực", "nguồn", "khi",
    "đầy đủ", "đủ", "đầy", "liên quan", "thuộc", "tiến hành", "thời gian", "thời điểm",
)  # fmt: skip
"""Words of manner and of joining: a sentence says much the same with them and without."""
_GROUPS = (
    ("khuyến khích", "vận động", "động viên", "khích lệ"),
    ("phản ánh", "báo cáo"),
    ("phản ánh", "thông tin", "thông báo", "báo", "kiến nghị", "nêu"),
    ("xây dựng", "ban hành", "lập", "soạn thảo", "biên soạn", "xây"),
    ("giải quyết", "xử lý", "tháo gỡ", "khắc phục", "gỡ bỏ"),
    ("nâng cao", "tăng cường", "cải thiện", "phát huy", "nâng", "tăng"),
    ("hỗ trợ", "giúp", "giúp đỡ", "tạo điều kiện", "trợ giúp"),
    ("tuyên truyền", "phổ biến", "quán triệt", "truyền thông", "quảng bá", "giới thiệu", "thông tin"),
    ("bố trí", "sắp xếp", "cân đối", "phân bổ", "dành"),
    ("huy động", "kêu gọi", "thu hút"),
    ("ngăn chặn", "phòng ngừa", "ngăn ngừa", "đẩy lùi"),
    ("cung cấp", "chuyển", "chuyển giao", "bàn giao", "gửi", "nộp"),
    ("khó khăn", "vướng mắc", "tồn tại", "hạn chế", "bất cập", "trở ngại"),
    ("kết quả", "tình hình", "thực trạng", "tiến độ"),
    ("nhân dân", "quần chúng", "công dân", "bà con", "cộng đồng", "người"),
    ("bảo vệ", "giữ gìn", "gìn giữ", "bảo tồn", "bảo quản"),
    ("rà soát", "xem xét", "thống kê", "đánh giá"),
    ("nhu cầu", "yêu cầu", "đòi hỏi"),
    ("cơ sở", "căn cứ", "nền tảng"),
    ("đề xuất", "kiến nghị", "đề nghị"),
    ("duy trì", "giữ vững", "tiếp tục"),
    ("kiện toàn", "củng cố", "hoàn thiện"),
    ("khai thác", "sử dụng", "ứng dụng", "áp dụng", "vận hành"),
    ("sử dụng", "bằng"),
    ("toàn bộ", "mọi"),
    ("truyền thông", "tuyên truyền"),
    ("tăng cường", "đẩy mạnh"),
    ("thành phần", "đối tượng", "người tham gia"),
    ("cách thức", "phương thức", "hình thức", "biện pháp", "giải pháp"),
    ("năng lực", "trình độ", "kỹ năng", "khả năng"),
    ("kế tiếp", "tiếp theo", "đến", "tới", "sau"),
    ("tham gia", "tham dự", "dự", "hưởng ứng"),
    ("phấn đấu", "nỗ lực", "cố gắng"),
    ("đơn vị", "cơ quan", "tổ chức"),
    ("toàn thể", "đông đảo"),
    ("niêm yết", "công khai", "công bố", "đăng"),
    ("nghiệp vụ", "chuyên môn"),
    ("trang bị", "mua sắm", "đầu tư"),
    ("đón", "chào mừng", "đón chào"),
    ("lấy", "thu thập", "tiếp thu"),
    ("di dời", "di chuyển"),
    ("nhận thức", "hiểu biết", "ý thức"),
    ("thường xuyên", "liên tục"),
)  # fmt: skip
"""Words that offices use one for the other; whether each means just that, the sentence alone tells."""


Form = tuple[str, ...]


_OF_MANNER = frozenset(map(keys_of, _MANNER)) - {()}


def _groups() -> Mapping[Form, frozenset[int]]:
    """Give by each form of near words the groups that it is of."""
    groups: dict[Form, set[int]] = {}
    for number, group in enumerate(_GROUPS):
        for words in group:
            groups.setdefault(keys_of(words), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in groups.items()}


_NEAR = _groups()
_LONGEST = max(map(len, (*_NEAR, *_OF_MANNER)))


def says_little(key: str) -> bool:
    """Whether a word is one of manner, with which and without which a sentence says much the same."""
    return (key,) in _OF_MANNER


def may_say_the_same(olds: Sequence[str], news: Sequence[str]) -> bool:
    """Whether words that stand in the place of others, or came or went, are near: by their keys."""
    left, right = [*_meant(olds)], [*_meant(news)]
    return len(left) == len(right) and all(map(_are_near, left, right))


def are_beside(words: Sequence[str], before: Sequence[str]) -> bool:
    """Whether words are near to those that stand before them: "cơ quan, đơn vị" lists one thing twice."""
    listed, last = [*_meant(words)], [*_meant(before)][-1:]
    return bool(listed and last) and all(_are_near(form, last[0]) for form in listed)


def _are_near(form: Form, other: Form) -> bool:
    return form == other or not _NEAR.get(form, frozenset()).isdisjoint(_NEAR.get(other, ()))


def _meant(keys: Sequence[str]) -> Iterator[Form]:
    """Give what words say, form by form, without those of manner."""
    at = 0
    while at < len(keys):
        forms = (tuple(keys[at : at + size]) for size in range(_LONGEST, 0, -1))
        form = next((form for form in forms if form in _NEAR or form in _OF_MANNER), (keys[at],))
        if form not in _OF_MANNER:
            yield form
        at += len(form)
