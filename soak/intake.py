"""Foreign files, damaged in every way: one refusal or a proposal, and never a crash or a hang (X2).

Numbers and pasted texts of all kinds beside: read as written, asked, or left out (X4, X10).
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.numerals import format_count
from dnplanner.core.pasting import parse_block, paste
from dnplanner.core.series import Series
from dnplanner.exchange.grid import GridCell, Kind
from dnplanner.exchange.intake import interpret, source_of
from dnplanner.exchange.number_meaning import Wanted, decide
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.exchange.reading import Reader
from dnplanner.exchange.slots import Aim, What
from dnplanner.storage.samples import sample
from soak.outcome import Outcome, memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dnplanner.core.plan import Plan

LONGEST = 30.0
"""Seconds that one file may take."""

_HEAD = (
    "Stt",
    "Huyện, thành phố",
    "Tổng số hộ cuối năm 2023",
    "Số hộ nghèo cuối năm 2023",
    "Tỷ lệ (%)",
)


def run(count: int, seed: int = 1) -> Outcome:
    """``count`` damaged files per format, as many columns of numbers, half as many pastes."""
    outcome = Outcome("intake")
    with tempfile.TemporaryDirectory(dir=memory()) as folder, Reader() as reader:
        for path in _sound_files(Path(folder)):
            _prove_format(outcome, reader, path, count, seed)
    _prove_numbers(outcome, count, seed)
    _prove_pastes(outcome, max(1, count // 2), seed)
    return outcome


def _prove_format(outcome: Outcome, reader: Reader, path: Path, count: int, seed: int) -> None:
    sound, plan = path.read_bytes(), sample()
    damaged = path.with_stem("damaged")
    for number in range(count):
        chance = random.Random(f"{seed}/{path.suffix}/{number}")
        damages = _ZIP_DAMAGES if sound.startswith(b"PK") else _DAMAGES
        damaged.write_bytes(chance.choice(damages)(sound, chance))
        began = time.monotonic()
        outcome.count(_judged(outcome, reader, damaged, plan, number))
        took = time.monotonic() - began
        outcome.must(took < LONGEST, f"{path.suffix} {number} took {took:.0f} s")


def _judged(outcome: Outcome, reader: Reader, path: Path, plan: Plan, number: int) -> str:
    try:
        grid = reader.read(path)
        found = interpret(grid, source_of(path), plan, Aim(What.PLAN), {})
        apply(plan, found.edit(plan))
    except WorkbookRefused as refused:
        return f"{path.suffix[1:]} {refused.code}"
    except Exception as error:  # exactly what must not happen
        outcome.losses.append(f"{path.suffix} {number}: {error!r}")
        return "uncaught"
    return f"{path.suffix[1:]} read"


def _sound_files(folder: Path) -> Iterator[Path]:
    """The sample's review in each format; .xls and .ods where LibreOffice is there."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows: list[list[object]] = [list(_HEAD), *_rows()]
    for row in rows:
        sheet.append(row)
    path = folder / "review.xlsx"
    book.save(path)
    yield path
    text = folder / "review.csv"
    lines = (";".join(str(cell) for cell in row) for row in rows)
    text.write_text("\n".join(lines), encoding="utf-8")
    yield text
    office = shutil.which("soffice")
    for form in ("xls", "ods") if office else ():
        command = [str(office), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        yield path.with_suffix("." + form)


def _rows() -> Iterator[list[object]]:
    plan = sample()
    rows = Evaluation(plan, Question(plan.outline.scenarios[0], 2024, Series.POOR)).rows
    for at, unit in enumerate(plan.tree.children_of(plan.tree.root), 1):
        row = rows[unit]
        rate = round(float(row.rate_start or 0), 2)
        yield [f"{at:02}", plan.unit(unit).name, row.households_start, row.poor_start, rate]


def _prove_numbers(outcome: Outcome, count: int, seed: int) -> None:
    """Columns of counts in any spelling: the number meant, or a question that offers it."""
    chance = random.Random(seed)
    for _ in range(count):
        spell = chance.choice(_SPELLINGS)
        counts = [chance.choice((chance.randrange(1000), chance.randrange(10**7))) for _ in "12345"]
        cells = [spell(number) for number in counts]
        for number, meant in zip(counts, decide(cells, Wanted.COUNT), strict=True):
            outcome.count("numbers")
            right = number in meant.choices if meant.doubt else meant.value == number
            outcome.must(right, f"{number} read as {meant}")


def _spelt(text: str) -> GridCell:
    return GridCell(Kind.TEXT, text)


_SPELLINGS: tuple[Callable[[int], GridCell], ...] = (
    lambda number: GridCell(Kind.NUMBER, number),
    lambda number: _spelt(str(number)),
    lambda number: _spelt(format_count(number)),
    lambda number: _spelt(f"{number:,}"),
    lambda number: _spelt(f"{number:,}".replace(",", "\u00a0")),
    lambda number: _spelt(f"{number:,}".replace(",", " ") + " hộ"),
    lambda number: _spelt("'" + format_count(number)),
)


def _prove_pastes(outcome: Outcome, count: int, seed: int) -> None:
    """Any text pasted anywhere: a possible plan, in one step that can be taken back."""
    plan = sample()
    question = Question(plan.outline.scenarios[0], 2024, Series.POOR)
    evaluation = Evaluation(plan, question)
    units = [*plan.tree.children_of(plan.tree.root), plan.tree.root]
    cells = list(Cell)
    chance = random.Random(seed)
    for number in range(count):
        block = parse_block(_rubbish(chance))
        column = chance.randrange(len(cells))
        pasted = paste(plan, evaluation, units, cells[column:], block)
        after = apply(plan, pasted.edit)
        outcome.count("pastes")
        back = apply(after, pasted.edit.inverse())
        outcome.must(back.tables == plan.tables, f"paste {number} cannot be taken back")
        for row in Evaluation(after, question).rows.values():
            possible = 0 <= (row.poor_end or 0) <= (row.households_end or 0)
            outcome.must(possible, f"paste {number} makes an impossible plan")


def _rubbish(chance: random.Random) -> str:
    pieces = ("\t", "\n", '"', "1.400", "3,78", "–", "748", "x", "\r\n", "0", "\u00a0", "ắ", "%")
    return "".join(chance.choice(pieces) for _ in range(chance.randrange(80)))


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 1, 4, 32])):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _drop(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice([1, 7, 100]) :]


def _double(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    return content[:end] + content[start:]


_DAMAGES = (_cut, _flip, _drop, _double)


def _within(content: bytes, chance: random.Random) -> bytes:
    """Damage inside one part, packed anew: only the part's reader can notice."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as target:
        names = archive.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = archive.read(name)
            if name == chosen and part:
                part = chance.choice((*_DAMAGES, _number))(part, chance)
            target.writestr(name, part)
    return out.getvalue()


def _number(content: bytes, chance: random.Random) -> bytes:
    """Another number somewhere: sizes, styles, references."""
    places = [at for at, code in enumerate(content) if 48 <= code <= 57]
    if not places:
        return content
    at = chance.choice(places)
    return content[:at] + chance.choice([b"0", b"9", b"-1", b"99999", b"4294967296"]) + content[at:]


_ZIP_DAMAGES = (*_DAMAGES, _within, _within, _within, _within)
