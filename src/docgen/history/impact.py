"""Whom a change reaches: the engagements that rest on a text, their drafts and releases, signed or not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.history.lock import Lock
from docgen.model.changes import ChangeClass
from docgen.model.outline import Outline, UseClause, UseGlossary, entries
from docgen.model.pack import Pack
from docgen.model.review import ClauseReview, Fate, FileReview, Touched, ValueReview


@dataclass(frozen=True)
class Use:
    """An engagement before and after, and its releases."""

    old: Pack | None
    new: Pack | None
    locks: tuple[Lock, ...]

    @property
    def pack(self) -> Pack | None:
        """The engagement as it is, or was."""
        return self.new or self.old

    @property
    def signed(self) -> Lock | None:
        """The last release that was signed."""
        return next((lock for lock in reversed(self.locks) if lock.signed is not None), None)

    def rests_on(self, clause: ClauseReview) -> bool:
        """True when a draft or the last release prints this text, did so, or would."""
        names = {clause.id, clause.former} - {""}
        packs = [pack for pack in (self.old, self.new) if pack is not None]
        if any(self._chosen(pack, name, clause) for pack in packs for name in names):
            return True
        return any(self._held(lock, name, clause) for lock in self._binding() for name in names)

    def holds(self, lock: Lock, clause: ClauseReview) -> bool:
        """True when a release prints this text."""
        return any(self._held(lock, name, clause) for name in {clause.id, clause.former} - {""})

    def _binding(self) -> tuple[Lock, ...]:
        last = self.locks[-1:]
        return (*last, *((self.signed,) if self.signed is not None and self.signed not in last else ()))

    def _chosen(self, pack: Pack, name: str, clause: ClauseReview) -> bool:
        chosen = pack.chosen.get(name)
        return (
            chosen is not None and chosen.position == clause.position and chosen.language == clause.language
        )

    def _held(self, lock: Lock, name: str, clause: ClauseReview) -> bool:
        if self.pack is None or self.pack.locale.code != clause.language:
            return False
        return any(printed.id == name and printed.position == clause.position for printed in lock.clauses)


def touched(
    name: str, use: Use, clauses: Sequence[ClauseReview], values: Sequence[ValueReview]
) -> Touched | None:
    pack = use.pack
    reached = [clause for clause in clauses if name in clause.engagements]
    valued = [value for value in values if name in value.engagements]
    fate = Fate.ADDED if use.old is None else Fate.REMOVED if use.new is None else Fate.CHANGED
    if pack is None or (fate is Fate.CHANGED and not reached and not valued):
        return None
    signed = use.signed
    graves = [
        clause
        for clause in reached
        if clause.change is ChangeClass.AMENDMENT and clause.fate is not Fate.RENAMED
    ]
    amendment = signed is not None and (
        any(use.holds(signed, clause) or clause.fate is Fate.ADDED for clause in graves)
        or any(value.change is ChangeClass.AMENDMENT for value in valued)
    )
    bound = [
        clause.id
        for clause in reached
        if clause.fate is Fate.REMOVED and signed is not None and use.holds(signed, clause)
    ]
    return Touched(
        engagement=name,
        title=pack.engagement.title,
        fate=fate,
        documents=_documents(use, {clause.id for clause in reached}),
        clauses=tuple(dict.fromkeys(clause.id for clause in reached)),
        values=len(valued),
        released=use.locks[-1].version if use.locks else "",
        signed=signed.version if signed is not None else "",
        signed_on=signed.signed.date if signed is not None and signed.signed is not None else None,
        amendment=amendment,
        bound=tuple(dict.fromkeys(bound)),
    )


def _documents(use: Use, ids: set[str]) -> tuple[str, ...]:
    """The titles of the documents that print one of the clauses, in the order of the pack."""
    if use.pack is None:
        return ()
    outlines = {
        outline.kind: outline for pack in (use.old, use.new) if pack is not None for outline in pack.outlines
    }
    kinds = [kind for kind, outline in outlines.items() if placed(outline, ids)]
    kinds += [printed.document for lock in use.locks[-1:] for printed in lock.clauses if printed.id in ids]
    return tuple(use.pack.title(kind) for kind in dict.fromkeys(kinds))


def placed(outline: Outline, ids: Iterable[str]) -> set[str]:
    """Those of the clauses that an outline places, one by one or with their topic."""
    named = {entry.clause for entry in entries(outline.body) if isinstance(entry, UseClause)}
    topics = {entry.topic for entry in entries(outline.body) if isinstance(entry, UseGlossary)}
    return {name for name in ids if name in named or name.partition(".")[0] in topics}


def printing(file: FileReview, uses: Mapping[str, Use]) -> tuple[str, ...]:
    """The engagements whose pages a file makes: those of its language, or of the outline's kind; all for the rest."""
    found = []
    for name, use in uses.items():
        pack = use.pack
        if pack is None:
            continue
        stem = file.path.rpartition("/")[2].partition(".")[0]
        if (file.kind == "locale" and stem != pack.locale.code) or (
            file.kind == "outline" and pack.outline(stem) is None
        ):
            continue
        found.append(name)
    return tuple(found)
