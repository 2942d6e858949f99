"""Set plain text and typed values as inlines of the tree, in the typography of the language."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from docgen.model.document import Align, Cell, Inline, Paragraph, Role, Superscript, Text, Tone
from docgen.model.locale import Locale
from docgen.model.printed import Printable
from docgen.text import formats
from docgen.text.quantities import Duration, Money, Month, Percent, TimeSpan
from docgen.text.spelling import spell
from docgen.text.typography import raised_endings


def raised(locale: Locale, text: str) -> tuple[Inline, ...]:
    """A run that is already typeset, with its ordinal endings above the line ("1er")."""
    pieces: list[Inline] = []
    last = 0
    for start, end in raised_endings(text, locale.typography):
        if start > last:
            pieces.append(Text(text[last:start]))
        pieces.append(Superscript(text[start:end]))
        last = end
    if last < len(text):
        pieces.append(Text(text[last:]))
    return tuple(pieces)


def prose(locale: Locale, text: str) -> tuple[Inline, ...]:
    """Plain text of the user or of the locale, typeset."""
    return raised(locale, locale.typeset(text))


def paragraph(locale: Locale, text: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(prose(locale, text), role=role)


def show(locale: Locale, value: Printable) -> str:
    """A value in figures: "30 jours", "12 500,00 €", "99,9 %", "1er janvier 2027", a list as "a, b et c"."""
    match value:
        case str():
            return value
        case Money():
            return formats.money(locale, value)
        case Percent():
            return formats.percent(locale, value)
        case Duration():
            return formats.duration(locale, value)
        case TimeSpan():
            return formats.time_span(locale, value)
        case Month():
            return formats.month(locale, value)
        case date():
            return formats.date_long(locale, value)
        case bool():
            return locale.text("words.yes" if value else "words.no")
        case int() | Decimal():
            return formats.number(locale, value)
        case tuple() | list():
            return formats.listing(locale, [show(locale, item) for item in value])
    raise TypeError(f"no way to show a {type(value).__name__}")


def in_words(locale: Locale, value: Printable) -> str:
    """A value in words and figures: "trente (30) jours calendaires"; a value without such a form stays in figures."""
    match value:
        case Money():
            return formats.money_in_words(locale, value)
        case Percent():
            return formats.percent_in_words(locale, value)
        case Duration():
            return formats.duration_in_words(locale, value)
        case int() if not isinstance(value, bool):
            return locale.text(
                "numbers.in_words", words=spell(value, locale.spelling), figures=show(locale, value)
            )
    return show(locale, value)


def counted(locale: Locale, number: int, forms: Sequence[str]) -> str:
    """The form of a counted noun: for one and more, or for none, one and more; `#` is the number in words and figures.

    The number takes the gender that the form for one shows: "une étude", "vingt et une (21) études".
    """
    *none, one, many = forms
    form = none[0] if number == 0 and none else one if number == 1 else many
    feminine = any(ending in one.split() for _, ending in locale.spelling.feminine)
    spelled = spell(number, locale.spelling, feminine=feminine)
    return form.replace("#", locale.text("numbers.in_words", words=spelled, figures=show(locale, number)))


def cell(
    locale: Locale,
    text: str,
    *,
    header: bool = False,
    align: Align = Align.LEFT,
    tone: Tone = Tone.PLAIN,
    colspan: int = 1,
    rowspan: int = 1,
) -> Cell:
    """A table cell of plain text."""
    return Cell(prose(locale, text), header=header, align=align, tone=tone, colspan=colspan, rowspan=rowspan)


def head(locale: Locale, titles: Sequence[str], aligns: Sequence[Align] = ()) -> tuple[Cell, ...]:
    """The header cells of a table."""
    return tuple(
        cell(locale, title, header=True, align=aligns[index] if index < len(aligns) else Align.LEFT)
        for index, title in enumerate(titles)
    )
