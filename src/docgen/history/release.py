"""Make the parts of a release from values: its version, its line in the history, its lock. Pure functions.

Faults: DG608 (nothing to release), DG609 (a lower step than the changes ask for), DG614 (dates out of order).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from docgen.history.lock import Input, Lock, Previous, ReleasedFile, sealed
from docgen.history.record import notes
from docgen.history.snapshot import State, snapshot
from docgen.history.version import FIRST, Version
from docgen.model.changes import Changes, Level
from docgen.model.manifest import ManifestEntry
from docgen.model.pack import Revision
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import DATED_TOO_EARLY, NOTHING_TO_RELEASE, STEP_TOO_SMALL
from docgen.text.source import Span

AUTO = "auto"
BUMPS = (AUTO, Level.MAJOR.value, Level.MINOR.value, Level.PATCH.value)
_RISING = (Level.NONE, Level.PATCH, Level.MINOR, Level.MAJOR)


@dataclass(frozen=True, slots=True)
class Request:
    """The request of the person who releases: the step (one of `BUMPS`), the reason, the date of the release."""

    reason: str
    date: date
    bump: str = AUTO


@dataclass(frozen=True, slots=True)
class Step:
    """The version of a release, how far it reaches, and the sentence that says why."""

    version: Version
    level: Level
    because: str


def step(request: Request, last: Lock | None, changes: Changes, place: Span) -> Checked[Step | None]:
    """The version that a request leads to after the last release; `place` is that of its faults.

    The first release is 1.0.0. A step that is higher than the changes ask for is taken; a lower one is refused, since
    the parties would sign less than they change. Faults: DG609, DG614.
    """
    if last is None:
        return Checked(Step(FIRST, Level.MAJOR, "it is the first release"))
    if request.date < last.date:
        message = f"the release date {request.date} is before that of release {last.version}, {last.date}"
        return Checked(
            None,
            (DATED_TOO_EARLY.at(place, message, "give the day of this release with --date"),),
        )
    asked = max(changes.level, Level.PATCH, key=_RISING.index)
    because = (
        changes.because
        if changes.level is not Level.NONE
        else "no printed text changed, but the inputs of the pack did"
    )
    level = asked if request.bump == AUTO else Level(request.bump)
    if _RISING.index(level) < _RISING.index(asked):
        message = f"a {level} release is too small a step: the changes since {last.version} are {asked}"
        return Checked(
            None,
            (STEP_TOO_SMALL.at(place, message, f"{because}; release with --bump {asked} or auto"),),
        )
    return Checked(Step(last.number.after(level), level, because))


def tag_name(engagement_id: str, version: str) -> str:
    """The tag of a release: `aurore/v1.0.0`."""
    return f"{engagement_id}/v{version}"


def nothing_new(last: Lock, place: Span) -> Diagnostic:
    """DG608: an engagement has the inputs of its last release."""
    message = f"nothing changed since release {last.version}"
    return NOTHING_TO_RELEASE.at(
        place,
        message,
        f"release {last.version} is up to date: 'docgen build {last.engagement}@{last.version}'",
    )


def revision(
    taken: Step, request: Request, author: str, reasons: Sequence[str], changes: Changes
) -> Revision:
    """The line of the history for a release: the reason of the whole, then those of its changes."""
    summary = (request.reason, *reasons)
    return Revision(
        str(taken.version),
        request.date,
        author,
        taken.level.value,
        summary,
        notes(changes),
        changes.documents,
    )


def lock_of(
    state: State,
    taken: Step,
    request: Request,
    last: Lock | None,
    history: tuple[Revision, ...],
    inputs: tuple[Input, ...],
    engines: Mapping[str, str],
) -> Lock:
    """The lock of a release, sealed; its files are known only when they carry the seal."""
    pack, said = state.pack, snapshot(state)
    lock = Lock(
        engagement=pack.engagement.id,
        reference=pack.engagement.contract.reference,
        version=str(taken.version),
        previous=Previous(last.version, last.seal) if last is not None else None,
        date=request.date,
        level=taken.level,
        reason=request.reason,
        inputs=tuple(sorted(inputs, key=lambda entry: entry.path)),
        positions=dict(sorted(pack.positions.items())),
        clauses=tuple(replace(clause, words=(), values=()) for clause in said.clauses),
        values={value.path: value.text for value in said.values},
        documents=dict(said.documents),
        history=history,
        engines=dict(engines),
    )
    return sealed(lock)


def with_files(lock: Lock, entries: Sequence[ManifestEntry]) -> Lock:
    """The lock with the PDFs that carry its seal, as the manifest lists them."""
    files = (
        ReleasedFile(entry["file"], entry["kind"], entry["pages"], entry["size"], entry["sha256"])
        for entry in entries
    )
    return replace(lock, files=tuple(files))
