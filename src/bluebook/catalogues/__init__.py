"""Built-in catalogues (YAML beside this file) and the edition's own, laid over them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from bluebook.catalogues.breaks import check_break, name_of
from bluebook.errors import BluebookError
from bluebook.files import files_in, line_of, read_text
from bluebook.language.condition import condition
from bluebook.language.expression import names, parse
from bluebook.language.meaning import check_rule, dimension
from bluebook.language.operators import operators
from bluebook.language.relation import read_rule
from bluebook.model.catalogue import KINDS, Break, Catalogue, Indicator, Rule
from bluebook.model.territory import Territory
from bluebook.model.unit import Unit, parse_dimension

HERE = Path(__file__).parent
CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
SECTIONS = ("units", "territories", "indicators", "rules", "breaks")
LISTS = ("rules", "breaks")


def builtin() -> list[str]:
    """Names of the built-in catalogues."""
    return sorted(path.stem for path in HERE.glob("*.yaml"))


def load(names: Sequence[str], folder: Path) -> Catalogue:
    """Built-in catalogues by name, then an edition's own files."""
    files = []
    for name in ["base", *names]:
        if name not in builtin():
            path = folder / "edition.toml"
            raise BluebookError(
                f"there is no built-in catalogue {name!r}",
                f"built in are: {', '.join(builtin())}",
                file=path,
                line=line_of(path, "catalogue"),
            )
        files.append(HERE / f"{name}.yaml")
    return assemble(files + files_in(folder / "catalogue", "*.yaml"))


def assemble(files: list[Path]) -> Catalogue:
    """Lay catalogue files over one another and check the whole; built-in ones are read once."""
    built_in = all(path.parent == HERE for path in files)
    return _known(tuple(files)) if built_in else _assembled(files)


@lru_cache(maxsize=8)
def _known(files: tuple[Path, ...]) -> Catalogue:
    return _assembled(files)


def _assembled(files: Iterable[Path]) -> Catalogue:
    units: dict[str, Unit] = {}
    territories: dict[str, Territory] = {}
    indicators: dict[str, Indicator] = {}
    rules: dict[str, list[Rule]] = {}
    breaks: dict[tuple[str, str, str], Break] = {}
    origin: dict[str, Path] = {}
    for path in files:
        data = _read(path)
        for code, entry in data.get("units", {}).items():
            dims = parse_dimension(str(entry.pop("dimension", code)))
            units[code] = _entry(path, code, {"code": code, **entry, "dimension": dims}, Unit)
        for kind, into, section in (
            (Territory, territories, "territories"), (Indicator, indicators, "indicators"),
        ):  # fmt: skip
            for code, entry in data.get(section, {}).items():
                into[code] = _entry(path, code, {"code": code, **entry}, kind)
                origin[code] = path
        for entry in data.get("rules", []):
            text = str(entry.get("rule"))
            rules[text] = _relations(path, _entry(path, text, entry, Rule))
            origin[text] = path
        for entry in data.get("breaks", []):
            told = {k: str(v) if k == "period" else v for k, v in entry.items()}
            one = _entry(path, f"indicator: {entry.get('indicator')}", told, Break)
            breaks[one.indicator, one.territory, one.period] = one
            origin[name_of(one)] = path
    every = tuple(rule for same in rules.values() for rule in same)
    catalogue = Catalogue(indicators, units, territories, every, tuple(breaks.values()))
    _check(catalogue, origin)
    return catalogue


