"""The commands ``import`` and ``form``: figures of other people taken in, and asked for.

``import`` writes only what is certain. With anything in doubt it writes nothing, lists the doubts
and exits with 1, until each is answered by ``--accept`` or ``--accept-suggestions``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dnplanner.core.edits import apply
from dnplanner.core.errors import NotFound
from dnplanner.core.series import Series
from dnplanner.core.territory import find_unit
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.exchange.slots import What

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.exchange.merging import Conflict
    from dnplanner.exchange.proposals import Comparison, Doubt, Proposal
    from dnplanner.exchange.reading import Reader

DONE, DOUBTS, REFUSED = 0, 1, 2


IMPORT_ABOUT = "nhập số liệu từ tệp xlsx, xls, ods, csv"
FORM_ABOUT = "tạo biểu gửi các đơn vị điền số liệu"
_WHATS = [what.value for what in What]
_FORM_WHATS = [what.value for what in What if what is not What.REGISTER]


def add_parsers(
    subparsers: argparse._SubParsersAction[Any],
) -> dict[str, Callable[[argparse.Namespace], int]]:
    """Add both commands; the functions that run them, by name."""
    add_import(subparsers.add_parser("import", help=IMPORT_ABOUT))
    add_form(subparsers.add_parser("form", help=FORM_ABOUT))
    return {"import": run_import, "form": run_form}


def add_import(taking: argparse.ArgumentParser) -> None:
    """What ``import`` takes."""
    taking.add_argument("files", nargs="+", metavar="TỆP", help="một hay nhiều tệp cần nhập")
    taking.add_argument(
        "--into", metavar="TỆP.dnplan", default="sample", help="kế hoạch nhận số liệu"
    )
    taking.add_argument(
        "--what",
        choices=_WHATS,
        help="review: kết quả rà soát năm gốc; plan: chỉ tiêu kế hoạch; actual: kết quả thực hiện; "
        "register: danh sách hộ nghèo, hộ cận nghèo, đếm theo đơn vị (tự nhận biết)",
    )
    taking.add_argument("--year", type=int, metavar="NĂM", help="năm của số liệu")
    taking.add_argument("-o", "--output", required=True, metavar="TỆP.dnplan", help="tệp kết quả")
    taking.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    taking.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="Ô=GIÁ TRỊ",
        help="trả lời một chỗ chưa chắc, ví dụ D7=748 hoặc B9=Đắk Mil; dấu - là bỏ qua; nhiều "
        'trang thì ghi thêm tên trang: "Sheet1!D7=748", nhiều tệp thì thêm tên tệp: '
        '"a.xlsx:Sheet1!D7=748"',
    )
    taking.add_argument("--accept-suggestions", action="store_true", help="chấp nhận mọi gợi ý")
    taking.add_argument("--as-new", action="store_true", help="lập kế hoạch mới từ tệp")


def add_form(asking: argparse.ArgumentParser) -> None:
    """What ``form`` takes."""
    asking.add_argument("file", metavar="TỆP.dnplan", help="kế hoạch, hoặc chữ sample")
    asking.add_argument("-o", "--output", required=True, metavar="THƯ MỤC", help="nơi ghi biểu")
    asking.add_argument("--what", choices=_FORM_WHATS, default=What.ACTUAL.value, help="hỏi gì")
    asking.add_argument("--year", type=int, metavar="NĂM", help="năm của số liệu")


def run_import(arguments: argparse.Namespace) -> int:
    """Take files in; 0 written, 1 in doubt and nothing written, 2 a file is not readable."""
    try:
        return _import(arguments)
    except WorkbookRefused as error:
        from dnplanner.models.intake_wording import intake_refusal

        sys.stderr.write(intake_refusal(error) + "\n")
        return REFUSED


def run_form(arguments: argparse.Namespace) -> int:
    """Write a form for each unit below the whole. Raises WriteFailed."""
    from dnplanner.exchange.forms import FormQuestion, write_forms
    from dnplanner.models.intake_wording import form_wording

    plan = _load(arguments.file)
    folder = Path(arguments.output)
    folder.mkdir(parents=True, exist_ok=True)
    asked = FormQuestion.of(plan, What(arguments.what), arguments.year, Series.POOR)
    for path in write_forms(plan, folder, asked, form_wording()):
        sys.stdout.write(f"{path}\n")
    return DONE


class _Outcome(NamedTuple):
    """What reading led to: the plan with all that is certain, and what is not."""

    plan: Plan
    edit: Edit
    doubts: Sequence[tuple[str, Doubt]]
    comparisons: Sequence[tuple[str, Comparison]]
    conflicts: Sequence[Conflict] = ()
    planted: Sequence[tuple[str, str]] = ()
    source: str = ""


def _import(arguments: argparse.Namespace) -> int:
    answers = dict(_answer(text) for text in arguments.accept)
    outcome = _as_new(arguments, answers) if arguments.as_new else _into(arguments, answers)
    certain = not outcome.doubts and not outcome.conflicts
    if certain:
        _write(outcome, arguments)
    _report(outcome, certain, arguments)
    return DONE if certain else DOUBTS


def _write(outcome: _Outcome, arguments: argparse.Namespace) -> None:
    """A plan that has just begun has no history; any other keeps its own, and the import's."""
    from dnplanner import cli_documents
    from dnplanner.storage.document_file import save

    out = Path(arguments.output)
    if arguments.as_new:
        save(outcome.plan, out)
    else:
        cli_documents.write_changed(arguments.into, [outcome.edit], out, outcome.source)


