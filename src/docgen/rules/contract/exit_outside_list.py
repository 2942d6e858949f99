"""A text says that only some articles end the contract, and other articles end it too.

"Except in the cases of article 32" closes a list: a party can say that an exit of article 8 is none. Refer to an article
that lists every exit (the block `exits` makes the list from the clauses), or name the articles that are left out. The
words that close such a list are those of `judging.only_ends` in the locale file.
"""

from collections.abc import Iterator
from datetime import date

from docgen.model.outline import UseBlock, UseClause, articles
from docgen.model.pack import Pack
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.clauses._sentences import cited, stated
from docgen.text.diagnostics import Severity

CODE = "DG4020"
SEVERITY = Severity.ERROR

_TEXT = """\
---
id: objet.objet
title: Objet
owner: legal
review_by: 2027-11-30
---
Les Parties conviennent de {{ contract.subject }}.

"""
_EXIT = """\
---
id: confidentialite.duree
title: Durée
owner: legal
ends: {client: contract}
review_by: 2027-11-30
---
Le secret dure {{ confidentiality.after_end | words }}. S'il est violé, le Client peut résilier le Contrat.
"""

BAD = {
    "clauses/objet/objet.fr.md": f"{_TEXT}Aucune Partie ne peut mettre fin au Contrat, sauf dans les cas prévus par la loi ou à l'[[article:penalites]].\n",
    "clauses/confidentialite/duree.fr.md": _EXIT,
}

GOOD = {
    "clauses/objet/objet.fr.md": f"{_TEXT}Aucune Partie ne peut mettre fin au Contrat, sauf dans les cas prévus par la loi ou à l'[[article:confidentialite]].\n",
    "clauses/confidentialite/duree.fr.md": _EXIT,
}

EXPECT = (("clauses/objet/objet.fr.md", 9, 1, 44),)


def check_pack(pack: Pack, shared: Index, today: date) -> Iterator[Fault]:
    """Sentences that close the list of exits, against the clauses that open one."""
    homes: dict[str, str] = {}
    whole: set[str] = set()
    for outline in pack.outlines:
        for article in articles(outline):
            homes |= {entry.clause: article.id for entry in article.content if isinstance(entry, UseClause)}
            if any(isinstance(entry, UseBlock) and entry.block == "exits" for entry in article.content):
                whole.add(article.id)
    exits = {name for name, clause in pack.chosen.items() if clause.ends}
    for clause in pack.chosen.values():
        for match in stated(shared, clause, "only_ends"):
            named = {homes.get(target, target) for target in cited(shared, clause, match)}
            left = sorted(name for name in exits - {clause.id} if homes.get(name) not in named)
            if named and left and not named & whole:
                yield Fault(
                    clause.source.span(clause.body + match.start(), clause.body + match.end()),
                    f"the list of exits is closed, and {', '.join(left)} {'end' if len(left) > 1 else 'ends'} the contract too",
                    "refer to an article with the block 'exits', which lists them all",
                )
