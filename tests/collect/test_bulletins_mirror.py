# ruff: noqa: E501
"""Reading is the inverse of writing: what the book's own words say of a claim is read back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bluebook.collect.bulletins import read
from bluebook.collect.bulletins.command import catalogue_of
from bluebook.comb.account import Account
from bluebook.edition import Edition
from bluebook.foresee.outlook import Outlook
from bluebook.language.expression import Call, Expression, Name, parse, show
from bluebook.language.meaning import Query, canonical_period, is_stock, unit_of
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.write.desk import Desk
from bluebook.write.inline import plain
from bluebook.write.numbers import AS_IS, Known
from bluebook.write.periods import adverbial
from bluebook.write.phrases import naming, said
from bluebook.write.prose import expected, sentences
from bluebook.write.words import capital

CATALOGUE = catalogue_of(("communications", "postal"))
FLOWS = [
    c
    for c, i in CATALOGUE.indicators.items()
    if i.kind == "flow"
    and i.theme in ("revenue", "usage", "volume", "express", "mail")
    and i.unit != "index"
]
STOCKS = [
    c
    for c, i in CATALOGUE.indicators.items()
    if i.kind == "stock" and i.theme == "users" and i.unit == "subscribers"
]
PLACES = ["CN", "CN-GD", "CN-JS", "CN-EAST", "CN-NE", "CN-GD-SZ", "CN-XJ"]
PROVINCES = ["CN-GD", "CN-JS", "CN-XJ"]
PERIODS = [
    "2020",
    "2019",
    "2020-H1",
    "2020-Q1",
    "2020-Q3",
    "2020-01/2020-05",
    "2020-01/2020-11",
    "2020-08",
    "2018",
]
EDITION = """
[edition]
title = {zh = "书", en = "Book"}
publisher = {zh = "局", en = "Office"}
territory = "CN"
catalogue = ["communications", "postal"]
period = "2020"
languages = ["zh", "en"]
issued = 2021-05-17
"""
SOURCE = '[s]\ntitle = {zh = "公报", en = "Bulletin"}\npublisher = {zh = "部", en = "Ministry"}\ndate = 2021-01-22\n'


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("edition")
    (folder / "sources").mkdir()
    (folder / "edition.toml").write_text(EDITION, "utf-8")
    (folder / "sources" / "sources.toml").write_text(SOURCE, "utf-8")
    return Edition(folder)


def account_of(*claims: Claim) -> Account:
    """An account whose facts are the claims as they stand."""
    account = Account(catalogue=CATALOGUE, claims={}, levels={}, stated={}, targets={})
    for claim in claims:
        account.claims[claim.id] = claim
        low, high = claim.interval
        key = (claim.expression or "", claim.territory, claim.period)
        into = account.levels if isinstance(parse(key[0]), Name) else account.stated
        into[key] = Fact(
            expression=key[0], territory=key[1], period=key[2], value=claim.value, lower=low,
            upper=high, unit=claim.unit, claims=(claim.id,),
        )  # fmt: skip
    return account


def claim_of(
    expression: Expression, place: str, period: Period, value: float, half: float, bound: str = ""
) -> Claim:
    text = show(expression)
    return Claim(
        expression=text, territory=place, period=str(period), value=value, half_width=half,
        unit=unit_of(expression, CATALOGUE), source="s", bound=bound, id=f"s:{text}@{place},{period}",
    )  # fmt: skip


def desk_of(edition: Edition, account: Account, language: str) -> Desk:
    return Desk(
        edition, account, Outlook(), language, file="x.md", slug="x", number=1, svg=lambda s: ""
    )


def written(edition: Edition, claim: Claim, language: str, turn: int) -> str:
    """The claim in a sentence of the book's own words."""
    account = account_of(claim)
    desk = desk_of(edition, account, language)
    expression = parse(claim.expression or "")
    period = Period.parse(claim.period)
    query = Query(expression, claim.territory, period)
    fact = account.ask(query)
    assert fact is not None
    if not isinstance(expression, Call):
        return plain(sentences(desk, [query])[0])
    inner = expression.arguments[0]
    assert not isinstance(inner, str)
    name = naming(desk, inner, inside=True)
    date = adverbial(period, language, stock=is_stock(expression, CATALOGUE))
    words = plain(said(desk, query, fact, AS_IS, turn))
    place = desk.name(claim.territory)
    if language == "zh":
        return f"{date}，{'全国' if claim.territory == 'CN' else place}{name}{words}。"
    return capital(f"{date}, {name} in {place} was {words}.")


