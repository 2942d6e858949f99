"""Formats of a comparison: one a file; the folder is the registry. Each is a function of the same values.

A format is a module with `show(compared, colour) -> str`. Text for people is in the language of the documents; `json`
is for programs.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from docgen.pipeline.comparing import Compared


class Diff(Protocol):
    """The function of a format's module."""

    @staticmethod
    def show(compared: Compared, colour: bool) -> str:
        """The whole output for a comparison; `colour` only where a terminal shows it."""


@cache
def names() -> tuple[str, ...]:
    """The names of the formats, `terminal` first."""
    found = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(found, key=lambda name: (name != "terminal", name)))


def find(name: str) -> Diff:
    """The format of a name."""
    return cast(Diff, importlib.import_module(f"{__name__}.{name}"))
