"""Approve texts of the library: find those that are named, and write the approval into their front matter.

Faults: DG623 (there is no such clause), DG624 (no clause asks for the approval of this role), those of reading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.history.approvals import approval_stamp, approved, master, required, votes
from docgen.model.clause import Clause, Library
from docgen.model.review import Vote
from docgen.pipeline.reading import Reader, open_context
from docgen.read.config import Config
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import Checked, Diagnostic, has_errors, in_order, nearest
from docgen.text.faults import NO_SUCH_CLAUSE, ROLE_NOT_ASKED
from docgen.text.source import Span
from docgen.workspace import CONFIG, Workspace


@dataclass(frozen=True, slots=True)
class Approved:
    """The files that were written, and the texts that a role had approved already."""

    written: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()


def approve(workspace: Workspace, names: Sequence[str], role: str, by: str) -> Checked[Approved]:
    """Approve for a role each text of the clauses named (by id: every position and language; by path: one text). Without
    names, every text that asks for the role and lacks its approval. Nothing is written when a name is wrong."""
    reader = Reader(workspace)
    context = open_context(reader)
    if context is None or has_errors(reader.diagnostics):
        return Checked(Approved(), in_order(reader.diagnostics))
    faults = tuple(_faults(context, names, role))
    if faults:
        return Checked(Approved(), faults)
    texts = tuple(_named(context.library, names)) if names else tuple(_lacking(context, role))
    written, standing = [], []
    for clause in texts:
        source = approved(clause, master(context.library, clause, context.config.language), role, by)
        if source.text == clause.source.text:
            standing.append(clause.source.path)
        else:
            workspace.write(source.path, source.text.encode())
            written.append(source.path)
    return Checked(Approved(tuple(written), tuple(standing)))


def known_roles(config: Config, library: Library) -> tuple[str, ...]:
    """The roles that may approve: those of `docgen.yaml` and the owners of clauses."""
    stated = {role for roles in config.approvals.values() for role in roles}
    return tuple(sorted(stated | {clause.owner for clause in library.texts() if clause.owner}))


def _faults(context: SharedContext, names: Sequence[str], role: str) -> Iterator[Diagnostic]:
    roles = known_roles(context.config, context.library)
    if role not in roles:
        hint = nearest(role, roles) or "roles: " + (", ".join(roles) or "none")
        yield ROLE_NOT_ASKED.at(Span(CONFIG), f"no clause asks for the approval of {role!r}", hint)
    paths = {clause.source.path for clause in context.library.texts()}
    for name in names:
        if name not in context.library.clauses and name not in paths:
            hint = nearest(name, (*context.library.clauses, *paths)) or "'docgen list clauses' lists them"
            yield NO_SUCH_CLAUSE.at(Span(context.config.paths.clauses), f"there is no clause {name!r}", hint)


def _named(library: Library, names: Sequence[str]) -> Iterator[Clause]:
    wanted = set(names)
    return (clause for clause in library.texts() if clause.id in wanted or clause.source.path in wanted)


def _lacking(context: SharedContext, role: str) -> Iterator[Clause]:
    for clause in context.library.texts():
        of = master(context.library, clause, context.config.language)
        if role in required(of, context.config.approvals):
            (vote,) = votes((role,), approval_stamp(clause, of), clause.approvals)
            if vote.vote is not Vote.PRESENT:
                yield clause
