"""A clause of the pack is not approved.

`docgen.yaml` says which roles must approve a clause by its class (`approvals`); its owner approves as well. An approval
holds for the words, the condition and the class that it was given to: an edit of one of them voids it, typography and
white space do not, and it holds again when the former text comes back. A warning in a draft, an error in a release.
Have the text read by who answers for it, then write `docgen approve penalites.plafond --role legal --by NAME`.

A class that `docgen.yaml` does not name asks for no approval.
"""

from docgen.text.diagnostics import Severity

CODE = "DG621"
SEVERITY = Severity.WARNING

BAD = {
    "docgen.yaml": """\
language: fr
brand:
  name: Exemple
  primary: "#1d3c5c"
  accent: "#a4501b"
approvals:
  operational: [delivery]
""",
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
#   ^^^^^^^^^^^ DG621
title: Objet
owner: delivery
change: operational
review_by: 2027-11-30
approvals:
  - {role: delivery, by: "Direction des services", stamp: "0000000000000000"}
---
Les Parties conviennent de {{ contract.subject }}.
""",
}

GOOD = {
    "docgen.yaml": BAD["docgen.yaml"],
    "clauses/objet/objet.fr.md": """\
---
id: objet.objet
title: Objet
owner: delivery
change: operational
review_by: 2027-11-30
approvals:
  - {role: delivery, by: "Direction des services", stamp: "732391ac303d216f"}
---
Les Parties conviennent de {{ contract.subject }}.
""",
}
