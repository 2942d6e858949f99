"""The file expands to more values, or is nested deeper, than a contract can need.

An alias repeats a whole value; aliases of aliases can make a few lines grow without limit, and an alias inside its
own anchor never ends. Write the values out. The limits are 200 000 values and a depth of 40.
"""

from docgen.text.diagnostics import Severity

CODE = "DG105"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
preamble:
  context: &all [le client exploite un serveur, *all]
  #                                             ^^^^ DG105
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
preamble:
  context: [le client exploite un serveur, un audit a eu lieu]
""",
}
