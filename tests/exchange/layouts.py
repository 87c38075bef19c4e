"""Forty layouts of the 2024 appendix, none like the other, as one meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.appendix_files import HEAD, HEAD_GROUPS, Row, append, book, numbers, texts

Maker: TypeAlias = Callable[[], openpyxl.Workbook]

FLAT = tuple(a or b for a, b in zip(HEAD_GROUPS[:2], HEAD[:2], strict=True)) + HEAD[2:]
SHORT = ("TT", "Đơn vị", "TS hộ 2023", "Hộ N 2023", "Tỷ lệ %", "TS hộ KH 2024")
SHORT_REST = ("Số hộ N giảm KH 2024", "Giảm (%)", "Hộ N KH 2024", "TL % KH 2024")
LETTERHEAD: list[Row] = [
    ("ỦY BAN NHÂN DÂN", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TỈNH ĐẮK NÔNG", "", "", "", "Độc lập - Tự do - Hạnh phúc"),
    (),
    ("CHI TIẾT LỘ TRÌNH GIẢM TỶ LỆ HỘ NGHÈO NĂM 2024",),
    ("(Kèm theo Kế hoạch số 97/KH-UBND ngày 20/02/2024 của Chủ tịch UBND tỉnh Đắk Nông)",),
]
TOPS = ["A1:A2", "B1:B2", "C1:E1", "F1:J1"]


def shifted(merges: list[str], down: int) -> list[str]:
    """The merged ranges so many rows lower."""

    def lower(cell: str) -> str:
        return cell[0] + str(int(cell[1:]) + down)

    return [":".join(lower(cell) for cell in merge.split(":")) for merge in merges]


def columns(rows: Sequence[Row], order: list[int]) -> list[list[object]]:
    """The rows with only these columns, in this order."""
    return [[row[at] for at in order] for row in rows]


def named(rows: list[list[object]], change: Callable[[str], str]) -> list[list[object]]:
    """The rows with other names."""
    return [[row[0], change(str(row[1])), *row[2:]] for row in rows]


def plain(text: str) -> str:
    """Text without diacritics, as some write."""
    import unicodedata

    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def with_total(wording: str) -> list[list[object]]:
    """The rows with another wording of the total."""
    rows = numbers()
    rows[-1][1] = wording
    return rows


def urban_and_rural() -> list[Row]:
    """Blocks with Roman numbers and subtotals."""
    rows = numbers()
    urban, rural = [rows[7]], rows[:7]
    sums = ["" for _ in range(8)]
    return [
        ["I", "Khu vực thành thị", *sums],
        *urban,
        ["II", "Khu vực nông thôn", *sums],
        *rural,
        rows[8],
    ]


def block_sums() -> Sequence[Row]:
    """The same with a sum in each block's heading."""
    rows = numbers()

    def summed(block: list[list[object]]) -> list[object]:
        counts = (2, 3, 5, 6, 8)
        return [
            sum(int(str(row[at])) for row in block) if at in counts else "" for at in range(2, 10)
        ]

    return [
        ["A", "Thành thị", *summed(rows[7:8])],
        rows[7],
        ["B", "Nông thôn", *summed(rows[:7])],
        *rows[:7],
        rows[8],
    ]


def two_on_a_sheet() -> openpyxl.Workbook:
    """The review above, the plan below."""
    rows = numbers()
    first = columns([FLAT, *rows], [0, 1, 2, 3, 4])
    second = columns([FLAT, *rows], [0, 1, 5, 6, 7, 8, 9])
    return book([*first, (), ("Biểu 2. Kế hoạch năm 2024",), (), *second])


def two_sheets() -> openpyxl.Workbook:
    """The review on one sheet, the plan on another."""
    rows = numbers()
    made = book(columns([FLAT, *rows], [0, 1, 2, 3, 4]))
    sheet = made.create_sheet("Kế hoạch")
    append(sheet, columns([FLAT, *rows], [0, 1, 5, 6, 7, 8, 9]))
    return made


