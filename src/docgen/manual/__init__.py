"""The manual: every fault that docgen can report, with its page.

The page of a rule is the docstring of its module. The kinds of `text/faults.py`, which reading, printing, releasing and
publishing report, have their pages in the YAML files of this folder, one file a topic.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple, NotRequired, TypedDict

from docgen.rules import CODE, Rule, Topic, registry, rule_topics
from docgen.text.diagnostics import Severity
from docgen.text.faults import KINDS, FaultKind
from docgen.text.source import Source
from docgen.text.yamltext import load

_NEW = re.compile(r"DG\d{4}")

Example = Mapping[str, str]
Place = tuple[str, int, int, int]


class Page(NamedTuple):
    """The manual page of a fault.

    `bad` and `good` are files of a workspace, or lines of a shell; `places` are those of the faults in `bad` that no
    comment of carets marks: path, line, column, end column.
    """

    code: str
    name: str
    severity: Severity
    topic: str
    manual: str
    bad: Example
    good: Example
    places: tuple[Place, ...]

    @property
    def title(self) -> str:
        """The first line, without its full stop."""
        return self.manual.partition("\n")[0].rstrip(".")


class _Written(TypedDict):
    manual: str
    bad: NotRequired[Example]
    good: NotRequired[Example]
    places: NotRequired[Iterable[Place]]


class _File(TypedDict):
    about: str
    codes: str
    faults: Mapping[str, _Written]


class ManualError(Exception):
    """The manual contradicts itself: a bug of docgen."""


@cache
def topics() -> tuple[Topic, ...]:
    """The topics of reading, printing, releasing and publishing, and those of the rules, by their codes."""
    own = (Topic(name, page["about"], page["codes"]) for name, page in _files().items())
    return tuple(sorted((*own, *rule_topics()), key=lambda topic: topic.codes))


@cache
def pages() -> tuple[Page, ...]:
    """The page of every fault, by code. Raises `ManualError` where two faults share a code, a name or a page."""
    rules = tuple(map(_of_rule, registry()))
    ruled = {(page.code, page.name) for page in rules}
    found = (*rules, *_reported(kind for kind in KINDS if (kind.code, kind.name) not in ruled))
    for what in ("code", "name"):
        _refuse_twins(what, [getattr(page, what) for page in found])
    for page in found:
        _refuse_stray_code(page)
    return tuple(sorted(found, key=lambda page: page.code))


def find(word: str) -> Page | None:
    """The page of a code or a name, in any case."""
    return next((page for page in pages() if word.lower() in (page.code.lower(), page.name)), None)


def _of_rule(rule: Rule) -> Page:
    places = getattr(rule.module, "EXPECT", ())
    return Page(
        rule.code,
        rule.name,
        rule.severity,
        rule.topic,
        rule.manual,
        rule.module.BAD,
        rule.module.GOOD,
        places,
    )


def _reported(kinds: Iterator[FaultKind]) -> Iterator[Page]:
    written = {
        name: (topic, page) for topic, file in _files().items() for name, page in file["faults"].items()
    }
    for kind in kinds:
        if kind.name not in written:
            raise ManualError(f"{kind.code} {kind.name} has no page in {__name__.replace('.', '/')}/")
        topic, page = written.pop(kind.name)
        yield Page(
            kind.code,
            kind.name,
            kind.severity,
            topic,
            page["manual"].strip(),
            page.get("bad", {}),
            page.get("good", {}),
            tuple((path, line, column, end) for path, line, column, end in page.get("places", ())),
        )
    if written:
        raise ManualError(f"no fault has the name of these pages: {', '.join(sorted(written))}")


def _refuse_twins(what: str, words: list[str]) -> None:
    twins = sorted({word for word in words if words.count(word) > 1})
    if twins:
        raise ManualError(f"two faults have the same {what}: {', '.join(twins)}")


def _refuse_stray_code(page: Page) -> None:
    """A code of three digits is an old one; one of four begins with the number of its topic."""
    (codes,) = (topic.codes for topic in topics() if topic.name == page.topic)
    if not CODE.fullmatch(page.code) or (_NEW.fullmatch(page.code) and not page.code.startswith(codes)):
        raise ManualError(f"{page.code} {page.name} is not a code of its topic: {codes}00 to {codes}99")


@cache
def _files() -> Mapping[str, _File]:
    """The files of this folder, by topic."""
    folder = resources.files(__name__)
    return {
        file.name.removesuffix(".yaml"): _read(Source(file.name, file.read_text(encoding="utf-8")))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
    }


def _read(source: Source) -> _File:
    document, faults = load(source)
    if faults:
        raise ManualError(f"{source.path}:{faults[0].span.line}: {faults[0].message}")
    page: _File = document.value
    return page
