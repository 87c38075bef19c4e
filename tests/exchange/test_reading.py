"""Files are read in a process of their own, or refused before anything reads them."""

from __future__ import annotations

import csv
import errno
import io
import resource
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

import pytest

from dnplanner.exchange.grid import Grid, GridCell, GridDecoder, Kind, cell_name, column_number
from dnplanner.exchange.legacy_fonts import decoder_for, from_tcvn3, from_vni
from dnplanner.exchange.preflight import WorkbookRefused, preflight
from dnplanner.exchange.reading import Reader, read_grid
from dnplanner.exchange.text_tables import decoded
from dnplanner.exchange.workbooks import read_here
from tests.exchange.appendix_files import HEAD, HEAD_GROUPS, converted, numbers, texts, written
from tests.exchange.hostile import PLANTED, REFUSED, SHEET, ordinary, raw, zipped
from tests.exchange.layouts import FLAT, TOPS
from tests.exchange.legacy_text import iconv, to_tcvn3, to_vni

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_before_it_is_read(name: str, tmp_path: Path) -> None:
    make, codes = REFUSED[name]
    path = make(tmp_path / "a.xlsx")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(WorkbookRefused) as refused:
        read_grid(path)
    assert refused.value.code in codes
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


@pytest.mark.parametrize("code", PLANTED)
def test_what_could_run_is_named_and_left_alone(code: str, tmp_path: Path) -> None:
    found = preflight(PLANTED[code](tmp_path / "a.xlsm"))
    assert found.planted == (code,)
    assert read_here(tmp_path / "a.xlsm").sheets[0].cell(1, 1) == GridCell(Kind.NUMBER, 19775)


def test_the_child_sends_what_it_reads(tmp_path: Path) -> None:
    path = written([HEAD_GROUPS, HEAD, *numbers()], tmp_path / "a.xlsx", TOPS, ".VnTime")
    told: list[int] = []
    assert read_grid(path, progress=told.append) == read_here(path)
    assert told


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    path = zipped(ordinary(), tmp_path / "a.xlsx")
    with pytest.raises(WorkbookRefused, match="cancelled"):
        read_grid(path, cancelled=lambda: True)


def test_reading_has_a_deadline(tmp_path: Path) -> None:
    path = zipped(ordinary(), tmp_path / "a.xlsx")
    with pytest.raises(WorkbookRefused, match="too_slow"):
        read_grid(path, deadline=0)


def test_a_reader_that_runs_out_of_memory_is_one_refusal(tmp_path: Path) -> None:
    path = raw(b"a;b;c;d;e;f\n" * 200_000)(tmp_path / "a.csv")
    with pytest.raises(WorkbookRefused) as refused:
        read_grid(path, memory=32 * 2**20)
    assert refused.value.code in ("too_much_memory", "damaged", "reader_failed")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookRefused, match="missing"):
        read_grid(tmp_path / "none.xlsx")


def test_messages_that_are_no_grid_are_refused() -> None:
    decoder = GridDecoder()
    with pytest.raises(ValueError, match="no grid"):
        decoder.take("rows", [[1]])


def test_cells_keep_their_kind_format_and_what_is_hidden(tmp_path: Path) -> None:
    import openpyxl

    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = 0.0378, "=1+1", "#DIV/0!", True
    sheet["A1"].number_format = "0.00%"
    sheet.merge_cells("A3:B4")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    made.create_sheet("Ẩn").sheet_state = "veryHidden"
    made.save(tmp_path / "a.xlsx")
    first, second = read_here(tmp_path / "a.xlsx").sheets
    assert first.cell(0, 0) == GridCell(Kind.NUMBER, 0.0378, "0.00%")
    assert [cell.kind for cell in first.cells(0) if cell] == ["n", "u", "e", "b"]
    assert first.merged == ((2, 0, 3, 1),)
    assert first.hidden_rows == frozenset({1})
    assert first.hidden_columns == frozenset({2})
    assert second.hidden


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_other_formats_hold_the_same_cells(form: str, tmp_path: Path) -> None:
    path = written([FLAT, *numbers()], tmp_path / "a.xlsx")
    other = read_here(converted(path, form))
    assert values(other) == values(read_here(path))
    assert other.form == form


def values(grid: Grid) -> list[list[object]]:
    sheet = grid.sheets[0]
    rows = (sheet.cells(row) for row in range(len(sheet.rows)))
    return [[cell and cell.value for cell in row] for row in rows]


# Text files


