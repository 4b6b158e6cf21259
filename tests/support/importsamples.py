"""Plans in other layouts than those of the repository, with the outline that a reader sees in them.

Each paragraph is written with its label as printed; ``path`` is its label path, empty where it has none. A row of
a table gives the path of its duty. Texts are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class P:
    """One printed paragraph."""

    path: str
    text: str


@dataclass(frozen=True)
class T:
    """A table: heading, rows of cells, and per row the label path (empty for none)."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """Two columns side by side, line by line."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Sample:
    """A plan: its blocks in printed order, and the fields of its duties as (path, kind, words)."""

    name: str
    blocks: tuple[P | T | Columns, ...]
    fields: tuple[tuple[str, str, str], ...] = field(default=())


HEAD = Columns(
    ("ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "Số: 45/KH-UBND"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Tân Lập, ngày 12 tháng 02 năm 2025"),
)
FOOT = Columns(
    ("Nơi nhận:", "- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT, VHXH."),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Trần Thị Hoa"),
)

DUTIES = Sample(
    "bang-nhiem-vu",
    (
        HEAD,
        P("", "KẾ HOẠCH"),
        P("", "Chuyển đổi số trên địa bàn xã năm 2025"),
        P(
            "can-cu-1",
            "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình "
            "Chuyển đổi số quốc gia;",
        ),
        P("ban-hanh", "Ủy ban nhân dân xã Tân Lập ban hành Kế hoạch chuyển đổi số năm 2025 như sau:"),
        P("I", "I. MỤC TIÊU"),
        P("I.1", "1. Mục tiêu chung"),
        P("I.1", "Đưa hoạt động của chính quyền xã lên môi trường số, lấy người dân làm trung tâm."),
        P("I.2", "2. Mục tiêu cụ thể"),
        P("I.2.-1", "- 100% hồ sơ công việc của xã được xử lý trên môi trường mạng."),
        P("I.2.-2", "- 80% hộ gia đình có đường truyền Internet băng rộng."),
        P("II", "II. NHIỆM VỤ CỤ THỂ"),
        T(
            ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
            (
                (
                    "1",
                    "Rà soát, nâng cấp mạng nội bộ của xã",
                    "Văn phòng HĐND và UBND",
                    "Công an xã",
                    "Quý II/2025",
                    "Báo cáo",
                ),
                (
                    "2",
                    "Tập huấn kỹ năng số cho cán bộ thôn, buôn",
                    "Phòng Văn hóa - Xã hội",
                    "Đoàn Thanh niên; các thôn, buôn",
                    "Tháng 5/2025",
                    "Lớp tập huấn",
                ),
                (
                    "3",
                    "Hướng dẫn người dân nộp hồ sơ trực tuyến",
                    "Trung tâm Phục vụ hành chính công",
                    "Tổ công nghệ số cộng đồng",
                    "Thường xuyên",
                    "Tỷ lệ hồ sơ trực tuyến tăng",
                ),
            ),
            ("II.T1.R1", "II.T1.R2", "II.T1.R3"),
        ),
        P("III", "III. TỔ CHỨC THỰC HIỆN"),
        P("III.1", "1. Văn phòng HĐND và UBND xã theo dõi, đôn đốc việc thực hiện Kế hoạch này."),
        P("III.2", "2. Phòng Kinh tế bố trí kinh phí theo quy định."),
        P("close", "Trên đây là Kế hoạch chuyển đổi số năm 2025, đề nghị các đơn vị nghiêm túc thực hiện./."),
        FOOT,
    ),
    (
        ("II.T1.R1", "lead", "Văn phòng HĐND và UBND"),
        ("II.T1.R1", "partners", "Công an xã"),
        ("II.T1.R1", "schedule", "Quý II/2025"),
        ("II.T1.R1", "output", "Báo cáo"),
        ("II.T1.R2", "lead", "Phòng Văn hóa - Xã hội"),
        ("II.T1.R2", "partners", "Đoàn Thanh niên; các thôn, buôn"),
        ("II.T1.R2", "schedule", "Tháng 5/2025"),
        ("II.T1.R3", "lead", "Trung tâm Phục vụ hành chính công"),
        ("II.T1.R3", "schedule", "Thường xuyên"),
        ("II.T1.R3", "output", "Tỷ lệ hồ sơ trực tuyến tăng"),
    ),
)

