"""Chapters: structure, errors with file and line, binding."""

from __future__ import annotations

import msgspec
import pytest

from bluebook.errors import BluebookError
from bluebook.write import bind, book, numbered
from bluebook.write import document as d
from bluebook.write.inline import plain

from .texts import first, walk, words

WRONG = [  # body (from line 3), line, words of the message
    ("{x}`a`", 3, "unknown role {x}"),
    ("a\nb {n}`nothing`", 4, "unknown indicator 'nothing'"),
    ("{n}`telecom_revenu`", 3, "unknown indicator"),
    ("{n}`telecom_revenue +`", 3, "is not an expression"),
    ("{n}`telecom_revenue@CN,1999`", 3, "nothing is known of telecom_revenue@CN,1999"),
    ("{n}`telecom_revenue | shout`", 3, "unknown option 'shout'"),
    ("{n}`telecom_revenue + mobile_subs`", 3, "CNY and subscribers"),
    ("{g}`telecom_revenue`", 3, "has no words of its own"),
    ("{n}`growth(telecom_revenue)`", 3, "unknown operator 'growth'"),
    ("{cite}`b2021`", 3, "unknown source 'b2021'"),
    ("{name}`CN-XX`", 3, "unknown territory 'CN-XX'"),
    ("[x](02-b.md)", 3, "the link leads to"),
    ("text\n\n# Second", 5, "a second title"),
    (":::{tabel} x\n:::", 3, "unknown directive {tabel}"),
    (":::{table} x\n:rows: telecom_revenue\n:colour: red\n:::", 5, "has no option :colour:"),
    (":::{table} x\n:::", 3, "the table has no rows"),
    (":::{table} x\n:rows: telecom_revenue\n:periods: 2020-13\n:::", 5, "is not a period"),
    (":::{chart} x\n:of: telecom_revenue\n:::", 3, "needs :kind:"),
    (":::{chart} x\n:kind: pie\n:of: telecom_revenue\n:::", 3, "unknown kind of chart 'pie'"),
    (":::{chart} x\n:kind: line\n:of: telecom_revenue; mobile_subs\n:periods: 2019, 2020\n:::", 3,
     "different units"),
    (":::{chart} x\n:kind: line\n:of: fiber_km\n:periods: 2019, 2020\n:::", 3, "nothing is known"),
    (":::{map} x\n:map: moon\n:of: mobile_subs\n:::", 4, "unknown map 'moon'"),
    (":::{outlook} none\n:::", 3, "unknown series 'none'"),
    (":::{targets} x\n:::", 3, "no plan target fits"),
    (":::{facts}\n:of: telecom_revenue\n:say: everything\n:::", 3, ":say: has 'everything'"),
    (":::{tiles}\n\ntelecom_revenue | telecom_revenue\n:::", 5, "has no words of its own"),
    (":::{note} x\n\n{n}`nothing`\n:::", 5, "unknown indicator 'nothing'"),
    ("::::{note} x\n\n:::{table} y\n:rows: nothing\n:::\n::::", 5, "unknown indicator"),
    (":::\nx\n:::", 3, "a fence without a directive"),
    ("```{table} x\n```", 3, "stands in a code fence"),
    ("(label)=\n\ntext", 5, "stands before no heading"),
    ("## A\n\n(users-h1)=\n## B", 6, "stands twice"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "line", "message"), WRONG)
def test_an_error_names_file_line_and_remedy(bench, body, line, message):
    with pytest.raises(BluebookError) as error:
        bench.draft(body)
    assert message in error.value.message
    assert (error.value.file, error.value.line) == ("chapters/zh/03-users.md", line)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("no title", 1, "has no title"), ("", 1, "has no title"),
        ("---\nterritory: XX\n---\n# T", 2, "unknown territory"),
        ("---\nperiod: 2020\ncolour: red\n---\n# T", 3, "unknown key 'colour'"),
    ],
)  # fmt: skip
def test_an_error_of_the_first_lines(bench, text, line, message):
    path = bench.file(text)
    with pytest.raises(BluebookError) as error:
        from bluebook.write import chapter

        chapter(bench.edition, path, 3, bench.account, bench.outlook, "zh", svg=lambda s: "")
    assert message in error.value.message and error.value.line == line


