"""A field that every engagement needs is missing.

The field is neither in the engagement nor in the house terms (clauses/terms.yaml). A clause or a block would print
a hole. Add it where it belongs; the hint shows what it looks like.
"""

from docgen.text.diagnostics import Severity

CODE = "DG202"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
people:
  - {id: sdm, party: provider, name: Un EXEMPLE, function: SDM, phone: +33 4 65 71 00 01, window: HO}
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
scope:
  baseline:
    - {item: serveurs, quantity: 2, service: hebergement}
""",
}

EXPECT = (("engagements/demo/engagement.yaml", 3, 5, 6),)
