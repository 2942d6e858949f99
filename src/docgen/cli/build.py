"""`docgen build`: check, render and write packs."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from docgen.cli.terminal import FAULTS, FORMATS, engagement_version, open_workspace, show, status, summary
from docgen.model.outline import Outline
from docgen.pipeline.checking import CheckedWorkspace, check_workspace
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.workspace import Workspace, today

if TYPE_CHECKING:
    from docgen.pipeline.building import Built
    from docgen.pipeline.printing import Progress


@click.command("build")
@click.argument("engagements", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Build every engagement.")
@click.option(
    "--only", "only", multiple=True, metavar="KIND", help="Build only this document (may be repeated)."
)
@click.option(
    "--locked", is_flag=True, help="Fail when anything moved since the last release; build that release."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but the result.")
def command(
    engagements: tuple[str, ...],
    everything: bool,
    only: tuple[str, ...],
    locked: bool,
    form: str,
    quiet: bool,
) -> None:
    """Write the packs of the ENGAGEMENTS to outputs/<engagement>/<version>/.

    ENGAGEMENT@VERSION makes a release again, to the byte.

    \b
    Examples:
      docgen build aurore
      docgen build aurore@1.0.0
      docgen build --locked aurore
      docgen build engagements/aurore --only raci
      docgen build aurore --only amendment
      docgen build --all --quiet
    """
    if everything == bool(engagements):
        raise click.UsageError("name the engagements to build, or --all")
    workspace = open_workspace()
    named = tuple(dict.fromkeys(engagement_version(name) for name in engagements))
    if locked and any(version for _, version in named):
        raise click.UsageError("--locked is about the last release: name the engagement without a version")
    found: list[Diagnostic] = []
    drafts = tuple(name for name, version in named if not version)
    if drafts or everything:
        checked, diagnostics = check_workspace(workspace, drafts, today())
        found.extend(diagnostics)
        if has_errors(diagnostics):
            _report(found, form, quiet)
            sys.exit(FAULTS)
        for name in checked.packs:
            if any(checked.packs[name].outline(kind) is None for kind in only):
                checked = _with_requested(workspace, checked, name, only, found, form, quiet)
            _known(only, checked.packs[name].outlines)
            if locked:
                _locked(workspace, checked, name, only, found, form, quiet)
            else:
                # the page engine is loaded when no error is found
                from docgen.pipeline.building import build

                _made(name, partial(build, workspace, checked, name, only), found, form, quiet)
    for name, version in named:
        if version:
            _released(workspace, name, version, only, found, form, quiet)
    if not quiet:
        _report(found, form, quiet)
    sys.exit(status(found))


def _known(only: tuple[str, ...], outlines: tuple[Outline, ...]) -> None:
    kinds = tuple(outline.kind for outline in outlines)
    unknown = [kind for kind in only if kind not in kinds]
    if unknown:
        raise click.UsageError(f"no document kind {unknown[0]!r}: one of {', '.join(kinds)}")


def _with_requested(
    workspace: Workspace,
    checked: CheckedWorkspace,
    name: str,
    only: tuple[str, ...],
    found: list[Diagnostic],
    form: str,
    quiet: bool,
) -> CheckedWorkspace:
    """The pack of an engagement with the documents that are made only when they are named."""
    from docgen.pipeline.amending import outline_of, with_requested

    if "redline" in only:
        raise click.UsageError(
            "a redline compares two versions: docgen diff ENGAGEMENT [FROM [TO]] --pdf FILE"
        )
    context = checked.context_of(name)
    if any(outline.internal for kind in only if (outline := outline_of(context, kind)) is not None):
        raise click.UsageError(
            "an internal document is no part of a pack: docgen deviations ENGAGEMENT --pdf makes the register"
        )
    wider, faults = with_requested(workspace, checked, name, only)
    if has_errors(faults):
        _report([*found, *faults], form, quiet)
        sys.exit(FAULTS)
    return wider


def _released(
    workspace: Workspace,
    name: str,
    version: str,
    only: tuple[str, ...],
    found: list[Diagnostic],
    form: str,
    quiet: bool,
) -> None:
    from docgen.pipeline.rebuilding import rebuild
    from docgen.pipeline.reopening import locked

    lock, faults = locked(workspace, name, version)
    if lock is None:
        _report([*found, *faults], form, quiet)
        sys.exit(FAULTS)
    kinds = {file.kind for file in lock.files}
    if unknown := [kind for kind in only if kind not in kinds]:
        raise click.UsageError(
            f"release {version} has no document kind {unknown[0]!r}: one of {', '.join(sorted(kinds))}"
        )
    _made(name, partial(rebuild, workspace, lock, only), found, form, quiet)


def _locked(
    workspace: Workspace,
    checked: CheckedWorkspace,
    name: str,
    only: tuple[str, ...],
    found: list[Diagnostic],
    form: str,
    quiet: bool,
) -> None:
    from docgen.pipeline.rebuilding import moved_since, rebuild
    from docgen.pipeline.reopening import find_release

    last = checked.releases[name].last
    faults = (
        moved_since(workspace, checked, name, last)
        if last
        else find_release(checked.releases[name], name, "").diagnostics
    )
    if last is None or faults:
        _report([*found, *faults], form, quiet)
        sys.exit(FAULTS)
    _made(name, partial(rebuild, workspace, last, only), found, form, quiet)


def _made(
    name: str,
    making: "Callable[[Progress], Checked[Built | None]]",
    found: list[Diagnostic],
    form: str,
    quiet: bool,
) -> None:
    """Make one pack and say where it is; ends the command when it cannot be made."""
    with ProgressBar(name, quiet) as progress:
        built, faults = making(progress)
    found.extend(faults)
    if built is None:
        _report(found, form, quiet)
        sys.exit(FAULTS)
    if quiet:
        click.echo(built.folder)
        return
    fresh = f"{len(built.rendered)} rendered" if built.rendered else "nothing to render"
    line = f"{name}: {built.folder}: {len(built.files)} files, {built.pages} pages, {fresh}"
    click.echo(line, err=form not in ("human", "short"))  # programs read the faults on standard output


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

        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        task = bar.add_task(self._name, total=None)
        bar.start()
        self._bar = bar

        def tell(kind: str, done: int, of: int) -> None:
            bar.update(task, completed=done, total=of, description=f"{self._name}: {kind}")

        return tell

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()  # type: ignore[attr-defined]
