"""What is known to be wrong, revised or of another scope in the published figures.

Row by row as conflicts.md beside the data has it, and what reading every other raised row showed.
"""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    """A conflict: a claim of it by expression and source, the kinds it may be told as, and the
    likely value where the figures give one. No kinds: not to be seen, for the reason given."""

    name: str
    expression: str
    source: str
    kinds: frozenset[str]
    value: float | None = None
    reason: str = ""


def _known(
    name: str, expression: str, source: str, kinds: str, value: float | None = None
) -> Known:
    return Known(name, expression, source, frozenset(kinds.split("|")), value)


def _unseen(name: str, expression: str, source: str, reason: str) -> Known:
    return Known(name, expression, source, frozenset(), None, reason)


def _share(line: str) -> str:
    return f"share(telecom_revenue_{line}, of=telecom_revenue)"


SECTION_A = (
    _known("A1", "base_stations_5g", "gd_mic", "error", 36988),
    _known("A2", "base_stations_5g", "gd_scmp", "date"),
    _unseen("A3", "base_stations_5g", "gd_xh11", 'consistent: "over 110,000" of 116,400'),
    _known("A4", "mobile_subs_5g", "gd_xh11", "date|definition"),
    _known("A5", "base_stations_5g", "gd_gdii08", "definition"),
    _known("A6", "base_stations_5g", "gd_gz48", "date"),
    _known("A7", "base_stations_5g_built", "gd_mic", "target"),
    _known("A8", "completion(base_stations_5g_built)", "gd_igbt", "definition", 181.3),
    _unseen("A9", "base_stations_5g", "gd_pd2022", "consistent: 170,000 is printed to 10,000"),
    _known("A11", 'share(population_census, within="CN-GD")', "gd_census_wrr", "rounding"),
    _unseen("A12", "population_census", "gd_census_gxw", "consistent: roundings"),
    _known("A13", "base_stations_5g", "gov2020gd", "revision"),
    _known("A14", "base_stations_5g", "cac2020", "date"),
    _known("A16 scale", "mobile_internet_subs", "m2021_05b", "error", 1.376e9),
    _known("A16 unit", "mobile_penetration", "m2021_05b", "definition"),
    _known("A18", "idc_racks", "scio2025", "definition"),
    _known("A19", "mobile_penetration", "js_bb2020", "definition"),
    _known("A20", "broadband_subs", "js_bb2020", "definition"),
    _known("A21 non-voice", _share("nonvoice"), "mb2016_txr", "revision"),
    _known("A21 data", _share("mobile_data"), "mb2016_txr", "revision"),
    _known("A22", "yoy(telecom_revenue)", "mb2020_dvbcn", "revision", 3.9),
    _known("A23", "yoy(telecom_revenue)", "mb2015_cidr", "definition", -2.0),
    _known("A24", "yoy(telecom_volume_c2010)", "mb2015_cidr", "revision", 28.7),
    _known("A25", "gdp", "prov_gdp_github", "revision"),
)  # fmt: skip

# Breaks: what is told of each when nobody has declared it.
SECTION_B = (
    _known("volume 2021", "yoy(telecom_volume_prev)", "mb2021_pd", "price base"),
    _known("volume 2022", "yoy(telecom_volume_prev)", "mb2022_caezx", "price base"),
    _known("volume Q1 2021", "yoy(telecom_volume_prev)", "m2021_03", "price base"),
    _known("emerging 2024", "yoy(telecom_revenue_emerging)", "mb2024_cns", "definition"),
    _known("internet 2020", "yoy(internet_company_revenue)", "net2020h1", "definition"),
)
BROKEN = ("telecom_volume_prev", "telecom_revenue_emerging", "internet_company_revenue")

# Two price bases printed for one year: told as such, whether or not a break is declared.
BASES = (("2011", "telecom_volume_c2000"), ("2020", "telecom_volume_c2015"))

# Found beyond the list: line of facts.csv -> what is wrong with it, as reading the rows shows.
FURTHER = {
    678: "two digits transposed: urban + rural = 18,676,605",
    876: "12.53 million misprinted 1.253: 461.8 - 449.3 million",
    1009: "333 misprinted 33: 160,824.3 - 160,491.1 (10,000)",
    1012: "1.374 billion misprinted 137.4 million, as A16",
    1295: "a digit doubled: 95,230.5 + 28,843.3 = 124,073.8",
    1296: "a digit dropped: 124,073.8 - 95,230.5 = 28,843.3",
    1297: "590.8 misprinted 890.8, as the other release has it",
    1298: "a digit dropped: 124,073.8 - 28,843.3 = 95,230.5",
    1299: "a digit dropped: the other release has 10,245.7",
    1300: "百万 for 十万: the other release has 14,993.2",
    366: "997 misprinted 977, or revised: 1.17 billion - 169 million; 70.3 % of subscribers",
    492: "restated: 41,052 + 2,697 in the next bulletin = 43,749",
    494: "restated: 196,545 - 12,522 in the next bulletin = 184,023",
    508: "restated: 1,480.6 - 268.6 = 1,212 in the 2012 bulletin",
    509: "restated: 182,869.8 - 11,233.8 in the 2012 bulletin",
    511: "restated: 26,835.5 - 3,596.0 in the 2012 bulletin",
    122: "17.4 % goes with the revised revenue of 2020 (A22), not with 1.356 trillion",
    117: "8.0 % is on the revised revenue of 2020 (A22)",
    99: "8.0 % is on the revised revenue of 2020 (A22)",
    234: "19.1 % is on a restated 2022: 3,564 / 1.191 = 2,992, not 2,225 x 1.324 = 2,946",
    149: "5,958 - 477 = 5,481, not 5,488: the base was restated",
    204: "5,958 - 477 = 5,481, not 5,488: the base was restated",
    205: "5,958 - 477 = 5,481, not 5,488: the base was restated",
}

# Raised falsely: line of facts.csv -> why.
FALSE = {
    4: "right as printed: a side of the tie that 17.4 % of a revised 2020 (A22) brings about",
    7: "right as printed: a side of the tie that 17.4 % of a revised 2020 (A22) brings about",
}


class Defect(NamedTuple):
    """A defect of the provincial panel: the kind it is told as, and the cells by their mark."""

    name: str
    kind: str
    code: str
    mark: str


SECTION_C = (
    Defect("C1 clipped", "clipped", "", "clipped"),
    Defect("C2 reversed", "reversed", "broadband_subs_per10k", "years_reversed"),
    Defect("C3 sums", "sum", "base_stations_5g_per10k", "sum_disagrees_with_national"),
    Defect("C4 halved", "break", "fiber_km_per10k", "implausible_break"),
    Defect("C5 repeated", "repeated", "mobile_internet_ratio", ""),
)

# Identities that hold: no rule of these is told as broken.
SECTION_D = (
    "phone_subs = mobile_subs + fixed_line_subs",
    "broadband_subs = broadband_subs_rural + broadband_subs_urban",
    'base_stations_5g = sum(base_stations_5g, over="region")',
    'mobile_data_traffic = sum(mobile_data_traffic, over="region")',
    'mobile_subs = sum(mobile_subs, over="region")',
    "telecom_revenue = telecom_revenue_fixed + telecom_revenue_mobile",
)
