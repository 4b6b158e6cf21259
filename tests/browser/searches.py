"""What people type, and the page that must be among the first three hits."""

EA_KNOP = "ke-hoach/xa-ea-knop/tuyen-truyen-cchc/2026/"
DONG_XUAN = "ke-hoach/huyen-dong-xuan/tuyen-truyen-cchc/2025/"
XAY_DUNG = "ke-hoach/so-xay-dung-dak-lak/tuyen-truyen-cchc/2025/"
TINH_2021 = "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2021/"
TINH_2025 = "ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2025/"
TERMS = "thuat-ngu/"

SEARCHES: dict[str, dict[str, str]] = {
    "accented": {
        "cải cách hành chính": TERMS,
        "tuyên truyền cải cách hành chính trên phương tiện thông tin đại chúng": EA_KNOP,
        "hệ thống Đài truyền thanh": EA_KNOP,
        "kế hoạch huyện Đồng Xuân": DONG_XUAN,
        "Sở Tư pháp": "co-quan/so-tu-phap-dak-lak/",
        "Sở Khoa học và Công nghệ": "co-quan/so-khoa-hoc-va-cong-nghe-dak-lak/",
        "chuyển đổi số": TERMS,
        "dịch vụ công trực tuyến toàn trình": TERMS,
        "Luật Tiếp cận thông tin": "van-ban/luat-104-2016-qh13/",
        "Tỉnh đoàn": "co-quan/tinh-doan-dak-lak/",
        "Lê Anh Vũ": EA_KNOP,
        "sân khấu hóa": TINH_2025,
    },
    "bare": {
        "cai cach hanh chinh": TERMS,
        "dak lak 2021": TINH_2021,
        "ea knop": EA_KNOP,
        "huyen dong xuan": DONG_XUAN,
        "so xay dung": "co-quan/so-xay-dung-dak-lak/",
        "van phong ubnd tinh": "co-quan/van-phong-ubnd-tinh-dak-lak/",
        "dai truyen thanh xa": "co-quan/dai-truyen-thanh-xa-ea-knop/",
        "chi so hai long": "chi-so/sipas/",
        "mot cua lien thong": TERMS,
        "buu dien tinh": "co-quan/buu-dien-tinh-dak-lak/",
        "so thong tin va truyen thong": "co-quan/so-thong-tin-va-truyen-thong-dak-lak/",
        "chinh quyen so": TERMS,
        "don vi su nghiep cong lap": TERMS,
    },
    "mistyped": {
        "cãi cách hành chính": TERMS,
        "Đăk Lăk 2021": TINH_2021,
        "Ea Knop": EA_KNOP,
        "Đông Xuân": DONG_XUAN,
        "sỡ nội vụ": "co-quan/so-noi-vu-dak-lak/",
        "chuyễn đổi số": TERMS,
        "phấn đấu hoàn thành nhiêm vụ": TINH_2025,
        "năng lực cạnh tranh cấp tĩnh": "chi-so/pci/",
        "dong xuann": DONG_XUAN,
        "cia cach hanh chinh": TERMS,
    },
    "abbreviated": {
        "CCHC": TERMS,
        "tthc": TERMS,
        "SXD": "co-quan/so-xay-dung-dak-lak/",
        "snv": "co-quan/so-noi-vu-dak-lak/",
        "sở tttt": "co-quan/so-thong-tin-va-truyen-thong-dak-lak/",
        "svhttdl": "co-quan/so-van-hoa-the-thao-va-du-lich-dak-lak/",
        "mttq tỉnh": "co-quan/mttq-tinh-dak-lak/",
        "papi": "chi-so/papi/",
        "dvctt": TERMS,
        "par index": "chi-so/par-index/",
        "ủy ban nhân dân xã Ea Knốp": "co-quan/xa-ea-knop/",
    },
    "numbers": {
        "76/NQ-CP": "van-ban/nghi-quyet-76-nq-cp-2021/",
        "76 nq cp": "van-ban/nghi-quyet-76-nq-cp-2021/",
        "nghi quyet 76": "van-ban/nghi-quyet-76-nq-cp-2021/",
        "17-CT/TU": "van-ban/chi-thi-17-ct-tu-2021/",
        "156/KH-UBND": "van-ban/ke-hoach-0156-kh-ubnd-2025/",
        "0156/KH-UBND": "van-ban/ke-hoach-0156-kh-ubnd-2025/",
        "618/KH-SXD": XAY_DUNG,
        "49/QĐ-BNV": "van-ban/quyet-dinh-49-qd-bnv-2025/",
        "30/2020/nđ-cp": "van-ban/nghi-dinh-30-2020-nd-cp/",
        "15 chỉ tiêu": TINH_2025,
        "trước ngày 17 hằng tháng": DONG_XUAN,
    },
}
