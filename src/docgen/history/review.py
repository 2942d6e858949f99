"""Compare two states of a workspace for a reviewer. Pure functions.

A text of the library is a clause in one position and language. It is known by its id; a text that left one id and is found
word for word under another, or whose front matter still states the former id, was renamed. The class of a change is
declared; a change that touches no word and no condition is editorial.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from docgen.history.approvals import Roles, approval_stamp, master, required, votes, with_approvals
from docgen.history.clause_words import clause_words
from docgen.history.front_matter import binding, front_matter
from docgen.history.impact import Use, printing, touched
from docgen.history.lock import Lock
from docgen.history.reviewed_files import review_files
from docgen.history.reviewed_values import review_values
from docgen.history.stamp import stamp
from docgen.history.words import compare_words
from docgen.model.changes import ChangeClass, Op, Run, farthest
from docgen.model.clause import Clause
from docgen.model.pack import Pack
from docgen.model.review import ClauseReview, Fate, Review, RoleVote, Vote
from docgen.read.shared_context import SharedContext
from docgen.text.diagnostics import Diagnostic

Key = tuple[str, str, str]  # clause, position, language


@dataclass(frozen=True)
class Side:
    """One state of a workspace. `packs` holds the engagements that could be read, `locks` their releases, `files` every
    other file that people write, and those of the clauses: path to text, None where it is not text."""

    name: str
    context: SharedContext | None
    packs: Mapping[str, Pack] = field(default_factory=dict)
    locks: Mapping[str, tuple[Lock, ...]] = field(default_factory=dict)
    files: Mapping[str, str | None] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def review(base: Side, head: Side) -> Review:
    """Everything that changed from `base` to `head`, engagements touched, approvals needed, new faults."""
    names = sorted({*base.packs, *head.packs})
    uses = {
        name: Use(
            base.packs.get(name), head.packs.get(name), head.locks.get(name) or base.locks.get(name, ())
        )
        for name in names
    }
    roles = head.context.config.approvals if head.context is not None else {}
    unread = {*_unread(base), *_unread(head)}
    pairs = _pairs(_texts(base.context, unread), _texts(head.context, unread))
    clauses = tuple(found for old, new in pairs if (found := _clause(old, new, roles, uses)) is not None)
    values = review_values(uses)
    files = review_files(base.context, head.context, _others(base, unread), _others(head, unread))
    return Review(
        base=base.name,
        head=head.name,
        clauses=clauses,
        values=values,
        files=tuple(replace(file, engagements=printing(file, uses)) for file in files),
        touched=tuple(
            reached
            for name, use in uses.items()
            if (reached := touched(name, use, clauses, values)) is not None
        ),
        diagnostics=_fresh(base.diagnostics, head.diagnostics),
    )


def _fresh(base: Iterable[Diagnostic], head: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics that `base` has not, the worst first; a fault that only moved to another line is the same."""
    known = Counter((fault.span.path, fault.code, fault.message) for fault in base)
    found = []
    for fault in head:
        key = (fault.span.path, fault.code, fault.message)
        if known[key]:
            known[key] -= 1
        else:
            found.append(fault)
    return tuple(sorted(set(found), key=lambda fault: (fault.severity, fault)))


# --- texts of the library ----------------------------------------------------------------------------------


class _Text(NamedTuple):
    """A text, and the master that holds its metadata."""

    clause: Clause
    of: Clause

    @property
    def key(self) -> Key:
        return self.clause.id, self.clause.position, self.clause.language

    @property
    def stamp(self) -> str:
        return approval_stamp(self.clause, self.of)


def _texts(context: SharedContext | None, unread: Collection[str]) -> Mapping[Key, _Text]:
    if context is None:
        return {}
    clauses = (clause for clause in context.library.texts() if clause.source.path not in unread)
    found = (_Text(clause, master(context.library, clause, context.config.language)) for clause in clauses)
    return {text.key: text for text in found}


def _unread(side: Side) -> Iterator[str]:
    """The clause files that could not be read as clauses: they are compared as plain files, and are not gone."""
    if side.context is not None:
        read = {clause.source.path for clause in side.context.library.texts()}
        folder = f"{side.context.config.paths.clauses}/"
        yield from (
            path
            for path in side.files
            if path.startswith(folder) and path.endswith(".md") and path not in read
        )


