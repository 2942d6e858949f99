"""`docgen list`: the contents of a workspace."""

from collections.abc import Callable, Iterator

import click

from docgen.assemble import blocks
from docgen.cli._rows import Row, show_rows
from docgen.cli.terminal import FAULTS, open_workspace, show
from docgen.history.stamp import stamp
from docgen.manual import pages
from docgen.pipeline.reading import Reader, engagement_ids, open_context
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import has_errors
from docgen.workspace import Workspace


def _kinds(context: SharedContext, workspace: Workspace) -> Iterator[Row]:
    for outline in sorted(context.outlines, key=lambda outline: outline.order):
        yield {
            "kind": outline.kind,
            "title": outline.titles.get(context.config.language, ""),
            "path": outline.path,
        }


def _clauses(context: SharedContext, workspace: Workspace) -> Iterator[Row]:
    for clause in context.library.standard(context.config.language):
        positions = ", ".join(sorted(context.library.clauses[clause.id]))
        yield {
            "id": clause.id,
            "title": clause.title,
            "owner": clause.owner,
            "when": clause.when_text,
            "positions": positions,
            "edition": stamp(clause),
            "path": clause.source.path,
        }


def _engagements(context: SharedContext, workspace: Workspace) -> Iterator[Row]:
    for name in engagement_ids(workspace, context.config):
        yield {"id": name, "path": f"{context.config.paths.engagements}/{name}"}


def _rules(context: SharedContext, workspace: Workspace) -> Iterator[Row]:
    for page in pages():
        yield {"code": page.code, "name": page.name, "severity": page.severity.label, "title": page.title}


def _blocks(context: SharedContext, workspace: Workspace) -> Iterator[Row]:
    for name in blocks.names():
        module = blocks.find(name)
        yield {"block": name, "title": ((module.__doc__ if module else "") or "").strip().partition("\n")[0]}


def _locales(context: SharedContext, workspace: Workspace) -> Iterator[Row]:
    for code, locale in sorted(context.locales.items()):
        yield {"code": code, "cldr": locale.cldr}


WHAT: dict[str, Callable[[SharedContext, Workspace], Iterator[Row]]] = {
    "kinds": _kinds,
    "clauses": _clauses,
    "engagements": _engagements,
    "rules": _rules,
    "blocks": _blocks,
    "locales": _locales,
}


@click.command("list")
@click.argument("what", type=click.Choice(tuple(WHAT)))
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the rows are printed.",
)
def command(what: str, form: str) -> None:
    """List kinds of documents, clauses, engagements, rules, blocks or locales.

    \b
    Examples:
      docgen list kinds
      docgen list clauses --format json
    """
    workspace = open_workspace()
    reader = Reader(workspace)
    context = open_context(reader)
    if context is None or has_errors(reader.diagnostics):
        show(tuple(reader.diagnostics), "human", workspace, err=True)
        raise SystemExit(FAULTS)
    rows = list(WHAT[what](context, workspace))
    show_rows(rows, form)
