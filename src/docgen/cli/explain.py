"""`docgen explain`: the manual page of a fault."""

import click

from docgen.manual import Page, find, pages
from docgen.text.diagnostics import nearest

WIDEST = 200


@click.command("explain")
@click.argument("fault", metavar="CODE|NAME")
def command(fault: str) -> None:
    """Print the manual page of a fault, by its code or its name, with a faulty and a sound example.

    \b
    Examples:
      docgen explain DG301
      docgen explain accountable-twice
    """
    page = find(fault)
    if page is None:
        known = (word for page in pages() for word in (page.code, page.name))
        word = fault.upper() if fault[:2].upper() == "DG" else fault.lower()
        hint = nearest(word, known) or "see 'docgen list rules'"
        raise click.UsageError(f"there is no fault {fault!r}: {hint}")
    click.echo(shown(page))


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