DECIMAL = Sample(
    "thap-phan",
    (
        P("", "Số: 102/KH-SYT"),
        P("", "Gia Lai, ngày 03 tháng 3 năm 2025"),
        P("", "KẾ HOẠCH"),
        P("", "Bảo đảm an toàn thực phẩm trên địa bàn tỉnh năm 2025"),
        P(
            "thuc-hien",
            "Thực hiện Chỉ thị số 17/CT-TTg ngày 13/4/2020 của Thủ tướng Chính phủ về tiếp tục tăng cường trách "
            "nhiệm quản lý nhà nước về an toàn thực phẩm, Sở Y tế ban hành Kế hoạch như sau:",
        ),
        P("1", "1. MỤC TIÊU"),
        P("1.1", "1.1. Mục tiêu chung"),
        P("1.1", "Kiểm soát an toàn thực phẩm trong toàn bộ chuỗi cung cấp thực phẩm, hạn chế ngộ độc thực phẩm."),
        P("1.2", "1.2. Mục tiêu cụ thể"),
        P("1.2.1", "1.2.1. Trên 95% cơ sở sản xuất được kiểm tra đạt yêu cầu về an toàn thực phẩm."),
        P("1.2.2", "1.2.2. Tỷ lệ ngộ độc thực phẩm dưới 6 người trên 100.000 dân."),
        P("2", "2. NHIỆM VỤ"),
        P("2.1", "2.1. Tuyên truyền, giáo dục"),
        P("2.1.1", "2.1.1. Tổ chức Tháng hành động vì an toàn thực phẩm"),
        P("2.1.1.-1", "- Cơ quan chủ trì: Chi cục An toàn vệ sinh thực phẩm."),
        P("2.1.1.-2", "- Cơ quan phối hợp: Báo Gia Lai; UBND các huyện, thị xã, thành phố."),
        P("2.1.1.-3", "- Thời gian thực hiện: Từ ngày 15/4 đến ngày 15/5/2025."),
        P("2.1.2", "2.1.2. Tập huấn kiến thức cho người quản lý, người trực tiếp chế biến"),
        P("2.1.2.-1", "- Cơ quan chủ trì: Trung tâm Kiểm soát bệnh tật tỉnh."),
        P("2.1.2.-2", "- Thời gian thực hiện: Quý II và Quý III."),
        P("2.2", "2.2. Thanh tra, kiểm tra"),
        P("2.2", "Thanh tra, kiểm tra theo kế hoạch và đột xuất; mức phạt tăng 1.5 lần so với năm 2024."),
        P("3", "3. TỔ CHỨC THỰC HIỆN"),
        P("3.1", "3.1. Thanh tra Sở: Chủ trì tham mưu Giám đốc Sở thành lập các đoàn kiểm tra."),
        P("3.2", "3.2. Các đơn vị trực thuộc báo cáo kết quả trước ngày 15 tháng cuối quý."),
        P(
            "close",
            "Trong quá trình triển khai, nếu có vướng mắc đề nghị phản ánh về Sở Y tế để xem xét, giải quyết./.",
        ),
        P("", "Nơi nhận:"),
        P("noi-nhan-1", "- UBND tỉnh (báo cáo);"),
        P("noi-nhan-2", "- Giám đốc, các Phó Giám đốc Sở;"),
        P("noi-nhan-3", "- Lưu: VT, NVY."),
        P("signature", "GIÁM ĐỐC"),
        P("signature", "Nguyễn Văn Bình"),
    ),
    (
        ("2.1.1", "lead", "Chi cục An toàn vệ sinh thực phẩm."),
        ("2.1.1", "partners", "Báo Gia Lai; UBND các huyện, thị xã, thành phố."),
        ("2.1.1", "schedule", "Từ ngày 15/4 đến ngày 15/5/2025."),
        ("2.1.2", "lead", "Trung tâm Kiểm soát bệnh tật tỉnh."),
        ("2.1.2", "schedule", "Quý II và Quý III."),
    ),
)

