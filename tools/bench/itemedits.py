"""Edits of whole provisions: moved, put in, taken out, split, merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bench.draft import Data, Draft, Place, Touched, same, walk
from kehoach.meaning.bodynouns import HEAD
from kehoach.model.fields import BODIES
from kehoach.wording.letters import lower_first, upper_first


def move(draft: Draft) -> Touched:
    """Take an item two places or more away among its siblings, or below another item of the same rank."""
    place = draft.choose(lambda p: len(p.siblings) > 1)
    if place is None:
        return None
    options = [("within", place.siblings, to) for to in range(len(place.siblings)) if abs(to - place.index) > 1]
    if place.above and not _held(place.above):
        for other in draft.places():
            inside = any(around is place.item for around in (*other.above, other.item))
            same_rank = len(other.above) == len(place.above) and other.above[:1] == place.above[:1]
            if same_rank and other.siblings is not place.siblings and not inside and not _held(other.above):
                options.append(("across", other.siblings, other.index))
    if not options:
        return None
    _, siblings, to = draft.rng.choice(options)
    touched = same(place)
    item = place.siblings.pop(place.index)
    siblings.insert(to, item)
    return touched


def _held(above: Sequence[Data]) -> bool:
    """Whether what stands here is the duty of a body named above: moving it would reassign it."""
    named = (re.match(rf"(?:Đề nghị |Trách nhiệm của )?{HEAD}", item.get("heading", "")) for item in above)
    return any(named) or any(name in item for item in above for name in (field.key for field in BODIES))


def added(draft: Draft) -> Touched:
    """Put a new item last among its siblings."""
    return _insert(draft, lambda siblings: len(siblings))


def inserted(draft: Draft) -> Touched:
    """Put a new item before others, which are renumbered."""
    return _insert(draft, lambda siblings: draft.rng.randrange(len(siblings)))


def _insert(draft: Draft, at: Callable[[list[Data]], int]) -> Touched:
    place = draft.choose(lambda p: 1 < len(p.siblings) < _MOST and "text" in p.item and bool(p.above))
    if place is None:
        return None
    item = {"id": draft.new_id("muc-moi"), "text": draft.rng.choice(_PROVISIONS)}
    place.siblings.insert(at(place.siblings), item)
    return [("", item["id"])]


def removed(draft: Draft) -> Touched:
    """Take an item and all below it away."""
    place = draft.choose(lambda p: len(p.siblings) > 1 and bool(p.above))
    if place is None:
        return None
    item = place.siblings.pop(place.index)
    return [(below.id, "") for below in walk([item], ())]


_ENDS = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_MOST = 22
"""Items beside each other that letters can number, "a" to "y"."""
_FEWEST = 12


def split(draft: Draft) -> Touched:
    """Make the second half of a text an item of its own."""

    def halves(place: Place) -> list[tuple[str, str]]:
        text = place.item.get("text", "")
        cuts = [match.span() for match in _ENDS.finditer(text)]
        pairs = [(text[:start], text[end:]) for start, end in cuts]
        return [pair for pair in pairs if all(len(half.split()) >= _FEWEST for half in pair)]

    place = draft.choose(lambda p: p.is_plain and bool(p.above) and len(p.siblings) < _MOST and bool(halves(p)))
    if place is None:
        return None
    first, second = draft.rng.choice(halves(place))
    place.item["text"] = first
    part = {"id": draft.new_id(f"{place.id[:50].rstrip('-')}-phan"), "text": upper_first(second)}
    place.siblings.insert(place.index + 1, part)
    return [*(same(place) or ()), (place.id, part["id"])]


def merge(draft: Draft) -> Touched:
    """Join an item's text to that of the item before it."""

    def joinable(place: Place) -> bool:
        if not place.index or not place.is_plain:
            return False
        before = Place(place.siblings, place.index - 1)
        return before.is_plain and all(len(p.item["text"].split()) >= _FEWEST for p in (place, before))

    place = draft.choose(joinable)
    if place is None:
        return None
    whole = place.siblings[place.index - 1]
    part = place.siblings.pop(place.index)
    whole["text"] = f"{whole['text'].rstrip(' .;')}; {lower_first(part['text'])}"
    return [(whole["id"], whole["id"]), (part["id"], whole["id"])]


_PROVISIONS = (
    "Xây dựng bộ câu hỏi thường gặp về đăng ký kinh doanh, niêm yết tại nơi tiếp dân và gửi tới từng thôn, buôn.",
    "Mở lớp bồi dưỡng kỹ năng viết tin cho cộng tác viên cơ sở, mỗi xã cử một người tham dự.",
    "Rà soát biển chỉ dẫn, sơ đồ phòng làm việc để người cao tuổi, người khuyết tật dễ tìm.",
    "Phát động đợt thi đua cao điểm chào mừng ngày thành lập ngành, biểu dương tập thể có sáng kiến được áp dụng.",
    "Biên soạn sổ tay song ngữ Việt - Ê Đê hướng dẫn nộp hồ sơ đất đai, phát miễn phí tại chợ phiên.",
    "Lắp đặt màn hình điện tử ở bến xe, bệnh viện để giới thiệu các bước cấp đổi giấy phép lái xe.",
    "Tổ chức phiên đối thoại với hợp tác xã nông nghiệp về vướng mắc khi vay vốn ưu đãi.",
    "Thành lập tổ lưu động hỗ trợ cài đặt chữ ký số cho hộ kinh doanh ở vùng biên giới.",
    "Gửi thư ngỏ tới học sinh lớp cuối cấp giới thiệu cách tra cứu điểm thi và xét tuyển trên mạng.",
    "Công bố bản đồ số các điểm phục vụ bưu chính, cập nhật giờ mở cửa từng ngày.",
    "Quay phim tài liệu ngắn về một ngày làm việc của cán bộ địa chính, chiếu tại nhà văn hóa.",
    "Lập đường dây tư vấn pháp luật ngoài giờ dành cho công nhân khu công nghiệp.",
    "Khen thưởng đột xuất phóng viên có loạt bài điều tra về phiền hà trong cấp phép xây dựng.",
    "Trưng bày ảnh lưu động về đổi thay của trụ sở tiếp dân qua từng giai đoạn.",
    "Thí điểm trả kết quả chứng thực tại nhà cho gia đình chính sách vào sáng thứ bảy.",
    "Tập hợp ca dao, vè tuyên truyền do người dân sáng tác, in thành tập phát cho đội văn nghệ.",
)
"""Provisions on matters that no real plan of the repository treats, to be added to any plan."""
