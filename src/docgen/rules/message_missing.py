"""The locale has no message for words that a document prints.

A locale file of an older version, or a new one that is not finished, lacks a message. docgen prints no document with a
hole in it. Take the message over from the locale that docgen carries, and translate it.
"""

from docgen.text.diagnostics import Severity

CODE = "DG222"
SEVERITY = Severity.ERROR

BAD = {
    "before any release": """\
sed -i '/^    watermark:/d' templates/locales/fr.yaml
docgen build demo
""",
}

GOOD = {
    "before any release": """\
docgen build demo
""",
}

EXPECT = (("templates/locales/fr.yaml", 1, 1, 1),)
