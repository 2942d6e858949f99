"""The text of a clause becomes blocks of the tree.

Python-Markdown reads paragraphs, lists, bold and italic; everything else (headings, HTML, links, code, images) is
switched off and stays text. Values and references never pass through Markdown: a mark replaces each of them, so a
company named `A*B <i>&` prints as typed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from docgen.assemble.fill import Field, ReferenceField, ValueField, fields
from docgen.assemble.setting import counted, in_words, raised, show
from docgen.model.clause import Clause
from docgen.model.document import (
    Block,
    Emphasis,
    Inline,
    Item,
    ItemList,
    LineBreak,
    Paragraph,
    Reference,
    Strong,
    Value,
)
from docgen.model.locale import Locale
from docgen.model.pack import Pack
from docgen.model.printed import Printable, lookup
from docgen.text.formats import listing
from docgen.text.typography import typeset_runs

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_BLOCKS_OFF = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_INLINES_OFF = (
    "backtick", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "html", "entity",
)  # fmt: skip


class _Keep(Treeprocessor):
    """Keeps the parsed tree: the HTML that Markdown would print is not needed."""

    root: Element

    def run(self, root: Element) -> None:
        self.root = root


@cache  # 10 ms, for each clause
def _markdown() -> tuple[Markdown, _Keep]:
    parser = Markdown(output_format="xhtml")
    for name in _BLOCKS_OFF:
        parser.parser.blockprocessors.deregister(name)
    for name in _INLINES_OFF:
        parser.inlinePatterns.deregister(name)
    parser.preprocessors.deregister("html_block")
    keep = _Keep(parser)
    parser.treeprocessors.register(keep, "keep", -1)
    return parser, keep


def clause_blocks(clause: Clause, pack: Pack) -> tuple[Block, ...]:
    """The blocks of a clause, filled with the values of the pack. References are resolved later, by `number.py`."""
    text = clause.source.text
    marks: list[Field] = []
    pieces: list[str] = []
    last = clause.body
    for mark in fields(clause):
        pieces += text[last : mark.start], f"{_OPEN}{len(marks)}{_CLOSE}"
        marks.append(mark)
        last = mark.end
    pieces.append(text[last:])
    return _Setter(marks, pack).blocks("".join(pieces))


def read_markdown(text: str) -> Element:
    """The tree of a Markdown text: `p`, `ol`, `ul`, `li`, `strong`, `em`, `br` under one root."""
    parser, keep = _markdown()
    parser.reset()
    parser.convert(text.strip() or " ")
    return getattr(keep, "root", Element("div"))


class _Setter:
    """Sets the Markdown tree of one clause as blocks."""

    def __init__(self, marks: Sequence[Field], pack: Pack) -> None:
        self._marks = marks
        self._locale: Locale = pack.locale
        self._values = pack.printed

    def blocks(self, text: str) -> tuple[Block, ...]:
        if not text.strip():
            return ()
        return tuple(block for element in read_markdown(text) for block in self._block(element))

    def _block(self, element: Element) -> Iterator[Block]:
        if element.tag in ("ol", "ul"):
            yield ItemList(tuple(Item(self._item(child)) for child in element), element.tag == "ol")
            return
        items = self._listed(element)
        if items is not None:
            yield items
            return
        yield Paragraph(self._inlines(element))

    def _item(self, element: Element) -> tuple[Block, ...]:
        """The blocks of a list item, whether Markdown wrapped its text in a paragraph or not."""
        lead = Element("p")
        lead.text = element.text
        nested: list[Element] = []
        for child in element:
            if child.tag in ("p", "ol", "ul"):
                nested.append(child)
            else:
                lead.append(child)
        blocks: list[Block] = []
        if (lead.text or "").strip() or len(lead):
            blocks.append(Paragraph(self._inlines(lead)))
        for child in nested:
            blocks.extend(self._block(child))
        return tuple(blocks)

    def _listed(self, element: Element) -> ItemList | None:
        """The list that replaces a paragraph made of one `{{ path | items }}`."""
        match = _MARK.fullmatch((element.text or "").strip())
        if match is None or len(element):
            return None
        mark = self._marks[int(match[1])]
        if not isinstance(mark, ValueField) or "items" not in mark.filters:
            return None
        texts = [self._shown(mark.path, item) for item in _listed(lookup(self._values, mark.path))]
        last = len(texts) - 1
        items = tuple(
            Item(
                (Paragraph((Value(self._locale.typeset(_ended(text, index == last)), ".".join(mark.path)),)),)
            )
            for index, text in enumerate(texts)
        )
        return ItemList(items, ordered=True)

    def _inlines(self, element: Element) -> tuple[Inline, ...]:
        runs: list[str] = []
        literal: set[int] = set()
        shape = self._shape(element, runs, literal)
        self._trim(runs)
        texts = typeset_runs(runs, self._locale.typography, literal)
        return tuple(node for build in shape for node in build(texts))

    @staticmethod
    def _trim(runs: list[str]) -> None:
        if runs:
            runs[0] = runs[0].lstrip()
            runs[-1] = runs[-1].rstrip()

    def _shape(
        self, element: Element, runs: list[str], literal: set[int]
    ) -> list[Callable[[Sequence[str]], tuple[Inline, ...]]]:
        """Builders of the inlines, each of which takes its runs once they are typeset."""
        built: list[Callable[[Sequence[str]], tuple[Inline, ...]]] = []
        built += self._runs(element.text, runs, literal)
        for child in element:
            inner = self._shape(child, runs, literal)
            built.append(_wrap(child.tag, inner))
            tail = (child.tail or "").lstrip() if child.tag == "br" else child.tail
            built += self._runs(tail, runs, literal)
        return built

    def _runs(
        self, text: str | None, runs: list[str], literal: set[int]
    ) -> Iterator[Callable[[Sequence[str]], tuple[Inline, ...]]]:
        for index, piece in enumerate(_MARK.split(text or "")):
            if index % 2 == 0:
                if piece:
                    runs.append(re.sub(r"\s*\n\s*", " ", piece))
                    yield _plain(self._locale, len(runs) - 1)
                continue
            mark = self._marks[int(piece)]
            if isinstance(mark, ReferenceField):
                runs.append("0")
                literal.add(len(runs) - 1)
                yield _reference(mark)
            elif "articles" in mark.filters:
                yield from self._articles(mark, runs, literal)
            else:
                runs.append(self._value(mark))
                if mark.path[:1] == ("parties",) and mark.path[-1] == "name":
                    literal.add(len(runs) - 1)  # a name is printed as its bearer writes it
                yield _value(len(runs) - 1, ".".join(mark.path))

    def _articles(
        self, mark: ValueField, runs: list[str], literal: set[int]
    ) -> Iterator[Callable[[Sequence[str]], tuple[Inline, ...]]]:
        """The numbers of the articles whose ids a list of the engagement holds: "25, 26 et 29"."""
        ids = [str(name) for name in _listed(lookup(self._values, mark.path))]
        between = listing(self._locale, ["\0"] * len(ids)).split("\0")[1:]
        for name, joint in zip(ids, between, strict=True):
            runs.append("0")
            literal.add(len(runs) - 1)
            yield _reference(ReferenceField(mark.start, mark.end, mark.span, "article", name, True))
            runs.append(joint)
            yield _plain(self._locale, len(runs) - 1)

    def _value(self, mark: ValueField) -> str:
        value = lookup(self._values, mark.path)
        if value is None or mark.fault:
            return ""
        if mark.forms and isinstance(value, int):
            return counted(self._locale, value, mark.forms)
        return in_words(self._locale, value) if "words" in mark.filters else self._shown(mark.path, value)

    def _shown(self, path: Sequence[str], value: Printable) -> str:
        """A value in figures; a word of a fixed choice as the locale calls it (`choices.<path>.<word>`)."""
        named = (
            self._locale.words.get(".".join(("choices", *path, value))) if isinstance(value, str) else None
        )
        return named or show(self._locale, value)


def _listed(value: Printable) -> tuple[Printable, ...]:
    return value if isinstance(value, tuple) else ()


def _ended(text: str, last: bool) -> str:
    """An item of a list with its closing sign, as French and English contracts write them."""
    return text.rstrip(" .;") + (("." if last else "\u202f;") if not text.endswith(("!", "?")) else "")


def _wrap(
    tag: str, inner: list[Callable[[Sequence[str]], tuple[Inline, ...]]]
) -> Callable[[Sequence[str]], tuple[Inline, ...]]:
    def build(texts: Sequence[str]) -> tuple[Inline, ...]:
        children = tuple(node for part in inner for node in part(texts))
        if tag == "strong":
            return (Strong(children),)
        if tag == "em":
            return (Emphasis(children),)
        return (LineBreak(), *children) if tag == "br" else children

    return build


def _plain(locale: Locale, index: int) -> Callable[[Sequence[str]], tuple[Inline, ...]]:
    return lambda texts: raised(locale, texts[index])


def _value(index: int, path: str) -> Callable[[Sequence[str]], tuple[Inline, ...]]:
    return lambda texts: (Value(texts[index], path),)


def _reference(mark: ReferenceField) -> Callable[[Sequence[str]], tuple[Inline, ...]]:
    target = mark.target if mark.kind == "clause" else f"{mark.kind}:{mark.target}"
    return lambda texts: (Reference(target, mark.span, mark.bare),)
