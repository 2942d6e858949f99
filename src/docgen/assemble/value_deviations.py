"""The values of an engagement that leave the default terms, and who answers for each.

A value that the position of a clause states is approved with the position. Another one needs the approval of the role that
`docgen.yaml` names for its path (`approvals.values`), which the engagement states in `agreed_values`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from docgen.assemble.fill import ValueField, fields
from docgen.assemble.setting import show
from docgen.assemble.value_titles import title_of
from docgen.model.clause import STANDARD
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.printed import Printable, Values

FACTS = frozenset({"contract", "documents", "facts", "preamble"})
"""Sections that say what the deal is; no house has terms for them."""


class ValueDeviation(NamedTuple):
    """One value other than the default: its dotted path, both values (None is one that is not stated), and its approval.

    Of a list, both values hold the items that the other one lacks; all of them where only their order differs.
    `position` is the clause whose position states it, '' when none does. `approver` is the role that must approve, '' when
    nobody must; `rank` the place in `agreed_values`, None when it is not there.
    """

    path: str
    default: Printable
    agreed: Printable
    position: str
    approver: str
    reason: str
    approved_by: str
    rank: int | None

    @property
    def approved(self) -> bool:
        """True when nobody must approve it, or the role that must has."""
        return not self.approver or self.approved_by == self.approver


def value_deviations(pack: Pack) -> tuple[ValueDeviation, ...]:
    """The values that differ from the default terms, in the order of these; values where they are silent differ from none."""
    terms = {name: part for name, part in pack.engagement.default_terms.items() if name not in FACTS}
    by_position = {
        path: (value, clause)
        for clause in pack.chosen.values()
        if clause.position != STANDARD
        for path, value in clause.values.items()
    }
    stated = {item.clause: item for item in pack.engagement.positions}
    reasons = {item.value: rank for rank, item in enumerate(pack.engagement.agreed_values)}
    found = []
    for path, default, agreed in _differing("", terms, pack.engagement.printed):
        value, clause = by_position.get(path, (None, None))
        item = stated.get(clause.id) if clause is not None and value == agreed else None
        if clause is not None and item is not None:
            found.append(
                ValueDeviation(
                    path, default, agreed, clause.id, clause.approver, item.reason, item.approved_by, None
                )
            )
            continue
        rank = reasons.get(covering(reasons, path))
        why = pack.engagement.agreed_values[rank] if rank is not None else None
        approver = pack.value_approvers.get(covering(pack.value_approvers, path), "")
        reason, approved_by = (why.reason, why.approved_by) if why is not None else ("", "")
        found.append(ValueDeviation(path, default, agreed, "", approver, reason, approved_by, rank))
    return tuple(found)


def covering(names: Iterable[str], path: str) -> str:
    """The longest of some paths that names a value or a section it stands in; '' when none does."""
    return max(
        (name for name in names if path == name or path.startswith((f"{name}.", f"{name}["))),
        key=len,
        default="",
    )


def printing(pack: Pack) -> Mapping[str, str]:
    """For each path that a clause of the pack prints, or that its condition asks for, the first such clause."""
    found: dict[str, str] = {}
    for clause in pack.chosen.values():
        for mark in fields(clause):
            if isinstance(mark, ValueField):
                found.setdefault(".".join(mark.path), clause.id)
    for clause in pack.chosen.values():
        for word in clause.when_text.replace("(", " ").replace(")", " ").split():
            found.setdefault(word, clause.id)
    return found


def value_title(locale: Locale, path: str) -> str:
    """What a value is called in the language of the pack."""
    return locale.typeset(title_of(path, locale.words, {}, path))


def worded(locale: Locale, path: str, value: Printable) -> str:
    """A value as documents print it, a word of a fixed choice as the locale calls it; '' for one that is not stated."""
    match value:
        case None:
            return ""
        case str():
            own = locale.words.get(f"blocks.value-deviations.words.{path}.{value}", value)
            return locale.words.get(f"choices.{path}.{value}", own)
        case tuple():
            return " ; ".join(worded(locale, path, item) for item in value)
        case Mapping():
            return ", ".join(worded(locale, f"{path}.{key}", part) for key, part in value.items())
    return show(locale, value)


def _differing(
    path: str, default: Printable, agreed: Printable
) -> Iterator[tuple[str, Printable, Printable]]:
    named, named_agreed = _named(default), _named(agreed)
    if named is not None and isinstance(default, tuple):
        for name, part in named.items():
            yield from _differing(f"{path}[{name}]", part, (named_agreed or {}).get(name))
    elif isinstance(default, Mapping):
        inner: Values = agreed if isinstance(agreed, Mapping) else {}
        for name, part in default.items():
            yield from _differing(f"{path}.{name}" if path else name, part, inner.get(name))
    elif isinstance(default, tuple) and isinstance(agreed, tuple):
        if default != agreed:
            gone = tuple(item for item in default if item not in agreed)
            come = tuple(item for item in agreed if item not in default)
            yield (path, gone, come) if gone or come else (path, default, agreed)
    elif default != agreed:
        yield path, default, agreed


def _named(value: Printable) -> Values | None:
    """The items of a list by their id; None for anything else."""
    if not isinstance(value, tuple) or not value:
        return None
    items = {str(item["id"]): item for item in value if isinstance(item, Mapping) and "id" in item}
    return items if len(items) == len(value) else None
