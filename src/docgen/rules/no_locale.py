"""There is no locale for the language of the engagement.

The words of documents, their figures and their typography come from templates/locales/<language>.yaml. Without it
nothing can be printed in that language. Add the file, or choose a language that has one.
"""

from docgen.text.diagnostics import Severity

CODE = "DG114"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
language: en
#         ^^ DG114
""",
    "templates/locales/en.yaml": "(absent)",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
language: fr
""",
}
