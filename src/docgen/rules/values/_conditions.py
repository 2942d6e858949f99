"""Conditions without an engagement: their places, the texts that they guard, whether they can hold."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from docgen.model.clause import Clause
from docgen.model.condition import All, Condition, Either, Equals, Fact, Not, paths
from docgen.rules._values import Path, known
from docgen.text.source import Span

MOST_FACTS = 10
MOST_CASES = 20_000

_ABSENT = ""  # no word of a choice is empty
_PRESENT = "\0"  # a value that is there and is none of the words compared


def place(clause: Clause, fact: Fact | Equals) -> Span:
    """The columns of a fact in the `when` of a clause; the whole condition where it is quoted or folded."""
    whole = clause.at("when")
    written = clause.source.line(whole.line)[whole.column - 1 : whole.end_column - 1]
    if written.strip() != clause.when_text.strip():
        return whole
    start = whole.column + fact.offset
    return Span(whole.path, whole.line, start, start + len(".".join(fact.path)))


def guards(condition: Condition, path: Path) -> bool:
    """True when the condition holds only if there is a value at `path`."""
    match condition:
        case Fact(found) | Equals(found):
            return found[: len(path)] == path
        case All(operands):
            return any(guards(operand, path) for operand in operands)
        case Either(operands):
            return bool(operands) and all(guards(operand, path) for operand in operands)
    return False


def can_hold(condition: Condition) -> bool:
    """False when no engagement makes the condition hold; true as well when there are too many facts to try."""
    facts = tuple(paths(condition))
    names = tuple(dict.fromkeys(fact.path for fact in facts))
    domains = [_domain(name, facts) for name in names]
    cases = 1
    for domain in domains:
        cases *= len(domain)
    if len(names) > MOST_FACTS or cases > MOST_CASES:
        return True
    return any(_holds(condition, dict(zip(names, case, strict=True))) for case in product(*domains))


def _domain(path: Path, facts: Iterable[Fact | Equals]) -> Sequence[str | int]:
    """The cases of a path: absent or false, there, or one of the words of its choice or of the numbers compared."""
    found = known(path)
    words = found.words if found is not None and not found.listed else ()
    compared = tuple(fact.word for fact in facts if isinstance(fact, Equals) and fact.path == path)
    there: tuple[str | int, ...] = words or tuple(dict.fromkeys((*compared, _PRESENT)))
    if found is not None and not found.optional and _always_present(found.field):
        return there
    return (_ABSENT, *there)


def _always_present(field: Mapping[str, object]) -> bool:
    kind = field.get("type")
    return kind not in ("boolean", "list") or (kind == "list" and bool(field.get("minlength")))


def _holds(condition: Condition, case: Mapping[Path, str | int]) -> bool:
    match condition:
        case Fact(path):
            return case[path] != _ABSENT
        case Equals(path, word):
            return case[path] == word
        case Not(operand):
            return not _holds(operand, case)
        case All(operands):
            return all(_holds(operand, case) for operand in operands)
        case Either(operands):
            return any(_holds(operand, case) for operand in operands)
