"""A clause as sentences, which `git diff` shows instead of long lines. Pure functions."""

import re
from collections.abc import Iterator
from difflib import ndiff

from docgen.history.clause_words import clause_words
from docgen.history.words import compare_words
from docgen.model.changes import Op, Run

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
_END = re.compile(
    r"(?<=[.!?…])(?<!\A\d\.)(?<!\A\d\d\.)[ \u00a0\u202f]+(?=[A-ZÀ-ÖØ-Þ«“\"\[{(])"
)  # not behind the number of an item

Line = tuple[Run, ...]


def parted(text: str) -> tuple[str, str]:
    """The front matter of a file, without its fences, and the text."""
    match = _FRONT.match(text)
    return (match[1], text[match.end() :]) if match is not None else ("", text)


def one_a_line(text: str) -> str:
    """A clause with a sentence on each line, and an empty line between paragraphs; the front matter as it is."""
    front, body = parted(text)
    paragraphs = "".join(word.text for word in clause_words(body)).strip().split("\n")
    lines = "\n\n".join(
        "\n".join(_END.split(paragraph.strip())) for paragraph in paragraphs if paragraph.strip()
    )
    return (f"---\n{front}---\n" if front else "") + lines + "\n"


def changed_sentences(old: str, new: str) -> Iterator[Line]:
    """The sentences in which words changed, as runs."""
    runs = compare_words(clause_words(old), clause_words(new))
    if not runs and bool(old.strip()) != bool(new.strip()):
        runs = (
            Run(
                Op.ADDED if new.strip() else Op.REMOVED,
                "".join(word.text for word in clause_words(new or old)),
            ),
        )
    for line in _lines(runs):
        if any(run.op is not Op.SAME for run in line):
            yield line


def _lines(runs: tuple[Run, ...]) -> Iterator[Line]:
    """Runs parted at the ends of paragraphs and of sentences."""
    line: list[Run] = []
    for run in runs:
        for rank, paragraph in enumerate(run.text.split("\n")):
            for index, piece in enumerate(_END.split(paragraph)):
                if (rank or index) and line:
                    yield tuple(line)
                    line = []
                if piece:
                    line.append(Run(run.op, piece))
    if line:
        yield tuple(line)


def changed_metadata(old: str, new: str) -> Iterator[str]:
    """The lines of front matter that went (`-`) or came (`+`)."""
    for line in ndiff(old.splitlines(), new.splitlines()):
        if line[:2] in ("- ", "+ "):
            yield line[0] + line[2:]
