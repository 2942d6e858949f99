"""The changes of the front matter of a clause, as keys of sentences. Pure functions; the words come later."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.history.stamp import plain
from docgen.model.clause import Clause
from docgen.model.condition import ALWAYS, All, Condition, Either, Equals, Fact, Not
from docgen.model.review import Sentence

_OF_MASTER = ("owner", "change", "term")
_OF_TEXT = ("rationale", "approver")
_LISTS = ("requires", "conflicts", "satisfies", "derogates", "speaks_of", "forms")


def front_matter(old: Clause, new: Clause, before: Clause, after: Clause) -> Iterator[Sentence]:
    """A sentence for each field that changed: `title`, a condition, an entry of a list that came or went.

    A fallback or a translation has the metadata of its master (`before`, `after`), whose changes are listed with the master.
    """
    inherited = new is not after and (old.title, new.title) == (before.title, after.title)
    if plain(old.title) != plain(new.title) and not inherited:
        yield Sentence("title", {"old": old.title, "new": new.title})
    if new is after:
        yield from condition(old.when, new.when)
        yield from _texts(old, new, _OF_MASTER)
        yield from (one for name in _LISTS for one in _items(name, getattr(old, name), getattr(new, name)))
        if old.review_by != new.review_by:
            yield Sentence("review_by", {"old": str(old.review_by or "–"), "new": str(new.review_by or "–")})
    if new is after or (_effects(old), _effects(new)) != (_effects(before), _effects(after)):
        for name, said in _effects(new).items():
            yield from _items(name, _effects(old)[name], said)
    yield from _texts(old, new, _OF_TEXT)
    yield from _items(
        "waiver", [waiver.code for waiver in old.waivers], [waiver.code for waiver in new.waivers]
    )
    for path in sorted({*old.values, *new.values}):
        if old.values.get(path) != new.values.get(path):
            yield Sentence("values", {"path": path, "old": _shown(old, path), "new": _shown(new, path)})


def binding(old: Clause, new: Clause) -> Iterator[Sentence]:
    """The changes of metadata by which a text binds otherwise with the same words: condition, class, term."""
    yield from condition(old.when, new.when)
    yield from _texts(old, new, ("change", "term"))
    yield from _items("forms", old.forms, new.forms)


def _texts(old: Clause, new: Clause, names: Iterable[str]) -> Iterator[Sentence]:
    for name in names:
        before, after = str(getattr(old, name)), str(getattr(new, name))
        if plain(before) != plain(after):
            key = f"{name}.{'stated' if not before else 'dropped' if not after else 'changed'}"
            yield Sentence(key, {"old": before, "new": after})


def _items(name: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Sentence]:
    yield from (Sentence(f"{name}.added", {"item": item}) for item in new if item not in old)
    yield from (Sentence(f"{name}.removed", {"item": item}) for item in old if item not in new)


def _effects(clause: Clause) -> dict[str, tuple[str, ...]]:
    """The effects of a clause on the contract, as words by field."""
    ends = tuple(f"{who}: {what}" for who, what in clause.ends)
    return {"ends": ends, "caps": clause.caps, "lifts": clause.lifts, "survives": ("true",) * clause.survives}


def _shown(clause: Clause, path: str) -> str:
    return str(clause.values[path]) if path in clause.values else "–"


def condition(old: Condition, new: Condition) -> Iterator[Sentence]:
    """The change of a condition: the cases gained or lost where it grew or shrank, else both conditions."""
    old, new = _bare(old), _bare(new)
    if old == new:
        return
    if old == ALWAYS:
        yield Sentence("when.only", {"new": new})
    elif new == ALWAYS:
        yield Sentence("when.always", {"old": old})
    elif (gained := _without(_ways(new), _ways(old))) and not _without(_ways(old), _ways(new)):
        yield Sentence("when.also", {"new": _any(gained)})
    elif (lost := _without(_ways(old), _ways(new))) and not _without(_ways(new), _ways(old)):
        yield Sentence("when.no_longer", {"old": _any(lost)})
    elif (asked := _without(_demands(new), _demands(old))) and not _without(_demands(old), _demands(new)):
        yield Sentence("when.besides", {"new": _all(asked)})
    elif (left := _without(_demands(old), _demands(new))) and not _without(_demands(new), _demands(old)):
        yield Sentence("when.unasked", {"old": _all(left)})
    else:
        yield Sentence("when.other", {"old": old, "new": new})


def _bare(condition: Condition) -> Condition:
    """The condition without the places in its text."""
    match condition:
        case Fact() | Equals():
            return replace(condition, offset=0)
        case Not(operand):
            return Not(_bare(operand))
        case All(operands):
            return All(tuple(map(_bare, operands)))
        case Either(operands):
            return Either(tuple(map(_bare, operands)))


def _ways(condition: Condition) -> tuple[Condition, ...]:
    return condition.operands if isinstance(condition, Either) else (condition,)


def _demands(condition: Condition) -> tuple[Condition, ...]:
    return condition.operands if isinstance(condition, All) else (condition,)


def _without(some: tuple[Condition, ...], others: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(part for part in some if part not in others)


def _any(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else Either(parts)


def _all(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else All(parts)
