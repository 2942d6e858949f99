"""Compared words as one text, `ten [-days-]{+weeks+}`, and back: the form in which a lock keeps them."""

import re
from collections.abc import Iterator

from docgen.model.changes import Op, Run

_MARKS = {Op.REMOVED: ("[-", "-]"), Op.ADDED: ("{+", "+}")}
_SIGN = re.compile(r"\\|\[-|-\]|\{\+|\+\}")
_PART = re.compile(
    r"\[-((?:\\.|[^\\])*?)-\]|\{\+((?:\\.|[^\\])*?)\+\}|((?:\\.|[^\\[{]|\[(?!-)|\{(?!\+))+)", re.DOTALL
)


def marked(runs: tuple[Run, ...]) -> str:
    """Runs as one text: `ten [-days-]{+weeks+}`."""
    return "".join(_one(run) for run in runs)


def _one(run: Run) -> str:
    text = _SIGN.sub(lambda match: "\\" + match[0], run.text)
    before, after = _MARKS.get(run.op, ("", ""))
    return f"{before}{text}{after}"


def unmarked(text: str) -> tuple[Run, ...]:
    """The runs of a text that `marked` made."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    for match in _PART.finditer(text):
        removed, added, same = match.groups()
        op, part = (
            (Op.REMOVED, removed)
            if removed is not None
            else (Op.ADDED, added)
            if added is not None
            else (Op.SAME, same)
        )
        yield Run(op, re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL))
