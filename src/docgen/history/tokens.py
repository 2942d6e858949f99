"""Runs of inlines as words that keep their look, so that texts can be compared word by word and printed again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, assert_never

from docgen.history.words import PARAGRAPH, words
from docgen.model.document import (
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Strong,
    Superscript,
    Text,
    Value,
)

Look = tuple[Strong | Emphasis | Link | Superscript, ...]
"""The inlines around a word, the outermost first, without their content."""


class Token(NamedTuple):
    """A word: its form for comparing, its text with the white space before it, and its style."""

    key: str
    text: str
    look: Look


def tokens(inlines: Sequence[Inline]) -> Iterator[Token]:
    """The words of a run of inlines. A reference is one word, that of its target: renumbering changes no text."""
    gap = ""
    for key, text, look in _pieces(inlines, ()):
        if key:
            yield Token(key, gap + text, look)
            gap = ""
            continue
        text = gap + text
        yield from (Token(word.key, word.text, look) for word in words(text))
        gap = text[len(text.rstrip()) :]


def _pieces(inlines: Sequence[Inline], look: Look) -> Iterator[Token]:
    """Each text in order; its key is '' when it is still to be parted into words."""
    for inline in inlines:
        match inline:
            case Text(text) | Value(text):
                yield Token("", text, look)
            case Superscript(text):
                yield Token("", text, (*look, Superscript("")))
            case Strong(children):
                yield from _pieces(children, (*look, Strong(())))
            case Inserted(children) | Deleted(children):
                yield from _pieces(children, look)
            case Emphasis(children):
                yield from _pieces(children, (*look, Emphasis(())))
            case Link(url, children):
                yield from _pieces(children, (*look, Link(url, ())))
            case Reference():
                yield Token(f"[[{inline.target}]]", inline.text, look)
            case LineBreak():
                yield Token(PARAGRAPH.key, PARAGRAPH.text, look)
            case _:
                assert_never(inline)


def inlines_of(run: Sequence[Token]) -> tuple[Inline, ...]:
    """Words as inlines again; references and values have become text."""
    set_: list[Inline] = []
    for look, part in groupby(run, key=lambda token: token.look):
        for is_break, texts in groupby(part, key=lambda token: token.key == PARAGRAPH.key):
            text = "".join(token.text for token in texts)
            set_.append(LineBreak() if is_break else _looking(text, look))
    return tuple(set_)


def _looking(text: str, look: Look) -> Inline:
    inline: Inline = Text(text)
    for outer in reversed(look):
        match outer:
            case Strong() | Emphasis() | Link():
                inline = replace(outer, children=(inline,))
            case Superscript():
                inline = Superscript(text)
            case _:
                assert_never(outer)
    return inline
