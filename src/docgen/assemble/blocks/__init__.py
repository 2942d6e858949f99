"""Blocks: parts of a document that are computed from the engagement. One block a file; the folder is the registry.

A block is a module with `build(pack, options) -> tuple[Block, ...]` and a docstring that describes the printed text. Its
name in an outline is the file's name with hyphens. A module whose name begins with `_` is shared by blocks.
"""

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from docgen.model.outline import Options

if TYPE_CHECKING:  # a check asks only for the names
    from docgen.model.document import Block, Division
    from docgen.model.pack import Pack


class BlockModule(Protocol):
    """The function of a block's module."""

    __doc__: str | None

    @staticmethod
    def build(pack: "Pack", options: Options) -> "tuple[Block | Division, ...]":
        """The nodes of the block; () when the engagement has nothing to show."""


@cache
def names() -> tuple[str, ...]:
    """The names of all blocks, in alphabetical order."""
    return tuple(
        sorted(
            module.name.replace("_", "-")
            for module in pkgutil.iter_modules(__path__)
            if not module.name.startswith("_")
        )
    )


@cache
def find(name: str) -> BlockModule | None:
    """The block of a name, None when there is none."""
    if name not in names():
        return None
    return cast(BlockModule, importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))
