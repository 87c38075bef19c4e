"""What can be written on the command line, with its help in Vietnamese."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from dnplanner import __version__
from dnplanner.cli_allocate import add_arguments as add_allocate
from dnplanner.cli_documents import add_diff, add_history, add_verify
from dnplanner.cli_import import FORM_ABOUT, IMPORT_ABOUT, add_form, add_import
from dnplanner.core.entry import ENTERED, Cell
from dnplanner.core.errors import PlannerError

if TYPE_CHECKING:
    from collections.abc import Callable

_ABOUT = "DN Planner: lập và theo dõi chỉ tiêu giảm nghèo hằng năm. Không có lệnh thì mở cửa sổ."
_EXIT_CODES = (
    "Mã thoát: 0 xong; 1 kế hoạch có lỗi (check), tệp hỏng (verify), còn chỗ chưa chắc nên chưa "
    "ghi (import) hoặc tự kiểm tra không đạt (self-test); "
    "2 lệnh bị từ chối, không đọc hoặc không ghi được."
)
_FILE = "tệp .dnplan, hoặc chữ sample là kế hoạch mẫu Đắk Nông 2024 (mặc định)"
_SIZE = re.compile(r"([0-9]{3,4})[xX×]([0-9]{3,4})", re.ASCII)
_SMALLEST, _LARGEST = 320, 8000


class Misspelt(PlannerError):
    """A command line that cannot be understood."""


class Formatter(argparse.HelpFormatter):
    """Help whose own words are Vietnamese."""

    def start_section(self, heading: str | None) -> None:
        """Begin a part of the help."""
        super().start_section(_HEADINGS.get(heading or "", heading))

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage: ", "Cách dùng: ", 1)


_COMPLAINTS = {
    code: re.compile(form)
    for code, form in {
        "usage_one_of": "one of the arguments (?P<names>.+) is required",
        "usage_missing": "the following arguments are required: (?P<names>.+)",
        "usage_choice": r"argument (?P<name>\S+): invalid choice: (?P<value>.+?) "
        r"\(choose from (?P<names>.+)\)",
        "usage_unknown": "unrecognized arguments: (?P<names>.+)",
        "usage_together": r"argument (?P<name>\S+): not allowed with argument (?P<names>.+)",
        "usage_value": r"argument (?P<name>\S+): expected (?:one|at least one) argument",
    }.items()
}
"""How argparse words what it refuses, in Python 3.11 to 3.13."""

_HEADINGS = {"positional arguments": "Tham số", "options": "Tùy chọn"}


class Parser(argparse.ArgumentParser):
    """A parser that refuses as the rest of the program does: in one sentence, with a way out."""

    def error(self, message: str) -> NoReturn:
        """Refuse; argparse's own messages, which are English, say what is wrong with what."""
        for code, form in _COMPLAINTS.items():
            found = form.match(message)
            if found is not None:
                words = {name: text.replace("'", "") for name, text in found.groupdict().items()}
                raise Misspelt(code, command=self.prog, **words)
        raise Misspelt("usage", command=self.prog, message=message)


