"""Markdown, as forges show it: removed words struck, added ones bold."""

import re

from docgen.cli.diffs._told import Entry, tell
from docgen.model.changes import Op, Run
from docgen.pipeline.comparing import Compared

_SIGNS = re.compile(r"([\\`*_\[\]<>~|&@])")
_MARKS = {Op.SAME: ("", ""), Op.REMOVED: ("~~", "~~"), Op.ADDED: ("**", "**")}


def show(compared: Compared, colour: bool) -> str:
    """A heading, the level, a list of clauses for each document, a table of values."""
    told, say = tell(compared), compared.new.pack.locale.text
    lines = [f"# {_plain(told.heading)}", ""]
    if compared.changes.empty:
        return "\n".join([*lines, say("redline.nothing")]) + "\n"
    lines += [f"**{_plain(told.level)}**", "", f"{say('redline.documents')}: {_plain(', '.join(told.documents))}", ""]
    for document, entries in told.clauses:
        lines += [f"## {_plain(document)}", "", *(line for entry in entries for line in _clause(entry)), ""]
    if told.values:
        title = say("redline.values")
        lines += [f"## {title}", "", f"| {title} | | |", "| --- | --- | --- |"]
        lines += [f"| {_plain(entry.title)} | {_plain(entry.what) or _words(entry.runs)} | {_plain(entry.effect)} |" for entry in told.values]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _clause(entry: Entry) -> list[str]:
    number = f"{entry.number} " if entry.number else ""
    head = f"- **{_plain(number + entry.title)}** ({_plain(entry.id)}): {_plain(entry.what)} – {_plain(entry.effect)}"
    return [head, "", f"  {_words(entry.runs)}", ""] if entry.runs else [head]


def _words(runs: tuple[Run, ...]) -> str:
    """On one line: a paragraph ends with `<br>`, since a table cell has no lines."""
    return "".join("<br>".join(_marked(run.op, part) for part in run.text.split("\n")) for run in runs).strip()


def _marked(op: Op, part: str) -> str:
    words = part.strip()
    if not words:
        return part
    before, after = _MARKS[op]
    start = part.index(words)
    return f"{part[:start]}{before}{_plain(words)}{after}{part[start + len(words) :]}"


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " "))
