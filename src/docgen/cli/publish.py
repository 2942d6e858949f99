"""`docgen publish`: put built packs where people fetch them."""

import sys

import click

from docgen.cli.terminal import CLEAN, FAULTS, FORMATS, engagement_id, open_workspace, show
from docgen.workspace import today


@click.command("publish")
@click.argument("target")
@click.argument("engagements", nargs=-1)
@click.option(
    "--url",
    "address",
    default="",
    metavar="URL",
    help="Address under which people find the target; links are relative without it.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How faults are printed.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but faults.")
def command(target: str, engagements: tuple[str, ...], address: str, form: str, quiet: bool) -> None:
    """Publish the packs of outputs/ to TARGET: a directory, or a storage that fsspec knows (s3://bucket/folder).

    Packs are written to <engagement>/<version>/, beside an index page for each language, an Atom feed and SHA256SUMS. A
    published release is never overwritten; a new draft takes the place of the former one. Every version comes with the
    redline to the release before it. Storages other than directories need their fsspec package: pip install s3fs.

    \b
    Examples:
      docgen publish ../site
      docgen publish s3://contracts/published --url https://contracts.example
      docgen publish ../site aurore
    """
    from docgen.pipeline.publishing import publish

    workspace = open_workspace()
    wanted = tuple(dict.fromkeys(engagement_id(name) for name in engagements))

    def tell(path: str) -> None:
        if not quiet:
            click.echo(f"  {path}", err=True)

    done, faults = publish(workspace, target, wanted, address, today(), tell)
    show(faults, form, workspace, err=form in ("human", "short"))
    if done is None:
        sys.exit(FAULTS)
    if not quiet:
        kept = len(done.records)
        said = (
            f"{len(done.written)} files written, {len(done.removed)} removed"
            if done.written or done.removed
            else "nothing to do"
        )
        click.echo(
            f"{target}: {kept} version{'s' if kept != 1 else ''} published, {said}",
            err=form not in ("human", "short"),
        )
    sys.exit(CLEAN)
