"""`docgen schema`: JSON Schemas for editors."""

import json
from pathlib import Path

import click

from docgen.read.jsonschema import SCHEMAS, json_schema


@click.command("schema")
@click.argument("kind", type=click.Choice(tuple(SCHEMAS)), required=False)
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Write all schemas to this directory.")
def command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a KIND of file, or write all of them to a directory.

    \b
    Examples:
      docgen schema engagement
      docgen schema --output .docgen/schemas
    """
    if (kind is None) == (output is None):
        raise click.UsageError("name a kind of file, or a directory with --output")
    if kind is not None:
        click.echo(as_text(kind), nl=False)
        return
    assert output is not None  # noqa: S101  (one of the two is given)
    output.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (output / f"{name}.schema.json").write_text(as_text(name), encoding="utf-8")


def as_text(kind: str) -> str:
    """The JSON text of a schema."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
