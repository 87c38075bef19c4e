"""The command ``allocate``: share a reduction among the units below the whole, or below one unit.

Prints the shares with their reasons and writes the plan with them. What cannot be is refused with
the households by which it fails, and nothing is written.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from dnplanner.core.errors import EntryRefused, PlannerError
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.numerals import (
    decimal_point,
    format_count,
    format_ratio,
    parse_count,
    parse_percent,
)
from dnplanner.core.plan import Pinned, Target
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.core.sharing import (
    NO_LIMITS,
    Sharing,
    Weighting,
    lock_at_present,
    row_after,
    share,
    share_edit,
)
from dnplanner.core.territory import find_unit

if TYPE_CHECKING:
    import argparse

    from dnplanner.core.apportionment import Share
    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan
    from dnplanner.core.sharing import Limits

_WEIGHTINGS = [str(weighting) for weighting in Weighting if weighting is not Weighting.COLUMN]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be written after ``allocate``, but for scenario and year."""
    parser.add_argument("file", metavar="FILE", help="tệp .dnplan, hoặc sample")
    total = parser.add_mutually_exclusive_group(required=True)
    total.add_argument("--reduction", metavar="N", help="tổng số hộ giảm, ví dụ 3.415")
    total.add_argument("--points", metavar="X", help="số điểm %% giảm của cả địa bàn, ví dụ 2")
    total.add_argument("--rate", metavar="R", help="tỷ lệ cuối năm của cả địa bàn, ví dụ 3,15")
    parser.add_argument("--by", required=True, choices=_WEIGHTINGS, help="cách phân bổ")
    parser.add_argument("--unit", metavar="TÊN", help="đơn vị cấp trên (mặc định: toàn địa bàn)")
    for name, about in (("--floor", "số hộ tối thiểu"), ("--cap", "số hộ tối đa")):
        parser.add_argument(
            name, action="append", default=[], metavar="TÊN=N", help=f"{about} của một đơn vị"
        )
    parser.add_argument(
        "--lock", action="append", default=[], metavar="TÊN", help="giữ nguyên một đơn vị"
    )
    parser.add_argument(
        "-o", dest="out", required=True, type=Path, metavar="OUT.dnplan", help="tệp để ghi"
    )
    parser.add_argument("--json", action="store_true", help="in dạng JSON")


def run(plan: Plan, question: Question, arguments: argparse.Namespace) -> dict[str, object] | str:
    """Share, write the plan, and give what is to be printed: an object for JSON, or lines.

    What is written has the history of its file. Raises PlannerError, WriteFailed; then nothing is.
    """
    from dnplanner import cli_documents

    evaluation = Evaluation(plan, question)
    sharing = sharing_of(plan, evaluation, arguments)
    shares = share(plan, evaluation, sharing)
    edit = share_edit(plan, evaluation, shares, sharing.weighting)
    cli_documents.write_changed(arguments.file, [edit], arguments.out)
    if arguments.json:
        return listed(plan, evaluation, sharing, shares)
    lines = [*_lines(plan, evaluation, shares), f"Đã ghi: {arguments.out}"]
    return "\n".join(lines)


def sharing_of(plan: Plan, evaluation: Evaluation, arguments: argparse.Namespace) -> Sharing:
    """The sharing that the arguments ask for. Raises NotFound, NumeralError, PlannerError."""
    parent = find_unit(plan, arguments.unit) if arguments.unit else plan.tree.root
    limits: dict[str, Limits] = {}
    for field, written in (("floor", arguments.floor), ("cap", arguments.cap)):
        for text in written:
            unit, households = _named_count(plan, parent, text)
            limit = limits.get(unit, NO_LIMITS)
            _refuse_second(plan, unit, getattr(limit, field), households)
            limits[unit] = limit._replace(**{field: households})
    for unit in {_child(plan, parent, name) for name in arguments.lock}:
        if unit in limits:
            raise EntryRefused("limit_on_locked", name=plan.unit(unit).name)
        limits[unit] = lock_at_present(evaluation, unit)
    return Sharing(parent, _total(arguments), Weighting(arguments.by), limits)


def _refuse_second(plan: Plan, unit: str, first: int | None, second: int) -> None:
    """The last of two numbers would win unseen."""
    if first is not None:
        name = plan.unit(unit).name
        raise EntryRefused("limit_twice", name=name, first=first, second=second)


def listed(
    plan: Plan, evaluation: Evaluation, sharing: Sharing, shares: tuple[Share, ...]
) -> dict[str, object]:
    """What ``allocate --json`` prints; rates are texts with a decimal point, as displayed."""
    return {
        "unit": plan.unit(sharing.parent).name,
        "by": str(sharing.weighting),
        "total": sum(given.households for given in shares),
        "shares": [_listed_share(plan, evaluation, given) for given in shares],
    }


def _listed_share(plan: Plan, evaluation: Evaluation, given: Share) -> dict[str, object]:
    from dnplanner.models.wording.share_reasons import share_reason

    row = evaluation.row(given.unit)
    after, before = row_after(row, given), row.reduction or 0
    return {
        "code": plan.unit(given.unit).code,
        "name": plan.unit(given.unit).name,
        "before": before,
        "reduction": given.households,
        "difference": given.households - before,
        "points": decimal_point(after.points, POINTS_DECIMALS),
        "rate_end": decimal_point(after.rate_end, RATE_DECIMALS),
        "reason": str(given.reason),
        "explanation": share_reason(given),
    }


def _lines(plan: Plan, evaluation: Evaluation, shares: tuple[Share, ...]) -> list[str]:
    from dnplanner.models.wording.share_reasons import share_reason

    names = [plan.unit(given.unit).name for given in shares]
    width = max(map(len, names))
    lines = [f"{'':<{width}}{'Trước':>9}{'Sau':>9}{'Điểm %':>9}{'% cuối':>9}"]
    for name, given in zip(names, shares, strict=True):
        row = evaluation.row(given.unit)
        after = row_after(row, given)
        lines.append(
            f"{name:<{width}}{format_count(row.reduction):>9}{format_count(given.households):>9}"
            f"{format_ratio(after.points, POINTS_DECIMALS):>9}"
            f"{format_ratio(after.rate_end, RATE_DECIMALS):>9}  {share_reason(given)}"
        )
    total = format_count(sum(given.households for given in shares))
    return [*lines, f"{'Tổng':<{width}}{'':>9}{total:>9}"]


def _total(arguments: argparse.Namespace) -> Target:
    if arguments.reduction is not None:
        return Target(Pinned.REDUCTION, Fraction(parse_count(arguments.reduction)))
    if arguments.points is not None:
        return Target(Pinned.POINTS, parse_percent(arguments.points))
    return Target(Pinned.RATE_END, parse_percent(arguments.rate))


def _named_count(plan: Plan, parent: str, text: str) -> tuple[str, int]:
    """The unit and the households of ``Tuy Đức=1.400``."""
    name, equals, number = text.rpartition("=")
    if not equals:
        raise PlannerError("limit_form", text=text)
    return _child(plan, parent, name), parse_count(number)


def _child(plan: Plan, parent: str, name: str) -> str:
    """A unit right below the parent: limits on others would be without effect."""
    unit = find_unit(plan, name)
    if plan.unit(unit).parent != parent:
        raise PlannerError("not_shared_to", name=name.strip(), parent=plan.unit(parent).name)
    return unit
