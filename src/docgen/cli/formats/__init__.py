"""Formats of diagnostics: one a file; the folder is the registry. Each is a function of the same values.

A format is a module with `show(diagnostics, lines, colour) -> str`. Programs read formats other than `human` from
standard output.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol, cast

from docgen.text.diagnostics import Diagnostic

Lines = Callable[[str, int], str]
"""Path and line number to the text of that line."""


class Format(Protocol):
    """The function of a format's module."""

    @staticmethod
    def show(diagnostics: Sequence[Diagnostic], lines: Lines, colour: bool) -> str:
        """The whole output for these diagnostics."""


@cache
def names() -> tuple[str, ...]:
    """The names of the formats, `human` first."""
    found = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(found, key=lambda name: (name != "human", name)))


def find(name: str) -> Format:
    """The format of a name."""
    return cast(Format, importlib.import_module(f"{__name__}.{name}"))
