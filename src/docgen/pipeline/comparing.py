"""Two states of an engagement side by side: releases, revisions of git, the working tree.

Nothing is checked: all states that can be read can be compared. Faults: DG630 (neither a release nor a revision), and those of
reading.
"""

from dataclasses import dataclass, replace

from docgen.assemble.assemble import assemble
from docgen.history.changes import compare
from docgen.history.lock import Lock
from docgen.history.redline import passages, redline
from docgen.history.snapshot import State, at_rest, snapshot
from docgen.history.version import DRAFT
from docgen.model.changes import Changes, Level
from docgen.model.comparison import Comparison, Side
from docgen.model.document import Document
from docgen.model.outline import Outline
from docgen.pipeline.checking import open_locales
from docgen.pipeline.page_style import page_style
from docgen.pipeline.reading import Reader, draft, open_context, open_engagement, resolve
from docgen.pipeline.released import Releases, open_releases, shared_context
from docgen.pipeline.reopening import releases_of, restored
from docgen.read.outline import read_outline
from docgen.read.shared_context import SharedContext
from docgen.render.html import to_html
from docgen.render.pdf import to_pdf
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order, nearest
from docgen.text.faults import NOTHING_TO_COMPARE
from docgen.text.files import Files
from docgen.text.source import Span
from docgen.workspace import Workspace, bundled

LAST, TREE, HEAD = "last", "tree", "HEAD"
"""The states to compare beside releases and revisions: the last release (the last commit where there is none), the
working tree."""

REDLINE = "redline"


@dataclass(frozen=True)
class Compared:
    """Two states of one engagement and the changes between them."""

    engagement: str
    old: State
    new: State
    sides: tuple[Side, Side]
    changes: Changes

    def comparison(self, whole: bool = False) -> Comparison:
        """The comparison that a redline prints; with `whole`, unchanged articles too."""
        old, new = self.sides
        text = redline(self.old, self.new, self.changes, whole)
        return Comparison(old, new, self.changes, text, passages(self.old, self.new, self.changes))


@dataclass(frozen=True)
class _Opened:
    """A state as it was read."""

    state: State
    side: Side


def compare_versions(
    workspace: Workspace, engagement_id: str, before: str, after: str
) -> Checked[Compared | None]:
    """Compare two of: a release (`1.0.0`), a revision of git, `tree`, `last`."""
    releases, faults = releases_of(workspace, engagement_id)
    if has_errors(faults):
        return Checked(None, faults)
    old, found = _open(workspace, releases, engagement_id, before)
    if old is None or has_errors(found):
        return Checked(None, found)
    new, more = _open(workspace, releases, engagement_id, after)
    if new is None or has_errors(more):
        return Checked(None, more)
    old, new = (replace(one, state=_told_today(one.state, workspace)) for one in (old, new))
    changes = compare(snapshot(old.state), snapshot(new.state))
    new = _settled(new, changes, releases.last) if before == LAST and after == TREE else new
    return Checked(Compared(engagement_id, old.state, new.state, (old.side, new.side), changes))


def state_of(workspace: Workspace, lock: Lock) -> Checked[State | None]:
    """The pack of a release at rest; None with DG603 where a content that it was made of is gone."""
    checked, faults = restored(workspace, lock)
    pack = checked.packs.get(lock.engagement)
    return Checked(at_rest(pack) if pack is not None else None, faults)


def _told_today(state: State, workspace: Workspace) -> State:
    """The state with today's words for changes: an old locale may lack some."""
    locale = open_locales(workspace).get(state.pack.locale.code, state.pack.locale)
    return state._replace(pack=replace(state.pack, locale=locale))


def _open(workspace: Workspace, releases: Releases, engagement_id: str, name: str) -> Checked[_Opened | None]:
    if name == TREE:
        return _read(workspace, engagement_id, "")
    lock = releases.last if name == LAST else releases.find(name)
    if lock is not None:
        state, faults = state_of(workspace, lock)
        side = Side(lock.version, lock.date, lock.signed.date if lock.signed is not None else None)
        return Checked(_Opened(state, side) if state is not None else None, faults)
    revision = HEAD if name == LAST else name
    commit = workspace.repository.commit(revision)
    snapshot = workspace.repository.revision(revision) if commit else None
    if snapshot is None:
        return Checked(None, (_unknown(workspace, releases, name),))
    return _read(
        snapshot, engagement_id, revision if commit.startswith(revision) else f"{revision} ({commit[:10]})"
    )


