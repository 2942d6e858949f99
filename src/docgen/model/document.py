"""The tree of a document, before any output format.

Clause text and blocks become this tree; `assemble/number.py` gives it numbers and resolves its references;
`render/` turns it into HTML. All text here is plain text: escaping belongs to the renderer.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from docgen.text.source import Span

# --- inlines -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text, already typeset for its language."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value that was filled in from the engagement: `path` is its place there ("term.initial")."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold: a term being defined, a lead-in."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic: Latin, titles of works."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """The "er" of "1er"."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced end of line."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link outside the pack: `mailto:`, `tel:` or `https:`."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that were added since another state of the text."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words that stood in another state of the text."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a clause, an article or a document of the pack.

    Written by a clause as `[[clause.id]]`, `[[article:id]]` or `[[document:kind]]`, with `|number` for the bare
    number. `number.py` fills `text` ("article 12.3 du Contrat"), `document` (the kind that holds the target) and
    `anchor`; before that they are empty.
    """

    target: str
    span: Span
    bare: bool = False
    text: str = ""
    document: str = ""
    anchor: str = ""


Inline = Text | Value | Strong | Emphasis | Superscript | LineBreak | Link | Reference | Inserted | Deleted

# --- blocks ------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """The role of a paragraph; page templates print it as a class."""

    BODY = ""
    LEAD = "lead"  # introduction
    NOTE = "note"  # small print under a table
    CONSPICUOUS = "conspicuous"  # the law requires it to be very visible (CPC 48)
    CENTRED = "centred"
    FORMULA = "formula"  # a computation
    TOUCHED = "touched"  # in a redline, a paragraph that changed
    FATE = "fate"  # in a redline, the change of the clause
    SAME = "same"  # in a redline, lists the unchanged clauses


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` ("12.1.2") is given by `number.py` to the paragraphs of clauses only."""

    inlines: tuple[Inline, ...]
    number: str = ""
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its label ("a)", "(i)", "–") is given by `number.py`."""

    blocks: tuple["Block", ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `ordered` ones are labelled a), b), c) and (i), (ii) inside, others with a dash."""

    items: tuple[Item, ...]
    ordered: bool = False


class Align(StrEnum):
    """The alignment of a text in its cell."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class Tone(StrEnum):
    """The colour or weight of a cell; it never carries a meaning alone."""

    PLAIN = ""
    R = "r"
    A = "a"
    C = "c"
    I = "i"  # noqa: E741  the letters of a RACI matrix
    P1 = "p1"
    P2 = "p2"
    P3 = "p3"
    P4 = "p4"
    GOOD = "good"
    BAD = "bad"
    MUTED = "muted"
    TOTAL = "total"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    inlines: tuple[Inline, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: Align = Align.LEFT
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; `group` marks a row that is the title of the rows below (one header cell across)."""

    cells: tuple[Cell, ...]
    group: bool = False


class Look(StrEnum):
    """How a table is set."""

    PLAIN = ""
    COMPACT = "compact"
    FACTS = "facts"  # two columns, label and value, no head
    MATRIX = "matrix"  # many narrow columns
    VERTICAL_HEADS = "vertical-heads"  # a matrix whose head cells are turned


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, head rows (repeated on each page) and body rows.

    `widths` are shares of the full width, one a column (they need not sum to 1), or () for automatic.
    """

    caption: str
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Figure:
    """A vector graphic. `svg` uses the classes of `draw/` for colours; `alternative` describes it in words."""

    svg: str
    alternative: str
    caption: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """One entry of a glossary."""

    term: str
    blocks: tuple["Block", ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Definitions, in the alphabetical order of the language."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One party on the cover page and in the signature block: plain lines."""

    role: str  # "Le Client"
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover page: kicker (kind of pack), title, subtitle, parties, label/value pairs, status stamp."""

    kicker: str
    title: str
    subtitle: str
    parties: tuple[Party, ...]
    facts: tuple[tuple[str, str], ...]
    status: str
    confidentiality: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents; `depth` 1 lists articles, 2 clauses as well."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Where one party signs: labelled blank lines (name, capacity, date, signature)."""

    party: Party
    labels: tuple[tuple[str, str], ...]  # (label, value or '')


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature blocks, side by side, kept on one page with the line that introduces them."""

    introduction: tuple[Inline, ...]
    boxes: tuple[SignatureBox, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed remark or key figure list: title and blocks."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is kept on one page where it fits (an indicator's sheet): title, blocks, anchor."""

    title: str
    blocks: tuple["Block", ...]
    anchor: str = ""


Block = Paragraph | ItemList | Table | Figure | Glossary | Cover | Contents | Signatures | Callout | Sheet

# --- structure ---------------------------------------------------------------------------------------------


class Orientation(StrEnum):
    """How the pages of a division are turned."""

    PORTRAIT = ""
    LANDSCAPE = "landscape"


class ChangeKind(StrEnum):
    """The change of a division in a redline."""

    NONE = ""
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    AWAY = "away"  # moved elsewhere
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Division:
    """An article, a clause or an unnumbered part of a document.

    `level` 1 is an article ("Article 12"), 2 a clause ("12.3"); `numbered` False for front and end matter.
    `label` is printed before the title ("Article 12", "12.3"), `number` the bare number; both come from
    `number.py`, as `anchor`. `omitted` articles keep their number and are printed as omitted. `break_before` starts a new page. `clause`
    names the clause whose text this is, `position` its variant. `fate` is read by that name in the page templates of
    packs that were released.
    """

    id: str
    title: str
    level: int
    children: tuple["Block | Division", ...]
    numbered: bool = True
    omitted: bool = False
    break_before: bool = False
    page: Orientation = Orientation.PORTRAIT
    listed: bool = True  # appears in the table of contents
    titled: bool = True  # prints its title
    clause: str = ""
    position: str = ""
    fate: ChangeKind = ChangeKind.NONE
    number: str = ""
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a pack, ready to number or to render."""

    kind: str
    title: str
    language: str
    reference: str
    version: str
    status: str
    draft: bool
    running_title: str
    watermark: str  # '' or the word across each page of a draft
    words: tuple[tuple[str, str], ...] = field(default=())  # words the page needs: "page", "initials", …
    children: tuple[Block | Division, ...] = ()
    seal: str = ""  # '' or the short form of the seal of a release, for the footer
    look: str = ""  # '' or words that the stylesheets know: the profile, `columns`
