"""`docgen schema`: JSON Schemas for editors."""

import json
from pathlib import Path

import click

from docgen.read.jsonschema import SCHEMAS, json_schema
from docgen.workspace import Workspace


@click.command("schema")
@click.argument("kind", type=click.Choice(tuple(SCHEMAS)), required=False)
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Write all schemas to this directory."
)
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
    if output is not None:
        for name in SCHEMAS:
            Workspace(output).write(file_name(name), as_text(name).encode())


def as_text(kind: str) -> str:
    """The JSON text of a schema."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def file_name(kind: str) -> str:
    """The name of the file of a schema."""
    return f"{kind}.schema.json"
