"""For a terminal: the words that changed in colour, or as `[-removed-]{+added+}` where there is none."""

from docgen.cli.diffs._entries import Entry, describe
from docgen.cli.formats._visible import visible
from docgen.model.changes import Op, Run
from docgen.pipeline.comparing import Compared

_CODES = {Op.REMOVED: "9;31", Op.ADDED: "4;32"}
_MARKS = {Op.REMOVED: ("[-", "-]"), Op.ADDED: ("{+", "+}")}


def show(compared: Compared, colour: bool) -> str:
    """Heading, level, the clauses of each document, the values."""
    text, say = describe(compared), compared.new.pack.locale.text
    lines = [_strong(visible(text.heading), colour)]
    if compared.changes.empty:
        return "\n".join([*lines, say("redline.nothing")]) + "\n"
    lines += [
        f"{text.level} ({visible(text.because)})",
        f"{say('redline.documents')}: {visible(', '.join(text.documents))}",
    ]
    for document, entries in text.clauses:
        lines += ["", _strong(visible(document), colour)]
        lines += [line for entry in entries for line in _clause(entry, colour)]
    if text.values:
        lines += ["", _strong(say("redline.values"), colour)]
        lines += [line for entry in text.values for line in _value(entry, colour)]
    return "\n".join(lines) + "\n"


def _clause(entry: Entry, colour: bool) -> list[str]:
    head = f"  {entry.number or '–':<6} {visible(entry.title)} ({visible(entry.id)}): {visible(entry.what)} – {entry.effect}"
    return [head, *(f"         {line}" for line in _words(entry.runs, colour))]


def _value(entry: Entry, colour: bool) -> list[str]:
    head = f"  {visible(entry.title)} ({visible(entry.id)}): {visible(entry.what)}{' – ' if entry.what else ''}{entry.effect}"
    return [head, *(f"    {line}" for line in _words(entry.runs, colour))]


def _words(runs: tuple[Run, ...], colour: bool) -> list[str]:
    """The text, a line for each paragraph; marks do not cross lines."""
    text = "".join("\n".join(_marked(run.op, part, colour) for part in run.text.split("\n")) for run in runs)
    return [line.strip() for line in text.split("\n") if line.strip()]


def _marked(op: Op, part: str, colour: bool) -> str:
    words = part.strip()
    if op is Op.SAME or not words:
        return visible(part)
    gap = part[: len(part) - len(part.lstrip())]
    if colour:
        return f"{gap}\x1b[{_CODES[op]}m{visible(words)}\x1b[0m"
    before, after = _MARKS[op]
    return f"{gap}{before}{visible(words)}{after}"


def _strong(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
