"""Pairing the rows of a table with its columns so that the pairs are worth most together.

The table falls into parts that share no pair worth making; each is solved by shortest augmenting paths (Jonker and
Volgenant 1987, Computing 38: 325-340), whose work grows with the rows times the columns times the shorter side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

Row = Sequence[float]


def best_pairs(worth: Sequence[Row], least: float) -> list[tuple[int, int]]:
    """Give the pairs of row and column, by rows, of which each is worth at least ``least`` and all together most.

    ``least`` is above zero. A row or column stays alone where no pair is worth enough, or others need its partner.
    """
    pairs: list[tuple[int, int]] = []
    for rows, columns in _parts(worth, least):
        part = [[value if (value := worth[r][c]) >= least else 0.0 for c in columns] for r in rows]
        wide = len(rows) <= len(columns)
        assigned = list(enumerate(assignment(part if wide else list(zip(*part, strict=True)))))
        turned = assigned if wide else [(row, column) for column, row in assigned]
        pairs += [(rows[r], columns[c]) for r, c in turned if part[r][c] >= least]
    return sorted(pairs)


def _parts(worth: Sequence[Row], least: float) -> Iterator[tuple[list[int], list[int]]]:
    """Give the rows and columns that hang together by pairs worth enough."""
    by_row = [[c for c, value in enumerate(row) if value >= least] for row in worth]
    by_column: dict[int, list[int]] = {}
    for r, columns in enumerate(by_row):
        for c in columns:
            by_column.setdefault(c, []).append(r)
    seen: set[int] = set()
    for first, reached in enumerate(by_row):
        if first in seen or not reached:
            continue
        seen.add(first)
        rows, columns_seen = [first], dict.fromkeys(reached)
        for c in (waiting := list(reached)):
            for r in by_column[c]:
                if r not in seen:
                    seen.add(r)
                    rows.append(r)
                    new = [column for column in by_row[r] if column not in columns_seen]
                    columns_seen.update(dict.fromkeys(new))
                    waiting.extend(new)
        yield sorted(rows), sorted(columns_seen)


def assignment(worth: Sequence[Row]) -> list[int]:
    """Give each row a column of its own so that the sum is largest; there are at least as many columns as rows."""
    prices = _Prices([max(row) for row in worth], [0.0] * (len(worth[0]) if worth else 0))
    column_of = [-1] * len(worth)
    row_of = [-1] * len(prices.columns)
    for row in range(len(worth)):
        _place(worth, row, column_of, row_of, prices)
    return column_of


@dataclass
class _Prices:
    """No pair is worth more than the prices of its row and column, and those that are made are worth just that.

    This proves that no other choice is worth more: the sum of all prices is a bound for every one.
    """

    rows: list[float]
    columns: list[float]


def _place(worth: Sequence[Row], first: int, column_of: list[int], row_of: list[int], prices: _Prices) -> None:
    """Find a column for one more row: along the cheapest path on which others give up theirs for another."""
    left = list(range(len(row_of)))
    cost, reached_from = [inf] * len(row_of), [first] * len(row_of)
    passed: list[int] = []
    row, spent = first, 0.0
    while True:
        line, price = worth[row], spent + prices.rows[row]
        for column in left:
            loss = price + prices.columns[column] - line[column]
            if loss < cost[column]:
                cost[column], reached_from[column] = loss, row
        # Of equal ones a free column ends the path at once.
        column = min(left, key=lambda c: (cost[c], row_of[c] >= 0))
        spent = cost[column]
        if row_of[column] < 0:
            break
        left.remove(column)
        passed.append(column)
        row = row_of[column]
    prices.rows[first] -= spent
    for other in passed:
        prices.columns[other] += spent - cost[other]
        prices.rows[row_of[other]] -= spent - cost[other]
    row = -1
    while row != first:
        row = row_of[column] = reached_from[column]
        column, column_of[row] = column_of[row], column