BULLETS = Sample(
    "dau-tron",
    (
        HEAD,
        P("", "KẾ HOẠCH"),
        P("", "Phòng cháy, chữa cháy rừng mùa khô năm 2025"),
        P("ban-hanh", "Để chủ động phòng cháy, chữa cháy rừng, UBND xã xây dựng Kế hoạch với những nội dung sau:"),
        P("I", "I. Mục đích, yêu cầu"),
        P("I.•1", "● Nâng cao ý thức của chủ rừng và người dân trong bảo vệ rừng;"),
        P("I.•2", "● Phát hiện sớm, dập tắt kịp thời các đám cháy, không để cháy lan."),
        P("II", "II. Nội dung"),
        P("II.1", "1. Công tác phòng cháy"),
        P("II.1.•1", "• Tổ chức trực 24/24 giờ trong các tháng cao điểm:"),
        P("II.1.•1.-1", "– Lực lượng trực: Ban Chỉ huy xã và các tổ bảo vệ rừng;"),
        P("II.1.•1.-2", "– Địa điểm: Trụ sở UBND xã."),
        P("II.1.•2", "• Phát dọn đường băng cản lửa trước ngày 30/01/2025."),
        P("II.2", "2. Công tác chữa cháy"),
        P(
            "II.2",
            "Khi xảy ra cháy rừng, chủ rừng phải huy động ngay lực lượng tại chỗ - người, phương tiện - để chữa cháy.",
        ),
        P("III", "III. Phân công nhiệm vụ"),
        P("III.1", "1. Hạt Kiểm lâm: Hướng dẫn chủ rừng xây dựng phương án."),
        P("III.2", "2. Công an xã: Điều tra, xử lý các vụ cháy rừng."),
        P("close", "Trên đây là Kế hoạch phòng cháy, chữa cháy rừng mùa khô năm 2025 của xã./."),
        FOOT,
    ),
)

