"""YAML with positions: a plain value, and the place of each of its parts.

YAML 1.1 damages contracts (`12:30` becomes 750, `NO` becomes False, `0777` becomes 511), so only true, false, null,
whole numbers and decimals (as `Decimal`) are resolved; everything else is the text that was written.
Faults: DG103 (syntax), DG104 (duplicate key), DG105 (too many expanded nodes, or too deep), DG106 (explicit tag),
DG107 (a value that other YAML readers would change), DG109 (an escape that stands for a character that is not text).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from docgen.text.decode import FORBIDDEN
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import (
    BAD_YAML,
    DUPLICATE_KEY,
    EXPLICIT_TAG,
    NOT_TEXT,
    VALUE_CHANGED_BY_YAML,
    YAML_EXPANDS,
    FaultKind,
)
from docgen.text.source import Source, Span

Path = tuple[str | int, ...]

MAX_NODES = 200_000
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,12}")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_CHANGED = re.compile(
    r"[-+]?\d[\d_]*|[-+]?0[xob][0-9a-fA-F_]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?"
    r"|y|Y|yes|Yes|YES|n|N|no|No|NO|True|TRUE|False|FALSE|on|On|ON|off|Off|OFF|Null|NULL"
    r"|[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
    re.ASCII,
)
_CHANGEABLE = frozenset("+-.0123456789yYnNtTfFoO")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlDocument:
    """A plain value (dict, list, str, int, Decimal, bool, None) with the place of each part, by path."""

    source: Source
    value: Any
    spans: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)

    def at(self, path: Path) -> Span:
        """The place of a value, or of its nearest parent that is in the file."""
        return place(self.spans, path, Span(self.source.path))

    def key(self, path: Path) -> Span:
        """The place of the key of a value."""
        return self.keys.get(path) or self.at(path)


def place(spans: Mapping[Path, Span], path: Path, default: Span) -> Span:
    """The span of `path` or of its nearest parent in `spans`."""
    while path and path not in spans:
        path = path[:-1]
    return spans.get(path, default)


def dotted(path: Path) -> str:
    """A path as people write it: `services[2].monthly_fee`; list places count from 1, as people do."""
    words = ""
    for step in path:
        words += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if words else step
    return words


class _Stop(Exception):  # noqa: N818  (it ends the reading, it is no fault by itself)
    """Reading cannot go on; the diagnostic is already recorded."""


class _Composer:
    """Builds the value from the event stream: PyYAML's own composer neither bounds depth nor sees duplicate keys."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.spans: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.diagnostics: list[Diagnostic] = []
        self.anchors: dict[str, Any] = {}
        self.sizes: dict[str, int] = {}
        self.open_anchors: set[str] = set()
        self.nodes = 0
        self.next: Callable[[], Any]  # the next event, None after the last

    def report(self, span: Span, kind: FaultKind, message: str, hint: str = "") -> None:
        self.diagnostics.append(kind.at(span, message, hint))

    def span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        line, column = start.line + 1, start.column + 1
        last = end.column + 1 if end.line == start.line else max(column, len(self.source.line(line)) + 1)
        return Span(self.source.path, line, column, last)

    def count(self, event: Any, number: int = 1) -> None:
        self.nodes += number
        if self.nodes > MAX_NODES:
            self.report(
                self.span(event),
                YAML_EXPANDS,
                "the document expands to too many values",
                "write the values out instead of repeating an anchor",
            )
            raise _Stop

    def document(self) -> Any:
        self.next = _Loader(self.source.text).get_event
        value = None
        seen = False
        while (event := self.next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    self.report(
                        self.span(event),
                        BAD_YAML,
                        "the file holds more than one YAML document",
                        "keep one document a file",
                    )
                    raise _Stop
                seen = True
                value = self.node(self.next(), (), 0)
        return value

    def node(self, event: Any, path: Path, depth: int) -> Any:
        self.count(event)
        span = self.spans[path] = self.span(event)
        if depth > MAX_DEPTH:
            self.report(span, YAML_EXPANDS, f"values are nested more than {MAX_DEPTH} deep")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, span)
        before = self.nodes
        if event.anchor is not None:
            self.open_anchors.add(event.anchor)
        if event.tag is not None:
            self.tag(event, span)
        if isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event, span)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(path, depth)
        else:
            value = self.mapping(path, depth)
        if event.anchor is not None:
            self.open_anchors.discard(event.anchor)
            self.anchors[event.anchor] = value
            self.sizes[event.anchor] = self.nodes - before + 1
        return value

    def tag(self, event: Any, span: Span) -> None:
        if event.tag not in ("!", "tag:yaml.org,2002:str"):
            self.report(
                span,
                EXPLICIT_TAG,
                f"explicit tag {event.tag!r}",
                "remove the tag: docgen reads the type from its schema",
            )

    def escapes(self, event: Any, span: Span) -> None:
        if (odd := FORBIDDEN.search(event.value)) is not None:
            self.report(span, NOT_TEXT, f"the character U+{ord(odd[0]):04X} is not text", "remove the escape")

    def alias(self, event: Any, span: Span) -> Any:
        if event.anchor in self.open_anchors:
            self.report(span, YAML_EXPANDS, f"alias {event.anchor!r} contains itself", "write the value out")
            raise _Stop
        if event.anchor not in self.anchors:
            self.report(span, BAD_YAML, f"alias {event.anchor!r} names no anchor")
            return None
        self.count(event, self.sizes[event.anchor])
        return self.anchors[event.anchor]

    def scalar(self, event: Any, span: Span) -> Any:
        text: str = event.value
        if event.style == '"':
            self.escapes(event, span)
        if event.style or event.tag is not None:  # libyaml says '' for a plain scalar
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if text[0] in "-0123456789":
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DECIMAL.fullmatch(text):
                return Decimal(text)
        if text[0] in _CHANGEABLE and _CHANGED.fullmatch(text):
            self.report(
                span,
                VALUE_CHANGED_BY_YAML,
                f"other YAML readers change {text!r}",
                f"write it in quotes: '{text}'",
            )
        return text

    def sequence(self, path: Path, depth: int) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            values.append(self.node(event, (*path, len(values)), depth + 1))
        return values

    def mapping(self, path: Path, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            span = self.span(event)
            if not isinstance(event, yaml.ScalarEvent):
                self.report(span, BAD_YAML, "a key is not a plain word")
                raise _Stop
            if event.tag is not None:
                self.tag(event, span)
            if event.style == '"':
                self.escapes(event, span)
            key: str = event.value
            if key in values:
                first = self.keys[(*path, key)].line
                self.report(
                    span,
                    DUPLICATE_KEY,
                    f"duplicate key {key!r}",
                    f"it is first on line {first}: keep one",
                )
            here = (*path, key)
            value = self.node(self.next(), here, depth + 1)
            values.setdefault(key, value)
            self.keys.setdefault(here, span)
        return values


def load(source: Source) -> Checked[YamlDocument]:
    """Read one YAML document; faults are placed at their line and column."""
    composer = _Composer(source)
    value = None
    try:
        value = composer.document()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # at the end of the text the mark may name a line that does not exist
        at = source.offset(mark.line + 1, mark.column + 1) if mark is not None else 0
        span = source.span(at, at + 1)
        problem = str(error.problem or error.context or "syntax error")
        composer.report(
            span,
            BAD_YAML,
            f"YAML syntax: {problem}",
            "check the indentation, the colons and the quotes near this place",
        )
    except yaml.reader.ReaderError as error:
        at = error.position if isinstance(error.position, int) else 0
        composer.report(
            source.span(at, at + 1),
            BAD_YAML,
            "a character that YAML does not allow",
            "remove the control character",
        )
    return Checked(YamlDocument(source, value, composer.spans, composer.keys), tuple(composer.diagnostics))
