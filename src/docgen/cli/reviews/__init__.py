"""Formats of a review: one a file; the folder is the registry. Each is a function of the same values.

A format is a module with `show(review, words, colour) -> str`. Text for people is in the language of the words; `json`
and `sarif` are for programs.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from docgen.model.review import Review
from docgen.render.review_words import Words


class ReviewFormat(Protocol):
    """The function of a format's module."""

    @staticmethod
    def show(review: Review, words: Words, colour: bool) -> str:
        """The whole output for a review; `colour` only where a terminal shows it."""


@cache
def names() -> tuple[str, ...]:
    """The names of the formats, `terminal` first."""
    found = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(found, key=lambda name: (name != "terminal", name)))


def find(name: str) -> ReviewFormat:
    """The format of a name."""
    return cast(ReviewFormat, importlib.import_module(f"{__name__}.{name}"))
