"""`docgen diff-driver`: called by git to show a changed clause sentence by sentence; see `docgen git-setup`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from docgen.cli.formats._visible import visible
from docgen.cli.terminal import wants_colour
from docgen.history.sentences import changed_metadata, changed_sentences, one_a_line, parted
from docgen.model.changes import Op, Run

_MARKS = {Op.REMOVED: ("[-", "-]", "31"), Op.ADDED: ("{+", "+}", "32")}
_NOTHING = "/dev/null"


@click.command("diff-driver")
@click.option("--textconv", is_flag=True, help="Print one file, a sentence a line.")
@click.argument("given", nargs=-1, metavar="PATH OLD OLD-HEX OLD-MODE NEW NEW-HEX NEW-MODE")
def command(textconv: bool, given: tuple[str, ...]) -> None:
    """Show the change of a clause to git: each sentence with its words removed and added.

    Git calls it, once `docgen git-setup` has said so.

    \b
    Examples:
      docgen diff-driver --textconv clauses/penalites/plafond.fr.md
    """
    if textconv:
        if len(given) != 1:
            raise click.UsageError("name one file")
        click.echo(one_a_line(_read(given[0])), nl=False)
        return
    if len(given) == 1:  # a path that is not merged yet
        click.echo(f"* Unmerged path {visible(given[0])}")
        return
    if len(given) not in (7, 9):
        raise click.UsageError("git gives seven arguments, or nine for a file that was renamed")
    path, old, _, _, new = given[:5]
    after = given[7] if len(given) == 9 else path
    colour = wants_colour() or (bool(os.environ.get("GIT_PAGER_IN_USE")) and not os.environ.get("NO_COLOR"))
    for line in _difference(path, after, _read(old), _read(new), colour):
        click.echo(line, color=True)
    sys.exit(0)


def _read(path: str) -> str:
    return "" if path == _NOTHING else Path(path).read_bytes().decode("utf-8", "replace")


def _difference(path: str, after: str, old: str, new: str, colour: bool) -> Iterator[str]:
    yield _painted(f"diff --docgen a/{visible(path)} b/{visible(after)}", "1", colour)
    if path != after:
        yield f"rename to {visible(after)}"
    (front, body), (fresh, text) = parted(old), parted(new)
    metadata = tuple(changed_metadata(front, fresh))
    yield from (_painted(visible(line), "31" if line.startswith("-") else "32", colour) for line in metadata)
    sentences = tuple(changed_sentences(body, text))
    if metadata and sentences:
        yield ""
    yield from ("".join(_run(run, colour) for run in line).strip() for line in sentences)
    if not metadata and not sentences and old != new:
        yield "(typography only)"


def _run(run: Run, colour: bool) -> str:
    text = run.text.lstrip()
    gap = run.text[: len(run.text) - len(text)]
    if run.op is Op.SAME or not text:
        return visible(run.text)
    before, after, code = _MARKS[run.op]
    return gap + _painted(f"{before}{visible(text)}{after}", code, colour)


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[m" if colour else text
