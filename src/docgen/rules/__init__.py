"""Rules: one fault a file, in folders by topic; the folders are the registry.

A rule is a module: its docstring is its manual page, `CODE` and `SEVERITY` name its fault, `BAD` and `GOOD` are
examples that the tests run, and it defines one or more of

- `check_house(house, today)`: judges the library, the outlines and the locales, without an engagement;
- `check_engagement(engagement, house)`: judges the facts of one engagement;
- `check_pack(pack, house, today)`: judges an engagement together with the clauses that were chosen for it;
- `check_waivers(faults, waivers, today)`: judges the waivers against all faults that were found;
- `check_text(text)`: judges a contract that was written elsewhere.

Each yields `Fault`s. A module whose name begins with `_` is shared by rules and is none itself.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import ModuleType
from typing import NamedTuple

from docgen.model.engagement import Engagement
from docgen.model.pack import Pack
from docgen.read.house import House
from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.rules.deviations._waivers import Placed
from docgen.text.diagnostics import Diagnostic, Severity


class Rule(NamedTuple):
    """A rule as the registry knows it."""

    code: str
    severity: Severity
    title: str  # first line of the manual page
    manual: str
    bad: Mapping[str, str]
    good: Mapping[str, str]
    module: ModuleType


@cache
def registry() -> tuple[Rule, ...]:
    """All rules, by code."""
    return tuple(sorted(map(_rule, _modules(__path__, __name__)), key=lambda rule: rule.code))


def _modules(folders: Iterable[str], package: str) -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(folders), key=lambda found: found.name):
        if found.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package}.{found.name}")
        if found.ispkg:
            yield from _modules(module.__path__, module.__name__)
        else:
            yield module


def _rule(module: ModuleType) -> Rule:
    manual = (module.__doc__ or "").strip()
    return Rule(
        module.CODE,
        module.SEVERITY,
        manual.partition("\n")[0].rstrip("."),
        manual,
        module.BAD,
        module.GOOD,
        module,
    )


def judge_house(house: House, today: date) -> tuple[Diagnostic, ...]:
    """The faults of the library, the outlines and the locales."""
    return tuple(_faults("check_house", house, today))


def judge_engagement(engagement: Engagement, house: House) -> tuple[Diagnostic, ...]:
    """The faults of the facts of an engagement."""
    return tuple(_faults("check_engagement", engagement, house))


def judge_pack(pack: Pack, house: House, today: date) -> tuple[Diagnostic, ...]:
    """The faults of an engagement together with its clauses."""
    return tuple(_faults("check_pack", pack, house, today))


def judge_waivers(
    faults: Iterable[Diagnostic], waivers: Iterable[Placed], today: date
) -> tuple[Diagnostic, ...]:
    """The faults of waivers, once all that they could cover was found."""
    return tuple(_faults("check_waivers", tuple(faults), tuple(waivers), today))


def judge_text(text: PlainText) -> tuple[Diagnostic, ...]:
    """The faults of a contract that was written elsewhere."""
    return tuple(_faults("check_text", text))


def _faults(function: str, *arguments: object) -> Iterator[Diagnostic]:
    for rule in registry():
        check = getattr(rule.module, function, None)
        if check is None:
            continue
        fault: Fault
        for fault in check(*arguments):
            severity = rule.severity if fault.severity is None else fault.severity
            yield Diagnostic(fault.span, rule.code, severity, fault.message, fault.hint)
