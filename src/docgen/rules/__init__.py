"""Rules: one fault a file, in folders by topic; the folders are the registry.

A rule is a module: its docstring is its manual page, `CODE` and `SEVERITY` name its fault, `BAD` and `GOOD` are
examples that the tests run, and it defines one or more of

- `check_library(shared, today)`: the library, the outlines and the locales, without an engagement;
- `check_engagement(engagement, shared)`: the facts of one engagement;
- `check_pack(pack, shared, today)`: an engagement together with the clauses that were chosen for it;
- `check_waivers(faults, waivers, today)`: the waivers, against all faults that were found;
- `check_text(text)`: a contract that was written elsewhere.

Each yields `Fault`s. `shared` is the shared part of the workspace, looked up once for all rules (`Index.of`). A module
whose name begins with `_` is used by rules and is none itself.
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
from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.rules._index import Index
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


def library_faults(shared: Index, today: date) -> tuple[Diagnostic, ...]:
    """The faults of the library, the outlines and the locales."""
    return tuple(_faults("check_library", shared, today))


def engagement_faults(engagement: Engagement, shared: Index) -> tuple[Diagnostic, ...]:
    """The faults of the facts of an engagement."""
    return tuple(_faults("check_engagement", engagement, shared))


def pack_faults(pack: Pack, shared: Index, today: date) -> tuple[Diagnostic, ...]:
    """The faults of an engagement together with its clauses."""
    return tuple(_faults("check_pack", pack, shared, today))


def waiver_faults(
    faults: Iterable[Diagnostic], waivers: Iterable[Placed], today: date
) -> tuple[Diagnostic, ...]:
    """The faults of waivers, once all that they could cover was found."""
    return tuple(_faults("check_waivers", tuple(faults), tuple(waivers), today))


def text_faults(text: PlainText) -> tuple[Diagnostic, ...]:
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
