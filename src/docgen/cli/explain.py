"""`docgen explain`: the manual page of a rule."""

import click

from docgen.rules import Rule, registry
from docgen.text.diagnostics import nearest

WIDEST = 200


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Print the manual page of the rule with this CODE, with a faulty and a sound example.

    \b
    Example:
      docgen explain DG301
    """
    rules = {rule.code: rule for rule in registry()}
    rule = rules.get(code.upper())
    if rule is None:
        hint = nearest(code.upper(), rules)
        raise click.UsageError(
            f"there is no rule {code!r}" + (f": {hint}" if hint else ": see 'docgen list rules'")
        )
    click.echo(page(rule))


def page(rule: Rule) -> str:
    """The manual page of a rule, as plain text."""
    parts = [f"{rule.code} ({rule.severity.label})", "", rule.manual]
    for title, example in (("Faulty:", rule.bad), ("Sound:", rule.good)):
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
