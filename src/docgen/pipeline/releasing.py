"""Fix a version of an engagement: check, print, and write the lock with all that belongs to it in one step.

A release is made from committed files, never from the working tree: so the same objects give the same bytes later.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from docgen.gitrepo import Repository, Snapshot
from docgen.history.baseline import upgrades_path
from docgen.history.changelog import FILE as CHANGELOG
from docgen.history.changes import compare
from docgen.history.fragments import FOLDER as CHANGES
from docgen.history.fragments import Fragment, reasons
from docgen.history.lock import FOLDER, Input, Lock, write_lock
from docgen.history.release import Request, lock_of, nothing_new, revision, step, tag_name, with_files
from docgen.history.snapshot import at_rest, snapshot
from docgen.model.changes import Changes, Level
from docgen.model.pack import Pack
from docgen.pipeline.amending import AMENDMENT, amendment, outline_of
from docgen.pipeline.building import Built, inputs_of, make, put
from docgen.pipeline.changelogs import fragments_of, gathered, written
from docgen.pipeline.checking import CheckedWorkspace, check_workspace
from docgen.pipeline.draft_version import of_release, unmoved
from docgen.pipeline.printing import Progress, engines_of
from docgen.pipeline.reading import author
from docgen.pipeline.reopening import said
from docgen.read.config import read_config
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order
from docgen.text.faults import LOCK_LOST, NOT_COMMITTED, RELEASE_UNDER_WAY, RELEASE_WITHOUT_GIT
from docgen.text.files import Files
from docgen.text.source import Span
from docgen.workspace import CONFIG, Workspace


@dataclass(frozen=True, slots=True)
class Released:
    """A release that was made: its lock, why it is the version that it is, the paths to commit, and its pack."""

    lock: Lock
    because: str
    written: tuple[str, ...]
    removed: tuple[str, ...]
    built: Built


def release(
    workspace: Workspace, engagement_id: str, request: Request, today: date, progress: Progress
) -> Checked[Released | None]:
    """Release an engagement as it is committed.

    Nothing is written when there is an error: those of the check, DG606 (no git), DG607 (not committed), DG608
    (nothing new), DG609 (too small a step), DG610 (another release is under way), DG614 (dates out of order), DG617
    (the version was released before, and its lock is lost).
    """
    with workspace.claim(CLAIM) as alone:
        if not alone:
            return Checked(None, (under_way(),))
        _recover(workspace, engagement_id)
        return _release(workspace, engagement_id, request, today, progress)


CLAIM = "release"
"""The lock that a release and an upgrade hold while they run: one at a time in a workspace."""


def under_way() -> Diagnostic:
    """DG610: another process holds the workspace."""
    return RELEASE_UNDER_WAY.at(
        Span(CONFIG),
        "another release or upgrade is under way in this workspace",
        "wait until it has ended, then look at its result",
    )


def _recover(workspace: Workspace, engagement_id: str) -> None:
    """Remove the remains of a killed release beside the engagement."""
    config = read_config(workspace.read(CONFIG).value).value if workspace.exists(CONFIG) else None
    if config is not None:
        workspace.recover(f"{config.paths.engagements}/{engagement_id}")


def _release(
    workspace: Workspace, engagement_id: str, request: Request, today: date, progress: Progress
) -> Checked[Released | None]:
    here, faults = check_workspace(workspace, (engagement_id,), today, final=True)
    if has_errors(faults) or here.context is None:
        return Checked(None, faults)
    repository = workspace.repository
    head, fault = committed(repository)
    if head is None:
        return Checked(None, (fault,) if fault else ())
    folder = f"{here.context.config.paths.engagements}/{engagement_id}"
    checked, faults = check_workspace(head, (engagement_id,), today, final=True)
    inputs = inputs_of(here, engagement_id)
    stored = inputs_of(checked, engagement_id) if engagement_id in checked.inputs else Checked({})
    read = {*stored.value, *inputs.value, *_beside(folder, here.files, head)}
    loose = tuple(_uncommitted(here, engagement_id, read, repository, head))
    if loose or has_errors(faults) or has_errors(stored.diagnostics) or checked.context is None:
        return Checked(None, in_order((*loose, *(() if loose else (*faults, *stored.diagnostics)))))
    pack = checked.packs[engagement_id]
    last = checked.releases[engagement_id].last
    made_of = of_release(stored.value, folder)
    place = Span(f"{folder}/engagement.yaml")
    if last is not None and unmoved(made_of, last):
        return Checked(None, (nothing_new(last, place),))
    state = at_rest(pack)
    changes = compare(said(workspace, last), snapshot(state)) if last is not None else Changes()
    taken, refused = step(request, last, changes, place)
    if taken is None:
        return Checked(None, refused)
    tag = tag_name(engagement_id, str(taken.version))
    if repository.commit(f"refs/tags/{tag}"):
        return Checked(None, (_tagged(f"{folder}/{FOLDER}/{taken.version}.yaml", str(taken.version), tag),))
    fragments, unreadable = fragments_of(head, folder)
    if has_errors(unreadable):
        return Checked(None, unreadable)
    row = revision(taken, request, author(pack.engagement), reasons(fragments), changes)
    history = (*(last.history if last else ()), row)
    entries = tuple(_inputs(made_of, checked, engagement_id, head))
    lock = lock_of(state, taken, request, last, history, entries, engines_of(workspace))
    final = replace(pack, version=lock.version, draft=False, history=history, seal=lock.seal)
    final = _amending(workspace, checked, engagement_id, final, taken.level)
    own = replace(
        checked,
        packs={engagement_id: final},
        inputs={engagement_id: of_release(checked.inputs[engagement_id], folder)},
    )
    made, found = make(workspace, own, engagement_id, (), progress)
    if made is None:
        return Checked(None, found)
    lock = with_files(lock, made.entries)
    written, removed = _belongings(workspace, folder, lock, pack, fragments)
    workspace.rewrite_folder(folder, written, removed)
    built = put(workspace, made)
    paths = tuple(f"{folder}/{name}" for name in sorted(written))
    return Checked(
        Released(lock, taken.because, paths, tuple(f"{folder}/{name}" for name in removed), built),
        in_order((*faults, *found)),
    )


def _tagged(path: str, version: str, tag: str) -> Diagnostic:
    """DG617: a version that would be released bears a tag already; the commit of the tag may be on another branch."""
    return LOCK_LOST.at(
        Span(path),
        f"release {version} was made: git has its tag {tag}",
        f"merge the branch that holds it, or restore its lock: 'git checkout {tag} -- {path}'",
    )


def _amending(
    workspace: Workspace, checked: CheckedWorkspace, engagement_id: str, pack: Pack, level: Level
) -> Pack:
    """A major release with its amendment, where the changed contract was signed."""
    outline = outline_of(checked.context_of(engagement_id), AMENDMENT)
    locks = checked.releases[engagement_id].locks
    if level is not Level.MAJOR or not locks or outline is None:
        return pack
    amended, _ = amendment(workspace, pack, outline, locks)
    return amended or pack


def committed(repository: Repository) -> tuple[Snapshot | None, Diagnostic | None]:
    """The files of the last commit; None and DG606 where there is no repository, or nothing was ever committed."""
    reason = repository.absent()
    if reason:
        return None, RELEASE_WITHOUT_GIT.at(
            Span(CONFIG),
            f"a release needs git: {reason}",
            "make a repository ('git init'), commit the workspace, and release again",
        )
    head = repository.revision("HEAD")
    if head is None:
        return None, RELEASE_WITHOUT_GIT.at(
            Span(CONFIG),
            "a release needs git: nothing is committed yet",
            "commit the workspace, and release again",
        )
    return head, None


def _beside(folder: str, here: Files, head: Files) -> Iterator[str]:
    """The files that a release rewrites or removes beside its lock: the change log and its fragments."""
    yield from (
        path for files in (here, head) for path in files.files(f"{folder}/{CHANGES}", ".md", deep=False)
    )
    yield from (path for path in (f"{folder}/{CHANGELOG}",) if here.exists(path) or head.exists(path))


def _uncommitted(
    here: CheckedWorkspace, engagement_id: str, read: Iterable[str], repository: Repository, head: Snapshot
) -> Iterator[Diagnostic]:
    """DG607 for each input whose content is not that of the last commit; the files of the last release's baseline are passed over."""
    baseline = here.releases[engagement_id].baseline_files(here.context.config.paths) if here.context else {}
    paths = sorted(set(read) - set(baseline))
    ids = repository.blob_ids(paths)
    for path in paths:
        if path not in head.entries:
            yield NOT_COMMITTED.at(
                Span(path),
                "the file is not committed",
                "git add and commit it: a release is made from committed files",
            )
        elif path not in ids:
            yield NOT_COMMITTED.at(
                Span(path),
                "the file was deleted, but is still committed",
                "commit the deletion, or restore the file",
            )
        elif ids[path] != head.entries[path]:
            yield NOT_COMMITTED.at(
                Span(path),
                "the file has changes that are not committed",
                "commit them: a release is made from committed files",
            )


def _inputs(
    inputs: Mapping[str, str], checked: CheckedWorkspace, engagement_id: str, head: Snapshot
) -> Iterator[Input]:
    baseline = (
        checked.releases[engagement_id].baseline_files(checked.context.config.paths)
        if checked.context
        else {}
    )
    for path, digest in inputs.items():
        kept = baseline.get(path)
        yield kept if kept is not None and kept.sha256 == digest else Input(path, head.entries[path], digest)


def _belongings(
    workspace: Workspace, folder: str, lock: Lock, pack: Pack, fragments: tuple[Fragment, ...]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of the engagement that a release writes, and those that it takes away, named from its directory."""
    name = f"{FOLDER}/{lock.version}.yaml"
    upgrades = upgrades_path(folder)
    removed = (upgrades.removeprefix(f"{folder}/"),) if workspace.exists(upgrades) else ()
    return {name: write_lock(lock).encode(), **written(pack, lock)}, (*removed, *gathered(fragments, folder))
