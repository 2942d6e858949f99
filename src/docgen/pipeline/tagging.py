"""Tag a release in git, when the commit that would be tagged holds its lock."""

from docgen.history.release import tag_name
from docgen.pipeline.releasing import committed
from docgen.pipeline.reopening import find_release, releases_of
from docgen.text.diagnostics import Checked, Diagnostic, has_errors
from docgen.text.faults import TAG_REFUSED
from docgen.text.source import Span
from docgen.workspace import Workspace


def tag(workspace: Workspace, engagement_id: str, version: str) -> Checked[str]:
    """Make the tag of a release (the last one when no version is given) at the last commit; its name.

    A tag keeps all that the release was made of in git, even when branches are rewritten. Faults: DG606 (no git), DG611
    (no such release), DG613 (the last commit does not hold the lock, or git refused the tag).
    """
    releases, faults = releases_of(workspace, engagement_id)
    if has_errors(faults):
        return Checked("", faults)
    last = releases.last
    lock, faults = find_release(releases, engagement_id, version or (last.version if last else ""))
    if lock is None:
        return Checked("", faults)
    head, fault = committed(workspace.repository)
    if head is None:
        return Checked("", (fault,) if fault else ())
    name = tag_name(engagement_id, lock.version)
    stored = head.entries.get(lock.path)
    if stored is None or workspace.repository.blob_ids([lock.path]).get(lock.path) != stored:
        return Checked(
            "",
            (
                _fault(
                    lock.path,
                    f"the last commit does not hold the lock of {lock.version}",
                    "commit it, then tag",
                ),
            ),
        )
    refused = workspace.repository.tag(
        name, f"{engagement_id} {lock.version}: {lock.reason}\n\nseal {lock.seal}"
    )
    if refused:
        return Checked(
            "",
            (
                _fault(
                    lock.path,
                    f"git does not make the tag {name}: {refused}",
                    "a tag that was published is not moved: see 'git show " + name + "'",
                ),
            ),
        )
    return Checked(name)


def _fault(path: str, message: str, hint: str) -> Diagnostic:
    return TAG_REFUSED.at(Span(path), message, hint)