def moved(right: int, down: int) -> openpyxl.Workbook:
    """The table away from the corner."""
    rows = [["" for _ in range(right)] + list(row) for row in (FLAT, *numbers())]
    above: list[Row] = [() for _ in range(down)]
    return book([*above, *rows])


def sheet_of(made: openpyxl.Workbook) -> Worksheet:
    """The one sheet."""
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    return sheet


def hidden_columns() -> openpyxl.Workbook:
    """Printed rates hidden."""
    made = book([FLAT, *numbers()])
    for letter in "EHJ":
        sheet_of(made).column_dimensions[letter].hidden = True
    return made


def other_sheets() -> openpyxl.Workbook:
    """Instructions before, a hidden older version behind."""
    made = openpyxl.Workbook()
    append(sheet_of(made), [("Hướng dẫn điền biểu",), ("1. Điền số hộ nghèo",), ("2. Gửi về Sở",)])
    append(made.create_sheet("Biểu 1"), [FLAT, *numbers()])
    old = made.create_sheet("Cũ")
    append(old, [FLAT, *[[*row[:3], 1, *row[4:]] for row in numbers()]])
    old.sheet_state = "hidden"
    return made


def three_rows() -> openpyxl.Workbook:
    """Years, subjects and measures in three header rows."""
    top = ["STT", "Đơn vị", "Năm 2023", "", "", "Kế hoạch năm 2024", "", "", "", ""]
    middle = ["", "", "Tổng số hộ", "Hộ nghèo", "", "Tổng số hộ", "Giảm", "", "Hộ nghèo", ""]
    last = ["", "", "", "Số hộ", "Tỷ lệ (%)", "", "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"]
    merges = ["A1:A3", "B1:B3", "C1:E1", "F1:J1", "C2:C3", "D2:E2", "F2:F3", "G2:H2", "I2:J2"]
    return book([top, middle, last, *numbers()], merges)


def number_in_name() -> list[Row]:
    """No column of numbers; the number stands before the name."""
    rows = numbers()
    named_rows: list[Row] = [[f"{at}. {row[1]}", *row[2:]] for at, row in enumerate(rows[:-1], 1)]
    return [*named_rows, rows[-1][1:]]


def total_in_first_column() -> openpyxl.Workbook:
    """Toàn tỉnh merged over number and name."""
    rows = numbers()
    rows[-1][0], rows[-1][1] = "TOÀN TỈNH", ""
    return book([HEAD_GROUPS, HEAD, *rows], [*TOPS, "A11:B11"])


def signed() -> list[Row]:
    """Notes and signatures below."""
    return [
        (),
        ("Ghi chú: số liệu tính đến ngày 31/12/2023",),
        ("(*) Gồm cả hộ nghèo không có khả năng lao động",),
        ("", "", "", "", "", "Đắk Nông, ngày 20 tháng 02 năm 2024"),
        ("Người lập biểu", "", "", "", "", "KT. CHỦ TỊCH"),
        ("Nguyễn Văn A", "", "", "", "", "Trần Thị B"),
    ]


def makers() -> Iterator[tuple[str, Maker]]:
    """All layouts with a name."""
    yield from by_header()
    yield from by_rows()


