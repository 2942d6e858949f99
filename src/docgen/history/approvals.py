"""Approvals of clauses: a role, a person, and the stamp of what was approved, in the clause's front matter.

An edit of the words, of the condition or of the class voids an approval; white space and typography do not. An edit of a
master voids those of its short text. Former
approvals stay, so that they hold again when the text comes back.
Fault: DG621 (a text of a pack lacks an approval that its class asks for): a warning in a draft, an error in a release.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.history.stamp import digest, plain, stamp
from docgen.model.clause import SHORT, STANDARD, Approval, Clause, Library
from docgen.model.pack import Pack
from docgen.model.review import RoleVote, Vote
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.faults import CLAUSE_NOT_APPROVED
from docgen.text.source import Source
from docgen.text.yamltext import load

Roles = Mapping[str, tuple[str, ...]]
"""The roles that a class of change asks for."""

FIELD = "approvals"


def master(library: Library, clause: Clause, language: str) -> Clause:
    """The text that holds the metadata of a clause: its standard position in the language of the library."""
    return library.find(clause.id, language) or clause


def approval_stamp(clause: Clause, of: Clause) -> str:
    """The stamp that an approval of a text holds: its words with the values that they name, and the condition and class
    that its master `of` states.

    That of a short text holds the words of its master too: when these change, the short text has to be read again.
    """
    words = (stamp(clause), stamp(of)) if clause.position == SHORT else (stamp(clause),)
    return digest(*words, plain(of.when_text), of.change)


def required(of: Clause, roles: Roles, former: Clause | None = None) -> tuple[str, ...]:
    """The roles that must approve a text: those of its class and its owner. A class that `docgen.yaml` does not name
    asks for nobody. The class that it had before asks as well: a change cannot leave its own approval behind."""
    asked = [*roles.get(of.change, ()), *(roles.get(former.change, ()) if former is not None else ())]
    return tuple(dict.fromkeys([*asked, *([of.owner] if of.owner else [])])) if asked else ()


def votes(wanted: Sequence[str], current: str, approvals: Iterable[Approval]) -> tuple[RoleVote, ...]:
    """What each role said of the text under a stamp."""
    given = tuple(approvals)
    return tuple(
        _vote(role, current, [approval for approval in given if approval.role == role]) for role in wanted
    )


def _vote(role: str, current: str, given: Sequence[Approval]) -> RoleVote:
    for approval in given:
        if approval.stamp == current:
            return RoleVote(role, Vote.PRESENT, approval.by)
    return RoleVote(role, Vote.VOID, given[-1].by) if given else RoleVote(role, Vote.MISSING)


# --- checking -----------------------------------------------------------------------------------------------


def check_approvals(pack: Pack, roles: Roles, library: Library, language: str) -> Iterator[Diagnostic]:
    """The texts of a pack that lack an approval. A released engagement keeps former texts: what was approved since,
    in the `library` of today, counts as well."""
    severity = Severity.WARNING if pack.draft else Severity.ERROR
    for clause in pack.chosen.values():
        of = master(pack.library, clause, language)
        today = library.find(clause.id, clause.language, clause.position)
        given = (*clause.approvals, *(today.approvals if today is not None else ()))
        for vote in votes(required(of, roles), approval_stamp(clause, of), given):
            if vote.vote is not Vote.PRESENT:
                hint = f"have it approved: 'docgen approve {clause.source.path} --role {vote.role} --by NAME'"
                yield CLAUSE_NOT_APPROVED.at(clause.place, _said(clause, vote), hint, severity=severity)


def _said(clause: Clause, vote: RoleVote) -> str:
    name = clause.id if clause.position == STANDARD else f"{clause.id} ({clause.position})"
    if vote.vote is Vote.VOID:
        return f"the approval of clause {name} by {vote.role!r} is void: the text changed since"
    return f"clause {name} is not approved by {vote.role!r}"


# --- approving ---------------------------------------------------------------------------------------------


def approved(clause: Clause, of: Clause, role: str, by: str) -> Source:
    """The file of a text with one more approval; the same file when this role approved this text already."""
    current = approval_stamp(clause, of)
    if any((approval.role, approval.stamp) == (role, current) for approval in clause.approvals):
        return clause.source
    return with_approvals(clause, (*clause.approvals, Approval(role, by, current)))


def with_approvals(clause: Clause, approvals: Sequence[Approval]) -> Source:
    """The file with these approvals in its front matter; nothing else of it changes."""
    text = clause.source.text
    if not approvals and not clause.approvals:
        return clause.source
    head = text[: clause.body]
    end = "\r\n" if "\r\n" in head else "\n"
    lines = head.splitlines(keepends=True)
    last = len(lines) - 1  # the line that closes the front matter
    first, after = _place(clause.source, lines, last)
    block = [
        *([f"{FIELD}:{end}"] if approvals else []),
        *(f"  - {_row(approval)}{end}" for approval in approvals),
    ]
    return Source(clause.source.path, "".join([*lines[:first], *block, *lines[after:]]) + text[clause.body :])


def _place(source: Source, lines: Sequence[str], last: int) -> tuple[int, int]:
    """The lines, from 0, where the approvals stand or shall stand: before the first that follows them."""
    document = load(Source(source.path, "".join(lines[:last]))).value
    key = document.keys.get((FIELD,))
    if key is None:
        return last, last
    first = key.line - 1
    after = min(
        (span.line - 1 for path, span in document.keys.items() if len(path) == 1 and span.line > key.line),
        default=last,
    )
    while after > first + 1 and (not lines[after - 1].strip() or lines[after - 1].startswith("#")):
        after -= 1  # a comment belongs to what follows it
    return first, after


def _row(approval: Approval) -> str:
    return f"{{role: {approval.role}, by: {json.dumps(approval.by, ensure_ascii=False)}, stamp: {json.dumps(approval.stamp)}}}"
