"""Words that official prose is made of around the names of bodies: where a name begins, goes on and ends.

Vietnamese writes syllables apart, so that only a word list tells the verb behind a name ("Sở Tư pháp thẩm định") from
the rest of a name ("Sở Kinh tế biển"). A word that no list has decides nothing.
"""

from __future__ import annotations

from kehoach.meaning.nametable import NameTable


def _table(words: str) -> NameTable:
    table = NameTable()
    for word in words.split("|"):
        table.add(word, "")
    return table


VERBS = _table(
    "thay mặt|thay thế|thay|"
    "chủ trì|đồng chủ trì|phối hợp|tham mưu|chỉ đạo|theo dõi|đôn đốc|kiểm tra|giám sát|thẩm định|hướng dẫn|"
    "báo cáo|tổng hợp|triển khai|thực hiện|tổ chức|xây dựng|ban hành|quán triệt|phổ biến|tuyên truyền|thông tin|"
    "niêm yết|công khai|đăng tải|đăng ký|đăng tin|phát sóng|phát hành|phát động|phát hiện|phát tờ|phát phiếu|"
    "phát thanh trên|cập nhật|rà soát|đề xuất|kiến nghị|đề nghị|yêu cầu|bố trí|cân đối|cấp phát|cấp kinh phí|"
    "lồng ghép|tích hợp|kết nối|chia sẻ|cung cấp|hỗ trợ|giải quyết|tiếp nhận|trả kết quả|xử lý|đánh giá|sơ kết|"
    "tổng kết|nghiệm thu|quyết toán|thanh toán|kiểm soát|thanh tra|đối thoại|trả lời|giải đáp|giải trình|góp ý|"
    "lấy ý kiến|cho ý kiến|tiếp thu|khắc phục|chấn chỉnh|xem xét|phê duyệt|thẩm tra|trình duyệt|trình ký|"
    "ký ban hành|chịu trách nhiệm|có trách nhiệm|chủ động|tích cực|kịp thời|thường xuyên|khẩn trương|nghiêm túc|"
    "tiếp tục|tăng cường|đẩy mạnh|nâng cao|duy trì|mở rộng|đổi mới|bảo đảm|đảm bảo|phấn đấu|phân công|ủy quyền|"
    "giao nhiệm vụ|bàn giao|điều phối|điều chỉnh|bổ sung|sửa đổi|hoàn thiện|hoàn thành|chuẩn bị|lập kế hoạch|"
    "biên soạn|biên tập|biên dịch|phiên dịch|dịch tài liệu|in ấn|thiết kế|sản xuất|ghi hình|quay phim|viết tin|"
    "viết bài|đưa tin|đưa nội dung|truyền tải|truyền thông|giới thiệu|quảng bá|vận động|khuyến khích|kêu gọi|"
    "tập huấn|bồi dưỡng|đào tạo|tập trung|lựa chọn|bình chọn|khen thưởng|biểu dương|nhân rộng|khảo sát|thu thập|"
    "thống kê|quản lý|vận hành|khai thác|sử dụng|áp dụng|ứng dụng|số hóa|lưu trữ|bảo quản|bảo trì|nâng cấp|"
    "cài đặt|trang bị|mua sắm|lắp đặt|nhắn tin|gọi điện|gửi báo cáo|gửi kết quả|gửi văn bản|nộp báo cáo|"
    "thông báo|thông tri|phản ánh|phản biện|tố giác|tiếp cận|tiếp công dân|tham gia|tham dự|tham vấn|tư vấn|"
    "trao đổi|thảo luận|thống nhất|quy định|quyết định|kết luận|định hướng|định kỳ|hằng năm|hàng năm|hằng quý|"
    "hàng quý|hằng tháng|hàng tháng|trực tiếp|trước ngày|chậm nhất|mở chuyên mục|mở chuyên trang|bám sát|nắm bắt|"
    "nghiên cứu|phân tích|dự báo|dự toán|dự thảo|soạn thảo|xác minh|xác nhận|liên hệ|liên kết|làm việc|"
    "làm đầu mối|đảm nhiệm|đảm nhận|phụ trách|gương mẫu|tự kiểm tra|tự đánh giá|tự rà soát|vào cuộc|đồng hành|"
    "đồng thời|thành lập|kiện toàn|sắp xếp|cụ thể hóa|chọn lọc|tạo điều kiện|tạo sự|phát huy|khơi dậy|lan tỏa|"
    "chú trọng|quan tâm|ưu tiên|căn cứ|dự kiến|lập dự toán|lập danh sách|rút kinh nghiệm|họp giao ban|giao ban|"
    "cử người|cử cán bộ|cử công chức|treo băng rôn|treo pa nô|dán|kẻ vẽ|in tờ|làm sạch|nhập liệu|đối chiếu|"
    "tra cứu|sao gửi|chuyển gửi|chuyển giao|chuyển đổi|kế thừa|tiếp quản|thay thế|bãi bỏ|công bố|giám định|"
    "kiểm định|kiểm kê|xuất bản|tường thuật|phỏng vấn|tọa đàm|hội thảo|gặp mặt|thăm hỏi|động viên|thi đua|"
    "phát triển|ra mắt|khai trương|ghi nhận|ghi âm|ghi chép|khuyến cáo|cảnh báo|nhắc nhở|nhắc việc|phê bình|"
    "xử phạt|truy cứu|phòng ngừa|đấu tranh|tự chịu|liên thông|luân chuyển|tuyển dụng|bổ nhiệm|điều động|"
    "biệt phái|chi trả|đóng góp|quyên góp|tài trợ|thu phí|miễn phí|nhận kết quả|nhận hồ sơ|nộp hồ sơ|"
    "chuyển hồ sơ|gắn trách nhiệm|gắn biển|đặt lịch|đặt bảng|đặt hộp thư|tạo lập|tạo mã|thử nghiệm|thí điểm|"
    "tái cấu trúc|đơn giản hóa|cắt giảm|rút ngắn|tiết giảm|giảm bớt|loại bỏ|khôi phục|giải ngân|tải|mở|treo|viết|"
    "đăng|gửi|nộp|cử|giao|đưa|làm|chọn|ký|mời|họp|đặt|gắn|lấy|nhận|dùng|trình|giúp|lập|phát|tăng|dịch|tạo|nêu|"
    "đón|tiếp|chuyển|trích|chấm|xét|soạn|duyệt|dành|huy động|quay|trả|rà|góp|gỡ|in|đóng dấu|chụp ảnh|"
    "phát thanh lại|tiếp sóng|tiếp âm|thu âm|thu thanh|dựng phim|cắt cử|bổ trí|thiết lập|khởi tạo|khởi động|"
    "khởi công|khánh thành|nghiêm chỉnh|nghiêm cấm|tuân thủ|chấp hành|chấp thuận|đồng ý|thông qua|phân bổ|"
    "phân cấp|phân loại|phân tách|phân nhóm|phân phối|phân phát|phân quyền|trích lục|sao lục|sao y|chứng thực|"
    "công chứng|cấp đổi|cấp lại|cấp phép|cấp mã|cấp tài khoản|thu hồi|thu hút|thu gom|rà quét|quét mã|tải lên|"
    "đăng nhập|đăng lại|chia tách|sáp nhập|hợp nhất|giải thể|kết thúc|bắt đầu|tự rà|đo lường|chấm điểm|xếp loại|"
    "xếp hạng|bình xét|trao giải|trao tặng|tôn vinh|nêu gương|phát thưởng|xét tặng|xét duyệt|nhận xét|đúc kết|"
    "tóm tắt|trích dẫn|thuyết minh|thuyết trình|giảng dạy|giảng giải|bồi hoàn|bồi thường|hoàn trả|hoàn tất|"
    "đón tiếp|tiếp đón|tiếp xúc|trợ giúp|trợ lý|giúp đỡ|giúp việc|cứu trợ|chăm sóc|"
    "tiêm chủng|sưu tầm|sáng tác|biểu diễn|trình diễn|trưng bày|triển lãm|chiếu phim|trình chiếu|phát lại|"
    "phát trên|phát trực tiếp|phát loa|cổ động|cổ vũ|hưởng ứng|ký cam kết|ký kết|cam kết|giao kết|thỏa thuận|"
    "hiệp thương|bầu chọn|đề cử|giới hạn|hạn chế|ngăn chặn|ngăn ngừa|loại trừ|tháo gỡ|giải tỏa|xóa bỏ|"
    "khoanh vùng|tự giác|cố gắng|nỗ lực|quyết tâm|quyết liệt|sẵn sàng|linh hoạt|sáng tạo|đề cao|coi trọng|chú ý|"
    "lưu ý|lưu giữ|lưu hồ sơ|bảo mật|bảo vệ|giữ gìn|gìn giữ|bảo tồn|phục hồi|sửa chữa|thay mới|lắng nghe|"
    "tiếp nối|nối tiếp|mở lớp|mở đợt|mở hội nghị|mở cuộc|mở đường dây|ra thông báo|ra văn bản|đính chính|"
    "thông suốt|quán xuyến|điều tra|truy vết|truy xuất|đối soát|soát xét|rà lại|nhập dữ liệu|nhập hồ sơ|"
    "xuất dữ liệu|kê khai|khai báo|nộp thuế|nộp tiền|thu thuế|thu tiền|hạch toán|kiểm toán|phúc tra|phúc tập|"
    "hậu kiểm|tiền kiểm|tái kiểm tra|gắn kết|gắn với|gắn mã|gắn bảng|treo bảng|treo cờ|treo pano|treo áp phích|"
    "dán mã|dán thông báo|phát tờ rơi|phát tài liệu|in và phát|chốt danh sách|chốt số liệu|lập tổ|lập đoàn|"
    "lập nhóm|lập sổ|lập biên bản|lập tờ trình|lập báo cáo|lập danh mục|lập bảng|lập hồ sơ|vẽ tranh|viết thư|"
    "soạn tin|soạn bài|tổ chức lại|chuyển tải|chuyển tiếp|chuyển phát|chuyển đến|chuyển cho|luân phiên|trực ban|"
    "trực tại|trực đường dây|thường trực tại|đứng lớp|đứng điểm|đứng ra|vận chuyển|phát chuyển|tiên phong|đi đầu|"
    "đi cơ sở|xuống cơ sở|về cơ sở|họp báo|họp bàn|họp dân|họp xét|sinh hoạt|hội ý|hội chẩn|giáo dục|răn đe|"
    "nhắc lại|cảnh giác|tố cáo|khiếu nại|hòa giải|thương lượng|đàm phán|xúc tiến|quy hoạch|cải tạo|chỉnh trang|"
    "dọn vệ sinh|trồng cây|nuôi dưỡng|kiểm đếm|khởi kiện|truy tố|xét xử|thi hành|cưỡng chế|tạm dừng|tạm ứng|"
    "ứng kinh phí|chi kinh phí|hợp tác|giao lưu|kết nghĩa|liên doanh|thuê|mua|bán|cho thuê|cho mượn|mượn|trả lại|"
    "tặng|nhắc|ghi|chụp|dựng|sửa|hỏi|kéo|thu|chốt|bàn|thăm|vẽ|nối|đo|đếm|kể|khen|phạt|tận dụng|lợi dụng|vận dụng|"
    "khuyến nghị|gợi ý|gợi mở|đề ra|đặt ra|nêu rõ|chỉ rõ|làm rõ|làm tốt|làm mới|làm theo|làm thẻ|tạo thuận lợi|"
    "tạo nguồn|tạo chuyên mục|tạo đường dẫn|tạo nhóm|nâng hạng|nâng mức|giảm thời gian|tăng thời lượng|"
    "tăng tỷ lệ|tăng số|gửi thư|gửi mẫu|gửi tài liệu|gửi danh sách|gửi số liệu|gửi tin|gửi hồ sơ|nhận phản ánh|"
    "nhận báo cáo|trả hồ sơ|trả phí|cắt điện|huy động"
)
"""What a body does; one syllable only where it seldom ends a noun."""

