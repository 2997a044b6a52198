"""Localise: the least-cost set of readings to give up so that everything else can hold.

Weighted Fellegi-Holt by implicit hitting sets: find irreducible conflicts, find the cheapest set
that meets them all, look again, until nothing conflicts (Reiter 1987; Moreno-Centeno and Karp
2013). The answer is exact, and the conflicts are its explanation. A search that has done all it
may gives some way out instead, and how much cheaper another could be at most.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bluebook.comb.localise.search import Cheapest, Core, Search, Way
from bluebook.comb.system.identities import TIME
from bluebook.comb.system.propagate import Box
from bluebook.comb.system.statement import Reading, Statement

INF = float("inf")
MARGIN = 4.5  # ways dearer than the cheapest by more than this are not considered
MOST = 8  # ways listed for one group of conflicts,
EQUALS = 64  # more only where they cost as little as the cheapest
TIED = 0.7  # ways whose costs differ by less (odds of 1 to 2) are not decided between
TIES = 4  # tied ways that are followed up


class Group(NamedTuple):
    """Conflicts that share statements, and the cheapest ways out with their costs.

    `others` are the next cheapest: they meet these conflicts, nothing more is known of them.
    Where the search was cut short, `proven` is False, and the first way may be dearer than the
    cheapest by `gap`.
    """

    conflicts: tuple[Core, ...]
    ways: tuple[tuple[Way, float], ...]
    proven: bool = True
    others: tuple[tuple[Way, float], ...] = ()
    gap: float = 0.0


Bonus = Callable[[Box, Way], float]  # what is known without a way's statements; the way


def localise(statements: Sequence[Statement], floors: Sequence[float], bonus: Bonus) -> list[Group]:
    """Groups of conflicts among statements, each with its likeliest ways out.

    `bonus` tells how much likelier than its cost says a way out is.
    """
    search = Search(statements, floors)
    search.first_look()
    best, least = _consistent(search)
    out: list[Group] = []
    while True:
        done = {group.conflicts for group in out}
        todo = [cores for cores in search.groups() if tuple(cores) not in done]
        if not todo:
            return out
        group = _cut(search, todo[0], best, least) or _ways(search, todo[0], best, bonus)
        if group is None:  # a new conflict was met: groups may have grown together
            best, least = _consistent(search)
            now = {tuple(cores) for cores in search.groups()}
            out = [one for one in out if one.conflicts in now]
        else:
            out.append(group)


Proved = dict[tuple[Core, ...], float]  # the least that a way out of these conflicts costs


def _consistent(search: Search) -> tuple[dict[int, int], Proved]:
    """Look for conflicts until the cheapest way out of those known leaves none. Where the search
    has done all it may, some way that leaves none, and the least that any can cost."""
    while True:
        best: dict[int, int] = {}
        least: Proved = {}
        for cores in search.groups():
            found = search.cheapest(cores)
            if found is not None:
                best.update(found.way)
                least[tuple(cores)] = found.least
        if search.spent:
            return search.finished(best), least
        more = search.look(best)
        if not more:
            return best, {}
        search.cores += more


def _cut(
    search: Search, cores: Sequence[Core], best: Mapping[int, int], least: Proved
) -> Group | None:
    """The way out that a search cut short was left with; None where it was not."""
    if not least:
        return None
    inside = {s for core in cores for s, _ in core}
    way = tuple(sorted((s, d) for s, d in best.items() if s in inside))
    known = set(cores)
    bound = sum(cost for some, cost in least.items() if known.issuperset(some))
    cost = search.cost(way)
    return Group(tuple(cores), ((way, cost),), False, gap=max(cost - bound, 0.0))


def _ways(
    search: Search, cores: Sequence[Core], best: Mapping[int, int], bonus: Bonus
) -> Group | None:
    """The likeliest ways out of one group, all others as they are; None on a new conflict.

    Only ways that may turn out likeliest are checked against everything else.
    """
    found: list[Cheapest] = []
    while len(found) < EQUALS and not (found and search.spent):
        one = search.cheapest(cores, [known.way for known in found])
        margin = MARGIN if len(found) < MOST else TIED
        if one is None or (found and one.cost > found[0].cost + margin):
            break
        found.append(one)
    sure, proven = found[0], not search.spent  # the cheapest is known to leave no conflict
    listed = [(one.way, one.cost) for one in (found if proven else found[:1])]
    inside = {s for core in cores for s, _ in core}
    rest = {s: d for s, d in best.items() if s not in inside}
    if len(listed) > 1:
        listed = [(way, cost - bonus(search.box(rest | dict(way)), way)) for way, cost in listed]
        listed.sort(key=lambda one: (round(one[1], 6), one[0]))
    ways: list[tuple[Way, float]] = []
    for way, cost in listed:
        if ways and (cost > ways[0][1] + TIED or len(ways) == TIES):
            break
        if way != sure.way and (new := search.look(rest | dict(way), 1)):
            search.cores += new
            return None
        ways.append((way, cost))
    others = tuple(one for one in listed if one not in ways)[:TIES]
    return Group(tuple(cores), tuple(ways), proven, others, max(sure.cost - sure.least, 0.0))


def as_printed(statements: Sequence[Statement]) -> list[Statement]:
    """Statements whose first reading is the one as printed."""
    return [
        one._replace(readings=(Reading(one.cost, one.printed, one.strict), *one.readings))
        if one.readings else one
        for one in statements
    ]  # fmt: skip


def rounding(
    statements: Sequence[Statement], floors: Sequence[float], given_up: Mapping[int, int]
) -> tuple[list[Core], set[int]]:
    """Conflicts of figures as printed that are none generously, and the statements to be read
    generously for that: identities over time first, then the most coarsely printed figures."""
    search = Search(as_printed(statements), floors)
    depth = {s: d + 1 for s, d in given_up.items()}
    found: list[Core] = []
    loose: set[int] = set()
    while new := search.look(depth):
        before = len(loose)
        for core in new:
            open_to = [s for s, _ in core if s not in loose and not given_up.get(s, 0)]
            for s in sorted(open_to, key=lambda s: (_coarseness(statements[s]), s)):
                if search.look_at([(t, depth.get(t, 0)) for t, _ in core]):
                    loose.add(s)
                    depth[s] = 1
        found += new
        if len(loose) == before:
            break
    return found, loose


def _coarseness(one: Statement) -> float:
    """The order in which statements are read generously: rules over time, then coarse figures."""
    if one.rule:
        return -INF if one.rule == TIME else INF
    size = max(abs(one.printed.lower), abs(one.printed.upper))
    return -one.printed.width / size if size else 0.0
