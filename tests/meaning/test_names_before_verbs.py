"""Any body before any verb: the name ends where the verb begins, or nobody is said to have the duty."""

from __future__ import annotations

import pytest

from kehoach.meaning.actors import read_actors

BODIES = (
    "Sở Nội vụ|Sở Giáo dục và Đào tạo|Sở Văn hóa, Thể thao và Du lịch|Văn phòng UBND tỉnh|Văn phòng Sở|Thanh tra Sở|"
    "Công an xã|Ban Chỉ huy Quân sự xã|UBND các xã, phường|Phòng Văn hóa - Xã hội|Phòng Kinh tế, Hạ tầng và Đô thị|"
    "Văn phòng HĐND và UBND xã|Trạm Y tế|Trung tâm Phục vụ hành chính công xã|Bệnh viện Mắt|Khoa Dược|"
    "Khoa Kiểm soát bệnh tật|Phòng Tổ chức - Hành chính|Phòng Đào tạo|Hội Khuyến học|Ban Xây dựng Đảng|"
    "Ủy ban Kiểm tra Đảng ủy|Các sở, ban, ngành|Các phòng chuyên môn|Các trường mầm non, tiểu học|Các doanh nghiệp|"
    "Công ty Điện lực Đắk Lắk|Thuế cơ sở 3|Kho bạc Nhà nước khu vực XIV|Hạt Kiểm lâm khu vực Ea Súp|"
    "Báo và Phát thanh, Truyền hình Đắk Lắk|Tổ công nghệ số cộng đồng|Trường THPT Lê Quý Đôn|Giám đốc Sở Y tế|"
    "Hiệu trưởng|Bí thư chi bộ|Khoa Nhi|Thủ trưởng các đơn vị|Tòa án nhân dân khu vực 1|Mặt trận Tổ quốc Việt Nam xã"
)
VERBS = (
    "cử 01 công chức đầu mối|gửi văn bản góp ý|lập danh sách hộ nghèo|mở lớp tập huấn|in tờ rơi|trao giấy khen|"
    "chấm điểm|rà lại danh sách|thu phí|đo chỉ số|dựng pa nô|soạn thảo văn bản|dọn vệ sinh|cắt điện|"
    "kiên trì vận động|nhập dữ liệu|cài ứng dụng|bám địa bàn|phải công khai|không yêu cầu thêm giấy tờ|"
    "tự đánh giá|làm đầu mối|tổ chức hội nghị|quản lý hồ sơ|thông tin kịp thời|phát thanh bản tin|"
    "đào tạo lại cán bộ|phát triển đảng viên mới|thực hành tiết kiệm|xét duyệt hồ sơ|tra cứu hồ sơ|"
    "vận hành phần mềm|bảo vệ hiện trường|vệ sinh trường lớp|thiết kế bộ nhận diện"
)


@pytest.mark.parametrize("body", BODIES.split("|"))
def test_no_other_name_is_asserted(body: str) -> None:
    """The name is neither cut nor does it take up a part of the verb, and few verbs leave it unread."""
    read = {verb: {actor.name.words for actor in read_actors(f"{body} {verb}.").rows} for verb in VERBS.split("|")}
    assert {verb: names for verb, names in read.items() if names - {body}} == {}
    assert sum(not names for names in read.values()) <= 4


