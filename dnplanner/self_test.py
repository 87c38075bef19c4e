"""The program tests itself where it is installed: window, edit, undo, export, official figures.

Part of the program, since the built one has neither the tests nor their tools.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dnplanner.app import Program
    from dnplanner.models.plan_table import PlanTableModel

GOLDEN = """
Krông Nô    19.775   748  3,78  19.975   150 0,8   598  2,99
Cư Jút      21.931   811  3,70  22.131   300 1,4   511  2,31
Đắk Mil     27.969   470  1,68  28.169   100 0,4   370  1,31
Đắk Song    20.807   592  2,85  21.007   140 0,7   452  2,15
Đắk R'Lấp   23.970   468  1,95  24.170   100 0,4   368  1,52
Tuy Đức     16.674 3.131 18,78  16.874 1.400 8,5 1.731 10,26
Đắk Glong   18.832 2.531 13,44  19.032 1.200 6,4 1.331  6,99
Gia Nghĩa   20.592    87  0,42  20.792    25 0,1    62  0,30
Toàn tỉnh  170.550 8.838  5,18 172.150 3.415 2,0 5.423  3,15
"""
"""The appendix of Kế hoạch 97/KH-UBND as it was printed, from households 2023 to the rate 2024."""

_FIGURES = 8
_EDITED_UNIT, _REDUCTION = "Tuy Đức", 6


class Result(NamedTuple):
    """What was compared, what should have been and what was."""

    what: str
    expected: object
    found: object

    @property
    def passed(self) -> bool:
        """Whether they are the same."""
        return self.expected == self.found

    def sentence(self) -> str:
        """The outcome in one line."""
        if self.passed:
            return f"đạt        {self.what}"
        return f"KHÔNG ĐẠT  {self.what}: cần {self.expected}, có {self.found}"


def golden() -> dict[str, list[str]]:
    """The eight printed figures of each row, as texts."""
    rows = [line.split() for line in GOLDEN.strip().splitlines()]
    return {" ".join(row[:-_FIGURES]): row[-_FIGURES:] for row in rows}


def run() -> int:
    """Test everything and say what was compared; 0 when all is as it should be."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    passed = True
    try:
        for result in _results():
            passed = passed and result.passed
            _say(result.sentence())
    except Exception as error:  # a part that is missing in the built program must be named
        passed = False
        _say(f"KHÔNG ĐẠT  {type(error).__name__}: {error}")
    _say("Tự kiểm tra: đạt." if passed else "Tự kiểm tra: KHÔNG ĐẠT.")
    return 0 if passed else 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _results() -> Iterator[Result]:
    from dnplanner.app import Program
    from dnplanner.storage.samples import sample
    from dnplanner.ui.unattended import let_go, preferences_in, wait_for

    with tempfile.TemporaryDirectory() as folder:
        program = Program(sample(), preferences_in(Path(folder)), ["dnplanner"])
        wait_for(program.window.completed, program.show)
        parts = program.window.parts
        yield Result("cửa sổ mở đủ các phần", True, parts is not None)
        if parts is not None:
            wait_for(parts.chart.ready)
            yield Result("biểu đồ được vẽ", True, parts.chart.plot is not None)
        yield from _table_results(program)
        yield from _edit_results(program)
        yield from _document_results(program, Path(folder))
        yield from _export_results(program, Path(folder))
        let_go(program.window)


def _table_results(program: Program) -> Iterator[Result]:
    """The table shows the printed appendix."""
    sheet = program.window.sheet
    lines = [_texts(sheet.body_model, row) for row in range(sheet.body_model.rowCount())]
    lines.append(_texts(sheet.total_model, 0))
    shown = {line[0]: line[1:] for line in lines}
    for name, figures in golden().items():
        yield Result(f"bảng trong cửa sổ, {name}", figures, shown.get(name))


def _texts(model: PlanTableModel, row: int) -> list[str]:
    """Name and figures of a row as they are displayed."""
    return [str(model.index(row, column).data()) for column in range(1, _FIGURES + 2)]


def _edit_results(program: Program) -> Iterator[Result]:
    """Typing one number moves the total, and undo takes it back."""
    body, total = program.window.sheet.body_model, program.window.sheet.total_model
    row = next(r for r in range(body.rowCount()) if _texts(body, r)[0] == _EDITED_UNIT)
    typed = body.setData(body.index(row, _REDUCTION), "1.350")
    yield Result("gõ 1.350 hộ giảm cho Tuy Đức", True, typed)
    yield Result("tổng theo sau khi sửa", "3.365", total.index(0, _REDUCTION).data())
    refused = body.setData(body.index(row, _REDUCTION), "1350,5")
    yield Result("từ chối số hộ lẻ", False, refused)
    program.document.undo_stack.undo()
    yield Result("hoàn tác", "3.415", total.index(0, _REDUCTION).data())


def _document_results(program: Program, folder: Path) -> Iterator[Result]:
    """A saved document holds the same facts."""
    from dnplanner.storage.document_file import load, save

    path, plan = folder / "thử.dnplan", program.document.plan
    save(plan, path)
    yield Result("ghi và mở lại tệp", dict(plan.facts()), dict(load(path).facts()))


def _export_results(program: Program, folder: Path) -> Iterator[Result]:
    """The appendix holds the printed figures, formulas with their results."""
    from dnplanner.exchange.appendix_figures import saved_figures
    from dnplanner.models.appendix_export import write_appendix
    from dnplanner.models.wording import appendix_options

    path, plan = folder / "phụ lục.xlsx", program.document.plan
    question = program.document.question
    write_appendix(plan, question, appendix_options(plan, question), path)
    saved = saved_figures(path.read_bytes())
    for name, figures in golden().items():
        expected = [float(text.replace(".", "").replace(",", ".")) for text in figures]
        yield Result(f"phụ lục Excel, {name}", expected, saved.get(name))
    yield from _intake_results(program, path)


def _intake_results(program: Program, appendix: Path) -> Iterator[Result]:
    """The appendix, read back by the child process that reads other people's files, is the plan."""
    from dnplanner.exchange.intake import read_proposal

    proposal = read_proposal(appendix, program.document.plan)
    yield Result("nhập lại phụ lục: chỗ chưa chắc", True, proposal.certain)
    edit = proposal.edit(program.document.plan)
    yield Result("nhập lại phụ lục: chỗ khác kế hoạch", 0, len(edit.changes))
