"""Open releases again: their locks, the files that they were made of, and the packs that stood in them.

Nothing is checked: a release keeps whatever later rules find. Faults: DG603 (a content that is gone), DG611 (no
such release).
"""

from docgen.history.lock import Lock, snapshot_of
from docgen.history.snapshot import at_rest, snapshot
from docgen.model.changes import ContentSnapshot
from docgen.model.pack import VersionInfo
from docgen.pipeline.checking import CheckedWorkspace
from docgen.pipeline.reading import Reader, open_context, open_engagement, resolve
from docgen.pipeline.released import Releases, open_releases
from docgen.read.config import read_config
from docgen.text.diagnostics import Checked, has_errors, in_order, nearest
from docgen.text.faults import NO_SUCH_RELEASE, RELEASED_TEXT_MISSING
from docgen.text.files import Files, Tree
from docgen.text.source import Span
from docgen.workspace import CONFIG, Workspace, sha256


def releases_of(files: Files, engagement_id: str) -> Checked[Releases]:
    """The releases of an engagement, without reading anything else of it."""
    reader = Reader(files)
    config = reader.take(read_config(reader.source(CONFIG)))
    found = open_releases(reader, config, engagement_id) if config is not None else Releases()
    return Checked(found, in_order(reader.diagnostics))


def every_lock(files: Files) -> Checked[tuple[Lock, ...]]:
    """The locks of all engagements, also of those whose facts are gone."""
    reader = Reader(files)
    config = reader.take(read_config(reader.source(CONFIG)))
    names = files.folders(config.paths.engagements) if config is not None else ()
    locks = tuple(
        lock for name in names if config is not None for lock in open_releases(reader, config, name).locks
    )
    return Checked(locks, in_order(reader.diagnostics))


def locked(files: Files, engagement_id: str, version: str) -> Checked[Lock | None]:
    """The lock of a version of an engagement; DG611 when there is no such release."""
    releases, faults = releases_of(files, engagement_id)
    return Checked(None, faults) if has_errors(faults) else find_release(releases, engagement_id, version)


def find_release(releases: Releases, engagement_id: str, version: str) -> Checked[Lock | None]:
    """The lock of a version; DG611 when there is no such release."""
    lock = releases.find(version)
    if lock is not None:
        return Checked(lock)
    known = [lock.version for lock in releases.locks]
    hint = nearest(version, known) or (
        "releases: " + ", ".join(known) if known else "nothing was released yet: 'docgen release'"
    )
    return Checked(
        None,
        (
            NO_SUCH_RELEASE.at(
                Span(releases.folder), f"there is no release {version!r} of {engagement_id}", hint
            ),
        ),
    )


def contents(workspace: Workspace, lock: Lock) -> Checked[Tree]:
    """The files that a release was made of: from the working tree where they are still the same, else from git (DG603)."""
    found = {entry.path: _still(workspace, entry.path, entry.sha256) for entry in lock.inputs}
    gone = [entry for entry in lock.inputs if found[entry.path] is None]
    objects = workspace.blobs([entry.blob for entry in gone])
    kept = {
        entry.path: objects[entry.blob]
        for entry in gone
        if entry.blob in objects and sha256(objects[entry.blob]) == entry.sha256
    }
    held = {path: content for path, content in found.items() if content is not None}
    missing = [entry for entry in gone if entry.path not in kept]
    hint = _remedy(workspace) if missing else ""
    faults = (
        RELEASED_TEXT_MISSING.at(
            Span(entry.path),
            f"the content that {lock.version} was made of is missing: object {entry.blob[:12]}",
            hint,
        )
        for entry in missing
    )
    return Checked(Tree({**held, **kept}), in_order(faults))


def _still(workspace: Workspace, path: str, digest: str) -> bytes | None:
    if not workspace.exists(path):
        return None
    content, faults = workspace.read_bytes(path)
    return content if not faults and sha256(content) == digest else None


def _remedy(workspace: Workspace) -> str:
    reason = workspace.repository.absent()
    if reason:
        return f"the text moved on and git cannot give it back: {reason}"
    if workspace.repository.shallow():
        return "the clone is shallow: run 'git fetch --unshallow --tags'"
    return "no commit of this clone holds it: fetch the branch or the tag of the release ('git fetch --all --tags')"


def reopen(files: Files, lock: Lock) -> Checked[CheckedWorkspace]:
    """The pack of a release, read from the files that it was made of and put where it stood."""
    reader = Reader(files)
    context = open_context(reader)
    if context is None:
        return Checked(CheckedWorkspace(files, context), in_order(reader.diagnostics))
    shared = dict(reader.inputs)
    engagement = open_engagement(reader, context, lock.engagement)
    if engagement is None or has_errors(reader.diagnostics):
        return Checked(CheckedWorkspace(files, context), in_order(reader.diagnostics))
    standing = VersionInfo(lock.version, draft=False, history=lock.history, seal=lock.seal)
    pack = reader.take(resolve(engagement, context, standing))
    packs = {lock.engagement: pack} if pack is not None else {}
    return Checked(
        CheckedWorkspace(files, context, packs, {lock.engagement: {**shared, **reader.inputs}}),
        in_order(reader.diagnostics),
    )


def restored(workspace: Workspace, lock: Lock) -> Checked[CheckedWorkspace]:
    """The pack of a release, from the working tree and from git's objects; no pack where one of them is gone (DG603)."""
    tree, faults = contents(workspace, lock)
    return Checked(CheckedWorkspace(tree, None), faults) if has_errors(faults) else reopen(tree, lock)


def said(workspace: Workspace, lock: Lock) -> ContentSnapshot:
    """The content snapshot of a release, with its words where git still holds its sources."""
    checked, faults = restored(workspace, lock)
    pack = checked.packs.get(lock.engagement)
    return snapshot_of(lock, snapshot(at_rest(pack)) if pack is not None and not has_errors(faults) else None)
