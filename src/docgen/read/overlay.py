"""Lay a few changed values over an engagement and its default terms, as a negotiation would.

A mapping is changed key by key and a list of things with an `id` thing by thing; any other list, and any other value,
gives way as a whole. A null takes the value away.
"""

from typing import Any

from docgen.read.merge import Merged
from docgen.text.diagnostics import Checked
from docgen.text.faults import WRONG_TYPE
from docgen.text.source import Span
from docgen.text.yamltext import Path, YamlDocument


def overlay(below: Merged, document: YamlDocument) -> Checked[Merged]:
    """The value of the engagement with the changes; each changed part has its place in the file of the changes."""
    if not isinstance(document.value, dict):
        fault = WRONG_TYPE.at(
            document.at(()), "the file is not a mapping of keys to values", "write 'key: value' lines"
        )
        return Checked(below, (fault,))
    spans, keys = dict(below.spans), dict(below.keys)

    def take(here: Path, there: Path, value: Any) -> None:
        """Give a part of the changes its places: `there` in the file, `here` in the whole."""
        for known, found in ((spans, document.spans), (keys, document.keys)):
            _forget(known, here, value)
            if there in found:
                known[here] = found[there]
        steps = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for step, part in steps:
            take((*here, step), (*there, step), part)

    def changed(old: Any, new: Any, here: Path, there: Path) -> Any:
        if isinstance(old, dict) and isinstance(new, dict):
            merged = dict(old)
            for key, part in new.items():
                if part is None:
                    merged.pop(key, None)
                else:
                    merged[key] = changed(old.get(key), part, (*here, key), (*there, key))
            return merged
        if _things(old) and _things(new):
            places = {thing["id"]: index for index, thing in enumerate(old)}
            things = list(old)
            for index, thing in enumerate(new):
                at = places.setdefault(thing["id"], len(things))
                if at == len(things):
                    things.append({})
                things[at] = changed(things[at], thing, (*here, at), (*there, index))
            return things
        take(here, there, new)
        return new

    return Checked(Merged(changed(below.value, document.value, (), ()), spans, keys))


def _things(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, dict) and "id" in item for item in value)
    )


def _forget(known: dict[Path, Span], path: Path, value: Any) -> None:
    """Drop the places of a list that gives way as a whole: the new one may be shorter."""
    if isinstance(value, list):
        for place in [place for place in known if place[: len(path)] == path]:
            del known[place]
