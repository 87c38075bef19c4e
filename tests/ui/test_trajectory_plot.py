"""The chart as a widget: what it shows, says and gives away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QLabel

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.series import Series
from dnplanner.core.trajectory import Point, Trajectory, trajectory
from dnplanner.paths import resources
from dnplanner.storage.samples import sample
from dnplanner.ui.chart_colours import DARK_CHART
from dnplanner.ui.trajectory_plot import TrajectoryPlot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EMPTY = Trajectory((), (), (), (), ())
Other = tuple[str, Sequence[Point]]


@pytest.fixture(scope="module")
def province() -> Trajectory:
    plan = sample()
    root = plan.tree.root
    question = Question(plan.outline.scenarios[0], 2024, Series.POOR)
    return trajectory(plan, Series.POOR, root, [(2024, Evaluation(plan, question).row(root))])


@pytest.fixture
def plot(qtbot: QtBot) -> TrajectoryPlot:
    for face in ("Regular", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"NotoSans-{face}.ttf"))
    widget = TrajectoryPlot()
    widget.setFont(QFont("Noto Sans", 9))
    qtbot.addWidget(widget)
    widget.resize(1000, 300)
    widget.show()
    return widget


def others(trajectory: Trajectory, count: int) -> list[Other]:
    start = trajectory.plan[0]
    return [
        (f"PA {number}", (start, Point(2024, Fraction(number), 1000 * number, 172150)))
        for number in range(2, 2 + count)
    ]


def drawn(plot: TrajectoryPlot) -> str:
    """The chart as SVG text."""
    return plot.picture_bytes("svg").decode()


def card(plot: TrajectoryPlot) -> QLabel:
    found = plot.findChild(QLabel)
    assert isinstance(found, QLabel)
    return found


def view(plot: TrajectoryPlot) -> QGraphicsView:
    found = plot.findChild(QGraphicsView)
    assert isinstance(found, QGraphicsView)
    return found


def hover(plot: TrajectoryPlot, x: int, y: int) -> None:
    QTest.mouseMove(plot, QPoint(x, y))


@pytest.mark.parametrize("size", [(1000, 300), (640, 200), (500, 180), (2000, 240)])
def test_all_values_are_at_their_points_at_any_size(
    plot: TrajectoryPlot, province: Trajectory, size: tuple[int, int]
) -> None:
    plot.resize(*size)
    plot.show_trajectory(province, [], "Đắk Nông")
    picture = drawn(plot)
    for value in ("19,26", "13,5", "6,98", "7,97", "5,18", "4,97", "3,15", "2,99"):
        assert f">{value}</text>" in picture


def test_years_are_whole_and_only_those_with_figures(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    picture = drawn(plot)
    years = [year for year in range(2010, 2030) if f">{year}</text>" in picture]
    assert years == [2015, 2018, 2020, 2022, 2023, 2024]


def test_rates_start_at_zero_and_have_a_decimal_comma(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    low = province.plan[0]._replace(rate=Fraction(1, 2))
    plot.show_trajectory(Trajectory((), (low,), (), (), ()), [], "Gia Nghĩa")
    picture = drawn(plot)
    assert ">0,0</text>" in picture
    assert ">0,2</text>" in picture


def test_the_change_of_standard_is_named(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    assert drawn(plot).count(">đổi chuẩn nghèo</text>") == 2  # at its mark and in the legend
    plot.show_trajectory(province._replace(breaks=()), [], "Đắk Nông")
    assert "đổi chuẩn nghèo</text>" not in drawn(plot)


def test_the_legend_names_only_what_is_shown(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province._replace(goal=()), [], "Đắk Nông")
    picture = drawn(plot)
    assert ">thực tế</text>" in picture
    assert ">kế hoạch</text>" in picture
    assert ">chỉ tiêu</text>" not in picture
    assert ">phương án khác</text>" not in picture


def test_a_chart_without_figures_says_so(plot: TrajectoryPlot) -> None:
    plot.show_trajectory(EMPTY, [], "Cư Jút")
    assert "Chưa có số liệu để vẽ lộ trình" in drawn(plot)
    assert ">0</text>" not in drawn(plot)


def test_the_text_twin_follows_the_figures(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    assert plot.accessibleName() == "Lộ trình tỷ lệ hộ nghèo Đắk Nông"
    assert "năm 2015 19,26 %;" in plot.accessibleDescription()
    assert "kế hoạch 2024 3,15 %; chỉ tiêu 2024 không quá 3,18 %" in plot.accessibleDescription()
    plot.show_trajectory(EMPTY, [], "Cư Jút", Series.NEAR_POOR)
    assert plot.accessibleName() == "Lộ trình tỷ lệ hộ cận nghèo Cư Jút"
    assert "19,26" not in plot.accessibleDescription()


def test_an_edit_moves_existing_curves_and_makes_no_new_ones(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, others(province, 3), "Đắk Nông")
    before = view(plot).scene().items()
    changed = province._replace(plan=(province.plan[0], Point(2024, Fraction(4), 6886, 172150)))
    plot.show_trajectory(changed, others(province, 3), "Đắk Nông")
    assert set(view(plot).scene().items()) == set(before)
    assert ">4,00</text>" in drawn(plot)


def test_the_number_of_scenarios_may_change(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    alone = drawn(plot)
    plot.show_trajectory(province, others(province, 4), "Đắk Nông")
    most = len(view(plot).scene().items())
    assert drawn(plot).count("<polyline") + drawn(plot).count("<path") > alone.count(
        "<polyline"
    ) + alone.count("<path")
    plot.show_trajectory(province, [], "Đắk Nông")
    assert drawn(plot) == alone
    plot.show_trajectory(province, others(province, 4), "Đắk Nông")
    assert len(view(plot).scene().items()) == most


def test_hovering_shows_the_figures_of_the_year(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province, others(province, 1), "Đắk Nông")
    hover(plot, 965, 200)
    assert plot.year_pointed_out == 2024
    assert card(plot).isVisible()
    for text in ("Năm 2024", "3,15", "5.423", "172.150", "≤ 3,18", "PA 2", "thongtin.vietnam.vn"):
        assert text in card(plot).text()


def test_the_card_stays_inside_the_chart(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.resize(500, 180)
    plot.show_trajectory(province, others(province, 3), "Đắk Nông")
    for year in (2015, 2018, 2020, 2022, 2023, 2024):
        plot.point_out(year)
        assert plot.rect().contains(card(plot).geometry())


def test_hovering_far_from_any_year_shows_nothing(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    hover(plot, 965, 200)
    hover(plot, 200, 200)
    assert plot.year_pointed_out is None
    assert card(plot).isHidden()


def test_names_in_the_card_are_text_and_never_markup(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    name, points = others(province, 1)[0]
    plot.show_trajectory(province, [(f"<b>{name}</b>", points)], "Đắk Nông")
    plot.point_out(2024)
    assert "&lt;b&gt;PA 2&lt;/b&gt;" in card(plot).text()


def test_the_card_follows_an_edit(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    plot.point_out(2024)
    changed = province._replace(plan=(province.plan[0], Point(2024, Fraction(4), 6886, 172150)))
    plot.show_trajectory(changed, [], "Đắk Nông")
    assert "6.886" in card(plot).text()
    plot.show_trajectory(EMPTY, [], "Đắk Nông")
    assert card(plot).isHidden()


def test_arrow_keys_go_from_year_to_year_and_stop_at_the_ends(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    visited = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(plot, key)
        visited.append(plot.year_pointed_out)
    assert visited == [2024, 2023, 2024, 2024]
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.year_pointed_out == 2015
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.year_pointed_out == 2024
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.year_pointed_out is None


def test_the_wheel_changes_nothing_and_is_left_to_others(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    before = drawn(plot)
    at = QPointF(500, 150)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot, wheel)
    assert not wheel.isAccepted()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(500, 150))
    QTest.mouseMove(plot, QPoint(300, 100))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert drawn(plot) == before


def test_the_menu_offers_to_copy_and_to_save_the_picture(
    plot: TrajectoryPlot, qtbot: QtBot
) -> None:
    copy, save = plot.actions()
    assert (copy.text(), save.text()) == ("Sao chép biểu đồ", "Lưu biểu đồ…")
    with qtbot.waitSignal(plot.picture_copy_requested):
        copy.trigger()
    with qtbot.waitSignal(plot.picture_save_requested):
        save.trigger()


def test_a_png_is_twice_as_sharp_as_the_screen(plot: TrajectoryPlot, province: Trajectory) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    image = QImage.fromData(plot.picture_bytes("png"))
    assert (image.width(), image.height()) == (2000, 600)


def test_pictures_are_light_and_without_card_whatever_the_screen_shows(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    light = plot.picture_bytes("png")
    plot.set_colours(DARK_CHART)
    plot.point_out(2023)
    assert plot.picture_bytes("png") == light
    assert plot.year_pointed_out == 2023
    shown = plot.grab().toImage().pixelColor(500, 250)
    assert shown == DARK_CHART.background


def test_an_svg_is_made_of_shapes_and_text_and_says_what_it_shows(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    picture = drawn(plot)
    assert "<image" not in picture
    assert "<title>Lộ trình tỷ lệ hộ nghèo Đắk Nông</title>" in picture
    assert "kế hoạch 2024 3,15 %" in picture


def test_copying_puts_the_picture_on_the_clipboard(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    plot.copy_picture()
    assert QGuiApplication.clipboard().image().width() == 2000


@pytest.mark.parametrize("size", [(1000, 300), (500, 180)])
@pytest.mark.parametrize("points", [8, 9, 14])
def test_nothing_touches_the_borders(
    plot: TrajectoryPlot, province: Trajectory, size: tuple[int, int], points: int
) -> None:
    plot.setFont(QFont("Noto Sans", points))
    plot.resize(*size)
    plot.show_trajectory(province, others(province, 2), "Đắk Nông")
    image = plot.grab().toImage()
    background = QColor(Qt.GlobalColor.white)
    right, bottom = image.width() - 1, image.height() - 1
    edge = [(x, y) for x in range(image.width()) for y in (0, bottom)]
    edge += [(x, y) for y in range(image.height()) for x in (0, right)]
    assert all(image.pixelColor(x, y) == background for x, y in edge)


def test_the_language_may_change_while_the_chart_is_open(
    plot: TrajectoryPlot, province: Trajectory
) -> None:
    plot.show_trajectory(province, [], "Đắk Nông")
    before = drawn(plot)
    QApplication.sendEvent(plot, QEvent(QEvent.Type.LanguageChange))
    assert drawn(plot) == before


def test_importing_in_a_worker_thread_makes_no_widget() -> None:
    code = (
        "import threading, importlib\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "name = 'dnplanner.ui.trajectory_plot'\n"
        "worker = threading.Thread(target=importlib.import_module, args=(name,))\n"
        "worker.start(); worker.join()\n"
        "assert not app.allWidgets()\n"
        "plot = importlib.import_module(name).TrajectoryPlot()\n"
        "plot.grab()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
