"""One node of each type; each holds texts that no other node of the sample holds."""

from docgen.model.document import (
    Callout,
    Cell,
    Contents,
    Cover,
    Definition,
    Deleted,
    Division,
    Emphasis,
    Figure,
    Glossary,
    Inserted,
    Item,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Party,
    Reference,
    Row,
    Sheet,
    SignatureBox,
    Signatures,
    Strong,
    Superscript,
    Table,
    Text,
    Value,
)
from docgen.text.source import Span

REFERENCE = Reference("a.un", Span("a.md"))


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


PARTY = Party("Le Client", "Fictive SAS", ("Lyon",))
BOX = SignatureBox(PARTY, (("Nom", "Camille"),))
ITEM = Item((said("item one"), said("item two")), "a)")
CELL = Cell((Text("cell"),))
ROW = Row((CELL, Cell((Text("second cell"),))))
DEFINITION = Definition("Term", (said("definition one"), said("definition two")))
SAMPLES = (
    Text("text"),
    Value("value", "term.initial"),
    Strong((Text("strong"),)),
    Emphasis((Text("emphasis"),)),
    Superscript("er"),
    LineBreak(),
    Link("tel:+33", (Text("link"),)),
    Inserted((Text("inserted"),)),
    Deleted((Text("deleted"),)),
    REFERENCE,
    said("paragraph"),
    ItemList((ITEM, Item((said("item three"),), "b)")), ordered=True),
    Table("Caption", (Row((Cell((Text("head one"),)), Cell((Text("head two"),)))),), (ROW,)),
    Figure("<svg/>", "alternative", "Caption"),
    Glossary((DEFINITION,)),
    Cover("kicker", "Title", "", (PARTY,), (("Version", "1"),), "Draft", "Secret"),
    Contents("Contents"),
    Signatures((Text("done at Lyon"),), (BOX,)),
    Callout("Callout", (said("in a callout"),)),
    Sheet("Sheet", (said("on a sheet"),)),
    ITEM,
    ROW,
    CELL,
    DEFINITION,
    PARTY,
    BOX,
    Division("a", "Article", 1, (said("in an article"), Division("b", "Clause", 2, (said("in a clause"),)))),
)
