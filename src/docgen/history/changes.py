"""What changed between two states of an engagement's pack, and how far it reaches. Pure functions of imprints.

The class of a change is declared: by the clause (front matter `change`) for its own text, by the field of the schema for
a value. A clause whose text stands and whose printed words changed with its values has the class of those values. Where
nothing but layout, a title or the words of a block changed, the change is editorial.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from docgen.history.words import compare_words, plain_word, words
from docgen.model.changes import (
    ChangeClass,
    Changes,
    ClauseChange,
    ContentSnapshot,
    Kind,
    Level,
    Op,
    PrintedClause,
    PrintedValue,
    Run,
    ValueChange,
    Word,
    farthest,
)
from docgen.model.printed import Printable
from docgen.text.quantities import Duration, Money, Month, Percent

_LEVELS = (Level.MAJOR, Level.MINOR, Level.PATCH, Level.NONE)
_COMPUTED = "computed."


class _Pair(NamedTuple):
    """The same clause of a document before and after; one side is None where it was added or removed."""

    old: PrintedClause | None
    new: PrintedClause | None
    moved: bool = False


def compare(old: ContentSnapshot, new: ContentSnapshot) -> Changes:
    """Everything that changed. Clauses stand in the order of the new documents, removed ones where they stood.

    A clause is moved when it stands in another article or document, or in another order among the clauses that both
    states have; a number that is another only because something was inserted before it is no change.
    """
    values = _values(old.values, new.values)
    clauses = tuple(change for pair in _pairs(old.clauses, new.clauses) for change in _clause(pair, values))
    kinds = tuple(dict.fromkeys((*new.documents, *old.documents)))
    documents = tuple(kind for kind in kinds if old.documents.get(kind) != new.documents.get(kind))
    level, because = _level(clauses, values, documents)
    return Changes(clauses, values, documents, level, because)


# --- clauses -----------------------------------------------------------------------------------------------


def _pairs(old: Sequence[PrintedClause], new: Sequence[PrintedClause]) -> tuple[_Pair, ...]:
    """Each clause with what it was, in the order of the new state; a removed one follows the one it stood behind."""
    before = {(clause.document, clause.id): clause for clause in old}
    after = {(clause.document, clause.id): clause for clause in new}
    shared = [key for key in before if key in after]
    rank = {key: place for place, key in enumerate(after)}
    steady = {shared[place] for place in _increasing([rank[key] for key in shared])}
    homes = _same_articles([(before[key], after[key]) for key in shared])
    elsewhere = _carried_over(before, after)
    pairs: dict[tuple[str, str], _Pair] = {}
    for key, clause in after.items():
        former = before.get(key)
        if former is None and key in elsewhere:
            pairs[key] = _Pair(elsewhere[key], clause, moved=True)
        elif former is None:
            pairs[key] = _Pair(None, clause)
        else:
            strange = bool(former.article) and homes.get((former.document, former.article)) != clause.article
            pairs[key] = _Pair(former, clause, moved=key not in steady or strange)
    carried = {(clause.document, clause.id) for clause in elsewhere.values()}
    gone = {
        key: _Pair(clause, None) for key, clause in before.items() if key not in after and key not in carried
    }
    return tuple(_placed(pairs, gone, list(before)))


def _placed(
    pairs: Mapping[tuple[str, str], _Pair],
    gone: Mapping[tuple[str, str], _Pair],
    order: Sequence[tuple[str, str]],
) -> Iterator[_Pair]:
    behind: dict[tuple[str, str] | None, list[_Pair]] = {}
    anchor: tuple[str, str] | None = None
    for key in order:
        if key in gone:
            behind.setdefault(anchor, []).append(gone[key])
        elif key in pairs:
            anchor = key
    yield from behind.get(None, ())
    for key, pair in pairs.items():
        yield pair
        yield from behind.get(key, ())


def _carried_over(
    before: Mapping[tuple[str, str], PrintedClause], after: Mapping[tuple[str, str], PrintedClause]
) -> Mapping[tuple[str, str], PrintedClause]:
    """The clauses that left one document and stand in another now, by their new key."""
    left = {key[1]: clause for key, clause in before.items() if key not in after and not _is_block(clause)}
    return {key: left[key[1]] for key in after if key not in before and key[1] in left}


def _same_articles(shared: Sequence[tuple[PrintedClause, PrintedClause]]) -> Mapping[tuple[str, str], str]:
    """What each old article is called now: itself where it lives on; else the article that took all its clauses."""
    now: dict[tuple[str, str], set[str]] = {}
    for former, clause in shared:
        now.setdefault((former.document, former.article), set()).add(clause.article)
    living = {(clause.document, clause.article) for _, clause in shared}
    homes: dict[tuple[str, str], str] = {}
    for (document, article), places in now.items():
        renamed = len(places) == 1 and (document, article) not in living
        homes[document, article] = next(iter(places)) if renamed else article
    return homes


def _increasing(ranks: Sequence[int]) -> list[int]:
    """The places of a longest increasing run of `ranks`: what kept its order. (Patience sorting, Fredman 1975.)"""
    tails: list[int] = []
    places: list[int] = []
    previous: list[int] = []
    for place, value in enumerate(ranks):
        at = bisect_left(tails, value)
        previous.append(places[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            places.append(place)
        else:
            tails[at], places[at] = value, place
    found: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        found.append(place)
        place = previous[place]
    return found[::-1]


def _clause(pair: _Pair, values: Sequence[ValueChange]) -> Iterator[ClauseChange]:
    old, new, moved = pair
    if old is not None and new is not None:
        yield from _kept(old, new, moved, values)
    elif new is not None:
        base = ClauseChange(Kind.ADDED, new.id, new.title, new.document, new.change)
        yield replace(
            base, new_number=new.number, new_position=new.position, runs=_one_sided(Op.ADDED, new.words)
        )
    elif old is not None:
        base = ClauseChange(Kind.REMOVED, old.id, old.title, old.document, old.change)
        yield replace(
            base, old_number=old.number, old_position=old.position, runs=_one_sided(Op.REMOVED, old.words)
        )


def _kept(
    old: PrintedClause, new: PrintedClause, moved: bool, values: Sequence[ValueChange]
) -> Iterator[ClauseChange]:
    """The changes of a clause that both states have."""
    base = ClauseChange(
        Kind.MOVED, new.id, new.title, new.document, farthest((old.change, new.change)),
        old_number=old.number, new_number=new.number, old_position=old.position, new_position=new.position,
        old_title=old.title,
    )  # fmt: skip
    if moved and not _is_block(new):
        yield base
    if old.position != new.position:
        yield replace(base, kind=Kind.POSITION, runs=compare_words(old.words, new.words))
    elif old.printed != new.printed:
        changed = replace(base, kind=Kind.CHANGED, runs=compare_words(old.words, new.words))
        if old.stamp == new.stamp:
            cause = _cause({*old.values, *new.values}, values)
            paths = tuple(value.path for value in cause)
            changed = replace(changed, change=farthest(value.change for value in cause), values=paths)
        yield changed
    if plain_word(old.title) != plain_word(new.title):
        yield replace(base, kind=Kind.RETITLED, change=ChangeClass.EDITORIAL)


def _one_sided(op: Op, text: Sequence[Word]) -> tuple[Run, ...]:
    return (Run(op, "".join(word.text for word in text).strip()),) if text else ()


def _is_block(clause: PrintedClause) -> bool:
    return clause.id.startswith("block:")


def _cause(printed: Collection[str], values: Sequence[ValueChange]) -> tuple[ValueChange, ...]:
    """The changed values that stand at the paths which a clause prints, or below them."""
    return tuple(value for value in values if any(_within(value.path, path) for path in printed))


def _within(path: str, printed: str) -> bool:
    return path == printed or path.startswith((f"{printed}.", f"{printed}["))


# --- values ------------------------------------------------------------------------------------------------


def _values(old: Sequence[PrintedValue], new: Sequence[PrintedValue]) -> tuple[ValueChange, ...]:
    """The values that are printed otherwise, in the order of the new state, the ones that are gone last."""
    before = {value.path: value for value in old}
    after = {value.path: value for value in new}
    pairs = [(before.get(value.path, replace(value, text="", value=None)), value) for value in new]
    pairs += [(value, replace(value, text="", value=None)) for value in old if value.path not in after]
    found = [_value(one, other) for one, other in pairs if not _same_words(one.text, other.text)]
    stated = [change for change in found if not change.path.startswith(_COMPUTED)]
    following = farthest(change.change for change in stated)
    derived = (replace(change, change=following) for change in found if change.path.startswith(_COMPUTED))
    return (*stated, *derived)


def _same_words(one: str, other: str) -> bool:
    return one == other or [word.key for word in words(one)] == [word.key for word in words(other)]


def _value(old: PrintedValue, new: PrintedValue) -> ValueChange:
    return ValueChange(
        path=new.path,
        title=new.title or old.title,
        old=old.text,
        new=new.text,
        change=new.change,
        gains=new.gains or old.gains,
        grew=_grew(old.value, new.value),
    )


def _grew(old: Printable, new: Printable) -> bool | None:
    """Whether a quantity grew; None when the two have no common measure."""
    match old, new:
        case (bool(), _) | (_, bool()):
            return None
        case Money() as before, Money() as after:
            return after.amount > before.amount if before.currency == after.currency else None
        case Duration() as before, Duration() as after:
            return after.rough_minutes > before.rough_minutes
        case Percent() as before, Percent() as after:
            return after.points > before.points
        case Month() as before, Month() as after:
            return after > before
        case date() as before, date() as after:
            return after > before
        case (int() | Decimal()) as before, (int() | Decimal()) as after:
            return after > before
    return None


# --- level -------------------------------------------------------------------------------------------------

_SAID = {
    Kind.ADDED: "was added",
    Kind.REMOVED: "was removed",
    Kind.MOVED: "was moved",
    Kind.CHANGED: "changed",
    Kind.POSITION: "took another position",
    Kind.RETITLED: "has another title",
}


def _level(
    clauses: Sequence[ClauseChange], values: Sequence[ValueChange], documents: Sequence[str]
) -> tuple[Level, str]:
    """The highest level among the declared classes, and one sentence that says why."""
    found = [
        (change.change, f"clause {change.clause} {_SAID[change.kind]}")
        for change in clauses
        if not change.values
    ]
    found += [(value.change, f"{value.path} changed") for value in values]
    found += [
        (change.change, f"clause {change.clause} {_SAID[change.kind]}") for change in clauses if change.values
    ]
    for level in _LEVELS:
        reasons = list(dict.fromkeys(reason for change, reason in found if change.level is level))
        if reasons:
            declared = next(one for one in ChangeClass if one.level is level)
            more = f", and {len(reasons) - 1} more" if len(reasons) > 1 else ""
            return level, f"{reasons[0]}, declared {declared}{more}"
    if documents:
        return Level.PATCH, f"no clause and no value changed, but how {documents[0]} is printed did"
    return Level.NONE, "nothing changed"


def higher(one: Level, other: Level) -> Level:
    """The higher of two levels."""
    return min(one, other, key=_LEVELS.index)
