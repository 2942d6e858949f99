"""A text refers to an article that it does not contain.

Checks a contract that was written elsewhere (`docgen check --text`). A reader who is sent to an article that does not
exist cannot know the parties' intention; a judge will have to guess. References to laws, codes, annexes and general
terms are not looked at. Correct the number, or restore the article.
"""

from collections.abc import Iterator

from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.text.diagnostics import Severity

CODE = "DG150"
SEVERITY = Severity.ERROR
BAD = {
    "contrat.md": "# Article 1 – Objet\n\nLe prix est fixé à l'article 3.\n\n# Article 2 – Prix\n\nLe prix est ferme.\n"
}
GOOD = {
    "contrat.md": "# Article 1 – Objet\n\nLe prix est fixé à l'article 2.\n\n# Article 2 – Prix\n\nLe prix est ferme, selon l'article 1163 du code civil.\n"
}
EXPECT = (("contrat.md", 3, 30, 31),)


def check_text(text: PlainText) -> Iterator[Fault]:
    """References whose number no heading and no numbered paragraph has."""
    known = text.numbers
    tops = {number[0] for number in known}
    if len(tops) < 2:
        return
    deepest = max(len(number) for number in known)
    for cited in text.citations:
        # A text whose paragraphs are not numbered that deep says nothing about them.
        if cited.number in known or (len(cited.number) > deepest and cited.number[:deepest] in known):
            continue
        said = ".".join(map(str, cited.number))
        parent = cited.number[:-1]
        hint = (
            f"article {'.'.join(map(str, parent))} has no such paragraph"
            if parent in known
            else f"the articles go from {min(tops)} to {max(tops)}"
        )
        yield Fault(cited.span, f"article {said} does not exist", hint)
