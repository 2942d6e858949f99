"""No clause asks for the approval of this role.

Roles that approve are those that `docgen.yaml` names for a class of change (`approvals`), and the owners of clauses.
Nothing was approved. Write one of these roles, or name the role in `docgen.yaml` first.
"""

from docgen.text.diagnostics import Severity

CODE = "DG624"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
docgen approve objet.objet --role legla --by 'Direction juridique'
""",
}

GOOD = {
    "before any release": """\
docgen approve objet.objet --role legal --by 'Direction juridique'
""",
}

EXPECT = (("docgen.yaml", 1, 1, 1),)
