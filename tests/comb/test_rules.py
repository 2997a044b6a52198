"""A rule set is diagnosed, and facts are confronted with it."""

from pathlib import Path

import pytest

from bluebook.catalogues import assemble
from bluebook.comb import comb
from bluebook.comb.account import Account
from bluebook.comb.rules.confront import confront
from bluebook.comb.rules.diagnosis import diagnose
from bluebook.comb.rules.ruleset import RuleSet
from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from tests.comb.bodies import SOURCES, catalogue, claim


def ruled(tmp_path: Path, *rules: str) -> Catalogue:
    """The catalogue of the test bodies with rules as an edition writes them."""
    import msgspec

    path = tmp_path / "rules.yaml"
    entries = "\n".join(f"  - {rule}" for rule in rules)
    path.write_text(f"rules:\n{entries}\n", "utf-8")
    base = catalogue()
    units = "units: {CNY: {name: {en: yuan}, dimension: CNY}}"
    names = "\n".join(
        f"  {i.code}: {{name: {{en: {i.code}}}, unit: CNY, kind: {i.kind}}}"
        for i in base.indicators.values()
    )
    places = "territories: {CN-AA: {name: {en: A}, parent: ''}}"
    (tmp_path / "base.yaml").write_text(f"{units}\n{places}\nindicators:\n{names}\n", "utf-8")
    found = assemble([tmp_path / "base.yaml", path])
    return msgspec.structs.replace(base, rules=found.rules)


def account(given: Catalogue, *claims: tuple[str, str, float]) -> Account:
    return comb([claim(*one) for one in claims], given, SOURCES)


def verdicts(*rules: str, **figures: float) -> dict[str, str]:
    claims = [claim(code, "2020", value) for code, value in figures.items()]
    return {d.rule: d.verdict for d in diagnose(comb(claims, catalogue(*rules), SOURCES))}


def test_a_rule_that_the_others_imply_is_redundant() -> None:
    found = verdicts("x = y + z", "y <= x", "w <= y", x=3, y=1, z=2, w=1)
    assert found == {"x = y + z": "sound", "y <= x": "redundant", "w <= y": "sound"}


def test_a_range_within_another_makes_it_redundant() -> None:
    found = verdicts("x <= 50", "x <= 90", x=3)
    assert found == {"x <= 50": "sound", "x <= 90": "redundant"}


def test_rules_that_leave_only_zero_are_contradictory() -> None:
    found = verdicts("x = y + z", "y + z = 2 * x", x=3, y=1, z=2)
    assert set(found.values()) == {"contradictory"}


def test_rules_that_cannot_hold_together_are_named_without_the_others() -> None:
    rules = RuleSet(catalogue("x <= y", "y <= z", "100 <= x", "z <= 50", "w <= z"))
    assert rules.contradiction == ("x <= y", "y <= z", "100 <= x", "z <= 50")


def test_what_rules_leave_to_each_indicator() -> None:
    ranges = RuleSet(catalogue("x = y + z", "20 <= y", "x <= 100")).ranges
    assert ranges["z"].upper == pytest.approx(80)
    assert (ranges["x"].lower, ranges["x"].upper) == pytest.approx((20, 100))


def test_a_rule_without_figures_is_never_tested() -> None:
    assert verdicts("x = y + z", x=3) == {"x = y + z": "never tested"}


def test_rules_over_time_and_places_are_counted_only() -> None:
    claims = [claim("s", "2019-12", 1), claim("s", "2020-12", 3), claim("x", "2020", 2)]
    found = diagnose(comb(claims, catalogue("change(s) = ytd(x)", "x = sum(x)"), SOURCES))
    assert [d.tested for d in found] == [1, 0]
    assert [d.verdict for d in found] == ["sound", "never tested"]


# Rules of an edition -------------------------------------------------------------------------


