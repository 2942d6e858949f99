"""`docgen verify`: whether a PDF in hand is the one that was released."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from docgen.cli.formats._visible import visible
from docgen.cli.terminal import FAULTS, open_workspace, show
from docgen.history.lock import Lock
from docgen.history.verify import SOUND, Verdict, absent, listed, verify
from docgen.render.inside import inside
from docgen.text.diagnostics import has_errors

MANIFEST = "manifest.json"


@click.command("verify")
@click.argument("paths", nargs=-1, required=True, metavar="FILE.pdf|DIR...", type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(("human", "json")),
    default="human",
    help="How the verdicts are printed.",
)
def command(paths: tuple[str, ...], form: str) -> None:
    """Say of each PDF whether it is genuine and current, genuine and superseded, or altered.

    The locks of this workspace decide; a manifest beside the files tells of drafts and of files that are missing. The
    exit status is 1 when a file is altered, missing or unknown.

    \b
    Examples:
      docgen verify contract.pdf
      docgen verify outputs/aurore/1.0.0
    """
    workspace = open_workspace()
    from docgen.pipeline.reopening import every_lock

    locks, faults = every_lock(workspace)
    if has_errors(faults):
        show(faults, "human", workspace, err=True)
    verdicts = [verdict for path in paths for verdict in _verdicts(Path(path), locks)]
    if form == "json":
        click.echo(json.dumps([asdict(verdict) for verdict in verdicts], ensure_ascii=False, indent=2))
    else:
        for verdict in verdicts:
            what = " ".join(part for part in (verdict.engagement, verdict.version, verdict.document) if part)
            click.echo(
                visible(f"{verdict.file}: {verdict.state}: {what + ': ' if what else ''}{verdict.because}")
            )
    sound = all(verdict.state in SOUND for verdict in verdicts)
    sys.exit(0 if sound and verdicts and not has_errors(faults) else FAULTS)


def _verdicts(path: Path, locks: Sequence[Lock]) -> Iterator[Verdict]:
    folder = path if path.is_dir() else path.parent
    built = _manifest(folder / MANIFEST)
    files = sorted(folder.glob("*.pdf")) if path.is_dir() else [path]
    for file in files:
        content = file.read_bytes()
        yield verify(file.name, content, inside(content), locks, built)
    if path.is_dir():
        yield from absent(built, (file.name for file in files))


def _manifest(path: Path) -> dict[str, str]:
    try:
        return dict(listed(json.loads(path.read_bytes()))) if path.is_file() else {}
    except (ValueError, RecursionError):
        return {}
