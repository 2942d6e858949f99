"""From measures to credit statements, and from a statement to its pages.

A statement rests on the pack of the engagement, or on that of a release: its clauses give the numbers that each line
names. It is no part of a release and bears no seal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.assemble.assemble import assemble
from docgen.assemble.grounds import places
from docgen.assemble.settled import settled
from docgen.model.document import Document
from docgen.model.engagement import Engagement
from docgen.model.locale import MissingMessageError
from docgen.model.measures import Measures
from docgen.model.outline import Outline
from docgen.model.pack import Pack
from docgen.pipeline.amending import outline_of
from docgen.pipeline.beside import Issued, with_outline, write_beside
from docgen.pipeline.checking import CheckedWorkspace, open_locales
from docgen.pipeline.reading import Reader
from docgen.pipeline.reopening import locked, restored
from docgen.read.measure_checks import check_sequence
from docgen.read.measures import read_measures
from docgen.sla.statement import Statement, statements
from docgen.text import formats
from docgen.text.diagnostics import Checked, has_errors, in_order
from docgen.text.faults import UNREADABLE_FILE
from docgen.text.files import Files
from docgen.text.quantities import Month
from docgen.text.source import Span
from docgen.workspace import Workspace

KIND = "credit-statement"


@dataclass(frozen=True)
class Series:
    """The statements of successive months, those asked for, and the places of the clauses that they cite."""

    pack: Pack
    every: tuple[Statement, ...]
    asked: frozenset[Month]
    places: Mapping[str, tuple[str, str]]
    inputs: Mapping[str, str]

    @property
    def shown(self) -> tuple[Statement, ...]:
        """The statements that were asked for."""
        return tuple(statement for statement in self.every if statement.month in self.asked)


def read_months(
    reader: Reader, engagement: Engagement, paths: Sequence[str]
) -> tuple[tuple[Measures, ...], frozenset[Month]]:
    """The months of files and folders in order, and those that were named; faults are in the reader.

    With a file, the earlier months of its folder are read too: repetition and caps run from one month to the next.
    """
    named: dict[str, bool] = {}
    for path in paths:
        if path.endswith((".yaml", ".yml")):
            for beside in (
                ()
                if path.startswith("..")
                else reader.files.files(path.rpartition("/")[0], ".yaml", deep=False)
            ):
                named.setdefault(beside, False)
            named[path] = True
            continue
        within = reader.files.files(path, ".yaml", deep=False)
        named.update(dict.fromkeys(within, True))
        if not within:
            fault = UNREADABLE_FILE.at(
                Span(path),
                "there are no measures here",
                "name a file such as measures/2027-10.yaml, or its folder",
            )
            reader.diagnostics.append(fault)
    sources = [reader.source(path) for path in sorted(named)]
    if has_errors(reader.diagnostics):
        return (), frozenset()
    read = {source.path: reader.take(read_measures(source, reader.source, engagement)) for source in sources}
    months = sorted((month for month in read.values() if month is not None), key=lambda month: month.period)
    asked = frozenset(month.period for path, month in read.items() if month is not None and named[path])
    months = [month for month in months if asked and month.period <= max(asked)]
    if not has_errors(reader.diagnostics):
        reader.diagnostics.extend(check_sequence(months, engagement))
    return tuple(months), asked


def on_release(workspace: Workspace, engagement_id: str, version: str) -> Checked[CheckedWorkspace]:
    """The pack of a release, in today's words of its language: those of a statement may be younger than the release."""
    lock, faults = locked(workspace, engagement_id, version)
    if lock is None:
        return Checked(CheckedWorkspace(workspace, None), faults)
    checked, faults = restored(workspace, lock)
    locales = open_locales(workspace)
    packs = {
        name: replace(pack, locale=locales.get(pack.locale.code, pack.locale))
        for name, pack in checked.packs.items()
    }
    return Checked(replace(checked, packs=packs), faults)


def make_statements(
    files: Files, checked: CheckedWorkspace, engagement_id: str, paths: Sequence[str]
) -> Checked[Series | None]:
    """The statements of an engagement's months; None if a measure is faulty, so that no total is printed then."""
    pack = checked.packs[engagement_id]
    reader = Reader(files)
    months, asked = read_months(reader, pack.engagement, paths)
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    documents = reader.take(assemble(pack))
    if has_errors(reader.diagnostics):
        return Checked(None, in_order(reader.diagnostics))
    inputs = {**checked.inputs[engagement_id], **reader.inputs}
    return Checked(
        Series(pack, statements(pack.engagement, months), asked, places(documents), inputs),
        in_order(reader.diagnostics),
    )


# --- pages -------------------------------------------------------------------------------------------------


def issue(
    workspace: Workspace, checked: CheckedWorkspace, series: Series, month: Month
) -> Checked[Issued | None]:
    """Render and write the statement of a month to `outputs/<engagement>/statements/<month>/`."""
    pack = series.pack
    context = checked.context_of(pack.engagement.id)
    outline = outline_of(context, KIND)
    if context is None or outline is None:
        fault = UNREADABLE_FILE.at(
            Span(f"templates/outlines/{KIND}.yaml"),
            "the workspace has no outline of the statement",
            "take it from docgen's own templates",
        )
        return Checked(None, (fault,))
    document, diagnostics = statement_document(series, month, outline)
    if document is None or has_errors(diagnostics):
        return Checked(None, in_order(diagnostics))
    folder, unsealed = f"statements/{named(month)}", replace(pack, seal="")
    issued, faults = write_beside(
        workspace, context.config, unsealed, document, series.inputs, folder, month=named(month)
    )
    return Checked(issued, in_order((*diagnostics, *faults)))


def statement_document(series: Series, month: Month, outline: Outline) -> Checked[Document | None]:
    """The tree of a statement, numbered and resolved among the documents of its pack; None with a word that is missing."""
    upto = tuple(statement for statement in series.every if statement.month <= month)
    pack = series.pack
    documents, diagnostics = assemble(settled(with_outline(pack, outline), upto), (KIND,))
    if not documents:
        return Checked(None, diagnostics)
    locale, (made,) = pack.locale, documents
    try:
        title = locale.typeset(
            locale.text("blocks.statement.title", title=made.title, month=formats.month(locale, month))
        )
        status = made.status if pack.draft else locale.text("status.statement")
    except MissingMessageError as missing:
        return Checked(None, (*diagnostics, missing.fault()))
    return Checked(replace(made, title=title, running_title=title, status=status), diagnostics)


def named(month: Month) -> str:
    """A month as files are named: `2027-10`."""
    return f"{month.year:04}-{month.month:02}"