AUXILIARIES = _table(
    "phải|sẽ|cần|không|chưa|được|có|đã|đang|nên|chỉ|cũng|đều|cùng|vẫn|còn|tự|nhanh chóng|nghiêm cấm|bắt buộc|"
    "có thể|là|của|để|theo|về|trong|trên|tại|từ|với|cho|trước|sau|khi|nếu|bằng|vào|đến|tới|như|hoặc|nhằm|"
    "thông qua|qua|do|bởi|và|hay|đối với|mà|thì|này|đó|nói|hãy|ở|bên cạnh|ngoài|dưới|mỗi|hằng|hàng|cuối|đầu|ngay|"
    "nêu|vì|nhưng|song|bị|gồm|tùy|hết|lên|ra|năm|quý|tháng|ngày|tuần|tổng|các|những|mọi|từng|một|hai|ba|bốn|"
    "ít nhất|tối thiểu|tối đa|thôi"
)
"""Small words before which a name has ended, unless a rule of names takes them."""

PLACES = frozenset(["tỉnh", "huyện", "xã", "phường", "quận", "thôn", "buôn", "bản"])
"""Kinds of place of one syllable."""
LONG_PLACES = _table(
    "thành phố|thị xã|thị trấn|đặc khu|khu vực|cấp tỉnh|cấp huyện|cấp xã|các cấp|tổ dân phố|khu phố|trung ương"
)

