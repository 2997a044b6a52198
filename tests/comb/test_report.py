"""The report is one safe page with every disagreement and its claims."""

from lxml import html as parser

from bluebook.comb import comb
from bluebook.comb.report import html
from tests.comb.bodies import SOURCES, catalogue, claim


def test_every_disagreement_is_on_the_page() -> None:
    claims = [
        claim("s", "2019-12", 36988), claim("s", "2019-12", 35988, text="<b>35,988</b>", start=1),
        claim("s", "2020-08", 98613), claim("x", "2020-01/2020-08", 61625),
        claim("t", "2020-08", 30591), claim("t", "2020-08", 46400),
    ]  # fmt: skip
    account = comb(claims, catalogue("change(s) = ytd(x)"), SOURCES)
    for language in ("zh", "en"):
        page = html(account, SOURCES, language)
        tree = parser.fromstring(page)
        assert len(tree.findall(".//article")) == len(account.disagreements) == 2
        assert "98,613 − 61,625 = 36,988" in page
        assert "<b>35,988" not in page
        assert not tree.findall(".//script")
        assert len(tree.findall(".//svg")) == 2
        assert claims[1].id in page


def test_nothing_to_tell() -> None:
    page = html(comb([claim("s", "2020-08", 1)], catalogue(), SOURCES), SOURCES, "en")
    assert "There are no disagreements." in page