def known(expression: str, territory: str, period: str) -> tuple[str, str, str]:
    """A claim's key; what means the same in December, or as a plan, is one."""
    text = (
        expression.removeprefix("target(").removesuffix(")")
        if expression.startswith("target(")
        else expression
    )
    return text.replace("change(", "pp(") if period.endswith("-12") else text, territory, period


FORMS = [
    "{x}", "yoy({x})", "pp(yoy({x}))", "share({x}, of={w})", 'share({x}, within="CN")',
    "pp(share({x}, of={w}))", "pull({x}, of={w})", "contribution({x}, of={w})", "cagr({x}, 5)",
    "cagr({x}, 3)", 'index({x}, base="2015")', "rank({x})", "rank(yoy({x}))", "completion({x})",
    "mean2({s})", "change({s})", 'change_since({s}, "2020-03")', 'growth_since({s}, "2020-03")',
    "change(share({s}, of={w}))", "target({x})",
]  # fmt: skip
BOUNDS = ("", "over", "nearly", "up to", "about")
SIGNED = ("yoy", "pp", "pull", "cagr", "change", "growth_since")


@st.composite
def claims(draw: st.DrawFn, language: str) -> Claim:
    form = draw(st.sampled_from(FORMS))
    code = draw(st.sampled_from(STOCKS if "{s}" in form else STOCKS + FLOWS))
    whole = CATALOGUE.indicator(code).part_of
    assume(whole or "{w}" not in form)
    expression = parse(form.format(x=code, s=code, w=whole))
    ranked, small = "rank" in form, "CN" in form or "rank" in form
    place = draw(st.sampled_from(PROVINCES if ranked else PLACES[1:] if small else PLACES))
    period = Period.parse(draw(st.sampled_from(PERIODS)))
    period = Period.year_of(period.year) if "cagr" in form else period
    period = canonical_period(expression, period, CATALOGUE)
    assume("2020-03" not in form or str(period) > "2020-03")
    unit = unit_of(expression, CATALOGUE)
    sign = -1 if form.startswith(SIGNED) and draw(st.booleans()) else 1
    if ranked:
        return claim_of(expression, place, period, float(draw(st.integers(1, 31))), 0.0)
    digits = draw(st.integers(100, 999).filter(lambda n: n % 10))  # Chinese drops noughts
    decimals = draw(st.integers(0, 2))
    if unit in ("percent", "points", "number"):
        decimals = {"percent": max(decimals, 1), "points": 2, "number": 0}[unit]
        value, half = sign * digits / 10**decimals, 0.5 / 10**decimals
        return claim_of(expression, place, period, value, half)
    scale = 4 if language == "zh" else 6
    bound = draw(st.sampled_from(BOUNDS)) if form == "{x}" else ""
    value, half = float(f"{digits}e{scale - decimals}"), float(f"5e{scale - decimals - 1}")
    return claim_of(expression, place, period, sign * value, half, bound)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_is_read_back(edition: Edition, language: str) -> None:
    """Every operator, unit, kind of period and place, both signs, bounds, and each wording."""

    @given(claims(language), st.integers(0, 5))
    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    def law(claim: Claim, turn: int) -> None:
        text = written(edition, claim, language, turn)
        found = [
            c for c in read(text, catalogue=CATALOGUE, language=language, territory="CN",
                            period="2020", source="s") if c.expression
        ]  # fmt: skip
        (back,) = found
        assert not back.suspect, (text, back.suspect)
        assert known(back.expression or "", back.territory, back.period) == known(
            claim.expression or "", claim.territory, claim.period
        ), text
        assert back.value == pytest.approx(claim.value, rel=1e-9), text
        assert back.half_width == pytest.approx(claim.half_width, rel=1e-9), text
        assert back.bound == claim.bound, text

    law()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_forecast_is_read_back_as_one(edition: Edition, language: str) -> None:
    @given(st.sampled_from(FLOWS + STOCKS), st.sampled_from(PLACES), st.integers(101, 999))
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def law(code: str, place: str, digits: int) -> None:
        assume(digits % 10)
        period = canonical_period(Name(code), Period.parse("2026"), CATALOGUE)
        claim = claim_of(Name(code), place, period, digits * 1e7, 0.5e7)
        desk = desk_of(edition, account_of(claim), language)
        fact = replace(desk.account.need(Query(Name(code), place, period)), status="F")
        text = plain(expected(desk, fact, Known(0.5e7)))
        (back,) = read(text, catalogue=CATALOGUE, language=language, territory="CN",
                       period="2020", source="s")  # fmt: skip
        told = (back.expression, back.territory, back.period, back.status, back.suspect)
        assert told == (code, place, str(period), "forecast", ""), text
        assert (back.value, back.half_width) == (claim.value, claim.half_width), text

    law()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_indicator_is_read_back_in_its_unit(edition: Edition, language: str) -> None:
    """All names of both catalogues, and all their units."""
    wrong = []
    planned = {"base_stations_5g_target"} if language == "en" else set()  # read as a plan
    for code in CATALOGUE.indicators.keys() - planned:
        unit = CATALOGUE.units[unit_of(Name(code), CATALOGUE)]
        small = not unit.counted and unit.code not in ("CNY", "minutes", "bytes")
        period = canonical_period(Name(code), Period.parse("2020"), CATALOGUE)
        claim = claim_of(Name(code), "CN", period, *((34.5, 0.05) if small else (3.45e9, 0.5e7)))
        text = written(edition, claim, language, 0)
        found = read(text, catalogue=CATALOGUE, language=language, territory="CN",
                     period="2020", source="s")  # fmt: skip
        told = [(c.expression, c.period, round(c.value, 3), c.unit, c.suspect) for c in found]
        if told != [(code, str(period), claim.value, claim.unit, "")]:
            wrong.append((code, text, told))
    assert not wrong


