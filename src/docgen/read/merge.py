"""Put the parts of an engagement together, and lay them over the default terms.

Parts of one engagement never overlap: a fact given twice is DG209. Default terms give way to the engagement, leaf by
leaf; lists give way as a whole, and `null` takes a default term away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import FACT_GIVEN_TWICE, WRONG_TYPE
from docgen.text.source import Span
from docgen.text.yamltext import Path, YamlDocument


@dataclass(frozen=True)
class Merged:
    """A value made of several files, with the place of each part in its own file."""

    value: dict[str, Any]
    spans: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)


def join(parts: Iterable[YamlDocument]) -> Checked[Merged]:
    """One value of all parts; the first part gives the place of the whole."""
    value: dict[str, Any] = {}
    spans: dict[Path, Span] = {}
    keys: dict[Path, Span] = {}
    diagnostics: list[Diagnostic] = []

    def fold(into: dict[str, Any], part: Mapping[str, Any], path: Path, document: YamlDocument) -> None:
        for key, new in part.items():
            here = (*path, key)
            if key not in into:
                into[key] = _copy(new)
                continue
            if isinstance(into[key], dict) and isinstance(new, dict):
                fold(into[key], new, here, document)
                continue
            first = keys.get(here) or spans.get(here)
            where = f"it is first in {first.path}, line {first.line}" if first else ""
            diagnostics.append(
                FACT_GIVEN_TWICE.at(
                    document.key(here), f"{'.'.join(map(str, here))} is given twice", f"{where}: keep one"
                )
            )

    for document in parts:
        if isinstance(document.value, dict):
            fold(value, document.value, (), document)
        elif document.value is not None:
            diagnostics.append(_no_mapping(document))
        for path, span in document.spans.items():
            spans.setdefault(path, span)
        for path, span in document.keys.items():
            keys.setdefault(path, span)
    return Checked(Merged(value, spans, keys), tuple(diagnostics))


def lay_over(above: Merged, below: YamlDocument) -> Checked[Merged]:
    """The engagement's own values, and the default terms for those that it does not state."""
    if below.value is None:
        return Checked(above)
    if not isinstance(below.value, dict):
        return Checked(above, (_no_mapping(below),))
    value = _copy(above.value)
    spans = dict(above.spans)
    keys = dict(above.keys)

    def take(path: Path, part: Any) -> None:
        if path in below.spans:
            spans[path] = below.spans[path]
        if path in below.keys:
            keys[path] = below.keys[path]
        steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for step, inner in steps:
            take((*path, step), inner)

    def fold(into: dict[str, Any], part: Mapping[str, Any], path: Path) -> None:
        for key, new in part.items():
            here = (*path, key)
            if key not in into:
                into[key] = _copy(new)
                take(here, new)
            elif into[key] is None:
                del into[key]
            elif isinstance(into[key], dict) and isinstance(new, dict):
                fold(into[key], new, here)

    fold(value, below.value, ())
    return Checked(Merged(value, spans, keys))


def _no_mapping(document: YamlDocument) -> Diagnostic:
    return WRONG_TYPE.at(
        document.at(()), "the file is not a mapping of keys to values", "write 'key: value' lines"
    )


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_copy(part) for part in value]
    return value
