"""A text with a name, and places in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a file: workspace-relative path, 1-based line and columns (in characters).

    `end_column` is exclusive; a span never reaches past its line, since an editor shows it on one line.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 1


@dataclass(frozen=True)
class Source:
    """The decoded text of one file of the workspace; `path` is workspace-relative, with `/`."""

    path: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line break ('' when there is no such line)."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

    def span(self, start: int, end: int | None = None) -> Span:
        """The place of `text[start:end]`, cut at the end of its first line."""
        start = max(0, min(start, len(self.text)))
        line = bisect_right(self._starts, start)
        first = self._starts[line - 1]
        width = len(self.line(line))
        column = start - first + 1
        stop = column if end is None else end - first + 1
        return Span(self.path, line, column, max(column, min(stop, width + 1)))

    def offset(self, line: int, column: int) -> int:
        """The index in `text` of a 1-based line and column; the end of the text when there is no such line."""
        if line > len(self._starts):
            return len(self.text)
        return self._starts[max(1, line) - 1] + column - 1
