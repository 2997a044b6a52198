"""Decisions are applied, and told when they no longer fit; vintages are kept apart."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.comb import comb
from bluebook.comb.decide import Decision, read_decisions, stale
from bluebook.comb.report import html
from bluebook.comb.vintage import Print, Revision, as_of, bias, revisions
from bluebook.errors import BluebookError
from bluebook.model.catalogue import Break
from bluebook.model.claim import Claim
from tests.comb.bodies import SOURCES, catalogue, claim

PLAIN = catalogue()
ONE = claim("s", "2020-08", 30591, source="a")
OTHER = claim("s", "2020-08", 46400, source="c")


def decide(verdict: str, *claims: str) -> Decision:
    return Decision(claims, verdict, "L", datetime.date(2021, 3, 2), "seen the return")


def test_an_accepted_claim_wins_against_a_better_source() -> None:
    account = comb([ONE, OTHER], PLAIN, SOURCES, [decide("accept", OTHER.id)])
    assert account.levels["s", "CN", "2020-08"].value == 46400
    assert account.disagreements[0].set_aside == (ONE.id,)


def test_a_rejected_claim_is_heard_no_more_but_shown() -> None:
    account = comb([ONE, OTHER], PLAIN, SOURCES, [decide("reject", ONE.id)])
    assert not account.disagreements
    fact = account.levels["s", "CN", "2020-08"]
    assert (fact.value, fact.set_aside) == (46400, (ONE.id,))


def test_both_kept_is_a_note() -> None:
    twins = [claim("s", "2020-08", v, source="c") for v in (30591, 46400)]
    account = comb(twins, PLAIN, SOURCES, [decide("both", *(c.id for c in twins))])
    assert [d.severity for d in account.disagreements] == ["note"]


def test_stale_decisions_are_told() -> None:
    gone = decide("reject", "nowhere:1")
    assert stale([gone, decide("reject", ONE.id)], {ONE.id: ONE}) == [gone]


def test_decisions_are_read_and_a_wrong_verdict_is_told(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    text = '[[decision]]\nclaims = ["a:1"]\nverdict = "reject"\n'
    text += 'who = "L"\nwhen = 2021-03-02\nwhy = "x"\n'
    assert read_decisions(path) == []
    path.write_text(text, encoding="utf-8")
    assert read_decisions(path)[0].claims == ("a:1",)
    path.write_text(text.replace("reject", "maybe"), encoding="utf-8")
    with pytest.raises(BluebookError) as error:
        read_decisions(path)
    assert error.value.line == 2


def test_the_account_as_it_stood() -> None:
    late = claim("s", "2020-08", 30600, source="late")
    assert as_of([ONE, late], "2021-12-31", SOURCES) == [ONE]
    (revision,) = revisions([ONE, late, OTHER], PLAIN, SOURCES)
    assert [p.value for p in revision.prints] == [46400, 30600] or len(revision.prints) == 2
    assert as_of([ONE, late], "2022", SOURCES) == [ONE, late]


def test_revisions_and_their_bias() -> None:
    claims = []
    for k, year in enumerate(("2017", "2018", "2019", "2020")):
        claims.append(claim("x", year, 1003 + 10 * k))
        claims.append(claim("x", year, 1013 + 10 * k + k, source="late"))
    found = revisions(claims, PLAIN, SOURCES)
    assert len(found) == 4
    assert found[0].total == pytest.approx(100 * 10 / 1003)
    (one,) = bias(found)
    assert one.figures == 4
    assert one.mean > 0.9
    assert one.t > 2
    assert one.sign == pytest.approx(0.125)
    assert not one.biased  # four figures are too few to say so


def test_first_prints_that_always_err_on_one_side_are_biased() -> None:
    def prints(by: Callable[[int], float]) -> list[Claim]:
        return [
            one
            for k in range(12)
            for one in (
                claim("x", str(2005 + k), 1000),
                claim("x", str(2005 + k), 1000 + by(k), source="late"),
            )
        ]

    (up,) = bias(revisions(prints(lambda k: 10 + k % 3), PLAIN, SOURCES))
    assert up.biased
    assert up.sign == pytest.approx(2 / 2**12)
    (both,) = bias(revisions(prints(lambda k: 10 * (-1) ** k), PLAIN, SOURCES))
    assert not both.biased
    assert both.size == pytest.approx(1.0)


def test_the_report_shows_breaks_and_revisions() -> None:
    broken = msgspec.structs.replace(PLAIN, breaks=(Break("x", period="2020"),))
    claims = [
        claim("x", "2019", 100), claim("x", "2020", 200), claim("yoy(x)", "2020", 10, 0.05),
        claim("x", "2018", 90), claim("x", "2018", 93, source="late"),
        claim("z", "2019", 100.2, 0.05), claim("z", "2020", 124.7, 0.05),
        claim("yoy(z)", "2020", 10.3, 0.05),
    ]  # fmt: skip
    account = comb(claims, broken, SOURCES)
    for language in ("zh", "en"):
        page = html(account, SOURCES, language)
        assert "1.8182" in page  # the link that the growth implies
        assert "+3.33" in page
        assert "indicator: z" in page  # a break that nobody has declared
    assert "+3.33" not in html(comb(claims[:1], broken, SOURCES), SOURCES, "en")


def test_figures_all_revised_by_the_same_are_one_sided() -> None:
    prints = (Print("2021", 100.0, "a"), Print("2022", 101.5, "b"))
    (found,) = bias([Revision("x", "CN", str(1990 + k), prints) for k in range(8)])
    assert found.biased and found.t > 100


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=30))
def test_the_test_of_first_prints_knows_no_direction(sizes: list[float]) -> None:
    def of(sign: int) -> list[Revision]:
        prints = [(Print("2021", 100.0, "a"), Print("2022", 100.0 + sign * s, "b")) for s in sizes]
        return [Revision("x", "CN", str(1990 + k), p) for k, p in enumerate(prints)]

    (up,), (down,) = bias(of(1)), bias(of(-1))
    assert up.t == pytest.approx(-down.t, rel=1e-6, abs=1e-6)
    assert (up.sign, up.biased) == (down.sign, down.biased)
    assert 0 <= up.sign <= 1