def encoded(text: str, encoding: str) -> bytes:
    if encoding == "tcvn3":
        return to_tcvn3(text).encode("latin-1")
    if encoding == "vni":
        return to_vni(text).encode("cp1252")
    if encoding == "tcvn3 in utf-8":
        return to_tcvn3(text).encode()
    if encoding == "cp1258":
        return iconv(text, "CP1258")
    if encoding == "utf-16 without mark":
        return text.encode("utf-16-le")
    return text.encode(encoding)


ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16 without mark",
    "cp1258",
    "tcvn3",
    "vni",
    "tcvn3 in utf-8",
)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_file_is_read_right(encoding: str, separator: str, tmp_path: Path) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([FLAT, *texts()])
    path = tmp_path / "a.csv"
    path.write_bytes(encoded(out.getvalue(), encoding))
    found = read_here(path).sheets[0]
    assert [[content or "" for content in row] for row in found.rows] == [
        list(row) for row in [FLAT, *texts()]
    ]


def test_a_line_that_names_the_separator_is_followed(tmp_path: Path) -> None:
    path = raw(b"sep=|\r\na|b;c\r\n")(tmp_path / "a.csv")
    assert values(read_here(path)) == [["a", "b;c"]]


def test_unknown_bytes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookRefused, match="encoding_unknown"):
        decoded(bytes(range(0x80, 0xA0)) * 3)


def test_text_whose_letters_were_lost_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    out = io.StringIO()
    csv.writer(out).writerows([FLAT, *texts()])
    path.write_bytes(out.getvalue().encode("cp1252", "replace"))
    with pytest.raises(WorkbookRefused, match="letters_lost"):
        read_here(path)


def test_a_few_question_marks_in_words_are_no_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Đơn vị;Ghi chú\nKrông Nô;đúng?sai\nCư Jút;có?không\n", encoding="utf-8")
    assert values(read_here(path))[1] == ["Krông Nô", "đúng?sai"]


@pytest.mark.parametrize("letters", [ALPHABET, "ĂÂĐÊÔƠƯÁÀẢÃẠẾỆỐỘ"])
def test_tcvn3_is_what_the_standard_says(letters: str) -> None:
    assert from_tcvn3(iconv(letters, "TCVN5712-1").decode("latin-1")) == letters


@pytest.mark.parametrize("letters", [ALPHABET, ALPHABET.upper()])
def test_vni_marks_follow_their_vowel(letters: str) -> None:
    assert from_vni(to_vni(letters)) == letters


@pytest.mark.parametrize(
    ("font", "decode"),
    [
        (".VnTime", from_tcvn3),
        (".vnArial", from_tcvn3),
        ("VNI-Times", from_vni),
        ("Times New Roman", None),
        ("", None),
    ],
)
def test_the_font_tells_the_encoding(font: str, decode: Callable[[str], str] | None) -> None:
    assert decoder_for(font) is decode


def test_fonts_of_capitals_show_capitals() -> None:
    decode = decoder_for(".VnTimeH")
    assert decode is not None
    assert decode(to_tcvn3("đắk nông")) == "ĐẮK NÔNG"


def test_cells_have_their_spreadsheet_names() -> None:
    assert [cell_name(0, 0), cell_name(9, 26), cell_name(1, 701)] == ["A1", "AA10", "ZZ2"]
    assert column_number("XFD") == 16383


def test_an_encoding_that_nobody_knows_is_damage(tmp_path: Path) -> None:
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b'<?xml version="1.0" encoding="UTx-8"?><office:document-content/>',
    }
    with pytest.raises(WorkbookRefused, match="damaged"):
        preflight(zipped(parts, tmp_path / "a.ods"))


def test_one_process_reads_file_after_file_and_survives_bad_ones(tmp_path: Path) -> None:
    good = zipped(ordinary(), tmp_path / "a.xlsx")
    bad = zipped({**ordinary(), SHEET: b"<worksheet><sheetData><row"}, tmp_path / "b.xlsx")
    with Reader() as reader:
        first = reader.read(good)
        with pytest.raises(WorkbookRefused, match="damaged"):
            reader.read(bad)
        assert reader.read(good) == first


def test_a_process_that_cannot_start_is_said_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = zipped(ordinary(), tmp_path / "a.xlsx")
    with Reader() as reader:
        with monkeypatch.context() as machine:
            machine.setattr(SpawnProcess, "start", out_of_memory)
            with pytest.raises(WorkbookRefused, match="reader_failed"):
                reader.read(file)
        assert reader.read(file) == read_grid(file)


def out_of_memory(_process: SpawnProcess) -> None:
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def test_a_file_that_ends_the_process_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    good = zipped(ordinary(), tmp_path / "a.xlsx")
    large = raw(b"a;b;c;d;e;f\n" * 200_000)(tmp_path / "b.csv")
    stopped = [True]
    with Reader(cancelled=lambda: stopped[0]) as reader:
        with pytest.raises(WorkbookRefused, match="cancelled"):
            reader.read(large)
        stopped[0] = False
        assert reader.read(good).form == "xlsx"
