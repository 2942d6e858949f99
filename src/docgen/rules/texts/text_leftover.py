"""A text holds leftovers of a template.

Checks a contract that was written elsewhere (`docgen check --text`). Square brackets, blanks to fill and remarks to the
author show that the text is not finished: such words bind nobody, or bind to the wrong thing. Fill the blank
or take the remark out.
"""

import re
from collections.abc import Iterator

from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.text.diagnostics import Severity

CODE = "DG151"
SEVERITY = Severity.ERROR
BAD = {"contrat.md": "# 1 Durée\n\nLe contrat dure [1.3.7 durée] à compter de sa signature.\n"}
GOOD = {"contrat.md": "# 1 Durée\n\nLe contrat dure trois ans [(1)](note.md) à compter de sa signature.\n"}
EXPECT = (("contrat.md", 3, 17, 30),)

# Links, references of links, footnotes, boxes of task lists and omissions in a quotation are no leftovers.
_BRACKET = re.compile(
    r"(?<![\]!\w\\])\[(?!\^|[ xX]\]|\.\.\.\]|…\]|\(?\.\.\.\)?\])([^\[\]\n]{0,120})\](?![\[(:])"
)


def check_text(text: PlainText) -> Iterator[Fault]:
    """Brackets that are no links, and the words that the locale knows as leftovers."""
    defined = {name.lower() for name in re.findall(r"^ {0,3}\[([^\]]+)\]:", text.source.text, re.MULTILINE)}
    for match in _BRACKET.finditer(text.prose):
        if match[1].strip().lower() in defined or (
            match[1].isdigit() and text.prose.startswith(" ", match.end())
        ):
            continue
        yield Fault(
            text.source.span(*match.span()),
            f"bracket {match[0]!r} is left in the text",
            "fill it in, or take it out",
        )
    for match in re.finditer(rf"(?<!\w)(?:{text.word('leftover')})(?!\w)", text.prose):
        if (
            "["
            not in text.prose[max(0, match.start() - 120) : match.start()]
            .rpartition("]")[2]
            .rpartition("\n")[2]
        ):
            yield Fault(
                text.source.span(*match.span()),
                f"{match[0]!r} is left in the text",
                "fill it in, or take it out",
            )