YEAR = [
    ("telecom_revenue", "CN", "2019", 1.31e12, 0.5e10), ("telecom_revenue", "CN", "2020", 1.356e12, 0.5e9),
    ("yoy(telecom_revenue)", "CN", "2020", 3.6, 0.05),
    ("telecom_revenue_fixed", "CN", "2020", 4.673e11, 0.5e8), ("yoy(telecom_revenue_fixed)", "CN", "2020", 12.1, 0.05),
    ("telecom_revenue_mobile", "CN", "2020", 8.891e11, 0.5e8), ("yoy(telecom_revenue_mobile)", "CN", "2020", -0.4, 0.05),
    ("mobile_subs", "CN", "2019-12", 1.601e9, 0.5e6), ("mobile_subs", "CN", "2020-12", 1.594e9, 0.5e6),
    ("mobile_subs", "CN-GD", "2019-12", 1.65e8, 0.5e6), ("mobile_subs", "CN-GD", "2020-12", 1.55e8, 0.5e6),
    ("mobile_subs_4g", "CN", "2019-12", 1.282e9, 0.5e6), ("mobile_subs_4g", "CN", "2020-12", 1.289e9, 0.5e6),
    ("mobile_penetration", "CN", "2020-12", 113.9, 0.05),
    ("internet_penetration", "CN", "2019-12", 64.5, 0.05), ("internet_penetration", "CN", "2020-12", 70.4, 0.05),
    ("base_stations_5g", "CN-GD", "2019-12", 36988, 0.5), ("base_stations_5g", "CN-GD", "2020-12", 124266, 0.5),
    ("mobile_data_traffic", "CN", "2020", 1.656e11, 0.5e8), ("yoy(mobile_data_traffic)", "CN", "2020", 35.7, 0.05),
]  # fmt: skip
ASKED = [
    ["telecom_revenue", "telecom_revenue_fixed", "telecom_revenue_mobile"],
    ["mobile_subs", "mobile_subs_4g", "mobile_penetration", "internet_penetration"],
    ["mobile_subs@CN-GD", "base_stations_5g@CN-GD"],
    ["mobile_data_traffic", "mobile_subs", "mobile_subs@CN-GD", "telecom_revenue"],
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("asked", ASKED, ids=lambda a: a[0])
def test_a_paragraph_says_what_the_account_holds(
    edition: Edition, language: str, asked: list[str]
) -> None:
    """Every number of a paragraph (headline, of which, growth, share, part) is read back as meant."""
    account = account_of(*[
        claim_of(parse(text), place, Period.parse(period), value, half) for text, place, period, value, half in YEAR
    ])  # fmt: skip
    desk = desk_of(edition, account, language)
    queries = []
    for text in asked:
        code, _, place = text.partition("@")
        name = Name(code)
        period = canonical_period(name, Period.parse("2020"), CATALOGUE)
        queries.append(Query(name, place or "CN", period))
    join = "" if language == "zh" else " "
    text = join.join(plain(words) for words in sentences(desk, queries))
    found = read(
        text, catalogue=CATALOGUE, language=language, territory="CN", period="2020", source="s"
    )
    assert len(found) == len(desk.figures) >= len(asked), text
    for claim in found:
        assert claim.expression and not claim.suspect, (text[claim.start : claim.end], text)
        query = Query(parse(claim.expression), claim.territory, Period.parse(claim.period))
        fact = account.ask(query)
        assert fact is not None, (claim.expression, claim.territory, claim.period, text)
        slack = claim.half_width * 1.001
        assert fact.lower - slack <= claim.value <= fact.upper + slack, (claim.expression, text)
