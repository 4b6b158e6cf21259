"""The rules by their codes: how much each matters, what it is called and what to do, as a user reads it.

Named tuples, not dataclasses: making those brings in modules that take an eighth of a ``validate`` that finds nothing
changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from kehoach.files.problems import Problem


class Severity(Enum):
    """How much a problem matters: an error makes ``validate`` fail, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(NamedTuple):
    """One kind of problem: its severity, a Vietnamese title and what to do about it."""

    severity: Severity
    title: str
    remedy: str


def rule_of(problem: Problem) -> Rule:
    """Give the rule that a problem's code stands for."""
    return RULES[problem.code]


def severity_of(problem: Problem) -> Severity:
    """Give the severity of the rule that a problem breaks."""
    return RULES[problem.code].severity


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(severity_of(problem) is Severity.ERROR for problem in problems)


def _error(title: str, remedy: str) -> Rule:
    return Rule(Severity.ERROR, title, remedy)


def _warning(title: str, remedy: str) -> Rule:
    return Rule(Severity.WARNING, title, remedy)


def _note(title: str, remedy: str) -> Rule:
    return Rule(Severity.NOTE, title, remedy)


RULES: dict[str, Rule] = {
    # Files and YAML
    "KH101": _error("Không đọc được tệp", "Kiểm tra tệp có tồn tại, là tệp thường và nằm trong kho."),
    "KH102": _error("Tệp không phải UTF-8", "Lưu lại tệp với bảng mã UTF-8, không có BOM."),
    "KH103": _error("Tệp có ký tự điều khiển hoặc ký tự ẩn", "Xóa ký tự đó rồi gõ lại chữ bên cạnh."),
    "KH104": _warning("Xuống dòng kiểu Windows", "Không cần làm gì ngay; kehoach fmt đổi dấu xuống dòng."),
    "KH105": _error(
        "Chữ chưa ở dạng dựng sẵn (NFC)", "Gõ lại chữ có dấu bằng bộ gõ Unicode dựng sẵn, hoặc chạy lệnh fmt."
    ),
    "KH106": _error("Tệp quá lớn hoặc lồng quá sâu", "Tách tệp; mỗi tệp chỉ giữ một kế hoạch."),
    "KH107": _error(
        "Sai cú pháp YAML", "Sửa như trên; không rõ thì so thụt đầu dòng, dấu hai chấm, dấu nháy với mục bên cạnh."
    ),
    "KH108": _error(
        "Dùng tính năng YAML không được phép",
        "Bỏ neo (&), bí danh (*), thẻ (!) và dấu phân tài liệu; viết rõ giá trị.",
    ),
    "KH109": _error("Khóa bị lặp", "Giữ lại một khóa, gộp nội dung nếu cần."),
    "KH110": _error("Giá trị dễ bị hiểu thành kiểu khác", "Đặt giá trị trong dấu nháy kép."),
    "KH111": _error("Tệp rỗng", "Điền nội dung hoặc xóa tệp."),
    "KH112": _error("Thừa khoảng trắng ở đầu, cuối hoặc giữa giá trị", "Xóa khoảng trắng thừa."),
    "KH113": _error(
        "Tệp đặt sai chỗ", "Đặt tệp theo mẫu plans/<cơ quan>/<loạt>/<năm>.yaml; tên không dấu, chữ thường."
    ),
    "KH114": _error("Đoạn văn bị nối vào khóa khác", "Thêm lại dòng text: >- ở đầu đoạn, hoặc xóa đoạn."),
    "KH115": _error("Dấu nháy cong quanh giá trị", 'Thay “ ” bằng dấu nháy thẳng "; in cả nháy cong thì ghi "“…”".'),
    "KH116": _error(
        "Chữ bị coi là ghi chú", 'Đặt cả giá trị trong dấu nháy ". Nếu là ghi chú thì viết thành dòng riêng ở trên.'
    ),
    "KH118": _warning("Tệp có dấu BOM", "Chạy kehoach fmt để bỏ ký tự này."),
    "KH120": _error(
        "Tệp do chương trình tạo bị đưa vào git",
        "Chạy git rm -r --cached với thư mục đó; không ai đọc tệp được đưa vào theo cách này.",
    ),
    # Schema
    "KH201": _error("Thiếu mục bắt buộc", "Thêm khóa còn thiếu."),
    "KH202": _error("Khóa không có trong khuôn dạng", "Sửa tên khóa theo gợi ý của trình soạn thảo, hoặc xóa đi."),
    "KH203": _error("Sai kiểu giá trị", "Ghi giá trị đúng kiểu mà khuôn dạng yêu cầu."),
    "KH204": _error("Giá trị không đúng mẫu", "Sửa giá trị theo ví dụ của khóa này."),
    "KH205": _error("Giá trị không nằm trong danh sách cho phép", "Chọn một giá trị trong danh sách."),
    "KH206": _error("Ngày không đúng", 'Ghi ngày có thật, dạng năm-tháng-ngày, ví dụ "2025-07-30".'),
    "KH207": _error(
        "Các khóa không đi cùng nhau được", "Xem mô tả của khóa để biết khóa nào cần hoặc không được đi cùng."
    ),
    # The plan itself
    "KH301": _error("Mã mục bị lặp", "Đổi một trong hai mã; mã phải là duy nhất trong kế hoạch."),
    "KH302": _error("Mã không có trong sổ", "Thêm mục vào plans/registry/ hoặc sửa lại mã."),
    "KH303": _error(
        "Bản nguồn thiếu hoặc đã bị đổi",
        "Đặt lại đúng tệp nguồn, hoặc cập nhật mã băm nếu việc đổi là có chủ ý.",
    ),
    "KH304": _error(
        "Chữ đăng khác bản nguồn mà không có đính chính",
        "Chép lại đúng chữ của bản nguồn, hoặc ghi thêm một mục corrections.",
    ),
    "KH305": _error("Đính chính không khớp bản nguồn", "Chép đúng chữ của bản nguồn, đủ dài để chỉ khớp một chỗ."),
    "KH306": _error(
        "Vị trí không có trong kế hoạch",
        "Dùng mã mục hoặc đường dẫn có thật, ví dụ QD.dieu-2, can-cu-1, close.",
    ),
    "KH307": _error("Ngày tháng mâu thuẫn", "Sửa để ngày máy đọc và ngày in là một, và theo đúng thứ tự thời gian."),
    "KH308": _error(
        "Tên kế hoạch không mở đầu bằng tên loại",
        "Mở đầu bằng Kế hoạch, Quyết định, Chương trình hoặc Đề án.",
    ),
    "KH309": _error("Quá nhiều mục cho kiểu đánh số", "Tách bớt mục, hoặc dùng kiểu đánh số khác."),
    "KH310": _warning("Số thứ tự gõ sẵn trong chữ", "Bỏ số hoặc gạch đầu dòng; máy tự đánh số theo vị trí."),
    "KH311": _error("Chữ ghi ở sic hoặc links không có tại vị trí đó", "Chép đúng chữ trong mục đã nêu."),
    "KH312": _error("Tiếp nối một mục không có thật", "Sửa continues theo mã mục của kế hoạch trước."),
    "KH313": _warning("Năm trong tên khác năm của tệp", "Xem lại năm ở tên kế hoạch và tên tệp."),
    "KH314": _note("Bản gốc có chỗ viết nhầm, giữ nguyên văn", "Không cần làm gì; trang kế hoạch hiện cách hiểu."),
    "KH315": _note("Số hoặc ngày chưa ghi", "Điền khi văn bản được cấp số và ký; để trống nếu bản nguồn để trống."),
    "KH316": _error("Mã đã công bố bị mất", "Đặt lại mã cũ; kế hoạch bị thay thì ghi status withdrawn, không xóa tệp."),
    "KH317": _warning("Mã mới chưa vào danh sách vĩnh viễn", "Chạy kehoach ids --add: lệnh ghi thêm mã mới vào tệp."),
    "KH318": _error(
        "Đối chiếu (coverage) với mục không có thật, hoặc đối chiếu một mục hai lần",
        "Sửa mã kế hoạch cấp trên, mã mục cấp trên hoặc mã mục của kế hoạch này.",
    ),
    "KH319": _error(
        "Ô của bảng không khớp các cột",
        'Mỗi dòng có đủ ô cho mọi cột; null chỉ dùng cho ô gộp với ô ngay trên, ô trống ghi là "".',
    ),
    "KH320": _warning("Chỗ của dự thảo chưa được xem lại", "Xem, sửa nếu cần, rồi xóa dòng chú thích # CẦN XEM."),
    "KH323": _note(
        "Dự thảo khác bản nguồn",
        "Khi ban hành, chữ phải là chữ của bản nguồn hoặc có mục corrections; còn là dự thảo thì sửa tự do.",
    ),
    "KH324": _warning(
        "Câu bị ngắt giữa chừng",
        "Thay text: |- bằng text: >- thì các dòng liền nhau là một đoạn; bỏ dòng trống nằm giữa câu.",
    ),
    "KH325": _warning(
        "Kế hoạch trước hoặc tiếp theo chưa có, hay còn là dự thảo",
        "Ghi đúng mã kế hoạch; kế hoạch ấy đã ban hành thì bỏ dòng status: draft của nó.",
    ),
    "KH330": _error(
        "Chú giải (facts) trái chữ in", "Sửa chú giải theo chữ in; nếu cố ý ghi khác thì nêu lý do ở khóa note."
    ),
    "KH331": _warning("Ngày in ra không có thật", "So lại bản gốc; nếu bản gốc sai thì ghi sic để nêu cách hiểu."),
    "KH332": _warning(
        "Mốc thời gian chưa đọc được",
        "Không cần sửa chữ in; việc này không có hạn trong lịch. Khi soạn mới, ghi rõ ngày, tháng, kỳ.",
    ),
    "KH333": _warning("Hạn ghi năm khác năm của kế hoạch", "So lại năm với bản gốc; đúng thì để nguyên."),
    "KH321": _warning("Hai cột của bảng cùng một loại", "Đổi kind của một cột, hoặc bỏ kind để cột chỉ là chữ."),
    "KH322": _error(
        "Chú thích đứng sau chữ không có",
        "Chép đúng chữ của mục mà dấu chú thích in ngay sau, hoặc bỏ khóa after để dấu ở cuối mục.",
    ),
    # Links
    "KH401": _warning("Văn bản viện dẫn chưa có trong sổ", "Thêm văn bản vào plans/registry/documents.yaml."),
    "KH402": _warning(
        "Chưa nhận ra cơ quan", "Thêm tên gọi vào plans/registry/units.yaml, hoặc dùng links để chỉ định."
    ),
    "KH403": _warning(
        "Một văn bản được viện dẫn theo hai cách",
        "So lại số, ký hiệu, ngày với sổ văn bản và sửa chỗ sai; nếu bản gốc sai thì ghi sic.",
    ),
    "KH404": _warning(
        "Cơ quan không còn hoặc chưa có vào ngày của kế hoạch",
        "Kiểm tra tên cơ quan kế thừa trong sổ cơ quan.",
    ),
    "KH405": _warning(
        "Chữ viết tắt chưa được giải thích",
        "Viết đầy đủ ở lần dùng đầu kèm chữ tắt trong ngoặc, hoặc ghi vào sổ thuật ngữ.",
    ),
    "KH406": _warning(
        "Ký hiệu văn bản viết thiếu dấu nối hoặc thừa khoảng trắng",
        "Viết đúng mẫu, ví dụ 214/KH-UBND; nếu bản gốc sai thì ghi sic.",
    ),
    "KH407": _warning(
        "Căn cứ đã bị thay thế hoặc hết giai đoạn vào ngày của kế hoạch", "Viện dẫn văn bản đang áp dụng."
    ),
    "KH408": _warning(
        "Chữ viết tắt được giải thích lại hoặc giải thích muộn", "Giải thích một lần, ở lần dùng đầu tiên."
    ),
    # Registries
    "KH501": _error("Mã trong sổ bị lặp", "Gộp hai mục hoặc đổi một mã."),
    "KH502": _error("Mã được nhắc đến không có trong sổ", "Thêm mục đó vào sổ hoặc sửa lại mã."),
    "KH503": _error("Thời gian trong sổ mâu thuẫn", "Sửa để ngày bắt đầu không sau ngày kết thúc."),
    "KH504": _error("Quan hệ trong sổ thành vòng", "Bỏ một quan hệ để không còn vòng."),
    "KH505": _error(
        "Một tên chỉ đến hai cơ quan trong cùng phạm vi", "Bỏ tên đó ở một cơ quan, hoặc đặt phạm vi khác."
    ),
    # Recorded progress
    "KH601": _error("Tệp kết quả không có kế hoạch", "Đặt tệp kết quả cạnh kế hoạch, cùng tên: <năm>.progress.yaml."),
    "KH602": _error("Việc không có trong kế hoạch", "Chép đúng mã việc; xem trang việc cần làm của kế hoạch."),
    "KH603": _error("Kỳ không thuộc việc này", "Chọn một kỳ của việc; xem trang việc cần làm của kế hoạch."),
    "KH604": _error("Ngày của kết quả mâu thuẫn", "Ghi ngày có thật, sau ngày ban hành và không sau ngày ghi."),
    "KH605": _error("Một việc trong một kỳ ghi hai lần", "Giữ một mục; khi sửa kết quả thì thêm vào revisions."),
    "KH606": _error("Cơ quan không có phần trong việc", "Chọn cơ quan được giao việc, hoặc bỏ khóa unit."),
    "KH607": _error(
        "Minh chứng thiếu hoặc đã bị đổi", "Đặt tệp vào thư mục <năm>.evidence cạnh kế hoạch và ghi đúng mã băm."
    ),
    "KH608": _error("Sửa kết quả đã ghi mà không nêu lý do", "Thêm một mục revisions: ngày, kết quả trước, lý do."),
    "KH609": _error("Các lần sửa không theo thứ tự thời gian", "Xếp lần sửa cũ trước, mới sau, đều sau ngày ghi."),
    "KH610": _warning("Kết quả đã xong mà chưa có minh chứng", "Thêm đường dẫn hoặc tệp minh chứng."),
}