def _answer(text: str) -> tuple[str, str]:
    place, separator, value = text.rpartition("=")
    if not separator:
        raise NotFound("answer", name=text)
    return place.strip(), value.strip()


def _settled(doubts: Sequence[Doubt], answers: dict[str, str], plan: Plan | None) -> dict[str, str]:
    """Answers with their sheet, where only one sheet asks about such a cell, and names as units."""
    settled = dict(answers)
    for doubt in doubts:
        sheets = {each.sheet for each in doubts if each.cell == doubt.cell}
        key = doubt.place if doubt.place in answers or len(sheets) > 1 else doubt.cell
        if key in answers:
            settled[doubt.place] = _chosen(doubt, answers[key], plan)
    return settled


def _chosen(doubt: Doubt, answer: str, plan: Plan | None) -> str:
    """The unit that an answer names, where units are the choices; else the answer itself."""
    if plan is None or answer in doubt.choices or not doubt.code.startswith("unit_"):
        return answer
    try:
        return find_unit(plan, answer)
    except NotFound:
        return answer  # asked about again, with the choices there are


def _answers_for(path: Path, answers: dict[str, str], alone: bool) -> dict[str, str]:
    """The answers about one file: those that name it, and when it is the only one all others."""
    name = f"{path.name}:"
    named = {place.removeprefix(name): v for place, v in answers.items() if place.startswith(name)}
    return {**answers, **named} if alone else named


def _as_new(arguments: argparse.Namespace, answers: dict[str, str]) -> _Outcome:
    from dnplanner.core.edits import Edit
    from dnplanner.exchange.intake import source_of
    from dnplanner.exchange.new_plans import new_plan
    from dnplanner.exchange.reading import read_grid
    from dnplanner.models.intake_wording import new_scenario_name

    path = Path(arguments.files[0])
    grid, source = read_grid(path), source_of(path)
    made = new_plan(grid, source, arguments.year, answers, new_scenario_name())
    settled = _settled(made.proposal.doubts, answers, None)
    if arguments.accept_suggestions:
        settled = {**made.proposal.suggestions(), **settled}
    if settled != answers:
        answers = settled
        made = new_plan(grid, source, arguments.year, answers, new_scenario_name())
    found = made.proposal
    return _Outcome(
        made.plan, Edit("import", ()), _named(found, found.doubts), _named(found, found.comparisons)
    )


