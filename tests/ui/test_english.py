"""The window in English, and the letters that open commands in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QMenu,
    QTextEdit,
    QWidget,
)

from dnplanner.core.entry import Cell
from dnplanner.core.plan import DocumentField
from dnplanner.core.series import Series
from dnplanner.models.columns import COLUMNS, group_heading
from dnplanner.models.intake_wording import form_wording
from dnplanner.models.wording import appendix_wording
from dnplanner.ui.import_dialog import ImportDialog
from dnplanner.ui.merge_dialog import MergeDialog
from tests.exchange.appendix_files import Row, numbers, written
from tests.exchange.layouts import FLAT, LETTERHEAD
from tests.test_translations import LEFT_AS_THEY_ARE, VIETNAMESE
from tests.ui.driving import Driver, put_on_clipboard, settle_down, until

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QAction

MNEMONIC = re.compile(r"&(?!&)(.)")
BILINGUAL = ("Tiếng Việt",)
SAID = ("windowTitle", "toolTip", "statusTip", "accessibleName", "accessibleDescription")
WRITTEN = ("text", "placeholderText", "title", "label")


@pytest.fixture
def language(request: pytest.FixtureRequest) -> str:
    """English, or what a test is repeated for."""
    return str(getattr(request, "param", "en"))


def names(driver: Driver) -> list[str]:
    """All that is called by its own name whatever the language, longest first."""
    plan = driver.document.plan
    found = {unit.name for unit in plan.tree.units.values()}
    found |= {unit.kind for unit in plan.tree.units.values()}
    found |= {scenario.name for scenario in plan.tables.scenarios.values()}
    found |= {plan.text(field) for field in DocumentField}
    found |= {plan.goal(goal).source for goal in plan.outline.goals}
    found |= {*LEFT_AS_THEY_ARE, *BILINGUAL}
    return sorted(filter(None, found), key=len, reverse=True)


def vietnamese(driver: Driver, texts: list[str], quoted: Iterable[str] = ()) -> list[str]:
    """The texts in which Vietnamese letters are left without names and what is ``quoted``."""
    known = re.compile("|".join(map(re.escape, [*quoted, *names(driver)])), re.IGNORECASE)
    return [text for text in texts if VIETNAMESE.search(known.sub("", text))]


def action_texts(actions: list[QAction]) -> Iterator[str]:
    for action in actions:
        yield from (action.text(), action.toolTip(), action.iconText(), action.statusTip())


def item_texts(view: QAbstractItemView) -> Iterator[str]:
    """Headings, cells and tips of a table or list; for what is long, of its beginning."""
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        for role in roles:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(30, model.rowCount())):
                yield str(model.index(row, column).data(role) or "")


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything one widget says, to eyes and to screen readers."""
    for name in SAID:
        yield getattr(widget, name)()
    for name in WRITTEN:
        said = getattr(widget, name, None)
        yield str(said() if callable(said) else said or "")
    yield from action_texts(widget.actions())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView):
        yield from item_texts(widget)


def texts_in(widget: QWidget) -> list[str]:
    """Everything that a window or dialog says; other people's files do not count."""
    if isinstance(widget, QFileDialog):
        return [widget.windowTitle(), *widget.nameFilters()]
    inside = [widget, *widget.findChildren(QWidget)]
    return [text for each in inside for text in texts_of(each) if text]


def menus(driver: Driver) -> list[QMenu]:
    """All menus of the menu bar with what opens from them, and the menu of a cell."""
    return [menu for menu in driver.window.findChildren(QMenu) if menu.actions()]


def show_chart(driver: Driver) -> None:
    driver.parts.chart.load()
    until(lambda: driver.parts.chart.plot is not None)


def close_dialogs(driver: Driver) -> None:
    for dialog in reversed(driver.dialogs()):
        driver.wait_for_done(dialog)
        dialog.reject()
    settle_down()


def test_the_window_is_english_but_for_names(driver: Driver) -> None:
    show_chart(driver)
    said = texts_in(driver.window)
    assert "Households" in said
    assert vietnamese(driver, said) == []


@pytest.mark.parametrize("series", Series)
def test_every_table_is_headed_in_english(driver: Driver, series: Series) -> None:
    driver.document.show_question(driver.document.question._replace(series=series))
    settle_down()
    over = [group_heading(place, driver.document.question) for place in range(len(COLUMNS))]
    assert vietnamese(driver, [*over, *texts_in(driver.window)]) == []


def test_what_every_command_opens_is_english(driver: Driver) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1300")
    opened = 0
    for menu in menus(driver):
        for action in menu.actions():
            if action.menu() is not None or not action.text().endswith("…"):
                continue
            driver.go_to("Tuy Đức", Cell.REDUCTION)
            action.trigger()
            settle_down()
            driver.wait_for_work()
            opened += len(driver.dialogs())
            for dialog in driver.dialogs():
                assert vietnamese(driver, texts_in(dialog)) == [], action.text()
            assert vietnamese(driver, [driver.message()]) == [], action.text()
            close_dialogs(driver)
    assert opened >= 10


