"""The change log of an engagement: the entry in preparation, its reasons, and the file that a release writes."""

from dataclasses import dataclass

from docgen.history.changelog import FILE, changelog
from docgen.history.fragments import FOLDER, Fragment, idle, read_fragment, reasons, unexplained
from docgen.history.lock import Lock
from docgen.history.record import notes
from docgen.model.pack import Pack, Revision
from docgen.pipeline.comparing import LAST, TREE, Compared, compare_versions
from docgen.pipeline.reading import Reader
from docgen.pipeline.reopening import releases_of
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order
from docgen.text.files import Files
from docgen.workspace import Workspace


@dataclass(frozen=True)
class Pending:
    """The entry of the next release: its line of the history, None if nothing was released yet or nothing changed;
    `unsaid` are the faults of `--check`."""

    revision: Revision | None
    compared: Compared | None
    fragments: tuple[Fragment, ...]
    unsaid: tuple[Diagnostic, ...] = ()


def fragments_of(files: Files, folder: str) -> Checked[tuple[Fragment, ...]]:
    """The fragments of the engagement in this directory; reports DG632 and the faults of their front matter."""
    reader = Reader(files)
    paths = reader.files.files(f"{folder}/{FOLDER}", ".md", deep=False)
    found = [reader.take(read_fragment(reader.source(path))) for path in paths]
    return Checked(
        tuple(fragment for fragment in found if fragment is not None), in_order(reader.diagnostics)
    )


def pending(workspace: Workspace, engagement_id: str) -> Checked[Pending]:
    """The entry that the next release of an engagement would add, from the present files."""
    releases, faults = releases_of(workspace, engagement_id)
    fragments, found = fragments_of(workspace, releases.folder)
    nothing = Pending(None, None, fragments)
    if has_errors((*faults, *found)) or releases.last is None:
        return Checked(nothing, in_order((*faults, *found)))
    compared, more = compare_versions(workspace, engagement_id, LAST, TREE)
    if compared is None or has_errors(more) or compared.changes.empty:
        return Checked(nothing, in_order((*found, *more)))
    unsaid = (*unexplained(compared.changes, fragments, releases.folder), *idle(compared.changes, fragments))
    row = _row(compared, fragments)
    return Checked(Pending(row, compared, fragments, unsaid), in_order((*found, *more)))


def _row(compared: Compared, fragments: tuple[Fragment, ...]) -> Revision:
    changes, (_, side) = compared.changes, compared.sides
    pack = compared.new.pack
    author = pack.engagement.parties.provider.name
    return Revision(
        side.version,
        side.day,
        author,
        changes.level.value,
        reasons(fragments),
        notes(changes),
        changes.documents,
    )


def written(pack: Pack, lock: Lock) -> dict[str, bytes]:
    """The change log that a release writes, by its name in the directory of the engagement."""
    return {FILE: changelog(pack.engagement.title, lock.history, pack.locale, titles_of(pack)).encode()}


def titles_of(pack: Pack) -> dict[str, str]:
    """The titles of the documents of a pack, by kind."""
    return {outline.kind: pack.locale.typeset(pack.title(outline.kind)) for outline in pack.outlines}


def gathered(fragments: tuple[Fragment, ...], folder: str) -> tuple[str, ...]:
    """The fragments that a release takes away, named from the directory of the engagement."""
    return tuple(fragment.path.removeprefix(f"{folder}/") for fragment in fragments)
