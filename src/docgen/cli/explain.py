"""`docgen explain`: the page of a fault, a field, a kind of file, a block or a filter."""

import json
from collections.abc import Iterator, Mapping

import click
from click.shell_completion import CompletionItem

from docgen.manual import Page, find, pages
from docgen.manual.reference import FORMATS, Entry, entries, words
from docgen.read.schemas.describe import values_by_path
from docgen.text.diagnostics import nearest
from docgen.text.yamltext import load
from docgen.workspace import bundled

TERMS = "clauses/terms.yaml"
WIDEST = 200


def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The words with a page that begin with the typed text."""
    return [CompletionItem(word) for word in sorted(set(_known())) if word.startswith(begun)]


@click.command("explain")
@click.argument("word", metavar="CODE|NAME|FIELD", shell_complete=complete)
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the pages are printed.",
)
def command(word: str, form: str) -> None:
    """Print the page of a fault, by its code or name, of a field by its path, of a kind of file, a block or a filter.

    \b
    Examples:
      docgen explain DG301
      docgen explain accountable-twice
      docgen explain services.monthly_fee
      docgen explain engagement
      docgen explain formats
    """
    page = find(word)
    found = entries(word, _defaults())
    if page is None and not found:
        upper = word[:2].upper() == "DG"
        near = nearest(word.upper() if upper else word, _known()) or nearest(word.lower(), _known())
        hint = near or f"see 'docgen list rules' for faults, 'docgen explain {FORMATS}' for files"
        raise click.UsageError(f"nothing is called {word!r}: {hint}")
    if form == "json":
        rows = [*([_fault(page)] if page else []), *(entry._asdict() for entry in found)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join([*([shown(page)] if page else []), *map(_entry, found)]))


def _known() -> Iterator[str]:
    for page in pages():
        yield from (page.code, page.name)
    yield from words()


def _defaults() -> dict[str, str]:
    """The values of the terms that docgen brings, by path."""
    document, _ = load(bundled().read(TERMS).value)
    return dict(values_by_path(document.value))


def _fault(page: Page) -> dict[str, object]:
    return {
        "kind": "fault",
        "code": page.code,
        "name": page.name,
        "severity": page.severity.label,
        "about": page.manual,
        "bad": dict(page.bad),
        "good": dict(page.good),
    }


def _entry(entry: Entry) -> str:
    """A page of the reference as plain text."""
    paragraphs = [f"{entry.name} ({entry.kind})", entry.about, _columns(entry.facts), _columns(entry.parts)]
    return "\n\n".join(filter(None, paragraphs))


def _columns(rows: Mapping[str, str]) -> str:
    width = max(map(len, rows), default=0)
    return "\n".join(f"  {label.ljust(width)}  {text}".rstrip() for label, text in rows.items())


def shown(page: Page) -> str:
    """A manual page as plain text."""
    parts = [f"{page.code} {page.name} ({page.severity.label})", "", page.manual]
    for title, example in (("Faulty:", page.bad), ("Sound:", page.good)):
        for path, text in example.items():
            parts += [
                "",
                f"{title} {path}",
                "",
                *(f"    {_shown(line)}".rstrip() for line in text.splitlines()),
            ]
    return "\n".join(parts)


def _shown(line: str) -> str:
    """A line of an example: an endless one is cut, a byte that is no text is a question mark."""
    cut = line if len(line) <= WIDEST else f"{line[:WIDEST]}…"
    return cut.encode("utf-8", "replace").decode()