FURTHER_BODIES = (
    "Sở Dân tộc và Tôn giáo|Chi cục Kiểm lâm vùng II|Trung tâm Khuyến nông tỉnh|"
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Krông Pắc|Trung tâm Bảo trợ xã hội tỉnh|"
    "Trung tâm Huấn luyện và Thi đấu thể dục thể thao tỉnh|Trung tâm Điều hành thông minh tỉnh|"
    "Trung tâm Phát triển quỹ đất|Trung tâm Cấp cứu 115|Trường Cao đẳng Công nghệ Tây Nguyên|"
    "Trường Mầm non Hoa Pơ Lang|Trường Tiểu học Lê Hồng Phong|Trường THCS Trần Quốc Toản|"
    "Trường Phổ thông Dân tộc nội trú THCS Ea Súp|Bệnh viện Mắt tỉnh|Bệnh viện Y học cổ truyền|"
    "Bệnh viện Phục hồi chức năng|Khoa Hồi sức tích cực - Chống độc|Khoa Kiểm soát nhiễm khuẩn|"
    "Phòng Kế hoạch - Nghiệp vụ|Phòng Tổ chức - Hành chính|Phòng Quản lý chất lượng|Phòng Cảnh sát giao thông|"
    "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao|Phòng Kinh tế, Hạ tầng và Đô thị|"
    "Đội Quản lý thị trường số 4|Đội Thuế liên xã|Đồn Biên phòng Ea H'leo|Ban Chỉ huy Phòng thủ dân sự xã|"
    "Ban Tổ chức Tỉnh ủy|Ban Nội chính Tỉnh ủy|Ủy ban Kiểm tra Đảng ủy xã|Hội Chữ thập đỏ tỉnh|"
    "Hội Khuyến học phường|Hội Người cao tuổi xã|Hội Cựu Thanh niên xung phong|Liên minh Hợp tác xã tỉnh|"
    "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh|Quỹ Bảo vệ và Phát triển rừng tỉnh|Quỹ Bảo lãnh tín dụng|"
    "Ngân hàng Chính sách xã hội tỉnh|Vietcombank chi nhánh Đắk Lắk|Công ty Cổ phần Cấp nước Đắk Lắk|"
    "Công ty TNHH MTV Quản lý công trình thủy lợi|Ban Quản lý rừng phòng hộ Núi Vọng Phu|Vườn Quốc gia Yok Đôn|"
    "Bưu điện tỉnh|Viễn thông Đắk Lắk|Cục Thi hành án dân sự tỉnh|Thống kê tỉnh|Thư viện tỉnh|Bảo tàng tỉnh|"
    "Nhà Văn hóa Lao động|Văn phòng Đăng ký đất đai tỉnh|Tổ hòa giải cơ sở|Tổ bảo vệ an ninh trật tự thôn 5|"
    "Đoàn Luật sư tỉnh|Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh|Ban Công tác Mặt trận thôn|"
    "Tổ Đề án 06 xã|Các đơn vị sự nghiệp trực thuộc|Các trường THPT trên địa bàn|UBND các xã vùng biên|"
    "Chủ tịch UBND phường|Giám đốc Trung tâm Y tế|Trưởng Công an xã|Các chủ rừng|Các hợp tác xã nông nghiệp|"
    "Các doanh nghiệp vận tải|Cán bộ không chuyên trách|Bí thư Đảng ủy xã|Chi bộ thôn Tân Lập|Mặt trận xã|"
    "Hợp tác xã Nông nghiệp Ea Tu|Nhà máy xử lý chất thải rắn|Trạm Khí tượng Buôn Hồ|Tòa án nhân dân khu vực 1|"
    "Thuế cơ sở 3"
)
FURTHER_VERBS = (
    "gặp gỡ hội viên mỗi quý một lần|rèn luyện đội ngũ cán bộ trẻ|đề cương hóa nội dung ôn tập|"
    "xử trí các tình huống phát sinh|đóng cửa rừng trong mùa khô|trực 24/24 giờ trong dịp Tết|"
    "chạy thử phần mềm mới|tự đánh giá mức độ hoàn thành nhiệm vụ|bắt tay vào việc từ đầu năm|"
    "đi thực địa tại các thôn|thu học phí theo quy định|thanh toán chế độ cho cộng tác viên|"
    "bàn giao mặt bằng trước ngày 30/6|nhập khẩu thiết bị|phát gạo cho hộ khó khăn|nâng chất lượng phục vụ|"
    "bán hàng bình ổn giá|quyết định mức thu|kiểm tra việc chấp hành giờ giấc|giáo dục truyền thống cho thế hệ trẻ|"
    "bảo vệ môi trường nơi làm việc|phát triển đoàn viên mới|quản lý tốt tài sản công|thống kê số liệu hằng tháng|"
    "đăng ký nhu cầu đào tạo|tư vấn pháp luật miễn phí|vận tải hành khách công cộng|nghiên cứu mô hình mới|"
    "xác minh lý lịch|sửa chữa nhà vệ sinh|hòa giải mâu thuẫn trong dân|sẽ tổ chức hội nghị trong quý III|"
    "cần rà soát lại quy trình|không để xảy ra khiếu kiện đông người|phải công khai kết quả|"
    "đã xây dựng quy chế phối hợp|vẫn duy trì lịch tiếp dân|luôn chủ động nắm tình hình|hằng tuần báo cáo số liệu|"
    "mỗi tháng tổ chức một buổi sinh hoạt|cùng tham gia ra quân|bám nắm địa bàn|lo chỗ ăn, ở cho lực lượng|"
    "trồng 5.000 cây xanh|chi 200 triệu đồng mua sách|nộp phí đúng hạn|gắn biển số nhà|thắp sáng đường quê|"
    "xóa nhà tạm|dạy nghề cho lao động nông thôn|thả giống xuống hồ|chiếu phim lưu động|nói không với thuốc lá|"
    "đọc sách mỗi tuần một giờ|giữ gìn an ninh trật tự|kêu gọi nhà hảo tâm|đứng chân trên địa bàn biên giới|"
    "sắm trang thiết bị|rút gọn thủ tục|tổ chức lại bộ máy|gìn giữ bản sắc|cho học sinh nghỉ học khi có bão|"
    "khắc phục hậu quả mưa lũ|khen thưởng kịp thời|tiến cử người có tài|trả lương qua tài khoản"
)
MORE_BODIES = (
    "Phòng Khám đa khoa khu vực Ea Phê|Khoa Nội tim mạch|Khoa Ngoại chấn thương|Khoa Phụ sản|"
    "Khoa Dinh dưỡng - Tiết chế|Khoa Y học nhiệt đới|Phòng Vật tư - Thiết bị y tế|Phòng Công nghệ thông tin|"
    "Tổ Công tác xã hội|Trung tâm Pháp y tỉnh|Trung tâm Kiểm nghiệm thuốc, mỹ phẩm, thực phẩm|Bệnh viện Nhi Đồng|"
    "Bệnh viện Đa khoa Thiện Hạnh|Trạm Y tế phường Thành Nhất|Phòng Cảnh sát kinh tế|Phòng Tham mưu|"
    "Phòng Quản lý xuất nhập cảnh|Đội An ninh|Đội Điều tra tổng hợp|Trại tạm giam Công an tỉnh|"
    "Tổ liên gia an toàn phòng cháy chữa cháy|Ban Chỉ huy Bộ đội Biên phòng tỉnh|Đồn Biên phòng Cửa khẩu Đắk Ruê|"
    "Đại đội Trinh sát|Chi nhánh Ngân hàng Chính sách xã hội tỉnh|Quỹ Đầu tư phát triển tỉnh|Quỹ Hỗ trợ nông dân|"
    "BIDV chi nhánh Đông Đắk Lắk|Hội sở Ngân hàng|Phòng Khách hàng doanh nghiệp|Phòng Quản trị tín dụng|"
    "Trường Cao đẳng Y tế|Trường THPT Chuyên Nguyễn Du|Trường Tiểu học và THCS Ama Pui|Trung tâm Ngoại ngữ - Tin học|"
    "Tổ Ngữ văn|Tổ Khoa học tự nhiên|Tổ Văn phòng|Đoàn trường|Chi đoàn giáo viên|Hội đồng trường|"
    "Ban Thanh tra nhân dân|Thư viện trường|Ban Tuyên giáo Tỉnh ủy|Ban Kinh tế - Ngân sách HĐND tỉnh|"
    "Đảng ủy Quân sự tỉnh|Đảng bộ xã|Trung tâm Chính trị xã|Thường trực Tỉnh ủy|Báo Đắk Lắk|Hội Văn học - Nghệ thuật|"
    "Hội Sinh vật cảnh|Hội Làm vườn|Hội Bảo vệ quyền lợi người tiêu dùng|Liên hiệp các tổ chức hữu nghị|"
    "Chi cục Văn thư - Lưu trữ|Chi cục Trồng trọt và Bảo vệ thực vật|Chi cục Phát triển nông thôn|"
    "Chi cục Tiêu chuẩn Đo lường Chất lượng|Thanh tra tỉnh|Trung tâm Trợ giúp pháp lý nhà nước|Phòng Công chứng số 1|"
    "Trung tâm Dịch vụ đấu giá tài sản|Trung tâm Xúc tiến Thương mại|Trung tâm Đăng kiểm phương tiện|"
    "Ban Quản lý các dịch vụ công ích phường|Ban Quản lý di tích|Xí nghiệp Thủy lợi Krông Ana|Điện lực Krông Pắc|"
    "Công ty Bảo Việt Đắk Lắk|Các đội thuế|Các hội, đoàn thể|Các nhà trường|Các phòng giao dịch|Các khoa lâm sàng|"
    "Cấp ủy các cấp|Chính quyền địa phương|Các hộ kinh doanh|Các tổ dân phố|Trưởng buôn Ako Dhong|"
    "Bí thư Chi bộ thôn 7|Kế toán trưởng|Hiệu trưởng nhà trường|Giám đốc bệnh viện|Phó Trưởng Công an phường|"
    "Công chức Tư pháp - Hộ tịch"
)
MORE_VERBS = (
    "thay đổi lịch trực|tự chủ về tài chính|tiếp đón người bệnh chu đáo|kê đơn thuốc hợp lý|"
    "cấp phát thuốc bảo hiểm y tế|phẫu thuật nội soi thường quy|giám sát nhiễm khuẩn bệnh viện|ra quyết định xử phạt|"
    "tước giấy phép lái xe|điều tiết giao thông giờ cao điểm|đánh án ma túy|cắm chốt tại các ngã tư|"
    "thẩm định hồ sơ vay vốn|nhắc nợ đến hạn|giãn nợ cho hộ bị thiên tai|hạ lãi suất cho vay|phát hành thẻ|"
    "chào cờ đầu tuần|ôn thi tốt nghiệp cho học sinh|dạy thêm đúng quy định|mua bảo hiểm y tế cho học sinh|"
    "đi thăm gia đình chính sách|kết nạp đảng viên mới|chuyển sinh hoạt đảng|lãnh đạo toàn diện|"
    "ra nghị quyết chuyên đề|nhận khoán bảo vệ rừng|trồng rừng thay thế|tưới nước tiết kiệm|chuyển đổi cây trồng|"
    "phun thuốc trừ sâu|xây dựng nông thôn mới|phát triển du lịch cộng đồng|bảo tồn cồng chiêng|truyền dạy sử thi|"
    "quản lý lễ hội|đăng ký thi đua|khen thưởng đột xuất|kỷ luật cán bộ vi phạm|luân chuyển cán bộ|"
    "tinh giản biên chế|hợp đồng lao động theo Nghị định 111|lưu trữ hồ sơ điện tử|số hóa tài liệu|giao dịch điện tử|"
    "thông tin đến cử tri|thống kê, báo cáo số liệu|hỗ trợ người khuyết tật|cứu trợ đồng bào lũ lụt|"
    "tổng hợp, trình ký|kiểm tra, giám sát thường xuyên|giữ vai trò nòng cốt|là đầu mối tiếp nhận|"
    "có trách nhiệm phối hợp|được giao 02 chỉ tiêu|xong trước ngày 30/6|tối thiểu mỗi quý họp một lần|"
    "hai tuần họp một lần|liên tục cập nhật|vừa kiểm tra vừa hướng dẫn|sát cánh cùng người dân|dồn sức cho giải ngân|"
    "nói rõ lý do|lo kinh phí|cho nghỉ học|gương mẫu đi đầu|đề ra giải pháp|đi vào nền nếp|cải thiện chỉ số"
)


