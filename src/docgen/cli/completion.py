"""`docgen completion`: the script that completes commands in a shell."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    Example:
      docgen completion bash > ~/.local/share/bash-completion/completions/docgen
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell!r}")
    script = found(context.find_root().command, {}, "docgen", "_DOCGEN_COMPLETE").source()
    click.echo(script)
