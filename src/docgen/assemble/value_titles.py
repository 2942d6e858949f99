"""What a value is called: the groups that it stands in and its own title, in the language of the pack."""

import re
from collections.abc import Iterator, Mapping

_STEP = re.compile(r"([^.\[\]]+)(?:\[([^\]]*)\])?\.?")
_BETWEEN = " › "


def title_of(path: str, said: Mapping[str, str], names: Mapping[str, str], declared: str) -> str:
    """The title of the value at a path: "Services › Support aux Utilisateurs › Redevance mensuelle".

    `said` are the messages of the locale (`fields.<path>`, `fields.<path>._` of a group, `fields.common.<name>`);
    `declared` is the title that the schema gives, for a field that the locale does not name.
    """
    return _BETWEEN.join(_steps(path, said, names, declared))


def _steps(path: str, said: Mapping[str, str], names: Mapping[str, str], declared: str) -> Iterator[str]:
    field = ""
    for match in _STEP.finditer(path):
        name, item = match.groups()
        in_table = f"fields.{field}" in said and field != ""
        field = f"{field}.{name}" if field else name
        last = match.end() == len(path)
        title = said.get(f"fields.{field}._") or said.get(f"fields.{field}")
        if title is None and in_table:
            title = name  # the key of a table: a priority, a role
        if title is None and last:
            title = said.get(f"fields.common.{name}", declared)
        if title:
            yield title
        if item is not None:
            yield names.get(path[: match.end()].rstrip("."), item)
