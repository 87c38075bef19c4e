"""The commands as a whole: help, refusals, consoles, pictures, the shell."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import main as entry_point
from dnplanner import __version__, cli
from tests.shell import refusal

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"PK\x03\x04" + bytes(100)])
@pytest.mark.parametrize("command", ["show", "check", "export", "set", "screenshot"])
def test_a_file_that_is_no_document_is_refused_by_every_command(
    command: str, content: bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "lạ.dnplan"
    file.write_bytes(content)
    more = {
        "export": ["--appendix", str(tmp_path / "a.xlsx")],
        "set": ["--unit", "X", "--cell", "poor_end=1", "-o", str(tmp_path / "b.dnplan")],
        "screenshot": [str(tmp_path / "c.png")],
    }
    sentence = refusal(capsys, command, str(file), *more.get(command, []))
    assert sentence.startswith(("lạ.dnplan: Đây ", "lạ.dnplan: Tệp rỗng"))
    assert [path.name for path in tmp_path.iterdir()] == ["lạ.dnplan"]


def test_a_missing_file_is_said_to_be_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "show", "none.dnplan") == (
        "none.dnplan: Không tìm thấy tệp: hãy xem lại tên tệp và thư mục."
    )


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["shwo", "x"], "LỆNH không nhận “shwo”: chọn một trong show, export, check, set"),
        (["set", "sample"], "Lệnh còn thiếu: --unit, --cell, -o."),
        (["set", "sample", "--unit"], "--unit cần một giá trị viết ngay sau nó."),
        (["show", "--nope"], "Lệnh không hiểu --nope: hãy xem cách dùng bằng main.py --help."),
        (["show", "a", "b"], "Lệnh không hiểu b: hãy xem cách dùng bằng main.py --help."),
        (["export"], "Lệnh còn thiếu: --appendix."),
        (["show", "--json=1"], "Lệnh viết chưa đúng: hãy xem cách dùng bằng main.py show --help."),
    ],
)
def test_a_misspelt_command_is_told_what_is_wrong_with_it(
    argv: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(capsys, *argv).startswith(told)


@pytest.mark.parametrize("command", [*entry_point.COMMANDS, ""])
def test_every_command_has_vietnamese_help_with_the_exit_codes(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*([command] if command else []), "--help"]) == cli.DONE
    text = capsys.readouterr().out
    assert text.startswith("Cách dùng: main.py")
    assert "Mã thoát: 0 xong; 1" in text
    assert not {"usage:", "options:", "positional", "show this help"} & set(text.split("\n"))


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == cli.DONE
    assert capsys.readouterr().out == f"DN Planner {__version__}\n"


class Camera:
    """Stands in for the window: remembers what picture was asked for."""

    def __init__(self, result: int = 0) -> None:
        self.result = result
        self.asked: tuple[Path, tuple[int, int], str, str] | None = None

    def take(self, plan: Plan, out: Path, size: tuple[int, int], theme: str, language: str) -> int:
        assert plan.base_year == 2023
        self.asked = (out, size, theme, language)
        return self.result


@pytest.mark.parametrize(
    ("argv", "asked"),
    [
        (["a.png"], (Path("a.png"), (1366, 768), "light", "vi")),
        (["sample", "a.png"], (Path("a.png"), (1366, 768), "light", "vi")),
        (
            ["a.png", "--size", "1280x720", "--theme", "dark", "--lang", "en"],
            (Path("a.png"), (1280, 720), "dark", "en"),
        ),
        (
            ["--theme", "dark", "sample", "a.png"],
            (Path("a.png"), (1366, 768), "dark", "vi"),
        ),
    ],
)
def test_a_screenshot_is_taken_as_asked(
    argv: list[str], asked: object, capsys: pytest.CaptureFixture[str]
) -> None:
    camera = Camera()
    assert cli.main(["screenshot", *argv], take_picture=camera.take) == cli.DONE
    assert camera.asked == asked
    assert capsys.readouterr().out == "Đã chụp cửa sổ: a.png\n"


def test_a_picture_that_is_not_written_or_has_no_size_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["screenshot", "a.png"], take_picture=Camera(1).take) == cli.REFUSED
    assert "Chưa ghi được ảnh" in capsys.readouterr().err
    for size in ("x", "1x1", "99999x768", "1366"):
        assert f"Cỡ ảnh “{size}”" in refusal(capsys, "screenshot", "a.png", "--size", size)


def test_an_unforeseen_error_is_still_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: str) -> Plan:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_load", fail)
    assert refusal(capsys, "show") == "Chưa thực hiện được (mã lỗi: ZeroDivisionError)."


def test_the_self_test_is_handed_in_and_its_exit_code_handed_on() -> None:
    assert cli.main(["self-test"], test_itself=lambda: 1) == 1
    assert cli.main(["self-test"], test_itself=lambda: 0) == 0


def test_a_console_without_vietnamese_letters_gets_valid_json_and_readable_refusals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    streams = io.BytesIO(), io.BytesIO()
    for name, stream in zip(("stdout", "stderr"), streams, strict=True):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(stream, "cp1252", write_through=True))
    assert cli.main(["show", "--json"]) == cli.DONE
    assert cli.main(["show", "none.dnplan"]) == cli.REFUSED
    printed, refused = (stream.getvalue() for stream in streams)
    assert json.loads(printed)["units"][5]["name"] == "Tuy Đức"
    assert refused.startswith(b"none.dnplan")


def run_program(*argv: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *argv],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        timeout=100,
        check=False,
    )


def test_the_program_shows_the_sample_from_the_shell() -> None:
    done = run_program("show", "sample", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["total"]["reduction"] == 3415


def test_the_program_refuses_from_the_shell_without_a_traceback() -> None:
    done = run_program("show", "none.dnplan")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("none.dnplan: Không tìm thấy tệp")


def test_a_reader_that_has_seen_enough_is_no_reason_for_a_word() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "main.py", "show", "sample", "--json"],
            cwd=ROOT,
            stdout=writing,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (cli.REFUSED, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["show", "check"])
def test_a_full_disk_behind_the_output_is_told(command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", command],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == cli.REFUSED
    assert done.stderr.startswith("Chưa in được kết quả vì nơi nhận đã đầy")
    assert done.stderr.count("\n") == 1


def test_the_program_passes_its_own_test() -> None:
    done = run_program("self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "Tự kiểm tra: đạt."
    assert "KHÔNG" not in done.stdout


def test_a_picture_of_the_window_is_taken_from_the_shell(tmp_path: Path) -> None:
    target = tmp_path / "cửa sổ.png"
    done = run_program("screenshot", "sample", str(target), "--size", "1280x720")
    assert (done.returncode, done.stderr) == (0, "")
    head = target.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1280, 720)


def test_commands_load_neither_the_window_nor_what_they_do_not_need() -> None:
    code = "import sys, main; main.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "show"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        env={"PYTHONUTF8": "1", "PATH": ""},
    )
    loaded = set(done.stderr.split())
    assert not {"PySide6.QtWidgets", "openpyxl", "pandas", "pyqtgraph"} & loaded


@pytest.mark.parametrize(
    ("argv", "window"),
    [
        ([], True),
        (["sample"], True),
        (["plan.dnplan"], True),
        (["show"], False),
        (["--version"], False),
        (["-h"], False),
        (["plan.dnplan", "x"], False),
    ],
)
def test_nothing_but_a_file_opens_the_window(argv: list[str], window: bool) -> None:
    assert entry_point.opens_window(argv) is window
