"""Words that official prose is made of around the names of bodies: where a name begins, goes on and ends.

Vietnamese writes syllables apart, so that only a word list tells the verb behind a name ("Sở Tư pháp thẩm định") from
the rest of a name ("Sở Kinh tế biển"). A word that no list has decides nothing.
"""

from __future__ import annotations

from kehoach.meaning.nametable import NameTable
from kehoach.meaning.verbs import VERB_WORDS


def _table(words: str) -> NameTable:
    table = NameTable()
    for word in words.split("|"):
        table.add(word, "")
    return table


VERBS = _table(VERB_WORDS)
"""What a body does."""

AUXILIARIES = _table(
    "nơi|phải|sẽ|cần|không|chưa|được|có|đã|đang|nên|chỉ|cũng|đều|cùng|vẫn|còn|tự|nhanh chóng|nghiêm cấm|bắt buộc|"
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
    "một thành viên|chi nhánh|ngành|cảng|bất động sản|thị trường bất động sản|nhà và thị trường bất động sản|"
    "chữa cháy và cứu nạn, cứu hộ|rừng đặc dụng và phòng hộ|phòng hộ|đặc dụng|quản lý, hỗ trợ doanh nghiệp|"
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ|"
    "tư vấn tuyển chọn|nghiệp vụ, dự toán, pháp chế|công trình thủy lợi|công trình xây dựng|"
    "cán sự đảng|liên gia an toàn phòng cháy chữa cháy|an toàn phòng cháy chữa cháy|"
    "cứu nạn cứu hộ|"
    "phòng, chống tội phạm, tệ nạn xã hội|phòng, chống tội phạm|phòng, chống ma túy|phòng, chống tham nhũng|"
    "phòng, chống tham nhũng, lãng phí, tiêu cực|phòng, chống thiên tai và tìm kiếm cứu nạn|phòng, chống dịch|"
    "phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số|phòng, chống dịch bệnh|trung tâm|"
    "chất độc da cam/dioxin|nạn nhân chất độc da cam/dioxin|đảm bảo chất lượng giáo dục|"
    "bảo đảm chất lượng giáo dục|kiểm định chất lượng giáo dục|phòng, chống bạo lực gia đình|"
    "hành chính công|hành chính|cải cách hành chính|cải cách|nhân dân|điện tử|quân sự|thường vụ|thường trực|"
    "thanh niên|phụ nữ|nông dân|cựu chiến binh|chữ thập đỏ|công đoàn|kết quả|tiếp nhận và trả kết quả|một cửa|"
    "một cửa liên thông|chất lượng|kỹ thuật|hạ tầng|công trình|giao thông|xây dựng|dự án|đầu tư|đất đai|đô thị|"
    "kinh tế|văn hóa|xã hội|thể thao|du lịch|thông tin|truyền thông|truyền thanh|truyền hình|phát thanh|"
    "công nghệ số cộng đồng|công nghệ số|công nghệ thông tin|công nghệ|tư vấn giám sát|phát triển quỹ đất|"
    "văn thư lưu trữ|văn thư, lưu trữ|công tác xã hội|khám bệnh|điều dưỡng|nữ công|kế hoạch tổng hợp|rừng phòng hộ|"
    "rừng đặc dụng|kiểm định chất lượng|an toàn thực phẩm|cộng đồng|chuyển đổi số|dữ liệu số|dịch vụ công|"
    "dịch vụ sự nghiệp công|sự nghiệp công lập|sự nghiệp công|sự nghiệp|dân cư|tư pháp|hộ tịch|nội vụ|tài chính|"
    "kế hoạch|ngân sách|nhà nước|giáo dục|y tế|môi trường|nông nghiệp|lâm nghiệp|thủy sản|biển|văn thư|lưu trữ|"
    "tổ chức|cán bộ|công chức|viên chức|thi đua khen thưởng|pháp chế|tổng hợp|quản trị|nghiệp vụ|chuyên môn|"
    "giúp việc|biên tập|chỉ đạo|công tác|kiểm tra công vụ|kiểm tra liên ngành|liên ngành|quản lý dự án|tuyên giáo|"
    "dân vận|nghiên cứu|tư vấn|hòa giải|an ninh trật tự|cơ sở|phản ứng nhanh|hỗ trợ|số|vận tải|điện lực|viễn thông|"
    "bảo hiểm xã hội|chính trị|đô thị thông minh|điều hành thông minh|thông minh|điều hành|công nghiệp|"
    "khu công nghiệp|khu kinh tế|thống kê|dân tộc|tôn giáo|miền núi|lao động|việc làm|khởi nghiệp|doanh nghiệp|"
    "thương mại|thị trường|ngoại vụ|đối ngoại|biên phòng|công vụ|đầu tư xây dựng|kinh tế xã hội|đa khoa|y học|dược|"
    "bệnh tật|kiểm soát bệnh tật|dự phòng|dân số|khuyến nông|khuyến công|thú y|thủy lợi|dịch vụ|giới thiệu việc làm|"
    "người cao tuổi|doanh nhân|nhà báo|luật sư|luật gia|kiến trúc|pháp luật|biên giới|hải đảo|trật tự|"
    "an toàn giao thông|phòng cháy|chữa cháy|cứu nạn|thiên tai|tìm kiếm cứu nạn|trẻ em|bình đẳng giới|gia đình|"
    "đổi mới sáng tạo|sở hữu trí tuệ|tiêu chuẩn|đo lường|viễn thám|bản đồ|địa chính|tài nguyên|khoáng sản|chăn nuôi|"
    "trồng trọt|rừng|kiểm lâm|đào tạo|bồi dưỡng|ngoại ngữ|tin học|dạy nghề|nghề|cao đẳng|đại học|mầm non|tiểu học|"
    "trung học|phổ thông|thường xuyên|nhà đất|nhà ở|thị chính|vệ sinh|cấp nước|thoát nước|chiếu sáng|công ích|"
    "vận hành|hệ thống|mạng|thẻ|thanh toán|hình sự|hậu cần|điều tra tội phạm về ma túy|quản lý hành chính|"
    "quản lý hành chính về trật tự xã hội|phòng, chống tội phạm sử dụng công nghệ cao|quy hoạch xây dựng|điều trị|"
    "thiết bị|cha mẹ học sinh|giao dịch|hồ sơ|tự nhiên|hành chính tổng hợp|tổ chức cán bộ|tổ chức hành chính|"
    "kiểm soát thủ tục hành chính|thủ tục hành chính|đại biểu|bầu cử|mặt trận|năng lượng|quốc tế|cửa khẩu quốc tế|"
    "cửa khẩu|chương trình mục tiêu quốc gia|mục tiêu quốc gia|quốc gia|nông thôn|an toàn vệ sinh thực phẩm|"
    "vệ sinh an toàn thực phẩm|vệ sinh thực phẩm|ngoại tổng hợp|nội tổng hợp|dịch vụ tổng hợp|kỹ thuật tổng hợp|"
    "khoa học tổng hợp|dân tộc nội trú|dân tộc bán trú|phổ thông dân tộc nội trú|phổ thông dân tộc bán trú|"
    "phổ thông dân tộc|nội trú|bán trú|ngoại trú|trung học cơ sở|trung học phổ thông|giáo dục thường xuyên|"
    "giáo dục nghề nghiệp|nghề nghiệp|giáo dục quốc phòng|quốc phòng|an ninh|quốc phòng và an ninh|"
    "giáo dục chính trị|giáo dục trung học|giáo dục mầm non|giáo dục tiểu học|công tác sinh viên|sinh viên|học sinh|"
    "công tác học sinh|công tác chính trị|công tác đảng|công tác dân tộc|nghiên cứu khoa học|khoa học kỹ thuật|"
    "khoa học tự nhiên|khoa học xã hội|kỹ thuật số|nội dung số|số hóa|hồi sức tích cực|hồi sức cấp cứu|hồi sức|"
    "chống độc|chống nhiễm khuẩn|kiểm soát nhiễm khuẩn|chẩn đoán hình ảnh|thăm dò chức năng|chẩn đoán|hình ảnh|"
    "chức năng|giải phẫu bệnh|huyết học|truyền máu|vi sinh|hóa sinh|xét nghiệm|tim mạch|thần kinh|tiêu hóa|hô hấp|"
    "nội tiết|ung bướu|truyền nhiễm|bệnh nhiệt đới|da liễu|răng hàm mặt|tai mũi họng|mắt|nhi khoa|sản khoa|phụ sản|"
    "sản nhi|sơ sinh|lão khoa|chấn thương chỉnh hình|chấn thương|chỉnh hình|phẫu thuật|gây mê hồi sức|gây mê|"
    "y học cổ truyền|cổ truyền|phục hồi chức năng|vật lý trị liệu|trị liệu|tâm thần|dinh dưỡng|tiết chế|lọc máu|"
    "thận nhân tạo|cấp cứu|ngoại khoa|nội khoa|vật tư|trang thiết bị|trang thiết bị y tế|thiết bị y tế|vật tư y tế|"
    "quản lý chất lượng|chỉ đạo tuyến|bảo hiểm y tế|bảo hiểm|y tế công cộng|công cộng|sức khỏe|sức khỏe sinh sản|"
    "sức khỏe môi trường|bệnh nghề nghiệp|kế hoạch hóa gia đình|phòng chống|phòng bệnh|ký sinh trùng|côn trùng|"
    "sốt rét|HIV/AIDS|bệnh xã hội|pháp y|giám định y khoa|giám định|y khoa|kiểm nghiệm|mỹ phẩm|dược phẩm|thực phẩm|"
    "bảo vệ thực vật|thực vật|cây trồng|vật nuôi|giống cây trồng|giống vật nuôi|thủy nông|thủy văn|khí tượng|"
    "khí tượng thủy văn|thủy điện|quan trắc|tài nguyên nước|tài nguyên môi trường|môi trường đô thị|"
    "bảo vệ môi trường|biến đổi khí hậu|khí hậu|đa dạng sinh học|sinh học|công nghệ sinh học|công nghệ cao|"
    "nông nghiệp công nghệ cao|ứng dụng công nghệ|bảo vệ rừng|phòng cháy chữa cháy|phòng cháy, chữa cháy|"
    "phòng cháy và chữa cháy|phòng thủ dân sự|dân sự|phòng, chống thiên tai|phòng chống thiên tai|chống thiên tai|"
    "cứu hộ|cứu nạn, cứu hộ|cứu nạn và cứu hộ|dân quân|dân quân tự vệ|tự vệ|nghĩa vụ quân sự|quân nhân|cảnh sát|"
    "cảnh sát giao thông|giao thông trật tự|trật tự xã hội|cơ động|kinh tế tài chính|ma túy|tội phạm|điều tra|"
    "an ninh mạng|an toàn thông tin|thi hành án|thi hành án dân sự|thi hành án hình sự|tương trợ tư pháp|"
    "bổ trợ tư pháp|trợ giúp pháp lý|pháp lý|công chứng|đấu giá|hành chính tư pháp|phổ biến giáo dục pháp luật|"
    "giáo dục pháp luật|văn bản|hộ gia đình|bảo trợ xã hội|bảo trợ|người có công|người khuyết tật|trẻ mồ côi|"
    "chất độc da cam|nạn nhân chất độc da cam|cựu thanh niên xung phong|thanh niên xung phong|cựu giáo chức|"
    "giáo chức|cựu tù chính trị|thanh niên xung kích|xung kích|tình nguyện|thiếu nhi|thiếu niên|nhi đồng|"
    "thanh thiếu nhi|giáo viên|giảng viên|cán bộ quản lý|học viên|khuyến học|từ thiện|nhân đạo|làm vườn|"
    "sinh vật cảnh|cây cảnh|kiến trúc sư|văn học nghệ thuật|văn học, nghệ thuật|nghệ thuật|ca múa nhạc|ca múa|"
    "điện ảnh|mỹ thuật|âm nhạc|nhiếp ảnh|xuất bản|in ấn|phát hành|phát hành phim|chiếu bóng|di sản|di sản văn hóa|"
    "di tích|danh thắng|di tích lịch sử|lịch sử|bảo tồn|bảo tồn thiên nhiên|thiên nhiên|thể dục thể thao|thể dục|"
    "huấn luyện|thi đấu|thi đấu thể thao|lữ hành|xúc tiến|xúc tiến đầu tư|xúc tiến thương mại|xúc tiến du lịch|"
    "thương mại điện tử|hội nhập quốc tế|hội nhập|hợp tác quốc tế|hợp tác|xuất nhập khẩu|quản lý thị trường|"
    "quản lý giá|giá|tài sản|tài sản công|quản lý tài sản|ngân khố|kho quỹ|kế toán|kiểm toán|kiểm toán nội bộ|tài vụ|"
    "kế toán tài vụ|tín dụng|chính sách xã hội|chính sách|hành chính sự nghiệp|tín dụng nhân dân|khách hàng|"
    "kinh doanh|bán hàng|sản xuất|kỹ thuật an toàn|an toàn lao động|lao động tiền lương|tiền lương|nhân sự|"
    "tuyển dụng|tiền tệ|thu phí|vận tải hành khách|hành khách|bến xe|đường bộ|đường sắt|đường thủy|hàng hải|"
    "hàng không|cảng vụ|sân bay|đăng kiểm|sát hạch|đào tạo lái xe|lái xe|công trình giao thông|công trình công cộng|"
    "công trình công ích|công trình đô thị|công trình thủy lợi|cây xanh|công viên|công viên cây xanh|dân dụng|"
    "dân dụng và công nghiệp|nước sạch|nước sạch nông thôn|vệ sinh môi trường|vệ sinh môi trường nông thôn|"
    "nước sinh hoạt|xử lý nước thải|nước thải|chất thải|rác thải|nghĩa trang|tang lễ|chợ|thương nghiệp|"
    "tài chính doanh nghiệp|tài chính ngân sách|kinh tế ngành|kinh tế đối ngoại|kinh tế tập thể|kinh tế hợp tác|"
    "tập thể|hợp tác xã|làng nghề|nghề truyền thống|truyền thống|phát triển nông thôn|nông thôn mới|giảm nghèo|"
    "giảm nghèo bền vững|bền vững|tín ngưỡng|dân tộc thiểu số|thiểu số|đồng bào|biên giới biển đảo|biển đảo|"
    "chủ quyền|lễ tân|đối ngoại nhân dân|hữu nghị|người Việt Nam ở nước ngoài|nước ngoài|thi đua|khen thưởng|"
    "thi đua - khen thưởng|thi đua, khen thưởng|chính quyền số|kinh tế số|xã hội số|hạ tầng số|dữ liệu|phần mềm|"
    "quản trị mạng|quản trị hệ thống|quản trị nhân lực|nhân lực|nguồn nhân lực|đổi mới và phát triển doanh nghiệp|"
    "phát triển doanh nghiệp|khởi nghiệp sáng tạo|sáng tạo|sáng kiến|khoa học và công nghệ|"
    "tiêu chuẩn đo lường chất lượng|sở hữu công nghiệp|trí tuệ|an toàn bức xạ|bức xạ|giám sát cộng đồng|"
    "giám sát đầu tư cộng đồng|giám sát đầu tư của cộng đồng|thanh tra nhân dân|hòa giải cơ sở|hòa giải ở cơ sở|"
    "an ninh, trật tự ở cơ sở|an ninh, trật tự|an ninh trật tự ở cơ sở|trật tự đô thị|quy tắc đô thị|"
    "thanh tra, kiểm tra|giám định bồi thường|bồi thường|giải phóng mặt bằng|bồi thường, giải phóng mặt bằng|"
    "tái định cư|đền bù|quỹ đất|phát triển đất|đăng ký đất đai|đo đạc|đo đạc bản đồ|trắc địa|địa chất|khoáng chất|"
    "thổ nhưỡng|hành chính quản trị|quản trị tài vụ|hậu cần kỹ thuật|hậu cần tài chính|tham mưu tổng hợp|nội chính|"
    "cơ yếu|cơ quan|khối|khối các cơ quan|khối cơ quan|khối doanh nghiệp|lý luận chính trị|lý luận|báo chí|"
    "xuất bản báo chí|thời sự|chuyên đề|phóng viên|bạn đọc|thư ký|thư ký biên tập|văn nghệ|phát thanh truyền hình|"
    "truyền hình số|truyền hình cáp|cáp|bưu chính|bưu chính viễn thông|bưu điện|tần số|tần số vô tuyến điện|"
    "vô tuyến điện|internet|mạng lưới|kho bạc|thuế|lệ phí|hải quan|kiểm định|kiểm định xây dựng|kiểm định an toàn|"
    "quản lý đô thị|quản lý nhà|quản lý nhà nước|quản lý đầu tư|quản lý công nghiệp|quản lý thương mại|"
    "quản lý năng lượng|quản lý xây dựng|quản lý bay|quản lý vận hành|quản lý điện lực|quản lý đường bộ|quản lý rừng|"
    "quản lý khoa học|quản lý đào tạo|quản lý sinh viên|quản lý xuất nhập cảnh|xuất nhập cảnh|quản lý chợ|"
    "quản lý di tích|quản lý vườn thú|quản lý bến xe|rừng sản xuất|bảo tồn biển|khu bảo tồn|sự nghiệp giáo dục|"
    "phát triển giáo dục|khảo thí|khảo thí và đảm bảo chất lượng|đảm bảo chất lượng|kiểm tra đánh giá|thư viện|"
    "học liệu|công đoàn cơ sở|công nhân|công nhân viên|viên chức lao động|nhân viên|bảo vệ|tạp vụ|nhà bếp|cấp dưỡng|"
    "y tá|bếp ăn|ăn uống|kiểm tra giám sát|kiểm tra - giám sát|tổ chức xây dựng đảng|cơ sở đảng|đảng viên|tuyên huấn|"
    "tuyên truyền viên|báo cáo viên|dư luận xã hội|dư luận|đoàn thể|đoàn kết|đoàn đội|phụ huynh|cha mẹ|"
    "ban đại diện cha mẹ học sinh|đại diện|giao thông công chính|công chính|công thương|tiểu thủ công nghiệp|"
    "thủ công|công nghiệp hỗ trợ|cụm công nghiệp|logistics|kho vận|lương thực|dự trữ|dự trữ nhà nước|xăng dầu|"
    "điện năng|năng lượng tái tạo|chiếu sáng công cộng|chiếu sáng đô thị"
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
    "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở|lực lượng dân phòng|dân quân tự vệ|"
    "quỹ tín dụng nhân dân|quỹ tín dụng|ngân hàng thương mại|cảng vụ|xí nghiệp|nhà máy|"
    "giáo viên chủ nhiệm|giáo viên bộ môn|giáo viên|nhân viên|hòa giải viên|chủ nhiệm đề tài|chủ nhiệm nhiệm vụ|"
    "chủ rừng|"
    "chủ dự án|chủ hộ|nhà trường|nhà đầu tư|nhà cung cấp|thư ký|chủ nguồn thải|chủ phương tiện|"
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
    "vùng đệm|dự toán cấp I|dự toán cấp II|dự toán|hạ tầng|kinh doanh vận tải hành khách|kinh doanh vận tải|vùng biên|"
    "vùng lõi|thụ hưởng|thí điểm|sử dụng ngân sách nhà nước|sử dụng vốn đầu tư công|xuất khẩu|chế biến|"
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

MATTERS = _table(
    "kết quả|hồ sơ|kế hoạch|danh sách|số liệu|báo cáo|tờ trình|dự thảo|văn bản|nội dung|ý kiến|đề án|biên bản|biểu mẫu|"
    "tài liệu|kinh phí|nguồn vốn|chỉ tiêu|nhiệm vụ|tình hình|tiến độ|vướng mắc|khó khăn|kiến nghị|đề nghị|danh mục|"
    "hình ảnh|chứng từ|hóa đơn|mô hình|chương trình|việc|khoản|phiếu|bảng|mẫu"
)
"""What is handed over, asked for or given, and stands behind who gets it: "báo cáo Sở Nội vụ kết quả"."""
