"""A planned cut beside past cuts and similar units."""

from __future__ import annotations

from fractions import Fraction

from dnplanner.core.checks import Findings
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.ground import Ground
from dnplanner.core.plan import Nature, ObservedKey, Plan, Printed, PrintedKey, StandardKey
from dnplanner.core.realism import Cut, Realism, realism
from dnplanner.core.series import Measure, Series
from dnplanner.storage.samples import sample
from tests.core.planned_units import evaluated, numbered, province, reductions


def printed(unit: str, year: int, nature: Nature = Nature.ACTUAL, standard: str = "") -> PrintedKey:
    return PrintedKey(unit, year, Series.POOR, nature, standard)


def known_of(plan: Plan, unit: str, neighbours: int = 3) -> Realism:
    ground = Ground(plan, evaluated(plan))
    ground.read_records()
    return realism(ground, unit, neighbours)


def test_the_province_planned_less_than_it_had_managed() -> None:
    plan = sample()
    evaluation = Evaluation(plan, Question("pa-1", 2024, Series.POOR))
    known = Findings(plan, evaluation).realism("dak-nong")
    assert [(cut.first_year, cut.last_year) for cut in known.past] == [
        (2015, 2018), (2018, 2020), (2022, 2023),
    ]  # fmt: skip
    assert known.fastest == Cut(2018, 2020, Fraction("3.26"))
    assert known.planned is not None
    assert known.planned < known.fastest.points


def test_a_cut_is_an_average_a_year_and_never_reaches_across_standards() -> None:
    plan = province(
        {"a": (1000, 100)},
        more={
            printed("a", 2016, standard="cũ"): Printed(rate=Fraction(40)),
            printed("a", 2019): Printed(rate=Fraction(16)),
            StandardKey(2016): "cũ",
        },
    )
    known = known_of(plan, "a")
    assert known.past == (Cut(2019, 2023, Fraction(3, 2)),)


def test_counts_of_other_years_and_reported_cuts_are_known_too() -> None:
    plan = province(
        {"a": (1000, 100)},
        more={
            ObservedKey("a", 2022, Measure.HOUSEHOLDS): 1000,
            ObservedKey("a", 2022, Measure.POOR): 130,
            printed("a", 2021): Printed(points=Fraction("4.5")),
            printed("a", 2020, Nature.PLAN): Printed(points=Fraction(9)),
        },
    )
    known = known_of(plan, "a")
    assert known.past == (Cut(2020, 2021, Fraction("4.5")), Cut(2022, 2023, Fraction(3)))


def test_similar_units_are_those_with_the_nearest_rates() -> None:
    plan = province(
        numbered([(1000, 100), (1000, 90), (1000, 300), (1000, 120)]),
        more=reductions({"u01": 20, "u02": 99, "u03": 40}),
    )
    known = known_of(plan, "u00", neighbours=2)
    assert [(one.unit, float(one.points)) for one in known.similar] == [("u01", 2), ("u03", 4)]
    assert known.median == 3
    assert known_of(plan, "u00", neighbours=1).median == 2


def test_without_past_or_siblings_nothing_is_judged() -> None:
    plan = province({"a": (0, 0)})
    known = known_of(plan, "a")
    assert (known.planned, known.past, known.fastest, known.similar, known.median) == (
        None, (), None, (), None,
    )  # fmt: skip