DECISION = Sample(
    "dieu-khoan-diem",
    (
        Columns(
            ("ỦY BAN NHÂN DÂN", "TỈNH KON TUM", "Số: 215/QĐ-UBND"),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Kon Tum, ngày 20 tháng 3 năm 2025"),
        ),
        P("", "QUYẾT ĐỊNH"),
        P("", "Về việc ban hành Kế hoạch xúc tiến thương mại tỉnh Kon Tum năm 2025"),
        P("", "ỦY BAN NHÂN DÂN TỈNH KON TUM"),
        P("QD.can-cu-1", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;"),
        P("QD.can-cu-2", "Căn cứ Nghị định số 28/2018/NĐ-CP ngày 01/3/2018 của Chính phủ;"),
        P("QD.de-nghi", "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 33/TTr-SCT ngày 10/3/2025."),
        P("", "QUYẾT ĐỊNH:"),
        P("QD.dieu-1", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch xúc tiến thương mại tỉnh Kon Tum năm 2025."),
        P("QD.dieu-2", "Điều 2. Tổ chức thực hiện"),
        P("QD.dieu-2.1", "1. Giao Sở Công Thương:"),
        P("QD.dieu-2.1.a", "a) Chủ trì triển khai các nội dung của Kế hoạch;"),
        P("QD.dieu-2.1.b", "b) Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện trước ngày 15/12/2025."),
        P("QD.dieu-2.2", "2. Giao Sở Tài chính bố trí kinh phí thực hiện theo quy định."),
        P(
            "QD.dieu-3",
            "Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Công Thương, Tài chính và các đơn vị có liên quan "
            "chịu trách nhiệm thi hành Quyết định này./.",
        ),
        Columns(
            ("Nơi nhận:", "- Như Điều 3;", "- Bộ Công Thương;", "- Lưu: VT, KTTH."),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Ngọc"),
        ),
        P("", "KẾ HOẠCH"),
        P("", "Xúc tiến thương mại tỉnh Kon Tum năm 2025"),
        P("kem-theo", "(Kèm theo Quyết định số 215/QĐ-UBND ngày 20/3/2025 của UBND tỉnh Kon Tum)"),
        P("I", "I. MỤC TIÊU"),
        P("I.1", "1. Quảng bá sản phẩm đặc trưng của tỉnh đến người tiêu dùng trong nước."),
        P("I.2", "2. Hỗ trợ 50 lượt doanh nghiệp tham gia hội chợ, triển lãm."),
        P("II", "II. NỘI DUNG"),
        P("II.1", "1. Tổ chức hội chợ thương mại"),
        P("II.1.a", "a) Quy mô: 120 gian hàng."),
        P("II.1.b", "b) Thời gian: Tháng 8 năm 2025."),
        P("II.2", "2. Kết nối cung cầu"),
        P("II.2.a", "a) Hội nghị kết nối với thành phố Đà Nẵng;"),
        P("II.2.b", "b) Đưa sản phẩm vào hệ thống siêu thị;"),
        P("II.2.c", "c) Hỗ trợ bán hàng trên sàn thương mại điện tử;"),
        P("II.2.d", "d) Xây dựng điểm giới thiệu sản phẩm;"),
        P("II.2.đ", "đ) Tham gia tuần hàng Việt Nam ở nước ngoài;"),
        P("II.2.e", "e) Các hoạt động khác."),
        P("III", "III. KINH PHÍ"),
        P("III", "Kinh phí thực hiện từ nguồn ngân sách tỉnh và nguồn xã hội hóa."),
    ),
)

APPENDIX = Sample(
    "phu-luc",
    (
        HEAD,
        P("", "KẾ HOẠCH"),
        P("", "Kiểm tra công vụ năm 2025"),
        P("can-cu-1", "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2025 của UBND huyện về kiểm tra công vụ;"),
        P("ban-hanh", "UBND xã ban hành Kế hoạch kiểm tra công vụ năm 2025 như sau:"),
        P("I", "I. NỘI DUNG KIỂM TRA"),
        P("I.1", "1. Việc chấp hành kỷ luật, kỷ cương hành chính."),
        P("I.2", "2. Việc giải quyết thủ tục hành chính cho tổ chức, cá nhân."),
        P("II", "II. THÀNH PHẦN VÀ THỜI GIAN"),
        P("II.1", "1. Thành phần đoàn kiểm tra: Lãnh đạo UBND xã làm trưởng đoàn."),
        P("II.2", "2. Thời gian kiểm tra: Theo lịch tại Phụ lục kèm theo."),
        P("close", "Trên đây là Kế hoạch kiểm tra công vụ năm 2025./."),
        FOOT,
        P("PL1", "PHỤ LỤC"),
        P("PL1", "LỊCH KIỂM TRA CÔNG VỤ NĂM 2025"),
        T(
            ("STT", "Đơn vị được kiểm tra", "Ngày kiểm tra", "Ghi chú"),
            (("1", "Thôn 1 và Thôn 2", "10/4/2025", "Buổi sáng"), ("2", "Trạm Y tế xã", "17/4/2025", "Cả ngày")),
            ("PL1.T1.R1", "PL1.T1.R2"),
        ),
    ),
)

LETTERS = Sample(
    "gach-cheo",
    (
        P("", "Số:       /KH-PGDĐT"),
        P("", "Krông Pắc, ngày     tháng 9 năm 2025"),
        P("", "KẾ HOẠCH"),
        P("", "Thực hiện nhiệm vụ giáo dục mầm non năm học 2025-2026"),
        P("can-cu-1", "- Căn cứ Công văn số 4567/BGDĐT-GDMN ngày 05/8/2025 của Bộ Giáo dục và Đào tạo;"),
        P("can-cu-2", "- Căn cứ tình hình thực tế của địa phương."),
        P("ban-hanh", "Phòng Giáo dục và Đào tạo xây dựng kế hoạch năm học như sau:"),
        P("A", "A. ĐẶC ĐIỂM TÌNH HÌNH"),
        P("A.I", "I/ Thuận lợi"),
        P("A.I.1", "1/ Được sự quan tâm của Huyện ủy, HĐND, UBND huyện."),
        P("A.I.2", "2/ Đội ngũ giáo viên đủ về số lượng."),
        P("A.II", "II/ Khó khăn"),
        P("A.II.1", "1/ Cơ sở vật chất một số trường còn thiếu."),
        P("B", "B. NHIỆM VỤ TRỌNG TÂM"),
        P("B.I", "I/ Nhiệm vụ chung"),
        P("B.I", "Tiếp tục đổi mới, nâng cao chất lượng nuôi dưỡng, chăm sóc, giáo dục trẻ."),
        P("B.II", "II/ Nhiệm vụ cụ thể"),
        P("B.II.1", "1/ Quy mô, mạng lưới trường lớp"),
        P("B.II.1.a", "a/ Rà soát, sắp xếp lại các điểm trường lẻ."),
        P("B.II.1.b", "b/ Huy động trẻ 5 tuổi ra lớp đạt 100%."),
        P("B.II.2", "2/ Chăm sóc, nuôi dưỡng"),
        P("B.II.2.a", "a/ Bảo đảm an toàn tuyệt đối cho trẻ:"),
        P("B.II.2.a.-1", "- Kiểm tra bếp ăn hằng tuần."),
        P("B.II.2.a.-2", "- Tập huấn sơ cấp cứu:"),
        P("B.II.2.a.-2.+1", "+ Cho giáo viên;"),
        P("B.II.2.a.-2.+2", "+ Cho nhân viên nấu ăn."),
        P("B.II.2.b", "b/ Cân, đo trẻ theo quý."),
        P("close", "Trên đây là Kế hoạch năm học 2025-2026, yêu cầu các trường nghiêm túc thực hiện./."),
        P("", "Nơi nhận:"),
        P("noi-nhan-1", "- Sở GDĐT (b/c);"),
        P("noi-nhan-2", "- Các trường mầm non;"),
        P("noi-nhan-3", "- Lưu: VT."),
        P("signature", "KT. TRƯỞNG PHÒNG"),
        P("signature", "PHÓ TRƯỞNG PHÒNG"),
        P("signature", "H'Linh Niê"),
    ),
)

BARE_FIELDS = Sample(
    "truong-khong-gach",
    (
        HEAD,
        P("", "CHƯƠNG TRÌNH"),
        P("", "Công tác dân số năm 2025"),
        P("thuc-hien", "Thực hiện Kế hoạch số 88/KH-UBND ngày 14/01/2025 của UBND huyện về công tác dân số năm 2025;"),
        P("ban-hanh", "UBND xã xây dựng Chương trình công tác dân số năm 2025, cụ thể:"),
        P("I", "I. CÁC HOẠT ĐỘNG"),
        P("I.1", "1. Truyền thông tại cộng đồng"),
        P("I.1", "Tổ chức nói chuyện chuyên đề tại các thôn, buôn về bình đẳng giới."),
        P("I.1.-1", "Đơn vị chủ trì: Trạm Y tế xã."),
        P("I.1.-2", "Đơn vị phối hợp: Hội Liên hiệp Phụ nữ xã, Đoàn Thanh niên xã."),
        P("I.1.-3", "Thời gian hoàn thành: Trước ngày 30/6/2025."),
        P("I.2", "2. Khám sàng lọc trước sinh"),
        P("I.2.-1", "Đơn vị chủ trì: Trạm Y tế xã."),
        P("I.2.-2", "Đơn vị phối hợp: Trung tâm Y tế huyện."),
        P("I.2.-3", "Thời gian hoàn thành: Quý III."),
        P("I.2.-4", "Kết quả, sản phẩm: Ít nhất 60 phụ nữ mang thai được khám."),
        P("II", "II. KINH PHÍ THỰC HIỆN"),
        P("II", "Ngân sách xã và nguồn hỗ trợ của huyện."),
        P("close", "Trên đây là Chương trình công tác dân số năm 2025 của xã./."),
        FOOT,
    ),
    (
        ("I.1", "lead", "Trạm Y tế xã."),
        ("I.1", "partners", "Hội Liên hiệp Phụ nữ xã, Đoàn Thanh niên xã."),
        ("I.1", "schedule", "Trước ngày 30/6/2025."),
        ("I.2", "lead", "Trạm Y tế xã."),
        ("I.2", "partners", "Trung tâm Y tế huyện."),
        ("I.2", "schedule", "Quý III."),
        ("I.2", "output", "Ít nhất 60 phụ nữ mang thai được khám."),
    ),
)

SAMPLES = (DUTIES, DECIMAL, BULLETS, DECISION, APPENDIX, LETTERS, BARE_FIELDS)
