"""What the items of the lists of an engagement are called."""

from collections.abc import Mapping, Sequence

from docgen.history.values import Leaf

_NAMES = ("name", "title", "what")


def names_of(leaves: Sequence[Leaf]) -> Mapping[str, str]:
    """The names of the items of lists, by path: `services[support]` is "Support aux Utilisateurs"."""
    named: dict[str, str] = {}
    for leaf in leaves:
        item, _, field = leaf.path.rpartition(".")
        if item.endswith("]") and field in _NAMES and isinstance(leaf.value, str):
            named.setdefault(item, leaf.value)
    return named
