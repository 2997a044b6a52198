"""{outlook}, {targets}, {conflicts}, {revisions}."""

from __future__ import annotations

import msgspec

from bluebook.comb.account import Disagreement
from bluebook.model.claim import Claim
from bluebook.write import document as d
from bluebook.write.inline import plain

from .test_charts import outlook
from .texts import first, rows, walk, words


def prepared(bench):
    bench.outlook = outlook(next(iter(bench.account.claims)))
    return bench


def test_a_projection_is_never_without_its_backtest(bench):
    draft = prepared(bench).draft(":::{outlook} revenue\n:::", "en")
    table = first(draft.chapter, d.Table)
    assert rows(table)[0] == [
        "Period", "Projection (CNY billion)", "80% interval", "95% interval", "Actual",
    ]  # fmt: skip
    assert rows(table)[2] == ["March 2021", "115.0", "111.0 to 119.0", "107.0 to 123.0", "116"]
    assert rows(table)[-1][0] == "2021, whole year"
    said = plain(first(draft.chapter, d.Paragraph).content)
    assert said.startswith("In 2021, ") and " is expected to reach " in said
    note = plain(table.notes[0])
    assert "8 rolling origins" in note and "sMAPE 1.8% (seasonal naive 3.0%)" in note
    for figure in draft.figures:
        assert figure.origins and (figure.status == "F" or figure.period == "2021-03")
    bare = "".join(p.text for p in walk(table) if isinstance(p, d.Text))
    assert "83.3" not in bare and "115" not in bare


def test_a_series_that_is_too_short_says_so(bench):
    draft = prepared(bench).draft(":::{outlook} short\n:::")
    assert words(draft.chapter.blocks) == "短：只有三期。"


def test_targets(bench):
    table = first(prepared(bench).draft(":::{targets} 目标\n:::").chapter, d.Table)
    assert rows(table)[1:] == [
        ["广东5G基站（三年实施方案） ", "2022年末", "不少于22万座", "…", "44.8%", "49.4%"],
        ["5G基站 ", "2020年末", "22万座", "…", "103.0%", "已完成"],
    ]
    one = prepared(bench).draft(":::{targets} 目标\n:period: 2022\n:::")
    assert len(first(one.chapter, d.Table).rows) == 1


def disputed(bench):
    def claim(name, expression, period, value, source):
        made = Claim(expression=expression, territory="CN-GD", period=period, value=value,
                     half_width=0.5, unit="stations", source=source, id=name)  # fmt: skip
        bench.account.claims[name] = made

    claim("a", "base_stations_5g", "2019-12", 35_988, "b2020")
    claim("b", "base_stations_5g", "2019-12", 36_988, "b2019")
    claim("c", "change(base_stations_5g)", "2020-12", 61_625, "b2020")
    bench.account.disagreements = (
        Disagreement(kind="error", severity="error", message={"zh": "相差1000"},
                     claims=("a", "b", "c"), set_aside=("a",), proposed={"a": (36_988.0, "digit")}),
        Disagreement(kind="revision", severity="note", message={}, claims=("a", "b")),
    )  # fmt: skip
    return bench


def test_conflicts_show_both_sides_with_their_sources(bench):
    draft = disputed(bench).draft(":::{conflicts}\n:::")
    box = first(draft.chapter, d.Box)
    assert (box.kind, plain(box.title)) == ("conflict", "5G基站，广东，2019年末")
    sides = [words(item) for item in first(box, d.Bullets).items]
    assert sides == [
        "35,988座（未采用）；可能应为36,988座——2020年公报",
        "36,988座——2019年公报",
        "5G基站净增，广东，2020年末：61,625座——2020年公报",
    ]
    assert {f.text for f in draft.figures} == {"35,988座", "36,988座", "61,625座"}
    assert "1000" not in words(box.content)  # a message with numbers is not printed bare


def test_of_a_hundred_sides_the_first_are_shown_and_the_rest_counted(bench):
    disputed(bench)
    names = [f"k{k:03}" for k in range(100)]
    for k, name in enumerate(names):
        like = bench.account.claims["a"]
        bench.account.claims[name] = msgspec.structs.replace(like, id=name, value=36_000.0 + k)
    bench.account.disagreements = (
        Disagreement(kind="error", severity="error", message={}, claims=tuple(names),
                     set_aside=(names[50],)),
    )  # fmt: skip
    draft = bench.draft(":::{conflicts}\n:::")
    sides = [words(item) for item in first(first(draft.chapter, d.Box), d.Bullets).items]
    assert len(sides) == 13
    assert sides[0].startswith("36,050座（未采用）")
    assert sides[-1] == "另有88项。"


def test_revisions_in_the_order_of_their_sources(bench):
    table = first(disputed(bench).draft(":::{revisions} 修订\n:::", "zh").chapter, d.Table)
    assert rows(table)[1] == [
        "5G基站，广东，2019年末", "36,988座（2020年2月27日）", "35,988座（2021年1月22日）",
    ]  # fmt: skip


def test_a_revision_is_of_one_figure(bench):
    disputed(bench)
    bench.account.disagreements = (
        Disagreement(kind="revision", severity="note", message={}, claims=("a", "c")),
    )
    assert words(bench.draft(":::{revisions} 修订\n:::", "zh").chapter.blocks) == "无。"


def test_no_conflict_is_said_to_be_none(bench):
    assert words(bench.draft(":::{conflicts}\n:::", "en").chapter.blocks) == "None."
    kept = disputed(bench).draft(":::{conflicts}\n:about: mobile_subs\n:::", "en")
    assert words(kept.chapter.blocks) == "None."


def test_figures_survive_encoding(bench):
    draft = disputed(bench).draft(":::{conflicts}\n:::")
    assert msgspec.json.decode(msgspec.json.encode(draft), type=type(draft)) == draft
