"""The `docgen` command: finds its subcommands in this folder, gives help, suggestions and exit status.

Exit status: 0 clean, 1 faults found, 2 wrong usage, 3 a bug, or a process that died at its work.
"""

import importlib
import os
import pkgutil
import sys
import traceback

import click

from docgen import __version__, cli
from docgen.processes import ProcessEndedError
from docgen.text.diagnostics import nearest
from docgen.workspace import TODAY, today

BUG = 3
_SHARED = {"main", "diffs", "formats", "reviews", "terminal"}


class Commands(click.Group):
    """A group whose commands are the modules of this package, each with a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in alphabetical order."""
        return sorted(
            module.name.replace("_", "-")
            for module in pkgutil.iter_modules(cli.__path__)
            if module.name not in _SHARED and not module.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; only its own module is imported."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"docgen.cli.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command when there is none of the name."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and self.get_command(ctx, name) is None:
            hint = nearest(name, self.list_commands(ctx))
            ctx.fail(f"no such command {name!r}" + (f": {hint}" if hint else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen")
def docgen() -> None:
    """Contract packs of IT outsourcing, from a clause library and one engagement file.

    \b
    Examples:
      docgen init my-workspace          make a workspace that builds at once
      docgen check                  check everything, render nothing
      docgen build aurore           write the pack of one engagement
      docgen build --all            write every pack
      docgen credits aurore engagements/aurore/measures
                                    penalties from measures
      docgen list engagements       list engagements, clauses, rules…
      docgen explain DG301          the manual page of a fault, or of a field: services.monthly_fee

    Dates are checked as of today, or as of DOCGEN_TODAY=2027-01-31 in the environment.
    """
    try:
        today()
    except ValueError as error:
        raise click.UsageError(f"{TODAY} is no date: write it as 2027-01-31") from error


def main() -> None:
    """Run the command line; a bug ends with status 3 and one line."""
    try:
        docgen(prog_name="docgen")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:  # the system refused: a full disk, a directory without rights
        click.echo(
            f"docgen: {error.filename or 'the system'}: {error.strerror or error}".replace("\n", " "),
            err=True,
        )
        sys.exit(1)
    except ProcessEndedError as error:
        click.echo(f"docgen: {error}", err=True)
        sys.exit(BUG)
    except Exception as error:  # noqa: BLE001  (whatever reaches this place is a bug of docgen)
        if os.environ.get("DOCGEN_TRACE"):
            traceback.print_exc()
        else:
            name = type(error).__name__
            click.echo(
                f"docgen: bug: {name}: {error} (set DOCGEN_TRACE=1 to see the trace)".replace("\n", " "),
                err=True,
            )
        sys.exit(BUG)