def _unknown(workspace: Workspace, releases: Releases, name: str) -> Diagnostic:
    known = [lock.version for lock in releases.locks]
    absent = workspace.repository.absent()
    message = f"{name!r} is neither a release nor a revision of git" + (f": {absent}" if absent else "")
    hint = nearest(name, known) or (
        f"releases: {', '.join(known)}" if known else "nothing was released yet: compare revisions of git"
    )
    if name == LAST:
        message = "there is nothing to compare with: no release" + (
            f", and {absent}" if absent else ", no commit"
        )
    return NOTHING_TO_COMPARE.at(Span(releases.folder), message, hint)


def _read(files: Files, engagement_id: str, label: str) -> Checked[_Opened | None]:
    """A state from a tree of files, with the library that a released engagement rests on there."""
    reader = Reader(files)
    context = open_context(reader)
    if context is None or has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    releases = open_releases(reader, context.config, engagement_id)
    seen = shared_context(reader, context, reader.inputs, releases)
    engagement = open_engagement(reader, seen, engagement_id)
    if engagement is None or has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    locale = seen.locales.get(engagement.language)
    pack = reader.take(
        resolve(engagement, seen, draft(engagement, locale, releases.last) if locale else None)
    )
    if pack is None or has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    return Checked(
        _Opened(at_rest(pack), Side(label or pack.version, pack.dated)), in_order(reader.diagnostics)
    )


def _settled(opened: _Opened, changes: Changes, last: Lock | None) -> _Opened:
    """The working tree under the version that its changes since the last release ask for."""
    if last is None or changes.level is Level.NONE:
        return opened
    return replace(opened, side=replace(opened.side, version=f"{last.number.after(changes.level)}{DRAFT}"))


# --- the redline as a document -----------------------------------------------------------------------------


def redline_document(
    workspace: Workspace, compared: Compared, whole: bool = False
) -> Checked[Document | None]:
    """The redline of a comparison, numbered."""
    reader = Reader(workspace)
    context = open_context(reader)
    outline = requested(context, REDLINE) if context is not None else None
    if context is None or outline is None or has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    pack = replace(
        compared.new.pack, comparison=compared.comparison(whole), issuer=context.config.issuer, seal=""
    )
    documents, faults = assemble(replace(pack, outlines=(*pack.outlines, outline)), (REDLINE,))
    words = tuple(
        word for word in documents[0].words if word[0] != "initials"
    )  # nobody initials a comparison
    old, new = compared.sides
    status = pack.locale.text("redline.status")
    document = replace(documents[0], version=f"{old.version} → {new.version}", status=status, words=words)
    return Checked(document, faults)


def redline_pdf(workspace: Workspace, compared: Compared, whole: bool = False) -> Checked[bytes]:
    """The redline as a tagged PDF; b'' with the faults of its page."""
    reader = Reader(workspace)
    context = open_context(reader)
    document = reader.take(redline_document(workspace, compared, whole))
    if context is None or document is None or has_errors(reader.diagnostics):
        return Checked(b"", in_order(reader.diagnostics))
    look = page_style(reader, context.config)
    html = reader.take(to_html(document, look.page, look.brand))
    if has_errors(reader.diagnostics):
        return Checked(b"", in_order(reader.diagnostics))
    pack = replace(compared.new.pack, version=document.version, seal="")  # nobody released a comparison
    pdf = reader.take(to_pdf(html, look.assets, look.options(pack, REDLINE)))
    return Checked(pdf, in_order(reader.diagnostics))


def requested(context: SharedContext, kind: str) -> Outline | None:
    """The outline of a document that is made on request: that of the workspace, else the one that docgen carries."""
    own = next((outline for outline in context.outlines if outline.kind == kind), None)
    if own is not None:
        return own
    path = f"templates/outlines/{kind}.yaml"  # docgen's own files are no workspace
    return read_outline(bundled().read(path).value).value if bundled().exists(path) else None
