"""A reference quotes another title than the article has.

Checks a contract that was written elsewhere (`docgen check --text`). When the number says one article and the title
says another, a reader cannot tell which of them the parties meant. Correct the number or the title.
"""

import re
import unicodedata
from collections.abc import Iterator

from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.text.diagnostics import Severity

CODE = "DG153"
SEVERITY = Severity.WARNING
BAD = {
    "contrat.md": "# Article 1 – Objet\n\nVoir l'article 2 (Résiliation).\n\n# Article 2 – Durée\n\n# Article 3 – Résiliation\n"
}
GOOD = {
    "contrat.md": "# Article 1 – Objet\n\nVoir l'article 3 (Résiliation).\n\n# Article 2 – Durée\n\n# Article 3 – Résiliation\n"
}
EXPECT = (("contrat.md", 3, 16, 17),)


def check_text(text: PlainText) -> Iterator[Fault]:
    """Quoted titles that are the title of another heading: a remark in brackets that is no title is passed over."""
    titles = {
        _plain(heading.title): ".".join(map(str, heading.number))
        for heading in text.numbered
        if heading.title
    }
    for cited in text.citations:
        own = text.numbers.get(cited.number)
        quoted = _plain(cited.title)
        if own and quoted and quoted != _plain(own) and quoted in titles:
            said = ".".join(map(str, cited.number))
            yield Fault(
                cited.span,
                f"article {said} is {own!r}, not {cited.title!r}",
                f"{cited.title!r} is article {titles[quoted]}",
            )


def _plain(title: str) -> str:
    folded = unicodedata.normalize("NFKD", title.casefold())
    return " ".join(re.findall(r"\w+", "".join(sign for sign in folded if not unicodedata.combining(sign))))