def test_a_range_is_one_rule_with_its_message_and_severity(tmp_path: Path) -> None:
    given = ruled(
        tmp_path,
        "{rule: 'x in [20, 120]', name: {zh: 区间, en: range}, hard: false, severity: error,"
        " message: {zh: 过高, en: out of range}}",
    )
    said = [claim("x", "2019", 61), *(claim("x", "2020", 353, source=s) for s in ("a", "late"))]
    found = comb(said, given, SOURCES)
    (told,) = found.disagreements
    assert (told.kind, told.severity) == ("rule", "error")
    assert "out of range" in told.message["en"] and "过高" in told.message["zh"]
    (one,) = diagnose(found)
    assert (one.rule, one.tested, one.failed) == ("x in [20, 120]", 4, 1)
    assert one.verdict == "too tight" and one.proposed == (61, 353)
    (failure,) = one.failures
    assert (failure.period, failure.value, failure.imbalance) == ("2020", 353, 233)


def test_a_broken_range_at_one_time_says_nothing_of_others(tmp_path: Path) -> None:
    given = ruled(tmp_path, "{rule: 'abs(yoy(x)) < 40', name: {en: growth}, hard: false}")
    claims = [(str(2015 + k), v) for k, v in enumerate((103, 111, 213, 221, 437))]
    found = account(given, *(("x", year, value) for year, value in claims))
    assert [d.message["en"] for d in found.disagreements if "2017" in d.message["en"]]
    assert len(found.disagreements) == 2
    assert {d.severity for d in found.disagreements} == {"warning"}


def test_a_condition_takes_places_and_times_out(tmp_path: Path) -> None:
    given = ruled(
        tmp_path,
        "{rule: 'abs(yoy(x)) < 40 unless year == 2017', name: {en: growth}, hard: false}",
    )
    found = account(given, ("x", "2016", 100), ("x", "2017", 200), ("x", "2018", 400))
    assert len(found.disagreements) == 1 and "2018" in found.disagreements[0].message["en"]
    assert {p.period for p in confront(found)} == {"2018"}


def test_a_hard_range_sets_the_claim_aside(tmp_path: Path) -> None:
    given = ruled(tmp_path, "{rule: 'x <= 120', name: {en: range}}")
    found = account(given, ("x", "2020", 600))
    (told,) = found.disagreements
    assert told.set_aside == ("a:x@CN,2020=600",)


def test_a_condition_on_figures_is_checked_on_facts_only(tmp_path: Path) -> None:
    given = ruled(tmp_path, "{rule: 'x <= y when z > 100', name: {en: r}}")
    assert [rule.combed for rule in given.rules] == [False]
    broken = account(given, ("x", "2020", 9), ("y", "2020", 3), ("z", "2020", 200))
    spared = account(given, ("x", "2020", 9), ("y", "2020", 3), ("z", "2020", 20))
    unsure = account(given, ("x", "2020", 9), ("y", "2020", 3), ("z", "2020", 100))
    assert not broken.disagreements
    assert [p.result for p in confront(broken)] == [False]
    assert [p.result for p in confront(spared)] == []
    assert [p.result for p in confront(unsure)] == [None]


def test_figures_near_the_limit_are_beyond_telling() -> None:
    points = list(confront(comb([claim("x", "2020", 50)], catalogue("x <= 50"), SOURCES)))
    assert [p.result for p in points] in ([None], [True])  # combing holds hard rules
    soft = catalogue()
    assert not list(confront(comb([claim("x", "2020", 50)], soft, SOURCES)))


@pytest.mark.parametrize(
    "entry",
    ["{rule: 'x in 20', name: {en: r}}", "{rule: 'x <= y unless year = 3', name: {en: r}}",
     "{rule: 'x <= y', severity: grave, name: {en: r}}", "{rule: 'x <= y', of: z, name: {en: r}}",
     "{rule: 'x <= y when nothing > 3', name: {en: r}}"],
)  # fmt: skip
def test_a_rule_that_cannot_be_read_names_file_and_line(tmp_path: Path, entry: str) -> None:
    with pytest.raises(BluebookError, match=r"rules\.yaml:2"):
        ruled(tmp_path, entry)
