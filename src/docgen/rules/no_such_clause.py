"""There is no clause of this name.

A clause is named by its id, `penalites.plafond`, for all its positions and languages, or by the path of a file, for one
text. Nothing was approved. The hint gives the nearest name; `docgen list clauses` lists them all.
"""

from docgen.text.diagnostics import Severity

CODE = "DG623"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
docgen approve objet.objt --role legal --by 'Direction juridique'
""",
}

GOOD = {
    "before any release": """\
docgen approve objet.objet --role legal --by 'Direction juridique'
""",
}

EXPECT = (("clauses", 1, 1, 1),)
