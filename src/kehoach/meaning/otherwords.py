"""Words of several syllables that begin like a noun, a place or a small word and are another word.

Vietnamese writes each syllable apart: "xã" is a commune, "xã hội" is society. What a syllable is can be asked only of
the longest word that begins with it, so that such words are looked up whole, by the tables of this module.
"""

from __future__ import annotations

from kehoach.meaning.nametable import table_of

OTHER_WORDS = table_of(
    "tổ chức|tổ hợp|tổ quốc|báo cáo|báo chí|báo động|báo giá|báo hiệu|ban hành|ban bố|ban đầu|ban đêm|ban ngày|"
    "ban phát|phòng ngừa|phòng chống|phòng tránh|phòng bệnh|phòng cháy|phòng họp|phòng làm việc|phòng thủ|phòng vệ|"
    "phòng dịch|phòng trừ|phòng hộ|phòng, chống|bộ máy|bộ tiêu chí|bộ tài liệu|bộ câu hỏi|bộ thủ tục|bộ chỉ số|"
    "bộ luật|bộ nhận diện|bộ dữ liệu|bộ sản phẩm|hội nghị|hội thảo|hội thi|hội họp|hội nhập|hội diễn|hội chợ|"
    "hội chẩn|hội ý|hội đàm|hội tụ|hội quân|"
    "hội trường|hội viên|đoàn kết|đoàn viên|đoàn công tác|cơ sở dữ liệu|cơ sở vật chất|cơ sở hạ tầng|cơ sở pháp lý|"
    "cơ sở lý luận|cơ sở thực tiễn|hai ngành hàng|hai ngành nghề|hai ngành học|hai ngành đào tạo|hai ngành kinh tế|"
    "hai ngành công nghiệp|hai ngành dịch vụ|hai ngành mũi nhọn|hai ngành trọng điểm|hai ngành chủ lực|"
    "hai bên đường|hai bên tuyến|hai bên bờ|hai bên lề|hai bên hành lang|hai bên vỉa hè|hai bên kênh|hai bên sông|"
    "hai bên suối|hai bên mép|hai bên cổng|hai bên cầu|mỗi bên đường|mỗi bên tuyến|mỗi bên bờ|mỗi bên lề|"
    "mỗi bên hành lang|mỗi bên vỉa hè|mỗi bên kênh|mỗi bên sông|mỗi bên suối|mỗi bên mép|mỗi bên cổng|mỗi bên cầu|"
    "trường hợp|trường học hạnh phúc|trường học thân thiện|trường học an toàn|trường học xanh|trường học thông minh|"
    "trường học số|trường học điện tử|xã hội|xã viên|xã giao|viện dẫn|viện trợ|sở hữu|sở thích|cục diện|cục bộ|"
    "vụ việc|vụ án|"
    "vụ mùa|vụ đông|vụ đông xuân|vụ hè thu|vụ lợi|đội ngũ|"
    "chính quyền số|chính quyền điện tử|tòa án điện tử|tòa án số|hải quan điện tử|hải quan thông minh|thuế điện tử|"
    "kho bạc điện tử|thư viện số|thư viện điện tử|bệnh viện thông minh|viện kiểm sát điện tử|văn phòng điện tử|"
    "văn phòng không giấy|bảo tàng số|"
    "khoa học|khoa giáo|văn phòng phẩm|công an toàn|"
    "nhóm nhiệm vụ|nhóm tiêu chí|nhóm chỉ tiêu|nhóm giải pháp|nhóm hồ sơ|nhóm thủ tục|nhóm doanh thu|"
    "nhóm tuổi|nhóm đối tượng|nhóm ngành|nhóm hàng|nhóm mặt hàng|nhóm sản phẩm|nhóm nợ|nhóm đất|nhóm bệnh|nhóm yếu tố|"
    "nhóm nguyên nhân|nhóm vấn đề|nhóm nội dung|nhóm dịch vụ|nhóm dự án|nhóm công việc|nhóm lĩnh vực|nhóm kỹ năng|"
    "viễn thông và công nghệ thông tin|viễn thông, công nghệ thông tin|viễn thông - công nghệ thông tin|"
    "trang bị|trang phục|trang trí|"
    "trang thiết bị|cổng chào|cổng trường|quỹ đất|quỹ thời gian|quỹ vì|hội đồng thời|đảng ủy viên|tỉnh ủy viên|"
    "thành ủy viên|huyện ủy viên|BHXH tự nguyện|BHXH bắt buộc|BHXH một lần|bảo hiểm xã hội tự nguyện|"
    "bảo hiểm xã hội bắt buộc|bảo hiểm xã hội một lần|lãnh đạo công tác|lãnh đạo việc|lãnh đạo nhiệm vụ|"
    "lãnh đạo phong trào|lãnh đạo thực hiện|lãnh đạo thắng lợi|lãnh đạo, chỉ đạo|thường trực tiếp"
)
"""No bodies: "Tổ chức hội thi", "Báo cáo", "Phòng ngừa", "các trường hợp"; "Tổ hợp tác" is longer, and is one."""

