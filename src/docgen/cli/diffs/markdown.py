"""Markdown, as forges show it: removed words struck, added ones bold."""

from docgen.cli.diffs._entries import Entry, describe
from docgen.history.markdown import marked_words, plain
from docgen.pipeline.comparing import Compared


def show(compared: Compared, colour: bool) -> str:
    """A heading, the level, a list of clauses for each document, a table of values."""
    text, say = describe(compared), compared.new.pack.locale.text
    lines = [f"# {plain(text.heading)}", ""]
    if compared.changes.empty:
        return "\n".join([*lines, say("redline.nothing")]) + "\n"
    lines += [
        f"**{plain(text.level)}**",
        "",
        f"{say('redline.documents')}: {plain(', '.join(text.documents))}",
        "",
    ]
    for document, entries in text.clauses:
        lines += [f"## {plain(document)}", "", *(line for entry in entries for line in _clause(entry)), ""]
    if text.values:
        title = say("redline.values")
        lines += [f"## {title}", "", f"| {title} | | |", "| --- | --- | --- |"]
        lines += [
            f"| {plain(entry.title)} | {plain(entry.what) or marked_words(entry.runs)} | {plain(entry.effect)} |"
            for entry in text.values
        ]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _clause(entry: Entry) -> list[str]:
    number = f"{entry.number} " if entry.number else ""
    head = f"- **{plain(number + entry.title)}** ({plain(entry.id)}): {plain(entry.what)} – {plain(entry.effect)}"
    return [head, "", f"  {marked_words(entry.runs)}", ""] if entry.runs else [head]