def by_header() -> Iterator[tuple[str, Maker]]:
    """Layouts that differ in what stands above the rows."""
    rows = numbers()
    numbering: Row = [f"({n})" for n in range(1, 11)]
    lettered: Row = ["A", "B", "1", "2", "3=2/1", "4", "5", "6", "7", "8=7/4"]
    flat: Row = FLAT
    yield "as printed", lambda: book([HEAD_GROUPS, HEAD, *rows], TOPS)
    yield "groups not merged", lambda: book([HEAD_GROUPS, HEAD, *rows])
    yield "one header row", lambda: book([flat, *rows])
    yield "three header rows", three_rows
    yield "letterhead", lambda: book([*LETTERHEAD, HEAD_GROUPS, HEAD, *rows], shifted(TOPS, 5))
    yield (
        "letterhead and unit line",
        lambda: book([*LETTERHEAD, ("", "", "", "", "", "", "", "", "ĐVT: hộ"), flat, *rows]),
    )
    yield "notes below", lambda: book([HEAD_GROUPS, HEAD, *rows, *signed()], TOPS)
    yield "numbering row", lambda: book([HEAD_GROUPS, HEAD, numbering, *rows], TOPS)
    yield "lettered numbering row", lambda: book([flat, lettered, *rows])
    yield "without diacritics", lambda: book([[plain(str(h)) for h in flat], *named(rows, plain)])
    yield "capitals", lambda: book([[str(h).upper() for h in flat], *named(rows, str.upper)])
    yield "abbreviations", lambda: book([(*SHORT, *SHORT_REST), *rows])
    yield "line breaks", lambda: book([[str(h).replace(" ", "\n") for h in flat], *rows])
    yield "texts", lambda: book([flat, *texts()])
    yield (
        "kinds before names",
        lambda: book([flat, *named(rows[:-2], lambda n: "Huyện " + n), *rows[-2:]]),
    )
    yield "short kinds", lambda: book([flat, *named(rows[:-2], lambda n: "H. " + n), *rows[-2:]])


def by_rows() -> Iterator[tuple[str, Maker]]:
    """Layouts that differ in their rows and sheets."""
    rows = numbers()
    flat: Row = FLAT
    yield "total first", lambda: book([HEAD_GROUPS, HEAD, rows[-1], *rows[:-1]], TOPS)
    yield "no total", lambda: book([HEAD_GROUPS, HEAD, *rows[:-1]], TOPS)
    yield "total says Tổng cộng", lambda: book([flat, *with_total("Tổng cộng")])
    yield "total says CỘNG", lambda: book([flat, *with_total("CỘNG")])
    yield "total says Tổng số", lambda: book([flat, *with_total("Tổng số:")])
    yield (
        "total says Cộng toàn tỉnh",
        lambda: book([flat, *with_total("Cộng toàn tỉnh (8 đơn vị)")]),
    )
    yield "total names the province", lambda: book([flat, *with_total("Tỉnh Đắk Nông")])
    yield "total over two columns", total_in_first_column
    yield "urban and rural", lambda: book([HEAD_GROUPS, HEAD, *urban_and_rural()], TOPS)
    yield "blocks with sums", lambda: book([flat, *block_sums()])
    yield "two tables on a sheet", two_on_a_sheet
    yield "two sheets", two_sheets
    yield "away from the corner", lambda: moved(3, 4)
    yield "empty rows between", lambda: book([flat, (), *[r for row in rows for r in (row, ())]])
    yield "hidden columns", hidden_columns
    yield "other sheets", other_sheets
    yield "no numbers before names", lambda: book(columns([flat, *rows], list(range(1, 10))))
    yield "numbers in names", lambda: book([flat[1:], *number_in_name()])
    yield "counts only", lambda: book(columns([flat, *rows], [0, 1, 2, 3, 5, 6]))
    yield "other order", lambda: book(columns([flat, *rows], [1, 3, 2, 4, 8, 9, 6, 7, 5, 0]))
    yield "name without heading", lambda: book([("Stt", "", *flat[2:]), *rows])
    yield (
        "persons beside households",
        lambda: book(
            [[*flat[:3], "Số nhân khẩu", *flat[3:]], *[[*r[:3], 80000, *r[3:]] for r in rows]]
        ),
    )
    yield (
        "near-poor beside",
        lambda: book(
            [
                [*flat, "Số hộ cận nghèo cuối năm 2023", "Ghi chú"],
                *[[*row, 12, "huyện nghèo"] for row in rows],
            ]
        ),
    )
    yield "districts in reverse", lambda: book([HEAD_GROUPS, HEAD, *rows[7::-1], rows[8]], TOPS)
