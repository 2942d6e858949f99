"""Plain text and compared words as Markdown, as forges show it: removed words struck, added ones bold."""

import re
from collections.abc import Iterable

from docgen.model.changes import Op, Run

_SIGNS = re.compile(r"([\\`*_\[\]<>~|&@])")
_MARKS = {Op.SAME: ("", ""), Op.REMOVED: ("~~", "~~"), Op.ADDED: ("**", "**")}


def plain(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _SIGNS.sub(r"\\\1", text.replace("\n", " "))


def marked_words(runs: Iterable[Run]) -> str:
    """Runs on one line: a paragraph ends with `<br>`, since an item and a table cell have no lines."""
    return "".join(
        "<br>".join(_marked(run.op, part) for part in run.text.split("\n")) for run in runs
    ).strip()


def _marked(op: Op, part: str) -> str:
    words = part.strip()
    if not words:
        return part
    before, after = _MARKS[op]
    start = part.index(words)
    return f"{part[:start]}{before}{plain(words)}{after}{part[start + len(words) :]}"
