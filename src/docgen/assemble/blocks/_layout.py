"""Common to the blocks of the annexes: the words of one block, and tables, figures and notes set with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.assemble.number import labelled
from docgen.assemble.setting import cell, head, paragraph, prose
from docgen.model.document import (
    Align,
    Block,
    Cell,
    Figure,
    Inline,
    Item,
    ItemList,
    LineBreak,
    Look,
    Paragraph,
    Role,
    Row,
    Table,
    Tone,
)
from docgen.model.locale import Locale

Content = str | tuple[Inline, ...]
"""The content of a cell: plain text, or inlines that are already set."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one block: the messages `blocks.<block>.<key>` of the locale."""

    locale: Locale
    block: str

    def __call__(self, key: str, **values: object) -> str:
        """One message, typeset."""
        return self.locale.typeset(self.locale.text(f"blocks.{self.block}.{key}", **values))

    def head(self, *keys: str, aligns: Sequence[Align] = ()) -> Row:
        """A row of header cells, one message each."""
        return Row(head(self.locale, [self(key) for key in keys], aligns))

    def table(
        self,
        columns: Sequence[str],
        body: Iterable[Row],
        widths: tuple[float, ...] = (),
        aligns: Sequence[Align] = (),
        caption: str = "",
        look: Look = Look.PLAIN,
    ) -> Table:
        """A table under the columns of those messages; its caption is the message `caption` unless one is given."""
        return Table(
            caption or self("caption"), (self.head(*columns, aligns=aligns),), tuple(body), widths, look
        )

    def facts(self, rows: Iterable[tuple[str, Content]], caption: str) -> Table:
        """A table of two columns: messages as labels, and their values; rows without a value are left out."""
        body = tuple(row(self.locale, self(key), value) for key, value in rows if value)
        return Table(caption, (), body, (28, 72), Look.FACTS)

    def figure(self, svg: str, alternative: str, caption: str = "") -> Figure:
        """A drawing; its caption is the message `figure` unless one is given."""
        return Figure(svg, self.locale.typeset(alternative), caption or self("figure"))

    def note(self, key: str, **values: object) -> Paragraph:
        """Small print."""
        return paragraph(self.locale, self(key, **values), Role.NOTE)


def row(locale: Locale, *contents: Content, aligns: Sequence[Align] = (), tones: Sequence[Tone] = ()) -> Row:
    """A row of cells, the first of which heads it."""
    return Row(
        tuple(
            one(
                locale,
                content,
                header=index == 0,
                align=aligns[index] if index < len(aligns) else Align.LEFT,
                tone=tones[index] if index < len(tones) else Tone.PLAIN,
            )
            for index, content in enumerate(contents)
        )
    )


def one(
    locale: Locale,
    content: Content,
    *,
    header: bool = False,
    align: Align = Align.LEFT,
    tone: Tone = Tone.PLAIN,
) -> Cell:
    """A cell of text or of inlines."""
    if isinstance(content, str):
        return cell(locale, content, header=header, align=align, tone=tone)
    return Cell(content, header, align=align, tone=tone)


def group(locale: Locale, title: str, columns: int) -> Row:
    """A row across a table that is the title of the rows below."""
    return Row((cell(locale, title, header=True, colspan=columns),), group=True)


def lines(locale: Locale, texts: Iterable[Content]) -> tuple[Inline, ...]:
    """Texts or inlines below one another in a cell; empty ones are left out."""
    set_: list[Inline] = []
    for text in texts:
        if not text:
            continue
        if set_:
            set_.append(LineBreak())
        set_ += prose(locale, text) if isinstance(text, str) else text
    return tuple(set_)


def bullets(locale: Locale, texts: Iterable[Content], ordered: bool = False) -> ItemList:
    """A list of one paragraph an item, labelled."""
    paragraphs: Iterable[Block] = (
        paragraph(locale, text) if isinstance(text, str) else Paragraph(text) for text in texts
    )
    return labelled(ItemList(tuple(Item((block,)) for block in paragraphs), ordered))


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def sentences(texts: Iterable[str]) -> str:
    """Sentences one after the other; empty ones are left out."""
    return " ".join(text for text in texts if text)