def test_structure_and_places(bench):
    draft = bench.draft(
        "开头**要点**和`码`，见[站](https://a.b)。\n换行\n\n## 小节\n\n- 一\n- 二\n\n> 引文\n\n"
        ":::{key} 题\n\n{n}`telecom_revenue`\n:::\n"
    )
    kinds = [type(b).__name__ for b in draft.chapter.blocks]
    assert kinds == ["Paragraph", "Heading", "Bullets", "Box", "Box"]
    assert words(draft.chapter.blocks[:1]) == "开头要点和码，见站。换行"
    assert (draft.chapter.slug, draft.chapter.number) == ("users", 3)
    assert draft.figures[0].place == "users/p5" and draft.figures[0].id == "zh.users.1"


def test_a_chapter_has_its_own_place_and_period(bench):
    path = bench.file("---\nterritory: CN-GD\nperiod: 2019-12\n---\n# T\n\n{n}`base_stations_5g`")
    from bluebook.write import chapter

    draft = chapter(bench.edition, path, 1, bench.account, bench.outlook, "zh", svg=lambda s: "")
    assert words(draft.chapter.blocks) == "36,988座"


def test_names_in_both_languages(bench):
    body = "{name}`mobile_subs`, {name}`CN-GD`, {name}`mobile_subs | lower`"
    assert words(bench.draft(body, "en").chapter.blocks) == (
        "Mobile phone subscribers, Guangdong, mobile phone subscribers"
    )


def test_chapters_are_numbered_but_for_the_preface(bench):
    paths = [bench.file("# T", name=n) for n in ("00-preface.md", "01-a.md", "02-b.md")]
    assert [n for _, n in numbered(paths)] == [0, 1, 2]


def test_binding_numbers_references_and_sources(bench):
    one = bench.draft(
        "见{ref}`tab`与{ref}`users`、{ref}`sec`{cite}`b2020`。", name="01-a.md", number=1
    )
    two = bench.draft(
        "(sec)=\n## 小节\n\n:::{table} T\n:label: tab\n:rows: telecom_revenue\n"
        ":periods: 2019\n:::\n",
        number=2,
    )
    made = bind(bench.edition, [one, two], "zh")
    assert words(made.chapters[0].blocks) == "见表2-1与第2章、“小节”[1]。"
    assert [(r.number, r.id) for r in made.references] == [(1, "b2020"), (2, "b2019")]
    assert not any(isinstance(p, d.Cite) and p.number == 0 for p in walk(made))
    assert made == msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=d.Book)


def test_a_missing_label_names_its_line_and_the_nearest(bench):
    draft = bench.draft("## A\n\n见{ref}`users-h2`")
    with pytest.raises(BluebookError) as error:
        bind(bench.edition, [draft], "zh")
    assert (error.value.line, error.value.file) == (5, "chapters/zh/03-users.md")
    assert "users-h1" in error.value.remedy


def test_a_label_in_two_chapters(bench):
    text = "(x)=\n## A\n"
    drafts = [bench.draft(text, name="01-a.md", number=1), bench.draft(text, number=2)]
    with pytest.raises(BluebookError, match="in two chapters"):
        bind(bench.edition, drafts, "zh")


def test_a_whole_book(bench):
    bench.file("# 序\n\n{n}`telecom_revenue`", name="00-preface.md")
    bench.file("# 用户\n\n:::{sources}\n:::", name="01-users.md")
    made = book(bench.edition, bench.account, bench.outlook, "zh", svg=lambda s: "")
    assert [(c.slug, c.number, plain(c.title)) for c in made.chapters] == [
        ("preface", 0, "序"), ("users", 1, "用户"),
    ]  # fmt: skip
    assert first(made.chapters[1], d.References) and made.issued == "2021-05-17"


def test_a_figure_without_origin_is_refused(bench):
    key = ("telecom_revenue", "CN", "2020")
    bench.account.levels[key] = msgspec.structs.replace(bench.account.levels[key], claims=())
    with pytest.raises(BluebookError, match="has no origin"):
        bench.draft("{n}`telecom_revenue`")


def test_the_same_input_gives_the_same_draft(bench):
    body = (
        "{n}`telecom_revenue`\n\n:::{chart} T\n:kind: ranked\n:of: mobile_subs\n"
        ":territories: province\n:::"
    )
    assert bench.draft(body) == bench.draft(body)
