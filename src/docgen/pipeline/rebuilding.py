"""Make a release again from its lock, to the byte, though library, templates and facts have moved on.

Faults: DG604 (other bytes than released), DG605 (files changed since a release), and those of `reopening.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from docgen.history.lock import Input, Lock
from docgen.pipeline.amending import AMENDMENT, amendment, outline_of
from docgen.pipeline.building import Built, Made, inputs_of, make, put
from docgen.pipeline.checking import CheckedWorkspace
from docgen.pipeline.draft_version import of_release
from docgen.pipeline.printing import Progress, engines_of
from docgen.pipeline.reopening import releases_of, restored
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.text.faults import MOVED_SINCE_RELEASE, RELEASE_COMES_OUT_OTHERWISE
from docgen.text.source import Span
from docgen.workspace import Workspace


def rebuild(
    workspace: Workspace, lock: Lock, only: tuple[str, ...], progress: Progress
) -> Checked[Built | None]:
    """Write the pack of a release to its folder; nothing is written if a byte differs from the release."""
    checked, faults = restored(workspace, lock)
    if has_errors(faults):
        return Checked(None, faults)
    if any(file.kind == "amendment" for file in lock.files):
        checked, faults = _amending(workspace, checked, lock)
        if has_errors(faults):
            return Checked(None, faults)
    made, faults = make(workspace, checked, lock.engagement, only, progress)
    if made is None:
        return Checked(None, faults)
    differing = tuple(_differing(made, lock, engines_of(workspace)))
    if differing:
        return Checked(None, differing)
    return Checked(put(workspace, made), faults)


def _amending(workspace: Workspace, checked: CheckedWorkspace, lock: Lock) -> Checked[CheckedWorkspace]:
    """The release with the amendment that it was made with, to the releases before it."""
    directory = lock.path.split("/")[-3]  # which may have been renamed since
    releases, faults = releases_of(workspace, directory)
    outline = outline_of(checked.context_of(lock.engagement), AMENDMENT)
    if outline is None or has_errors(faults):
        return Checked(checked, faults)
    earlier = tuple(other for other in releases.locks if other.number < lock.number)
    amended, faults = amendment(workspace, checked.packs[lock.engagement], outline, earlier)
    return Checked(
        replace(checked, packs={lock.engagement: amended}) if amended is not None else checked, faults
    )


def _differing(made: Made, lock: Lock, engines: Mapping[str, str]) -> Iterator[Diagnostic]:
    """DG604 for each document that is not the released one."""
    released = {file.file: file.sha256 for file in lock.files}
    others = [
        f"{name} {lock.engines.get(name, 'absent')} then, {engines.get(name, 'absent')} now"
        for name in sorted({*lock.engines, *engines})
        if lock.engines.get(name) != engines.get(name)
    ]
    hint = (
        "other programs: " + "; ".join(others)
        if others
        else "the programs are the same: compare the two files"
    )
    for entry in made.entries:
        if released.get(entry["file"]) != entry["sha256"]:
            yield RELEASE_COMES_OUT_OTHERWISE.at(
                Span(lock.path), f"{entry['file']} comes out otherwise than it was released", hint
            )


def moved_since(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, lock: Lock
) -> tuple[Diagnostic, ...]:
    """DG605 for each input of the pack that differs from that of the release."""
    if checked.context is None:
        return ()
    folder = f"{checked.context.config.paths.engagements}/{engagement_id}"
    now = as_stored(workspace, of_release(inputs_of(checked, engagement_id).value, folder), lock.inputs)
    then = {entry.path: entry.sha256 for entry in lock.inputs}
    return tuple(
        _moved(path, now.get(path), then.get(path), lock.version)
        for path in sorted({*now, *then})
        if now.get(path) != then.get(path)
    )


def as_stored(workspace: Workspace, inputs: Mapping[str, str], kept: Iterable[Input]) -> dict[str, str]:
    """Hashes of the working tree, with that of the release where git stores a file as the same object (line ends)."""
    then = {entry.path: entry for entry in kept}
    differing = [path for path, digest in inputs.items() if path in then and then[path].sha256 != digest]
    ids = workspace.repository.blob_ids(differing) if differing else {}
    return {**inputs, **{path: then[path].sha256 for path, oid in ids.items() if oid == then[path].blob}}


def _moved(path: str, now: str | None, then: str | None, version: str) -> Diagnostic:
    change = "changed" if now and then else "was added" if now else "was removed"
    return MOVED_SINCE_RELEASE.at(
        Span(path),
        f"the file {change} since release {version}",
        f"release a new version, or build the release itself: 'docgen build ID@{version}'",
    )
