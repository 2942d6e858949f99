"""Columns get their share before the page is laid out."""

import pytest

from docgen.model.document import Cell, Row, Table, Text
from docgen.render.widths import column_shares


def table(*rows: tuple[str, ...], widths: tuple[float, ...] = (), look: str = "") -> Table:
    return Table("", (), tuple(Row(tuple(Cell((Text(text),)) for text in row)) for row in rows), widths, look)


def test_given_widths_become_percents() -> None:
    assert column_shares(table(("a", "b", "c"), widths=(2, 1, 1))) == (50.0, 25.0, 25.0)


@pytest.mark.parametrize("look", ["", "compact", "facts", "matrix", "vertical-heads"])
@pytest.mark.parametrize("count", [1, 2, 3, 15])
def test_shares_fill_the_table(look: str, count: int) -> None:
    shares = column_shares(table(("mot",) * count, look=look))
    assert len(shares) == count
    assert sum(shares) == pytest.approx(100, abs=0.1)


def test_a_column_of_long_words_is_wider() -> None:
    short, long = column_shares(table(("un", "anticonstitutionnellement")))
    assert long > 2 * short


def test_a_very_long_text_does_not_starve_its_neighbours() -> None:
    short, long = column_shares(table(("mot clé", "phrase " * 500)))
    assert short > 15
    assert long > short


def test_a_matrix_keeps_room_for_the_names_of_its_rows() -> None:
    first, *others = column_shares(table(("Activité",) + ("R",) * 14, look="vertical-heads"))
    assert first == pytest.approx(30)
    assert others == [5.0] * 14


def test_widths_of_another_number_of_columns_are_not_used() -> None:
    assert column_shares(table(("a", "b", "c"), widths=(1, 1))) == column_shares(table(("a", "b", "c")))


def test_cells_over_several_columns_claim_no_width() -> None:
    wide = Row((Cell((Text("anticonstitutionnellement" * 3),), colspan=2),))
    rows = (*table(("aa", "bb")).body, wide)
    assert column_shares(Table("", (), rows)) == (50.0, 50.0)
