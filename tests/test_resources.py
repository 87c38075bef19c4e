"""The shipped fonts, icons and the Vietnamese translation of Qt's own texts."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QIcon,
    QKeySequence,
    QRawFont,
    QUndoCommand,
    QUndoGroup,
    QUndoStack,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QToolButton,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
TS_FILE = RESOURCES / "i18n" / "qtbase_vi.ts"
QM_FILE = TS_FILE.with_suffix(".qm")

FACES = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSans-Bold.ttf",
    "Tinos-Regular.ttf",
    "Tinos-Italic.ttf",
    "Tinos-Bold.ttf",
    "Tinos-BoldItalic.ttf",
)
INTERFACE_FACES = tuple(face for face in FACES if face.startswith("NotoSans"))
INTERFACE_SYMBOLS = "→−▸▾●○✓▲–—…“”₫·×≥≤"
DOCUMENT_SYMBOLS = "→−●○▲–—…“”₫·×≥≤"

ICON_NAMES = frozenset(
    {
        "add",
        "backup",
        "chart",
        "chevron-down",
        "chevron-right",
        "close",
        "compare",
        "copy",
        "down",
        "error",
        "export",
        "file-excel",
        "filter",
        "folder",
        "goal",
        "help",
        "history",
        "image",
        "import",
        "info",
        "lock",
        "new",
        "ok",
        "open",
        "paste",
        "present",
        "print",
        "redo",
        "remove",
        "rename",
        "save",
        "save-as",
        "scenario",
        "search",
        "send",
        "settings",
        "share",
        "undo",
        "up",
        "warning",
        "year",
    }
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
PAINT = re.compile(r'\b(?:fill|stroke)="([^"]*)"')


def vietnamese_letters() -> str:
    """Every letter of the alphabet with every tone, in both cases, precomposed."""
    tones = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
    small = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in tones]
    letters = "".join(small) + "bcdđghklmnpqrstvx" + "fjwz"
    return letters + letters.upper()


LETTERS = vietnamese_letters()


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(QM_FILE))
    assert qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def plain(text: str) -> str:
    """The words of a label: no mnemonic marker, no shortcut column."""
    return text.partition("\t")[0].replace("&", "")


def action_texts(actions: list[QAction]) -> list[str]:
    return [plain(action.text()) for action in actions if not action.isSeparator()]


# Fonts ----------------------------------------------------------------------------------------


def test_the_letters_are_the_134_of_vietnamese_with_marks_and_the_plain_ones() -> None:
    assert all(len(letter) == 1 for letter in LETTERS)
    assert len(set(LETTERS)) == len(LETTERS)
    assert sum(not letter.isascii() for letter in LETTERS) == 134


@pytest.mark.parametrize("face", FACES)
def test_every_vietnamese_letter_and_combining_mark_is_in_the_face(
    qapp: QApplication, face: str
) -> None:
    font = QRawFont(str(FONTS / face), 16)
    assert font.isValid()
    symbols = INTERFACE_SYMBOLS if face in INTERFACE_FACES else DOCUMENT_SYMBOLS
    wanted = LETTERS + "0123456789" + "\u0300\u0301\u0309\u0303\u0323" + symbols
    assert [c for c in wanted if not font.supportsCharacter(ord(c))] == []


@pytest.mark.parametrize("face", FACES)
def test_digits_have_one_width(qapp: QApplication, face: str) -> None:
    font = QRawFont(str(FONTS / face), 1000)
    glyphs = font.glyphIndexesForString("0123456789")
    assert len({point.x() for point in font.advancesForGlyphIndexes(glyphs)}) == 1


@pytest.mark.parametrize("face", FACES)
def test_the_line_of_the_face_holds_every_vietnamese_letter(qapp: QApplication, face: str) -> None:
    font = QRawFont(str(FONTS / face), 2048, QFont.HintingPreference.PreferNoHinting)
    boxes = [font.boundingRect(glyph) for glyph in font.glyphIndexesForString(LETTERS)]
    assert font.ascent() >= max(-box.top() for box in boxes)
    assert font.descent() >= max(box.bottom() for box in boxes)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_stacked_capitals_of_the_interface_are_not_cut_at_any_size(
    qapp: QApplication, weight: QFont.Weight
) -> None:
    for face in INTERFACE_FACES:
        assert QFontDatabase.addApplicationFont(str(FONTS / face)) >= 0
    cut: list[int] = []
    for pixels in range(9, 49):
        font = QFont("Noto Sans", -1, weight)
        font.setPixelSize(pixels)
        metrics = QFontMetrics(font)
        capitals = metrics.tightBoundingRect("ẮẤỔẬẴỄỖẪ")
        tails = metrics.tightBoundingRect("yỵgựộ")
        if -capitals.top() > metrics.ascent() or tails.bottom() >= metrics.descent():
            cut.append(pixels)
    assert cut == []


def test_each_family_comes_with_its_licence() -> None:
    for family in ("NotoSans", "Tinos"):
        licence = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence
        assert "with Reserved Font Name" not in licence.splitlines()[0]


# Icons ----------------------------------------------------------------------------------------


def test_the_icon_set_is_complete() -> None:
    names = {path.stem for path in ICONS.glob("*.svg")}
    assert names == ICON_NAMES | {"app"}


@pytest.mark.parametrize("name", sorted(ICON_NAMES))
def test_icon_is_drawn_in_one_replaceable_colour_on_the_common_grid(
    qapp: QApplication, name: str
) -> None:
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    root = ET.fromstring(source)
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke-width") == "1.5"
    assert set(COLOUR.findall(source)) == {"#000000"}
    assert set(PAINT.findall(source)) <= {"none", "#000000"}
    assert "style=" not in source
    assert QSvgRenderer(source.encode()).isValid()
    pixmap = QIcon(str(ICONS / f"{name}.svg")).pixmap(20, 20)
    image = pixmap.toImage()
    assert any(
        image.pixelColor(x, y).alpha() > 128
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_mark_of_the_program_comes_in_every_size_windows_asks_for(qapp: QApplication) -> None:
    mark = (ICONS / "app.svg").read_text(encoding="utf-8")
    assert ET.fromstring(mark).get("viewBox") == "0 0 20 20"
    assert "#0f6b5c" in mark
    sizes = {size.width() for size in QIcon(str(ICONS / "app.ico")).availableSizes()}
    assert sizes >= {16, 20, 24, 32, 40, 48, 64, 128, 256}
    assert QIcon(str(ICONS / "app.png")).availableSizes()[0].width() == 256


# Translation of Qt's own texts ----------------------------------------------------------------


def translations() -> list[tuple[str, str, str]]:
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
        )
        for context in ET.parse(TS_FILE).getroot().findall("context")
        for message in context.findall("message")
    ]


def test_the_compiled_translation_is_the_readable_one(vietnamese: QTranslator) -> None:
    messages = translations()
    assert messages
    assert [
        (context, source)
        for context, source, wanted in messages
        if vietnamese.translate(context, source) != wanted
    ] == []


def test_translations_keep_placeholders_and_are_finished_and_composed() -> None:
    for context, source, text in translations():
        where = f"{context}: {source}"
        assert text, where
        assert sorted(re.findall(r"%\w", source)) == sorted(re.findall(r"%\w", text)), where
        assert source.count("\n") == text.count("\n"), where
        assert ("&" in source) == ("&" in text), where
        assert unicodedata.is_normalized("NFC", text), where
        mnemonic = re.search(r"&(.)", text)
        assert mnemonic is None or mnemonic.group(1).isascii(), where
    raw = TS_FILE.read_text(encoding="utf-8")
    assert "<location" not in raw
    assert "unfinished" not in raw


def test_standard_buttons_are_vietnamese(qtbot: QtBot, vietnamese: QTranslator) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    button = QDialogButtonBox.StandardButton
    wanted = {
        button.Ok: "Đồng ý",
        button.Open: "Mở",
        button.Save: "Lưu",
        button.Cancel: "Hủy",
        button.Close: "Đóng",
        button.Discard: "Không lưu",
        button.Apply: "Áp dụng",
        button.Reset: "Đặt lại",
        button.RestoreDefaults: "Khôi phục mặc định",
        button.Help: "Trợ giúp",
        button.SaveAll: "Lưu tất cả",
        button.Yes: "Có",
        button.YesToAll: "Có cho tất cả",
        button.No: "Không",
        button.NoToAll: "Không cho tất cả",
        button.Abort: "Dừng lại",
        button.Retry: "Thử lại",
        button.Ignore: "Bỏ qua",
    }
    assert {which: plain(box.addButton(which).text()) for which in wanted} == wanted


def test_edit_menus_are_vietnamese(qtbot: QtBot, vietnamese: QTranslator) -> None:
    wanted = ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]
    for editor in (QLineEdit("chữ"), QPlainTextEdit("chữ")):
        qtbot.addWidget(editor)
        menu = editor.createStandardContextMenu()
        qtbot.addWidget(menu)
        assert action_texts(menu.actions()) == wanted


def test_undo_and_redo_name_the_step_in_vietnamese(
    qapp: QApplication, vietnamese: QTranslator
) -> None:
    stack, group = QUndoStack(), QUndoGroup()
    group.addStack(stack)
    stack.setActive(True)
    pairs = [
        (stack.createUndoAction(stack), stack.createRedoAction(stack)),
        (group.createUndoAction(group), group.createRedoAction(group)),
    ]
    stack.push(QUndoCommand("sửa số hộ"))
    assert [u.text() for u, _ in pairs] == ["Hoàn tác sửa số hộ"] * 2
    assert [r.text() for _, r in pairs] == ["Làm lại"] * 2
    stack.undo()
    assert [u.text() for u, _ in pairs] == ["Hoàn tác"] * 2
    assert [r.text() for _, r in pairs] == ["Làm lại sửa số hộ"] * 2


def test_the_file_dialog_is_vietnamese(
    qtbot: QtBot, vietnamese: QTranslator, tmp_path: Path
) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    assert dialog.windowTitle() == "Lưu thành"
    labels = {plain(label.text()) for label in dialog.findChildren(QLabel) if label.text()}
    assert labels == {"Tìm trong:", "Tên tệp:", "Kiểu tệp:"}
    buttons = {plain(b.text()) for b in dialog.findChildren(QPushButton) if b.text()}
    assert buttons == {"Lưu", "Hủy"}
    tips = {b.toolTip() for b in dialog.findChildren(QToolButton) if b.toolTip()}
    assert tips == {
        "Quay lại",
        "Tiến tới",
        "Thư mục cha",
        "Tạo thư mục mới",
        "Xem danh sách",
        "Xem chi tiết",
    }


def test_small_dialogs_are_vietnamese(qtbot: QtBot, vietnamese: QTranslator) -> None:
    box = QMessageBox()
    box.setDetailedText("chi tiết")
    error = QErrorMessage()
    asking, progress = QInputDialog(), QProgressDialog()
    for dialog in (box, error, asking, progress):
        qtbot.addWidget(dialog)
    assert "Hiện chi tiết…" in {plain(b.text()) for b in box.findChildren(QPushButton)}
    assert {plain(b.text()) for b in error.findChildren(QPushButton)} == {"Đồng ý"}
    assert asking.labelText() == "Nhập giá trị:"
    assert {plain(b.text()) for b in progress.findChildren(QPushButton)} == {"Hủy"}


def test_shortcuts_show_the_words_on_the_keys_and_can_be_read_back(
    qapp: QApplication, vietnamese: QTranslator
) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    shown = {
        "Ctrl+Shift+Del": "Ctrl+Shift+Del",
        "Alt+Down": "Alt+Mũi tên xuống",
        "Ctrl+Space": "Ctrl+Phím cách",
        "PgUp": "PgUp",
        "F2": "F2",
    }
    for portable, text in shown.items():
        sequence = QKeySequence(portable)
        assert sequence.toString(native) == text
        assert QKeySequence.fromString(text, native) == sequence