NOUNS = _table(
    "hành chính công|hành chính|cải cách hành chính|cải cách|nhân dân|điện tử|quân sự|thường vụ|thường trực|"
    "thanh niên|phụ nữ|nông dân|cựu chiến binh|chữ thập đỏ|công đoàn|kết quả|tiếp nhận và trả kết quả|một cửa|"
    "một cửa liên thông|chất lượng|kỹ thuật|hạ tầng|công trình|giao thông|xây dựng|dự án|đầu tư|đất đai|đô thị|"
    "kinh tế|văn hóa|xã hội|thể thao|du lịch|thông tin|truyền thông|truyền thanh|truyền hình|phát thanh|"
    "công nghệ số cộng đồng|công nghệ số|công nghệ thông tin|công nghệ|tư vấn giám sát|phát triển quỹ đất|"
    "văn thư lưu trữ|văn thư, lưu trữ|công tác xã hội|khám bệnh|điều dưỡng|nữ công|"
    "kế hoạch tổng hợp|rừng phòng hộ|rừng đặc dụng|kiểm định chất lượng|an toàn thực phẩm|"
    "cộng đồng|chuyển đổi số|dữ liệu số|dịch vụ công|"
    "dịch vụ sự nghiệp công|sự nghiệp công lập|sự nghiệp công|sự nghiệp|dân cư|tư pháp|hộ tịch|nội vụ|tài chính|"
    "kế hoạch|ngân sách|nhà nước|giáo dục|y tế|môi trường|nông nghiệp|lâm nghiệp|thủy sản|biển|văn thư|lưu trữ|"
    "tổ chức|cán bộ|công chức|viên chức|thi đua khen thưởng|pháp chế|tổng hợp|quản trị|nghiệp vụ|chuyên môn|"
    "giúp việc|biên tập|chỉ đạo|công tác|kiểm tra công vụ|kiểm tra liên ngành|liên ngành|quản lý dự án|"
    "tuyên giáo|dân vận|nghiên cứu|tư vấn|hòa giải|an ninh trật tự|cơ sở|phản ứng nhanh|hỗ trợ|số|vận tải|"
    "điện lực|viễn thông|bảo hiểm xã hội|chính trị|đô thị thông minh|điều hành thông minh|thông minh|điều hành|"
    "công nghiệp|khu công nghiệp|khu kinh tế|thống kê|dân tộc|tôn giáo|miền núi|lao động|việc làm|khởi nghiệp|"
    "doanh nghiệp|thương mại|thị trường|ngoại vụ|đối ngoại|biên phòng|công vụ|đầu tư xây dựng|kinh tế xã hội|"
    "đa khoa|y học|dược|bệnh tật|kiểm soát bệnh tật|dự phòng|dân số|khuyến nông|khuyến công|thú y|thủy lợi|"
    "dịch vụ|giới thiệu việc làm|người cao tuổi|doanh nhân|nhà báo|luật sư|luật gia|kiến trúc|pháp luật|"
    "biên giới|hải đảo|trật tự|an toàn giao thông|an toàn thực phẩm|phòng cháy|chữa cháy|cứu nạn|thiên tai|"
    "tìm kiếm cứu nạn|trẻ em|bình đẳng giới|gia đình|đổi mới sáng tạo|sở hữu trí tuệ|tiêu chuẩn|đo lường|"
    "viễn thám|bản đồ|địa chính|tài nguyên|khoáng sản|chăn nuôi|trồng trọt|rừng|kiểm lâm|đào tạo|bồi dưỡng|"
    "ngoại ngữ|tin học|dạy nghề|nghề|cao đẳng|đại học|mầm non|tiểu học|trung học|phổ thông|thường xuyên|nhà đất|"
    "nhà ở|thị chính|vệ sinh|cấp nước|thoát nước|chiếu sáng|công ích|vận hành|hệ thống|mạng|thẻ|thanh toán|"
    "hình sự|hậu cần|điều tra tội phạm về ma túy|quản lý hành chính|quản lý hành chính về trật tự xã hội|"
    "phòng, chống tội phạm sử dụng công nghệ cao|quy hoạch xây dựng|điều trị|thiết bị|cha mẹ học sinh|"
    "giao dịch|hồ sơ|tự nhiên|hành chính tổng hợp|tổ chức cán bộ|tổ chức hành chính|kiểm soát thủ tục hành chính|"
    "thủ tục hành chính|đại biểu|bầu cử|mặt trận|năng lượng|quốc tế|cửa khẩu quốc tế|cửa khẩu|"
    "chương trình mục tiêu quốc gia|mục tiêu quốc gia|quốc gia|nông thôn"
)
"""What names of bodies go on with in small letters."""

