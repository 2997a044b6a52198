"""The built-in catalogues: complete, consistent, and without names that mean two things."""

from collections import defaultdict

import pytest

from bluebook.catalogues import HERE, assemble
from bluebook.collect.bulletins.command import catalogue_of
from bluebook.language.expression import Name, names
from bluebook.language.meaning import dimension
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue

BOTH = ("communications", "postal")


@pytest.fixture(scope="module", params=[("communications",), ("postal",), BOTH])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return catalogue_of(request.param)


def test_base_alone_is_a_catalogue() -> None:
    base = assemble([HERE / "base.yaml"])
    assert len(base.children("CN", "province")) == 31
    assert base.children("CN") == ["CN-EAST", "CN-CENTRAL", "CN-WEST", "CN-NE"]
    assert len(base.children("CN-GD", "city")) == 21
    assert list(base.above("CN-GD-SZ")) == ["CN-GD", "CN-EAST", "CN"]


def test_every_entry_speaks_both_languages(catalogue: Catalogue) -> None:
    for entry in (*catalogue.indicators.values(), *catalogue.territories.values()):
        assert set(entry.name) == {"zh", "en"}, entry.code
        assert all(entry.name.values()), entry.code
    for rule in catalogue.rules:
        assert set(rule.name) == {"zh", "en"}, rule.rule


def test_no_name_stands_for_two_indicators_of_one_unit(catalogue: Catalogue) -> None:
    """同城业务 may be pieces or yuan: the unit of a number decides."""
    owners = defaultdict(set)
    for indicator in catalogue.indicators.values():
        for language in ("zh", "en"):
            for name in (indicator.name[language], *indicator.synonyms.get(language, [])):
                owners[language, name.lower(), indicator.unit].add(indicator.code)
    assert not {name: codes for name, codes in owners.items() if len(codes) > 1}


def test_parts_have_the_dimension_of_their_whole(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators.values():
        if indicator.part_of:
            part, whole = (
                dimension(Name(c), catalogue) for c in (indicator.code, indicator.part_of)
            )
            assert part == whole, indicator.code


def test_units_are_printed_in_both_languages(catalogue: Catalogue) -> None:
    for unit in catalogue.units.values():
        if unit.dimension:
            for language in ("zh", "en"):
                assert any(by == 1 for by in unit.terms[language].values()), unit.code


def test_rules_name_known_indicators(catalogue: Catalogue) -> None:
    for rule in catalogue.rules:
        relation = parse_rule(rule.rule)
        assert (names(relation.left) | names(relation.right)) <= set(catalogue.indicators)
        assert rule.hard or rule.tolerance >= 0


def test_the_codes_that_editions_rely_on() -> None:
    known = catalogue_of().indicators
    for code in ("telecom_revenue", "mobile_subs", "base_stations_5g", "dou", "arpu", "gdp"):
        assert code in known
    assert known["arpu"].formula
    assert sum(bool(i.formula) for i in known.values()) == 1
