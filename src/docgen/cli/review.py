"""`docgen review`: changes, party favoured, engagements touched, approvals missing, new faults."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from docgen.cli import reviews
from docgen.cli.terminal import CLEAN, FAULTS, FORMATS, open_workspace, show, wants_colour
from docgen.model.changes import ChangeClass
from docgen.model.review import Review
from docgen.pipeline.reviewing import open_review, review_languages, review_words
from docgen.workspace import today

_FORMATS = reviews.names()
GATES: Mapping[str, Callable[[Review], bool]] = {
    ChangeClass.AMENDMENT.value: lambda review: review.of_class(ChangeClass.AMENDMENT) > 0,
    "unapproved": lambda review: bool(review.unapproved),
    "error": lambda review: bool(review.errors),
    "any": lambda review: not review.empty or bool(review.diagnostics),
}
"""The conditions of `--fail-on`."""


@click.command("review")
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default=_FORMATS[0], help="How the review is printed."
)
@click.option(
    "--output", "output", type=click.Path(dir_okay=False), metavar="FILE", help="Write it to a file."
)
@click.option(
    "--language",
    type=click.Choice(review_languages()),
    help="Language of the review; that of the library when it is not given.",
)
@click.option(
    "--fail-on",
    "gates",
    type=click.Choice(tuple(GATES)),
    multiple=True,
    help="End with status 1 when the review holds this (may be repeated).",
)
def command(
    base: str | None,
    head: str | None,
    form: str,
    output: str | None,
    language: str | None,
    gates: tuple[str, ...],
) -> None:
    """Review the changes from BASE (the main branch) to HEAD (the working tree), revisions of git.

    The comparison starts at the last commit that both have in common, as that of a pull request does.

    \b
    Examples:
      docgen review
      docgen review origin/main --format markdown --output comment.md
      docgen review v1.0 v2.0 --format html --output review.html
      docgen review --fail-on unapproved --fail-on error
    """
    workspace = open_workspace()
    review, faults = open_review(workspace, base, head, today())
    if review is None:
        for_programs = form in FORMATS
        show(faults, form if for_programs else "human", workspace, err=not for_programs)
        sys.exit(FAULTS)
    words = review_words(workspace, language)
    text = reviews.find(form).show(review, words, output is None and wants_colour())
    if output is not None:
        Path(output).write_text(text, "utf-8")
    else:
        click.echo(text, nl=False)
    sys.exit(status(review, gates))


def status(review: Review, gates: tuple[str, ...]) -> int:
    """1 when the review holds one of the things that shall fail."""
    return FAULTS if any(GATES[gate](review) for gate in gates) else CLEAN