DEPARTMENTS = _table(
    "Nội vụ|Tài chính|Tư pháp|Y tế|Xây dựng|Công Thương|Ngoại vụ|Du lịch|Nông nghiệp và Môi trường|"
    "Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Khoa học và Công nghệ|Giáo dục và Đào tạo|"
    "Dân tộc và Tôn giáo|Thông tin và Truyền thông|Kế hoạch và Đầu tư|Tài nguyên và Môi trường|"
    "Nông nghiệp và Phát triển nông thôn|Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội|"
    "Giao thông vận tải|Quy hoạch - Kiến trúc|Kinh tế|Kinh tế và Hạ tầng|Kinh tế, Hạ tầng và Đô thị|"
    "Tài chính - Kế hoạch|Văn hóa - Xã hội|Văn hóa và Thông tin|Quản lý đô thị|Tổng hợp|Hành chính|Tổ chức cán bộ|"
    "Hành chính - Tổ chức|Kiểm soát thủ tục hành chính|Tuyên giáo và Dân vận|Tổ chức|Nội chính|Kế hoạch tổng hợp"
)
"""What departments and divisions are for, as their names say it: where one ends in a list that shares a noun."""

GROUP_NOUNS = _table(
    "cán bộ|công chức|viên chức|người lao động|đảng viên|cộng tác viên|tuyên truyền viên|"
    "ban xây dựng Đảng|ban xây dựng đảng|ban Đảng|ban đảng|chi nhánh|chi cục|"
    "sở|ban|ngành|địa phương|phòng|đơn vị|cơ quan|xã|phường|đặc khu|thôn|buôn|tổ dân phố|khu phố|huyện|thị xã|"
    "thành phố|thị trấn|quận|tỉnh|trường học|trường|trạm y tế|bệnh viện|doanh nghiệp|tổ chức|hội|đoàn thể|tổ|đội|"
    "cơ sở|trung tâm|bộ|nhà mạng|ngân hàng|hợp tác xã|báo|đài|hội quần chúng|cấp|cơ sở giáo dục|cơ sở y tế|"
    "đảng bộ|công đoàn cơ sở|"
    "bộ phận|chi bộ|đoàn|hiệp hội|văn phòng|công ty|khoa|tổ công nghệ số cộng đồng|lực lượng|hội đoàn thể|"
    "ban quản lý|ủy ban|câu lạc bộ|Sở|Ban|Ngành|Phòng|Bộ|Xã|Phường|Hội|Tổ|Trường|Cơ quan|Đơn vị|Địa phương|"
    "khu công nghiệp|khu kinh tế|cụm công nghiệp|dự án|cấp ủy|chính quyền|tổ chức đảng|nhà văn hóa|nhóm|"
    "tổ tự quản|chợ|hộ kinh doanh|hộ tiểu thương|hộ gia đình|hộ dân|chủ đầu tư|nhà thầu|chủ cơ sở|"
    "đơn vị sự nghiệp|phòng chuyên môn|chi hội|chi đoàn|đài truyền thanh|"
    "đồn biên phòng|điểm bưu điện|cơ sở kinh doanh|doanh nghiệp nhà nước|hội thành viên|tổ hòa giải|ban ngành|"
    "phòng ban|sở ngành|trưởng thôn|bí thư chi bộ|tổ trưởng|xóm|ấp|khóm|tiểu khu|khu dân cư|thôn xóm"
)
"""What a group of bodies consists of."""