@pytest.mark.parametrize(
    ("body", "verbs"),
    [
        *((body, FURTHER_VERBS) for body in FURTHER_BODIES.split("|")),
        *((body, MORE_VERBS) for body in MORE_BODIES.split("|")),
    ],
)
def test_of_further_bodies_and_verbs_neither_is_part_of_the_other(body: str, verbs: str) -> None:
    """Unknown words, nouns that begin as verbs do ("bán hàng"), attributes with "không": never another name."""
    read = {verb: {actor.name.words for actor in read_actors(f"{body} {verb}.").rows} for verb in verbs.split("|")}
    assert {verb: names for verb, names in read.items() if names - {body}} == {}


WHOLE_BODIES = (
    "Phòng Kinh tế|Phòng Văn hóa - Xã hội|Phòng Kế toán nội bộ|Phòng Bảo vệ bí mật nhà nước|Phòng Điều dưỡng|Tổ Thư ký|"
    "Phòng Tuyên truyền và Hỗ trợ người nộp thuế|Trung tâm Khuyến nông|Trung tâm Dịch vụ việc làm|Cục Thuế|"
    "Chi cục Kiểm lâm|Ban Giám đốc|Ban Kiểm soát|Bộ môn Toán|Trường THPT chuyên Nguyễn Du|"
    "Liên đội Trường Tiểu học Lê Lợi|Hội đồng bồi thường, hỗ trợ và tái định cư|Ban Thanh niên Trường học"
)