def _others(side: Side, unread: Collection[str]) -> Mapping[str, str | None]:
    """The files that are no clauses, or could not be read as such."""
    clauses = (
        {clause.source.path for clause in side.context.library.texts()} if side.context is not None else set()
    )
    return {path: text for path, text in side.files.items() if path in unread or path not in clauses}


def _pairs(old: Mapping[Key, _Text], new: Mapping[Key, _Text]) -> Iterator[tuple[_Text | None, _Text | None]]:
    """Each text with its former state, None where it was absent."""
    gone = {key: text for key, text in old.items() if key not in new}
    former = dict(_renamed(gone, {key: text for key, text in new.items() if key not in old}))
    taken = set(former.values())
    for key in sorted({*old, *new}):
        if key in new:
            yield old.get(key) or (gone[former[key]] if key in former else None), new[key]
        elif key not in taken:
            yield old[key], None


def _renamed(gone: Mapping[Key, _Text], come: Mapping[Key, _Text]) -> Iterator[tuple[Key, Key]]:
    """The new key of each text that was renamed, with its former one."""
    left = dict.fromkeys(gone)
    alike: dict[tuple[str, str, str], list[Key]] = {}
    for key, text in gone.items():
        alike.setdefault((stamp(text.clause), *key[1:]), []).append(key)
    for key, text in come.items():
        stated = (_stated_id(text.clause), *key[1:])
        twins = (stated, *alike.get((stamp(text.clause), *key[1:]), ()))
        former = next((twin for twin in twins if twin in left), None)
        if former is not None:
            del left[former]
            yield key, former


def _stated_id(clause: Clause) -> str:
    """The id that the front matter states, '' when it states none; the path may say another."""
    span = clause.spans.get("id")
    return clause.source.line(span.line)[span.column - 1 : span.end_column - 1] if span is not None else ""


def _clause(
    old: _Text | None, new: _Text | None, roles: Roles, uses: Mapping[str, Use]
) -> ClauseReview | None:
    """The review of a text; None if its file is the same, or was only approved."""
    found = _kept(old, new) if old is not None and new is not None else _one_sided(old, new)
    if found is None:
        return None
    found = replace(found, engagements=tuple(name for name, use in uses.items() if use.rests_on(found)))
    if new is None:
        asked = required(old.of, roles) if old is not None else ()
        return replace(found, votes=tuple(RoleVote(role, Vote.ASKED) for role in asked))
    if old is not None and old.stamp == new.stamp:
        return found  # nothing to approve
    wanted = required(new.of, roles, old.of if old is not None else None)
    return replace(found, votes=votes(wanted, new.stamp, new.clause.approvals))


def _one_sided(old: _Text | None, new: _Text | None) -> ClauseReview | None:
    text = new or old
    if text is None:
        return None
    op, fate = (Op.ADDED, Fate.ADDED) if new is not None else (Op.REMOVED, Fate.REMOVED)
    words = "".join(word.text for word in clause_words(text.clause.text)).strip()
    return replace(_named(text), change=text.of.change, fate=fate, runs=(Run(op, words),) if words else ())


def _kept(old: _Text, new: _Text) -> ClauseReview | None:
    same = old.stamp == new.stamp
    if (
        same
        and old.key == new.key
        and (old.clause.source == new.clause.source or _unmarked(old.clause) == _unmarked(new.clause))
    ):
        return None
    runs = compare_words(clause_words(old.clause.text), clause_words(new.clause.text))
    sentences = tuple(front_matter(old.clause, new.clause, old.of, new.of))
    if new.clause is not new.of and not same:
        sentences += tuple(binding(old.of, new.of))
    renamed = old.clause.id != new.clause.id
    return replace(
        _named(new),
        owner=new.of.owner or old.of.owner,
        change=ChangeClass.EDITORIAL if same else farthest((old.of.change, new.of.change)),
        fate=Fate.RENAMED
        if renamed
        else Fate.CHANGED
        if runs
        else Fate.METADATA
        if sentences or not same
        else Fate.TYPESET,
        former=old.clause.id if renamed else "",
        runs=runs,
        sentences=sentences,
    )


def _unmarked(clause: Clause) -> str:
    """The file of a text without the approvals."""
    return with_approvals(clause, ()).text


def _named(text: _Text) -> ClauseReview:
    clause, of = text
    return ClauseReview(
        clause.id,
        clause.position,
        clause.language,
        clause.title or of.title,
        clause.source.path,
        of.owner,
        ChangeClass.EDITORIAL,
        Fate.CHANGED,
    )