MODIFIERS = _table(
    "chuyên môn|trực thuộc|liên quan|có liên quan|báo chí|thông tấn|thông tin đại chúng|viễn thông|bưu chính|"
    "chính trị|xã hội|chính trị - xã hội|xã hội - nghề nghiệp|nghề nghiệp|cùng cấp|ngang sở|sự nghiệp công lập|"
    "sự nghiệp công|sự nghiệp|hành chính|nhà nước|đoàn thể|quần chúng|đảng|mặt trận|truyền thông|ngành dọc|"
    "trung ương|địa phương|quản lý nhà nước|giáo dục|y tế|công lập|ngoài công lập|tư nhân|thành viên|khác|"
    "chức năng|nêu trên|nói trên|vùng đồng bào dân tộc thiểu số|một cửa|cấp xã|cấp tỉnh|cấp huyện|các cấp|"
    "hành chính công|công an|quân sự|văn hóa|trên địa bàn|đầu mối|thường trực|tham mưu|nhà văn hóa|"
    "tham mưu tổng hợp|nội dung|kinh tế|công ích|thương mại|khu vực|khám bệnh|chữa bệnh|khám, chữa bệnh|"
    "bưu chính công ích|tín dụng|ngân hàng|vận tải|sản xuất|kinh doanh|khoa học|đào tạo|thể thao|du lịch|"
    "cung ứng dịch vụ|cung cấp dịch vụ|có chức năng|được giao nhiệm vụ|được giao|tự quản|tình nguyện|đồng bào|"
    "dân tộc thiểu số|tuyến cơ sở|cơ sở|trung tâm|đóng trên địa bàn|sử dụng ngân sách|trong tỉnh|trong xã|"
    "lân cận|giáp ranh|biên giới|miền núi|vùng sâu|vùng xa|mới thành lập|trọng điểm|nông thôn mới|thông tin|"
    "thông tấn báo chí|nghiệp vụ|hành chính nhà nước|mạng xã hội|di động|internet|chuyên trách|bán chuyên trách|"
    "đảng, đoàn thể|đoàn viên|mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|phổ thông|"
    "dân tộc nội trú|dân tộc bán trú|cao đẳng|đại học|ven biển|đặc biệt khó khăn|khó khăn|lâm sàng|cận lâm sàng"
)
"""What tells one group from another."""
