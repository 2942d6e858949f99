"""Rows as columns for people, or as JSON for programs."""

import json
from collections.abc import Iterator, Sequence

import click

from docgen.cli.formats._visible import visible

Row = dict[str, str]


def show_rows(rows: Sequence[Row], form: str, nothing: str = "") -> None:
    """Print rows of the same columns; `nothing` is printed if there are none."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for line in aligned(rows) if rows else filter(None, (nothing,)):
        click.echo(line)


def aligned(rows: Sequence[Row], hidden: str = "path") -> Iterator[str]:
    """The rows as columns, the one called `hidden` left out; the last one is never padded."""
    if not rows:
        return
    columns = [column for column in rows[0] if column != hidden]
    widths = {column: max(len(visible(row[column])) for row in rows) for column in columns}
    for row in rows:
        yield "  ".join(visible(row[column]).ljust(widths[column]) for column in columns).rstrip()