class _Loader(yaml.CSafeLoader):
    """YAML's plain values; a key that stands twice in a mapping is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    problem=f"the key {key.value!r} stands twice", problem_mark=key.start_mark
                )
            if isinstance(key.value, str):
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def _read(path: Path) -> dict[str, Any]:
    text = read_text(path, 5_000_000)
    try:
        if "*" in text and any(
            isinstance(t, yaml.AliasEvent) for t in yaml.parse(text, yaml.CSafeLoader)
        ):
            raise BluebookError("aliases are not allowed", "write the value out", file=path)
        data = yaml.load(text, _Loader)  # noqa: S506 (a CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise BluebookError(
            f"not YAML: {error.problem}", "mend the line", file=path, line=line
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BluebookError(f"not YAML: {error}", "mend the file", file=path) from None
    if data is None:
        return {}
    if not isinstance(data, dict) or (unknown := set(data) - set(SECTIONS)):
        given = ", ".join(map(str, unknown)) if isinstance(data, dict) else type(data).__name__
        raise BluebookError(
            f"unknown section: {given}", f"sections are: {', '.join(SECTIONS)}", file=path, line=1
        )
    for section, content in data.items():
        if not isinstance(content, list if section in LISTS else dict):
            raise BluebookError(
                f"{section} has the wrong shape", "see docs/catalogue.md", file=path
            )
        entries = content if isinstance(content, list) else content.values()
        if not all(isinstance(e, dict) for e in entries):
            raise BluebookError(
                f"an entry of {section} has no keys", "see docs/catalogue.md", file=path
            )
    return data


def _entry(path: Path, code: str, entry: dict[str, Any], kind: Any) -> Any:
    unknown = set(entry) - set(kind.__struct_fields__)
    try:
        if unknown:
            raise msgspec.ValidationError(f"unknown key {', '.join(sorted(map(str, unknown)))}")
        return msgspec.convert(entry, kind, str_keys=True)
    except msgspec.ValidationError as error:
        raise BluebookError(
            f"{code}: {error}",
            f"keys are: {', '.join(kind.__struct_fields__)}",
            file=path,
            line=line_of(path, f"{code}:"),
        ) from None


def _relations(path: Path, rule: Rule) -> list[Rule]:
    """A rule as written -> one for each relation that it comes down to."""
    try:
        if rule.severity not in ("", "error", "warning") or rule.of or rule.when:
            raise BluebookError(
                f"{rule.rule}: severity is error or warning; conditions stand in the rule",
                "write severity: warning, and a <= b unless year == 2020",
            )
        relations, when = read_rule(rule.rule)
        if len(relations) == 1 and not when:
            return [rule]
        combed = rule.combed and not condition(when).figures
    except BluebookError as error:
        raise error.at(file=path, line=line_of(path, rule.rule)) from None
    return [
        msgspec.structs.replace(rule, rule=str(one), when=when, of=rule.rule, combed=combed)
        for one in relations
    ]


def _check(catalogue: Catalogue, origin: dict[str, Path]) -> None:
    def check(code: str) -> None:
        indicator = catalogue.indicators[code]
        if indicator.kind not in KINDS:
            raise BluebookError(
                f"{code}: kind {indicator.kind!r} is not one of {', '.join(KINDS)}",
                "a flow adds up over months, a stock is dated by its month",
            )
        catalogue.unit(indicator.unit)
        if indicator.part_of:
            catalogue.indicator(indicator.part_of)
        if indicator.formula:
            _walk(catalogue, code)
            dimension(parse(indicator.formula), catalogue)

    for code in catalogue.indicators:
        try:
            if not CODE.fullmatch(code) or keyword.iskeyword(code) or code in operators():
                raise BluebookError(
                    f"{code!r} is not a code for an indicator",
                    "write small letters, digits and _; no word of the language of expressions",
                )
            check(code)
        except BluebookError as error:
            raise error.at(file=origin[code], line=line_of(origin[code], f"{code}:")) from None
    for territory in catalogue.territories.values():
        if territory.parent and territory.parent not in catalogue.territories:
            path = origin[territory.code]
            raise BluebookError(
                f"{territory.code}: unknown parent {territory.parent!r}",
                "add the parent to the territories",
                file=path,
                line=line_of(path, f"{territory.code}:"),
            )
        chain = [territory.code, *catalogue.above(territory.code)]
        if catalogue.territory(chain[-1]).parent in chain:
            raise BluebookError(
                f"territories go in a circle: {' -> '.join(chain)}",
                "let the largest have no parent",
                file=origin[territory.code],
                line=line_of(origin[territory.code], f"{territory.code}:"),
            )
    for rule in catalogue.rules:
        try:
            check_rule(rule.rule, catalogue)
            condition(rule.when).check(catalogue)
        except BluebookError as error:
            path = origin[rule.written]
            raise error.at(file=path, line=line_of(path, rule.written)) from None
    for one in catalogue.breaks:
        try:
            check_break(one, catalogue)
        except BluebookError as error:
            path = origin[name_of(one)]
            raise error.at(file=path, line=line_of(path, f"indicator: {one.indicator}")) from None


def _walk(catalogue: Catalogue, code: str, chain: tuple[str, ...] = ()) -> None:
    if code in chain:
        raise BluebookError(
            f"the formula goes in a circle: {' -> '.join([*chain, code])}",
            "let one of these indicators be reported instead of computed",
        )
    formula = catalogue.indicator(code).formula
    for part in sorted(names(parse(formula))) if formula else ():
        _walk(catalogue, part, (*chain, code))