NO_PLACES = table_of(
    "huyện đội|xã đội|tỉnh đội|phường đội|thôn đội|xã đoàn|phường đoàn|huyện lộ|tỉnh lộ|bản sao|bản mềm|bản giấy|bản in"
)
"""Words that begin like a kind of place, whichever verb may follow one: "Chính trị viên huyện đội"."""

FRONTS = table_of(
    "trên|theo|căn cứ|trong|khi|nếu|tùy|tùy theo|định kỳ|chậm nhất|muộn nhất|đồng thời|đồng gửi|kể từ|bên cạnh|"
    "thường xuyên|trực tiếp|trực thuộc|thuộc|trường hợp|giai đoạn|quá trình|riêng|nhất là|đặc biệt|"
    "đặc biệt là|trừ|"
    "ngoại trừ|kể cả|bao gồm|đối với|thông qua|nhằm|để|do|từ|tại|với|trước|sau"
)
"""What stands between a name and its verb, or says of whom it does not hold: "…, trừ Sở Ngoại vụ, …"."""

TITLES = table_of(
    "kế hoạch|quyết định|nghị quyết|chương trình|đề án|tờ trình|báo cáo|quy chế|quy định|phương án|chỉ thị|danh mục|"
    "dự thảo|công văn|hướng dẫn|thông báo|kết luận|chiến lược|quy hoạch|dự toán|danh sách|hồ sơ|văn bản|dự án|biên bản"
)
"""What documents are called, with a capital too, behind whom they are put before: "trình UBND tỉnh Đề án …"."""

MANNER = table_of(
    "kịp thời|thường xuyên|khẩn trương|nghiêm túc|tích cực|đầy đủ|chủ động|định kỳ|trực tiếp|chặt chẽ|kiên quyết"
)
"""How a thing is done, which stands before its verb or behind it: "thông tin kịp thời"."""

INDIVIDUALS = table_of("cá nhân|các cá nhân|ông|bà|các ông|các bà|đồng chí|các đồng chí")
"""Who is named beside bodies and is none, so that no name of theirs goes on to it: "các tổ chức và cá nhân"."""

TOLD = table_of(
    "trường hợp|vướng mắc|khó khăn|nội dung|ý kiến|kiến nghị|kết quả|vấn đề|báo cáo|số liệu|đơn vị|cơ quan|địa phương|"
    "sở|xã|đơn thư|kiến thức|vấn đề|kết luận"
)
"""What a committee or an office is told of, and of whom: "báo cáo Ban Chỉ đạo các vướng mắc"."""

MATTERS_TOLD = table_of("trường hợp|vướng mắc|khó khăn")
"""What one is told of behind an office alone: "báo cáo Hiệu trưởng các trường hợp …"."""

DOES = table_of("có nghĩa vụ|có quyền|có trách nhiệm|có thể|có nhiệm vụ|có văn bản|có ý kiến|có báo cáo")
"""What those do who are named before "có", which else tells more of them: "các doanh nghiệp có vốn nước ngoài"."""

LET_HAPPEN = table_of("hồ sơ|xảy ra|quá hạn|quá thời hạn|chậm|chậm trễ|chậm muộn|trễ hạn|tồn đọng|tồn")
"""What a group lets happen, by which it is told from others: "các đơn vị để hồ sơ trễ hạn"."""

PERSONS = table_of(
    "kiểm sát viên|công chứng viên|điều tra viên|cán bộ|công chức|viên chức|người lao động|đảng viên|đoàn viên|"
    "hội viên|giáo viên|giảng viên|nhân viên|học sinh|sinh viên|cộng tác viên|tuyên truyền viên|báo cáo viên|"
    "hòa giải viên|tình nguyện viên|bác sĩ|người dân|công dân|hộ|hộ dân|hộ gia đình|hộ kinh doanh|"
    "hộ tiểu thương|đại biểu|thành viên|đồng chí|cá nhân|chiến sĩ|người|chủ hộ"
)
"""Of whom a sentence says what each does, and who are no body: "Mỗi đảng viên đăng ký một việc làm theo Bác"."""
