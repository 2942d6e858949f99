r"""A contract of a public buyer rests on an article of private law.

The contract of a body that is subject to the Code de la commande publique is an administrative contract: force majeure,
penalties, hardship, the defence of non-performance and limitation follow its own rules, and the articles of the code
civil on contracts (1100 to 1352-9) and on limitation (2219 to 2254), or those of the code de commerce on payment between
traders (L. 441-1 ff.), do not apply to it. A text that cites them is argued over, and promises what no court will give.
State the rule itself without the article, or write a text of its own under `when: facts.client_public`.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.text.diagnostics import Severity

CODE = "DG4801"
SEVERITY = Severity.WARNING

_PUBLIC = {
    "engagements/demo/engagement.yaml": """\
id: demo
facts: {client_public: true}
payment: {late_rate: ecb_plus_8}
""",
}
_CLAUSE = """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
"""

BAD = {
    **_PUBLIC,
    "clauses/objet/objet.fr.md": _CLAUSE
    + "L'objet est {{ contract.subject }}, sauf force majeure au sens de l'article 1218 du code civil.\n",
}

GOOD = {
    **_PUBLIC,
    "clauses/objet/objet.fr.md": _CLAUSE
    + "L'objet est {{ contract.subject }}, sauf force majeure. L'accord vaut transaction (article 2044 du code civil).\n",
}

EXPECT = (("clauses/objet/objet.fr.md", 7, 69, 95),)

_CITED = re.compile(
    r"articles?\s+(?P<numbers>[^.;:()]{1,60}?)\s+(?:du\s+code\s+(?P<fr>civil|de\s+commerce)|of\s+the\s+French\s+(?P<en>Civil|Commercial)\s+Code)"
)
_CONTRACT_LAW = ((1100, 1352), (2219, 2254))


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """The articles that the clauses of a public buyer's pack cite."""
    if not pack.engagement.facts.client_public:
        return
    for clause in pack.chosen.values():
        for match in _CITED.finditer(clause.text):
            if _private(match["numbers"], (match["fr"] or match["en"]).lower() == "civil"):
                yield Fault(
                    clause.source.span(clause.body + match.start(), clause.body + match.end()),
                    f"{clause.id} cites {' '.join(match[0].split())!r} in an administrative contract",
                    "state the rule without the article, or write a text for 'when: facts.client_public'",
                )


def _private(numbers: str, civil: bool) -> bool:
    if not civil:
        return re.search(r"L\.?\s*44[12]-", numbers) is not None
    found = (int(number) for number in re.findall(r"(?<![\d-])\d{3,4}", numbers))
    return any(first <= number <= last for number in found for first, last in _CONTRACT_LAW)
