"""The title of a document is found among the lines over its table."""

from __future__ import annotations

import pytest

from dnplanner.exchange.letterhead import title_in
from tests.exchange.layouts import LETTERHEAD

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def text(rows: object) -> str:
    assert isinstance(rows, list)
    return "\n".join(str(cell) for row in rows for cell in row if cell)


def test_the_title_of_the_appendix_of_2024_is_found() -> None:
    assert title_in(text(LETTERHEAD)) == "CHI TIẾT LỘ TRÌNH GIẢM TỶ LỆ HỘ NGHÈO NĂM 2024"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "Phụ lục\nCHI TIẾT LỘ TRÌNH\nGIẢM TỶ LỆ HỘ NGHÈO NĂM 2024\n(Kèm theo Kế hoạch số 97)",
            "CHI TIẾT LỘ TRÌNH GIẢM TỶ LỆ HỘ NGHÈO NĂM 2024",
        ),
        (
            f"UBND HUYỆN KRÔNG NÔ\n{STATE}\nKẾ HOẠCH\nGiảm nghèo huyện Krông Nô năm 2025\n"
            "(Ban hành kèm theo Quyết định số 12)",
            "KẾ HOẠCH Giảm nghèo huyện Krông Nô năm 2025",
        ),
        (
            "PHỤ LỤC II\n(Kèm theo Kế hoạch số 97/KH-UBND)\nChỉ tiêu giảm hộ nghèo năm 2024",
            "Chỉ tiêu giảm hộ nghèo năm 2024",
        ),
        ("Biểu số 01: Kết quả rà soát hộ nghèo", "Kết quả rà soát hộ nghèo"),
        ("Biểu 02/GN. Đăng ký giảm nghèo\nNăm 2025", "Đăng ký giảm nghèo Năm 2025"),
        ("BIỂU TỔNG HỢP HỘ NGHÈO\nTỈNH ĐẮK NÔNG", "BIỂU TỔNG HỢP HỘ NGHÈO TỈNH ĐẮK NÔNG"),
        (
            "Phụ lục chỉ tiêu giảm nghèo\nĐơn vị tính: hộ",
            "Phụ lục chỉ tiêu giảm nghèo",
        ),
        (
            "SỞ LAO ĐỘNG - TB&XH\nSố: 15/SLĐ\nĐắk Nông, ngày 5 tháng 2 năm 2024\n"
            "SỐ HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023",
            "SỐ HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023",
        ),
        ("  Kế hoạch   giảm nghèo  ", "Kế hoạch giảm nghèo"),
    ],
)
def test_titles_are_found_as_offices_set_them(above: str, title: str) -> None:
    assert title_in(above) == title


@pytest.mark.parametrize(
    "above",
    [
        "",
        STATE,
        "UBND TỈNH ĐẮK NÔNG\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "BAN CHỈ ĐẠO GIẢM NGHÈO",
        "PHÒNG TÀI CHÍNH -\nKẾ HOẠCH",
        "(Kèm theo Kế hoạch số 97/KH-UBND)",
        "KẾ HOẠCH",
        "Phụ lục\n(Kèm theo Kế hoạch số 97/KH-UBND)",
        "Đơn vị tính: hộ",
        "Kế hoạch " + "rất dài " * 40,
    ],
)
def test_issuers_labels_and_remarks_are_no_titles(above: str) -> None:
    assert title_in(above) == ""
