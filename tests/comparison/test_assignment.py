"""The assignment is worth most: held against every choice where they are few, against every exchange where not."""

from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from kehoach.comparison.assignment import Row, assignment, best_pairs

Table = list[list[float]]


def tables(most_rows: int, most_columns: int) -> st.SearchStrategy[Table]:
    """Tables with at least as many columns as rows; in many of them figures repeat."""
    figures = st.one_of(st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.floats(0, 2, allow_subnormal=False))
    return st.integers(1, most_rows).flatmap(
        lambda rows: st.integers(rows, most_columns).flatmap(
            lambda columns: st.lists(
                st.lists(figures, min_size=columns, max_size=columns), min_size=rows, max_size=rows
            )
        )
    )


def total(table: Table, columns: list[int]) -> float:
    return sum(row[column] for row, column in zip(table, columns, strict=True))


@given(tables(5, 6))
def test_no_choice_is_worth_more(table: Table) -> None:
    """All ways to give each row a column of its own are tried."""
    best = max(total(table, list(columns)) for columns in permutations(range(len(table[0])), len(table)))
    found = assignment(table)
    assert len(set(found)) == len(table)
    assert abs(total(table, found) - best) < 1e-9


def gains(table: Table, columns: list[int]) -> bool:
    """Whether rows can hand their columns round, the last one taking a free column or the first one's, and gain.

    No such round gains anything where the choice is worth most (Klein 1967); found by Bellman and Ford's method.
    """
    holder = {column: row for row, column in enumerate(columns)}
    free = -1
    edges = [
        (row, holder.get(column, free), table[row][column] - table[row][columns[row]])
        for row in range(len(table))
        for column in range(len(table[0]))
        if column != columns[row]
    ]
    # A row may also take what is free while another one's column becomes free instead.
    edges += [(free, row, 0.0) for row in range(len(table))]
    reached = dict.fromkeys((free, *holder.values()), 0.0)
    for _ in range(len(reached) + 1):
        better = False
        for start, to, gain in edges:
            if reached[start] + gain > reached[to] + 1e-9:
                reached[to], better = reached[start] + gain, True
        if not better:
            return False
    return True


@given(tables(14, 18))
def test_no_exchange_gains(table: Table) -> None:
    """In larger tables no round of exchanges is worth anything, which is as good as trying all choices."""
    assert not gains(table, assignment(table))


def test_the_proof_sees_a_bad_choice() -> None:
    """A choice that is not the best has an exchange that gains."""
    table = [[3.0, 1.0, 0.0], [2.0, 2.0, 0.0]]
    assert not gains(table, [0, 1])
    assert gains(table, [1, 0])
    assert gains(table, [0, 2])


def every_choice(table: list[Row], least: float) -> float:
    """What the best pairs of at least some worth are worth together, found by trying all."""
    edges = [(r, c) for r, row in enumerate(table) for c, value in enumerate(row) if value >= least]
    best = 0.0
    for size in range(1, min(len(table), len(table[0])) + 1):
        for pairs in combinations(edges, size):
            if len({r for r, _ in pairs}) == len({c for _, c in pairs}) == size:
                best = max(best, sum(table[r][c] for r, c in pairs))
    return best


@given(tables(3, 4), st.booleans())
def test_pairs_are_worth_enough_and_most(table: Table, turned: bool) -> None:
    """No pair below the least worth is made, none at another's cost, whichever side is the longer one."""
    held: list[Row] = list(zip(*table, strict=True)) if turned else list(table)
    pairs = best_pairs(held, 0.5)
    assert all(held[r][c] >= 0.5 for r, c in pairs)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    assert abs(sum(held[r][c] for r, c in pairs) - every_choice(held, 0.5)) < 1e-9


def test_what_is_not_worth_enough_costs_nothing() -> None:
    """Two pairs that are worth too little alone do not push out the one that is worth enough."""
    assert best_pairs([[0.43, 0.41], [0.41, 0.0]], 0.42) == [(0, 0)]
    assert best_pairs([], 0.42) == best_pairs([[], []], 0.42) == []


def test_many_alike_are_paired_in_order() -> None:
    """Of equal ones each finds a free partner at once: their number makes the work no longer than the table."""
    assert best_pairs([[1.0] * 300] * 300, 0.5) == [(n, n) for n in range(300)]
