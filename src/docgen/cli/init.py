"""`docgen init`: a new workspace that checks and builds at once, and the pipeline of a forge."""

import os
import re
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import click

from docgen import __version__
from docgen.cli.formats._visible import visible
from docgen.cli.schema import as_text, file_name
from docgen.cli.terminal import CLEAN, FAULTS, show
from docgen.model.profile import Profile
from docgen.read.jsonschema import SCHEMAS
from docgen.workspace import CONFIG, Workspace, add_file, bundled, create_workspace, today

FOLDERS = ("clauses", "templates")
STARTER = "templates/starter/"
PIPELINES = "templates/ci"
REVIEW = "templates/review"  # the page that shows a change is never the workspace's own
HIDDEN = {"gitignore": ".gitignore"}  # a hidden file would be passed over, and would rule this repository
SCHEMA_FOLDER = ".docgen/schemas"
STARTER_DAY = date(2026, 11, 24)  # the date of the starter's contract
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTH = re.compile(r"\b\d{4}-\d{2}\b(?!-)")


def forges() -> tuple[str, ...]:
    """The forges that docgen brings a pipeline for: the files of `templates/ci/`."""
    return tuple(
        path.removeprefix(f"{PIPELINES}/").removesuffix(".yml")
        for path in bundled().files(PIPELINES, ".yml", deep=False)
    )


@click.command("init")
@click.argument("directory", type=click.Path(path_type=Path))
@click.option(
    "--ci",
    "forge",
    type=click.Choice(forges()),
    help="Write the pipeline of this forge too; also into a workspace that is there.",
)
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    default=Profile.SHORT.value,
    show_default=True,
    help="Size of the documents: an order form with its conditions (short), or the whole contract with its annexes.",
)
def command(directory: Path, forge: str | None, profile: str) -> None:
    """Make a workspace in DIRECTORY, new or empty: a commented engagement, the library, the templates.

    \b
    Examples:
      docgen init my-workspace
      docgen init my-workspace --profile full
      docgen init my-workspace --ci github
      docgen init . --ci gitlab
    """
    path, text = pipeline(forge) if forge else ("", b"")
    if forge and (directory / CONFIG).is_file():
        faults = add_file(directory, path, text)
    else:
        faults = create_workspace(
            directory, {**starter(today(), Profile(profile)), **({path: text} if forge else {})}
        )
        path = ""
    if faults:
        show(faults, "human", Workspace(Path.cwd()), err=True)
        sys.exit(FAULTS)
    click.echo(
        f"{visible(os.fspath(directory / path))}: commit it, and read its head: it names the variables that it takes"
        if path
        else next_steps(directory)
    )
    sys.exit(CLEAN)


def pipeline(forge: str) -> tuple[str, bytes]:
    """The path of a forge's pipeline in a workspace (named on its first line), and its text for this docgen."""
    text = bundled().read(f"{PIPELINES}/{forge}.yml").value.text
    place, _, rest = text.removeprefix("# ").partition("\n")
    return place, rest.replace("@VERSION@", __version__).encode()


def starter(day: date, profile: Profile = Profile.SHORT) -> Mapping[str, bytes]:
    """The files of a workspace made on a day, by path: what docgen brings, the starter at the root, the schemas.

    `profile` is that of its engagement.
    """
    brought = bundled()
    contents = {
        path: brought.read_bytes(path).value for folder in FOLDERS for path in brought.files(folder, "")
    }
    own = {
        path.removeprefix(STARTER): content for path, content in contents.items() if path.startswith(STARTER)
    }
    return {
        **{
            path: content
            for path, content in contents.items()
            if not path.startswith((STARTER, f"{PIPELINES}/", f"{REVIEW}/"))
        },
        **{
            HIDDEN.get(path, path): _sized(dated(content.decode(), day), profile).encode()
            for path, content in own.items()
        },
        **{f"{SCHEMA_FOLDER}/{file_name(kind)}": as_text(kind).encode() for kind in SCHEMAS},
    }


def _sized(text: str, profile: Profile) -> str:
    """The starter with the profile of its engagement."""
    return text.replace(f"\nprofile: {Profile.SHORT}\n", f"\nprofile: {profile}\n")


def dated(text: str, day: date) -> str:
    """The starter with its dates moved by whole weeks, so that its contract is of the week that ends on a day."""
    weeks = timedelta(weeks=(day - STARTER_DAY).days // 7)

    def moved(match: re.Match[str]) -> str:
        return (date.fromisoformat(match[0]) + weeks).isoformat()

    def moved_month(match: re.Match[str]) -> str:
        return (date.fromisoformat(f"{match[0]}-15") + weeks).isoformat()[:7]

    return _MONTH.sub(moved_month, _DATE.sub(moved, text))


def next_steps(directory: Path) -> str:
    """The next steps in a new workspace."""
    enter = [] if directory == Path() else [f"  cd {visible(os.fspath(directory))}"]
    return "\n".join([
        f"{visible(os.fspath(directory))}: a workspace with one engagement, 'exemple'. Next steps:",
        "",
        *enter,
        "  docgen check          check everything",
        "  docgen build --all    write the pack to outputs/exemple/",
        "",
        "Then replace the values of engagements/exemple/engagement.yaml (README.md says how) and check again.",
    ])  # fmt: skip
