"""Install docgen's drivers in a clone of git: which files (`.gitattributes`), and the commands (its configuration).

Fault: DG626 (git refuses).
"""

from docgen.pipeline.reading import Reader
from docgen.read.config import Paths, read_config
from docgen.text.diagnostics import Checked, has_errors
from docgen.text.faults import DRIVERS_REFUSED
from docgen.text.source import Span
from docgen.workspace import CONFIG, Workspace

ATTRIBUTES = ".gitattributes"


def install(workspace: Workspace, program: str) -> Checked[tuple[str, ...]]:
    """Set the drivers up and return the steps taken, one a line; repeated, it changes nothing. `program` is docgen as a
    shell calls it."""
    reader = Reader(workspace)
    config = reader.take(read_config(reader.source(CONFIG)))
    if config is None or has_errors(reader.diagnostics):
        return Checked((), tuple(reader.diagnostics))
    repository = workspace.repository
    reason = repository.absent()
    settings = {} if reason else _settings(program)
    for name, value in settings.items():
        reason = reason or repository.configure(name, value)
    if reason:
        return Checked(
            (),
            (
                DRIVERS_REFUSED.at(
                    Span(CONFIG), f"git takes no drivers: {reason}", "run it in a clone that you may write to"
                ),
            ),
        )
    former = workspace.read(ATTRIBUTES).value.text if workspace.exists(ATTRIBUTES) else ""
    missing = [line for line in _attributes(config.paths) if line not in former.splitlines()]
    if missing:
        gap = "" if not former or former.endswith("\n") else "\n"
        workspace.write(ATTRIBUTES, (former + gap + "".join(f"{line}\n" for line in missing)).encode())
    said = [f"{name} = {value}" for name, value in settings.items()]
    return Checked((*said, *(f"{ATTRIBUTES}: {line}" for line in missing)))


def _attributes(paths: Paths) -> tuple[str, ...]:
    return (
        f"{paths.clauses}/**/*.md diff=docgen",
        f"{paths.engagements}/*/CHANGELOG.md merge=docgen-changelog",
    )


def _settings(program: str) -> dict[str, str]:
    """The variables of git's configuration; `git log -p` runs no command and uses `textconv`."""
    return {
        "diff.docgen.command": f"{program} diff-driver",
        "diff.docgen.textconv": f"{program} diff-driver --textconv",
        "merge.docgen-changelog.name": "versions of a change log",
        "merge.docgen-changelog.driver": f"{program} merge-changelog %O %A %B",
    }
