"""`docgen merge-changelog`: called by git to join two change logs; see `docgen git-setup`."""

import sys
from pathlib import Path

import click

from docgen.history.merged_changelog import merge


@click.command("merge-changelog")
@click.argument("base", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("ours", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("theirs", type=click.Path(dir_okay=False, path_type=Path))
def command(base: Path, ours: Path, theirs: Path) -> None:
    """Join the change logs of two branches, version by version, into OURS; status 1 when a version must be chosen by hand.

    Git calls it, once `docgen git-setup` has said so.

    \b
    Examples:
      docgen merge-changelog base.md ours.md theirs.md
    """
    texts = (path.read_bytes().decode("utf-8", "surrogateescape") for path in (base, ours, theirs))
    merged = merge(*texts)
    ours.write_bytes(merged.text.encode("utf-8", "surrogateescape"))
    sys.exit(1 if merged.conflict else 0)
