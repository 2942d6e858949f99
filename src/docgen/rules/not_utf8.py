"""The file is not UTF-8 text.

Every text of a workspace is UTF-8, with or without a byte order mark. A file in another encoding would print
accents as other signs, so it is not read at all. Save it as UTF-8 in the editor; the place is the first byte that
does not fit.
"""

from docgen.text.diagnostics import Severity

CODE = "DG101"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": "id: demo\ntitle: Mod\udce8le\n#         ^ DG101\n",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
title: Modèle
""",
}
