"""`docgen changelog`: the entry that the next release adds, and whether every change has a reason."""

import sys

import click

from docgen.cli.terminal import FAULTS, FORMATS, engagement_id, open_workspace, show, status
from docgen.text.diagnostics import Diagnostic, has_errors


@click.command("changelog")
@click.argument("engagements", nargs=-1)
@click.option("--check", "check", is_flag=True, help="Fail when a document changed and no fragment says why.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
def command(engagements: tuple[str, ...], check: bool, form: str) -> None:
    """Print the entry of the next release of the ENGAGEMENTS (all when none is named).

    The facts come from comparing the files with the last release; the reasons from fragments, one a change:
    engagements/<id>/changes/<name>.md, a sentence that may be limited to `clauses:` and `values:` in front matter.

    \b
    Examples:
      docgen changelog aurore
      docgen changelog --check
    """
    from docgen.history.changelog import entry
    from docgen.pipeline.changelogs import pending, titles_of
    from docgen.pipeline.reading import Reader, engagement_ids
    from docgen.read.config import read_config
    from docgen.workspace import CONFIG

    workspace = open_workspace()
    config = read_config(Reader(workspace).source(CONFIG)).value
    names = tuple(engagement_id(name) for name in engagements) or (
        engagement_ids(workspace, config) if config is not None else ()
    )
    found: list[Diagnostic] = []
    for name in names:
        next_, faults = pending(workspace, name)
        found.extend(faults)
        if check:
            found.extend(next_.unsaid)
        elif next_.revision is not None and next_.compared is not None:
            pack = next_.compared.new.pack
            click.echo(f"## [{next_.revision.version}] - {name}\n")
            click.echo("\n".join(entry(next_.revision, pack.locale, titles_of(pack))) + "\n")
        elif not has_errors(faults):
            click.echo(f"{name}: nothing to say since the last release")
    show(found, form, workspace, err=not check)
    sys.exit(status(found) if not has_errors(found) else FAULTS)
