"""Rules: one fault a file, in folders by topic; the folders are the registry.

A rule is a module of a topic's folder: its name says the fault, its docstring is its manual page, `CODE` and `SEVERITY` name its fault, `BAD` and `GOOD` are
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
import re
from collections.abc import Iterable, Iterator
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

CODE = re.compile(r"DG\d{3,4}")


class RuleError(Exception):
    """A module of this folder is no rule, or takes the code of another: a bug of docgen."""


class Topic(NamedTuple):
    """A folder of rules: its topic, and the first digits of its four-digit codes."""

    name: str
    about: str
    codes: str


class Rule(NamedTuple):
    """A rule as the registry knows it: `name` says the fault, as in `accountable-twice`."""

    code: str
    name: str
    severity: Severity
    topic: str
    manual: str
    module: ModuleType


@cache
def registry() -> tuple[Rule, ...]:
    """All rules, by code. Raises `RuleError` where two have the same code or name."""
    rules: dict[str, Rule] = {}
    for topic in _topics():
        for module in _modules(topic):
            rule = _rule(topic, module)
            for word in (rule.code, rule.name):
                other = rules.setdefault(word, rule)
                if other is not rule:
                    raise RuleError(f"{word} is taken twice: {other.module.__name__}, {module.__name__}")
    return tuple(sorted(set(rules.values()), key=lambda rule: rule.code))


def rule_topics() -> tuple[Topic, ...]:
    """The folders of rules."""
    return tuple(
        Topic(_last(topic.__name__), (topic.__doc__ or "").strip(), topic.CODES) for topic in _topics()
    )


def _topics() -> Iterator[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.ispkg)
    return (importlib.import_module(f"{__name__}.{name}") for name in names)


def _modules(topic: ModuleType) -> Iterator[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(topic.__path__) if found.name[0] != "_")
    return (importlib.import_module(f"{topic.__name__}.{name}") for name in names)


def _rule(topic: ModuleType, module: ModuleType) -> Rule:
    name = _last(module.__name__).replace("_", "-")
    return Rule(
        module.CODE, name, module.SEVERITY, _last(topic.__name__), (module.__doc__ or "").strip(), module
    )


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]


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
