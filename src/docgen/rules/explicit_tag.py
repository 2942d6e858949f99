"""A value carries an explicit YAML tag.

A tag such as '!!float' asks the reader for a type of its own, against the schema, and tags of some readers run
code. The type of a field stands in its schema: remove the tag.
"""

from docgen.text.diagnostics import Severity

CODE = "DG106"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
title: !!binary SW5mb2fDqXJhbmNl
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ DG106
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
title: Infogérance
""",
}