def test_help_is_english(driver: Driver) -> None:
    for words in ("&Guide and keyboard shortcuts", "&About"):
        action = next(a for menu in menus(driver) for a in menu.actions() if a.text() == words)
        action.trigger()
        (dialog,) = driver.dialogs()
        assert vietnamese(driver, texts_in(dialog)) == []
        assert "written the Vietnamese way" in " ".join(texts_in(dialog)) or words == "&About"
        close_dialogs(driver)


def test_taking_a_file_in_is_english_but_for_what_stands_in_the_file(
    driver: Driver, tmp_path: Path
) -> None:
    driver.keep()
    rows: list[Row] = [*LETTERHEAD, FLAT, *numbers()]
    rows[-1] = ["", "Huyện lạ", "?", 12.5]
    written_there = {cell for row in rows for cell in row if isinstance(cell, str) and cell}
    quoted = written_there | {" ".join(cell.split()) for cell in written_there}
    driver.parts.intake.take([written(rows, tmp_path / "a.xlsx")])
    dialog = driver.dialog(ImportDialog)
    until(lambda: not dialog.is_busy)
    longest_first = sorted(quoted, key=len, reverse=True)
    assert vietnamese(driver, texts_in(dialog), longest_first) == []
    assert "in the file" in " ".join(texts_in(dialog)).casefold()
    close_dialogs(driver)


def test_merging_files_is_english_but_for_what_stands_in_them(
    driver: Driver, tmp_path: Path
) -> None:
    driver.keep()
    for name, reduction in (("a", 155), ("b", 156)):
        cells = list(numbers()[0])
        cells[6], cells[8] = reduction, 748 - reduction
        written([FLAT, cells], tmp_path / f"{name}.xlsx")
    driver.parts.intake.merge([tmp_path / "a.xlsx", tmp_path / "b.xlsx"])
    dialog = driver.dialog(MergeDialog)
    until(lambda: not dialog.is_busy)
    assert vietnamese(driver, texts_in(dialog)) == []
    assert "1/8 units have sent their files" in dialog.status.text()
    close_dialogs(driver)


def test_documents_stay_vietnamese(driver: Driver) -> None:
    plan, question = driver.document.plan, driver.document.question
    assert appendix_wording(plan, question).whole == "Toàn tỉnh"
    heading = form_wording().cell_heading(Cell.REDUCTION, Series.NEAR_POOR, 2024)
    assert heading == "Hộ cận nghèo giảm năm 2024"
    start = form_wording().cell_heading(Cell.HOUSEHOLDS_START, Series.DTTS_POOR, 2024)
    assert start == "Số hộ DTTS cuối năm 2023"


def test_refusals_are_english(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "9999")
    assert driver.refusal() == (
        "Cannot reduce by 9.999 households, there are only 3.131 poor households: "
        "enter at most 3.131."
    )
    driver.enter("Tuy Đức", Cell.REDUCTION, "12.5")
    assert vietnamese(driver, [driver.refusal()]) == []


def test_messages_and_what_can_be_undone_are_english(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    put_on_clipboard("1300\nmany\n")
    driver.parts.editing.paste()
    settle_down()
    assert vietnamese(driver, texts_in(driver.window)) == []
    assert driver.message() != ""


@pytest.mark.parametrize("language", ["vi", "en"], indirect=True)
def test_every_letter_opens_one_command_of_its_menu(driver: Driver) -> None:
    bar = driver.window.menuBar()
    for actions in [bar.actions(), *(menu.actions() for menu in menus(driver))]:
        commands = [action.text() for action in actions if not action.isSeparator()]
        letters = ["".join(MNEMONIC.findall(text)).casefold() for text in commands]
        given = [letter for letter in letters if letter]
        assert len(given) == len(set(given)), commands
        assert all(letter.isascii() for letter in given), commands


@pytest.mark.parametrize("language", ["vi", "en"], indirect=True)
def test_every_letter_goes_to_one_field_of_its_dialog(driver: Driver) -> None:
    for menu in menus(driver):
        for action in menu.actions():
            if action.menu() is not None or not action.text().endswith("…"):
                continue
            driver.go_to("Tuy Đức", Cell.REDUCTION)
            action.trigger()
            settle_down()
            for dialog in driver.dialogs():
                if not isinstance(dialog, QFileDialog):
                    assert repeated_letters(dialog) == [], action.text()
            close_dialogs(driver)


def repeated_letters(dialog: QDialog) -> list[str]:
    """The letters that more than one label or button of a dialog claims."""
    found: list[str] = []
    for widget in dialog.findChildren(QWidget):
        said = getattr(widget, "title" if isinstance(widget, QGroupBox) else "text", None)
        if callable(said) and widget.isVisible():
            found += MNEMONIC.findall(str(said()).casefold())
    return sorted({letter for letter in found if found.count(letter) > 1})
