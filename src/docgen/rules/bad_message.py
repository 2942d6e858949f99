"""A message of a locale is not text, or has a broken placeholder.

Blocks fill the placeholders of a message ('{count}') with values; one that is not closed or has another form would
print as it stands. Write a lower-case name in braces, and put the message in quotes.
"""

from docgen.text.diagnostics import Severity

CODE = "DG221"
SEVERITY = Severity.ERROR

BAD = {
    "templates/locales/en.yaml": """\
code: en
cldr: en_GB
typography: {}
spelling: {language: en}
words:
  caption: 'Table {number'
  #        ^^^^^^^^^^^^^^^ DG221
""",
}

GOOD = {
    "templates/locales/en.yaml": """\
code: en
cldr: en_GB
typography: {}
spelling: {language: en}
words:
  caption: 'Table {number}'
""",
}
