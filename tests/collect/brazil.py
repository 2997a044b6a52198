"""Brazil's operators: the two mappings that read the regulator's own files."""

import shutil
from pathlib import Path

from bluebook.edition import Edition
from tests.conftest import SHARED

DATA = SHARED / "data" / "brazil"
STATES = (
    "AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA", "PB", "PE",
    "PI", "PR", "RJ", "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO",
)  # fmt: skip
MEDIA = {
    "Fibra": "fibre",
    "Cabo Coaxial": "coax",
    "Cabo Metálico": "copper",
    "Rádio": "radio",
    "Satélite": "satellite",
}
VARIABLES = {
    "Indicador de Desempenho no Atendimento (IDA)": "index",
    "Índice de Reclamações": "rate",
    "Quantidade de acessos em serviço": "accesses",
    "Quantidade de reclamações": "complaints",
    "Quantidade de Reclamações no Período": "complaints_period",
    "Quantidade de reabertas": "reopened",
    "Taxa de Reabertas": "reopened_rate",
    "Quantidade de resolvidas": "solved",
    "Quantidade de Respondidas": "answered",
    "Quantidade de Sol. Resolvidas em até 5 dias": "solved_5",
    "Quantidade de Sol. Resolvidas no Período": "solved_period",
    "Quantidade de Sol. Respondidas em até 5 dias": "answered_5",
    "Quantidade de Sol. Respondidas no Período": "answered_period",
    "Taxa de Resolvidas em 5 dias Úteis": "solved_5_rate",
    "Taxa de Resolvidas no Período": "solved_rate",
    "Taxa de Respondidas em 5 dias Úteis": "answered_5_rate",
    "Taxa de Respondidas no Período": "answered_rate",
}
SERVICES = {
    "SERVIÇO: BANDA LARGA FIXA": "broadband",
    "SERVIÇO: TELEFONIA FIXA LOCAL": "fixed",
    "SERVIÇO: TELEFONIA MÓVEL": "mobile",
    "SERVIÇO: TELEFONIA MóVEL": "mobile",
    "SERVIÇO: TELEFONIA CELULAR": "mobile",
    "SERVIÇO: TV POR ASSINATURA": "tv",
}


def _map(name: str, words: dict[str, str]) -> str:
    return "\n".join([f"[{name}]", *(f'"{k}" = "{v}"' for k, v in words.items())]) + "\n"


IDA = (
    """
[[ida.tables]]
file = "tables/ida/*.ods"
sheet = "*"
header = 9
cells = {service = "A2"}
skip = {"GRUPO ECONÔMICO" = '^\\(\\*+\\)'}
wide = ["month"]
missing = ["-"]
expression = "ida_{VARIÁVEL}"
territory = "BR"
period = "{month}"
unit = ""
dimensions = {operator = "{GRUPO ECONÔMICO}", service = "{service}"}
"""
    + _map('ida.tables.map."VARIÁVEL"', VARIABLES)
    + _map("ida.tables.map.service", SERVICES)
)
_RETURNS = """
[[%s.tables]]
file = "tables/broadband_returns_2023_long.csv.gz"
value = "Acessos"
expression = "%s"
territory = "%s"
period = "{ano}-{mes}"
unit = "subscribers"
precision = 0
%s
"""
ROWS = _RETURNS % (
    "rows", "broadband_{meio_acesso}", "BR-{UF}",
    'dimensions = {company = "{empresa}", customer = "{tipo_pessoa}"}',
) + _map("rows.tables.map.meio_acesso", MEDIA)  # fmt: skip
SUMS = _RETURNS % (
    "sums", "broadband_{meio_acesso}", "BR-{UF}", 'aggregate = "sum"',
) + _map("sums.tables.map.meio_acesso", MEDIA)  # fmt: skip
NATION = _RETURNS % ("nation", "broadband", "BR", 'aggregate = "sum"')


def _source(name: str) -> str:
    return f"""
[{name}]
title = {{en = "{name}"}}
publisher = {{en = "Anatel"}}
date = 2024-02-01
"""


def _catalogue() -> str:
    lines = ["territories:", "  BR: {name: {en: Brazil}, level: country}"]
    lines += [f"  BR-{s}: {{name: {{en: {s}}}, parent: BR, level: province}}" for s in STATES]
    lines += ["indicators:", "  broadband: {name: {en: Broadband}, unit: subscribers, kind: stock}"]
    lines += [
        f"  broadband_{m}: {{name: {{en: {m}}}, unit: subscribers, kind: stock}}"
        for m in MEDIA.values()
    ]
    lines += [
        f"  ida_{v}: {{name: {{en: {v}}}, unit: number, kind: average}}" for v in VARIABLES.values()
    ]
    return "\n".join(lines) + "\n"


def brazil(root: Path) -> Edition:
    """An edition of the workbooks (source `ida`) and the returns (`rows`, `sums`, `nation`)."""
    tables = root / "sources" / "tables"
    tables.mkdir(parents=True)
    (root / "catalogue").mkdir()
    shutil.copytree(DATA / "ida", tables / "ida", copy_function=shutil.copyfile)
    name = "broadband_returns_2023_long.csv.gz"
    shutil.copyfile(DATA / name, tables / name)
    (root / "catalogue" / "brazil.yaml").write_text(_catalogue(), "utf-8")
    (root / "edition.toml").write_text(
        '[edition]\ntitle = {en = "B"}\npublisher = {en = "B"}\nterritory = "BR"\n'
        'period = "2023"\nlanguages = ["en"]\nissued = 2024-02-01\ncatalogue = []\n',
        "utf-8",
    )
    text = "".join(
        _source(name) + mapping
        for name, mapping in (("ida", IDA), ("rows", ROWS), ("sums", SUMS), ("nation", NATION))
    )
    (root / "sources" / "sources.toml").write_text(text, "utf-8")
    return Edition(root)
