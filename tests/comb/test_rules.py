"""A rule set is diagnosed."""

from bluebook.comb.rules import diagnose
from tests.comb.bodies import SOURCES, catalogue, claim


def verdicts(*rules: str, **figures: float) -> dict[str, str]:
    claims = [claim(code, "2020", value) for code, value in figures.items()]
    return {d.rule: d.verdict for d in diagnose(claims, catalogue(*rules), SOURCES)}


def test_a_rule_that_the_others_imply_is_redundant() -> None:
    found = verdicts("x = y + z", "y <= x", "w <= y", x=3, y=1, z=2, w=1)
    assert found == {"x = y + z": "sound", "y <= x": "redundant", "w <= y": "sound"}


def test_rules_that_leave_only_zero_are_contradictory() -> None:
    found = verdicts("x = y + z", "y + z = 2 * x", x=3, y=1, z=2)
    assert set(found.values()) == {"contradictory"}


def test_a_rule_without_figures_is_never_tested() -> None:
    assert verdicts("x = y + z", x=3) == {"x = y + z": "never tested"}


def test_rules_over_time_and_places_are_counted_only() -> None:
    found = diagnose(
        [claim("s", "2019-12", 1), claim("s", "2020-12", 3), claim("x", "2020", 2)],
        catalogue("change(s) = ytd(x)", "x = sum(x)"),
        SOURCES,
    )
    assert [d.tested for d in found] == [1, 0]
    assert [d.verdict for d in found] == ["sound", "never tested"]