def arguments_of(argv: list[str]) -> argparse.Namespace:
    """The command and its arguments. Raises Misspelt; help and version exit by themselves."""
    parser = _parser(Parser, prog="main.py", description=_ABOUT)
    parser.add_argument(
        "--version", action="version", version=f"DN Planner {__version__}", help="in số phiên bản"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", title="Lệnh")

    def command(name: str, about: str) -> Parser:
        return _parser(commands.add_parser, name=name, help=about, description=about)

    _add_show(command("show", "in số liệu kế hoạch"))
    _add_export(command("export", "xuất phụ lục chính thức ra Excel"))
    _add_check(command("check", "kiểm tra kế hoạch"))
    _add_set(command("set", "sửa ô của một đơn vị rồi ghi ra tệp mới"))
    allocate = command("allocate", "phân bổ số hộ giảm cho các đơn vị rồi ghi ra tệp mới")
    add_allocate(allocate)
    _add_which(allocate)
    add_diff(command("diff", "so sánh hai kế hoạch"))
    add_history(command("history", "in lịch sử thay đổi của một tệp"))
    add_verify(command("verify", "xem một tệp có lành không"))
    add_import(command("import", IMPORT_ABOUT))
    add_form(command("form", FORM_ABOUT))
    _add_screenshot(command("screenshot", "chụp cửa sổ ra tệp ảnh PNG"))
    command("self-test", "chương trình tự kiểm tra trên kế hoạch mẫu")
    return parser.parse_args(argv)


def _parser(make: Callable[..., Parser], **described: object) -> Parser:
    parser = make(
        epilog=_EXIT_CODES,
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
        **described,
    )
    parser.add_argument("-h", "--help", action="help", help="in hướng dẫn này")
    return parser


def _add_which(parser: Parser) -> None:
    parser.add_argument("--scenario", metavar="TÊN", help="phương án (mặc định: phương án đầu)")
    parser.add_argument("--year", metavar="NĂM", help="năm kế hoạch (mặc định: năm đầu)")


def _add_show(parser: Parser) -> None:
    parser.add_argument("file", nargs="?", default="sample", metavar="FILE", help=_FILE)
    _add_which(parser)
    parser.add_argument("--json", action="store_true", help="in dạng JSON")


def _add_export(parser: Parser) -> None:
    parser.add_argument("file", nargs="?", default="sample", metavar="FILE", help=_FILE)
    _add_which(parser)
    parser.add_argument(
        "--appendix", required=True, type=Path, metavar="OUT.xlsx", help="tệp Excel để ghi"
    )
    parser.add_argument(
        "--with-checks", action="store_true", help="kèm một trang các điểm cần xem lại"
    )


def _add_check(parser: Parser) -> None:
    parser.add_argument("file", nargs="?", default="sample", metavar="FILE", help=_FILE)
    _add_which(parser)
    parser.add_argument("--json", action="store_true", help="in dạng JSON")


def _add_set(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="tệp .dnplan, hoặc sample")
    parser.add_argument("--unit", required=True, metavar="TÊN", help="tên hoặc mã đơn vị")
    parser.add_argument(
        "--cell",
        required=True,
        action="append",
        metavar="Ô=SỐ",
        help=f"ô và số mới, làm lần lượt nếu có nhiều; ô là {', '.join(ENTERED)}; "
        "số viết kiểu Việt Nam, ví dụ 1.400 hoặc 8,5; để trống sau dấu = là xóa",
    )
    _add_which(parser)
    parser.add_argument(
        "-o", dest="out", required=True, type=Path, metavar="OUT.dnplan", help="tệp để ghi"
    )


def _add_screenshot(parser: Parser) -> None:
    parser.add_argument("file", nargs="?", default="sample", metavar="FILE", help=_FILE)
    parser.add_argument("out", type=Path, metavar="OUT.png", help="tệp ảnh để ghi")
    parser.add_argument("--size", default="1366x768", metavar="RỘNGxCAO", help="cỡ cửa sổ")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="nền")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ")


def size_of(text: str) -> tuple[int, int]:
    """Width and height of ``1366x768``. Raises Misspelt."""
    found = _SIZE.fullmatch(text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(_SMALLEST <= side <= _LARGEST for side in size):
        raise Misspelt("size", text=text)
    return size


def cell_and_text(written: str) -> tuple[Cell, str]:
    """The cell and the value of ``poor_end=1731``. Raises Misspelt."""
    name, equals, text = written.partition("=")
    if not equals:
        raise Misspelt("cell_form", text=written)
    if name.strip() not in set(Cell):
        raise Misspelt("cell", name=name.strip(), known=", ".join(ENTERED))
    return Cell(name.strip()), text