def _into(arguments: argparse.Namespace, answers: dict[str, str]) -> _Outcome:
    from dnplanner.exchange.merging import merge, sources_of
    from dnplanner.exchange.reading import Reader

    plan = _load(arguments.into)
    paths = [Path(file) for file in arguments.files]
    with Reader() as reader:
        read = [
            _read(path, plan, arguments, _answers_for(path, answers, len(paths) == 1), reader)
            for path in paths
        ]
    proposals = [proposal for proposal, _ in read if proposal is not None]
    merged = merge(plan, [sent for _, sent in read], plan.tree.children_of(plan.tree.root))
    edit = merged.edit(plan, {})
    return _Outcome(
        apply(plan, edit),
        edit,
        merged.doubts,
        [pair for proposal in proposals for pair in _named(proposal, proposal.comparisons)],
        merged.conflicts,
        [pair for proposal in proposals for pair in _named(proposal, proposal.grid.planted)],
        sources_of(sent for _, sent in read),
    )


def _named(proposal: Proposal, things: Sequence[Any]) -> list[tuple[str, Any]]:
    return [(proposal.source.name, thing) for thing in things]


def _read(
    path: Path,
    plan: Plan,
    arguments: argparse.Namespace,
    answers: dict[str, str],
    reader: Reader,
) -> tuple[Proposal | None, Any]:
    """A file as what it would change: a workbook by its words, a document by its facts."""
    from dnplanner.exchange.intake import interpret, likely_what, source_of
    from dnplanner.exchange.merging import Sent
    from dnplanner.exchange.slots import Aim

    if path.suffix.casefold() == ".dnplan":
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return None, Sent.of_plan(path.name, digest, plan, _load(str(path)), path.stat().st_mtime)
    grid, source = reader.read(path), source_of(path)
    aim = Aim(What(arguments.what) if arguments.what else likely_what(grid), arguments.year)
    found = interpret(grid, source, plan, aim, answers)
    settled = _settled(found.doubts, answers, plan)
    if arguments.accept_suggestions:
        settled = {**found.suggestions(), **settled}
    if settled != answers:
        found = interpret(grid, source, plan, aim, settled)
    return found, Sent.of(found, plan, path.stat().st_mtime)


def _load(file: str) -> Plan:
    if file == "sample":
        from dnplanner.storage.samples import sample

        return sample()
    from dnplanner.storage.document_file import load

    return load(Path(file))


def _report(outcome: _Outcome, written: bool, arguments: argparse.Namespace) -> None:
    if arguments.json:
        sys.stdout.write(json.dumps(_listed(outcome, written), ensure_ascii=False, indent=2) + "\n")
        return
    from dnplanner.models.intake_wording import (
        comparison_sentence,
        doubt_sentence,
        planted_sentence,
    )

    said = [f"{file}: {planted_sentence(code)}" for file, code in outcome.planted]
    said += [f"{file}: {doubt_sentence(doubt, outcome.plan)}" for file, doubt in outcome.doubts]
    said += [
        f"{file}: {comparison_sentence(one, outcome.plan)}" for file, one in outcome.comparisons
    ]
    said += [_conflict_line(conflict) for conflict in outcome.conflicts]
    sys.stdout.write("".join(f"{line}\n" for line in said))


def _conflict_line(conflict: Conflict) -> str:
    versions = "; ".join(f"{version.file}: {version.value}" for version in conflict.versions)
    return f"{conflict.key[0]}: {versions}"


def _listed(outcome: _Outcome, written: bool) -> dict[str, object]:
    return {
        "written": written,
        "changes": len(outcome.edit.changes),
        "doubts": [
            {
                "file": file,
                "sheet": doubt.sheet,
                "cell": doubt.cell,
                "text": doubt.text,
                "reason": doubt.code,
                "choices": list(doubt.choices),
                "suggested": doubt.suggested,
                "times": doubt.times,
                "rows": list(doubt.rows),
            }
            for file, doubt in outcome.doubts
        ],
        "differences": [
            {
                "file": file,
                "sheet": one.sheet,
                "cell": one.cell,
                "kind": one.kind,
                "printed": str(float(one.printed)),
                "computed": str(float(one.computed)),
            }
            for file, one in outcome.comparisons
        ],
        "conflicts": [
            {
                "fact": [str(part) for part in conflict.key],
                "versions": {version.file: str(version.value) for version in conflict.versions},
            }
            for conflict in outcome.conflicts
        ],
        "planted": [{"file": file, "code": code} for file, code in outcome.planted],
    }