@pytest.mark.parametrize("body", WHOLE_BODIES.split("|"))
@pytest.mark.parametrize("verb", ["tổng hợp báo cáo", "tổng hợp kết quả trước ngày 20", "xây dựng kế hoạch"])
def test_who_puts_together_or_draws_up_is_read(body: str, verb: str) -> None:
    """ "Tổng hợp" ends few names, so that it is the verb of most; a noun behind "xây dựng" says what is drawn up."""
    assert {actor.name.words for actor in read_actors(f"{body} {verb}.").rows} == {body}


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Tham mưu tổng hợp báo cáo.",
        "Phòng Kiểm tra, giám sát xây dựng kế hoạch.",
        "Khoa Khám bệnh đa khoa xây dựng kế hoạch.",
    ],
)
def test_a_name_that_may_go_on_with_its_work_is_not_asserted(text: str) -> None:
    """ "Phòng Kiểm tra, giám sát", "Khoa Khám bệnh đa khoa", "Phòng Tham mưu tổng hợp" may be whole or cut short."""
    assert not read_actors(text).rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trung tâm xây dựng kế hoạch trước 10/3.", "Trung tâm"),
        ("Giám đốc Trung tâm xây dựng phương án.", "Giám đốc Trung tâm"),
        ("Trung tâm đào tạo 200 học viên.", "Trung tâm"),
    ],
)
def test_a_bare_noun_ends_before_a_verb_with_its_object(text: str, name: str) -> None:
    """ "Trung tâm đào tạo" is one, unless what it does it to stands behind."""
    assert [actor.name.words for actor in read_actors(text).rows] == [name]
