"""Join the change logs of two branches version by version, not line by line. A pure function."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from docgen.history.version import Version, read_version

_HEADING = re.compile(r"^## .*$", re.MULTILINE)
_NAME = re.compile(r"## \[?([^\]\s]+)\]?")


class Merged(NamedTuple):
    """The joined text, and whether it holds marks of a conflict."""

    text: str
    conflict: bool


def merge(base: str, ours: str, theirs: str) -> Merged:
    """Every version of both sides, the latest first. A version that both wrote differently is a conflict, and only it
    is marked; so is the heading of the file."""
    sides = [_sections(text.replace("\r\n", "\n")) for text in (base, ours, theirs)]
    names = dict.fromkeys(name for side in sides[1:] for name in side)
    parts: dict[str, str] = {}
    conflict = False
    for name in names:
        chosen = _choose(*(side.get(name) for side in sides))
        if chosen is None:
            conflict = True
            chosen = _marked(sides[1].get(name, ""), sides[2].get(name, ""))
        parts[name] = chosen
    order = sorted(parts, key=_rank)
    text = "\n\n".join(part for name in order if (part := parts[name]))
    return Merged(text + "\n" if text else "", conflict)


def _sections(text: str) -> Mapping[str, str]:
    """The parts of a change log by version; '' is the part before the first heading."""
    starts = [match.start() for match in _HEADING.finditer(text)]
    bounds = [0, *starts, len(text)]
    parts = [text[start:end] for start, end in pairwise(bounds)]
    return {_name(part): part.strip("\n") for part in parts}


def _name(part: str) -> str:
    match = _NAME.match(part)
    return match[1] if match is not None else ""


def _choose(base: str | None, ours: str | None, theirs: str | None) -> str | None:
    """The side that changed something, None when both did, each in its way. A part that is not there is ''."""
    if ours == theirs:
        return ours or ""
    if ours == base:
        return theirs or ""
    if theirs == base:
        return ours or ""
    return None


def _marked(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}\n=======\n{theirs}\n>>>>>>> theirs"


def _rank(name: str) -> tuple[int, tuple[int, ...]]:
    """The head first, then the unreleased part, then versions, the latest first."""
    version: Version | None = read_version(name)
    if version is None:
        return (0 if not name else 1, ())
    return 2, (-version.major, -version.minor, -version.patch)
