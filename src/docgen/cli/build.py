"""`docgen build`: judge, render and write packs."""

import sys
from collections.abc import Callable

import click

from docgen.cli.terminal import FAULTS, FORMATS, engagement_id, open_workspace, show, status, summary
from docgen.pipeline.judging import judge
from docgen.text.diagnostics import Diagnostic, has_errors
from docgen.workspace import today


@click.command("build")
@click.argument("engagements", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Build every engagement.")
@click.option("--only", "only", multiple=True, metavar="KIND", help="Build only this document (may be repeated).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but the result.")
def command(engagements: tuple[str, ...], everything: bool, only: tuple[str, ...], form: str, quiet: bool) -> None:
    """Write the packs of the ENGAGEMENTS to outputs/<engagement>/<version>/.

    \b
    Examples:
      docgen build aurore
      docgen build engagements/aurore --only raci
      docgen build --all --quiet
    """
    if everything == bool(engagements):
        raise click.UsageError("name the engagements to build, or --all")
    workspace = open_workspace()
    wanted = tuple(dict.fromkeys(engagement_id(name) for name in engagements))
    judged, diagnostics = judge(workspace, wanted, today())
    if has_errors(diagnostics):
        _report(diagnostics, form, quiet)
        sys.exit(FAULTS)
    from docgen.pipeline.building import build  # what makes pages is loaded when the judgement is sound

    found: list[Diagnostic] = list(diagnostics)
    for name in judged.packs:
        kinds = tuple(outline.kind for outline in judged.packs[name].outlines)
        unknown = [kind for kind in only if kind not in kinds]
        if unknown:
            raise click.UsageError(f"no document kind {unknown[0]!r}: one of {', '.join(kinds)}")
        with ProgressBar(name, quiet) as progress:
            built, faults = build(workspace, judged, name, only, progress)
        found.extend(faults)
        if built is None:
            _report(found, form, quiet)
            sys.exit(FAULTS)
        if quiet:
            click.echo(built.folder)
        else:
            fresh = f"{len(built.rendered)} rendered" if built.rendered else "nothing to render"
            told = f"{name}: {built.folder}: {len(built.files)} files, {built.pages} pages, {fresh}"
            click.echo(told, err=form not in ("human", "short"))  # programs read the faults on standard output
    if not quiet:
        _report(found, form, quiet)
    sys.exit(status(found))


def _report(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...], form: str, quiet: bool) -> None:
    workspace = open_workspace()
    show(diagnostics, form, workspace, err=form in ("human", "short"))
    if form == "human" and diagnostics and not quiet:
        click.echo(summary(diagnostics), err=True)


class ProgressBar:
    """Tells how the rendering goes: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

    def __init__(self, name: str, quiet: bool) -> None:
        self._name = name
        self._quiet = quiet
        self._bar: object = None

    def __enter__(self) -> Callable[[str, int, int], None]:
        if self._quiet:
            return lambda kind, done, of: None
        if not sys.stderr.isatty():
            return lambda kind, done, of: click.echo(f"{self._name}: {kind} rendered ({done}/{of})", err=True)
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        bar = Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True)
        task = bar.add_task(self._name, total=None)
        bar.start()
        self._bar = bar

        def tell(kind: str, done: int, of: int) -> None:
            bar.update(task, completed=done, total=of, description=f"{self._name}: {kind}")

        return tell

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()  # type: ignore[attr-defined]
