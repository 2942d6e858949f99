"""A record of the target cannot be read.

A target says of each version what it is in publication.json; the page and the protection of releases rest on it, so it is
never guessed. Restore the file. Where that cannot be done, remove the directory of the version from the target and publish
it again: 'docgen build ENGAGEMENT@VERSION' gives the same bytes.
"""

from docgen.text.diagnostics import Severity

CODE = "DG643"
SEVERITY = Severity.ERROR

BAD = {
    "after release 1.0.0": """\
docgen publish ../site
echo '{' > ../site/demo/1.0.0/publication.json
docgen publish ../site
""",
}

GOOD = {
    "after release 1.0.0": """\
docgen publish ../site
docgen publish ../site
""",
}

EXPECT = (("demo/1.0.0/publication.json", 1, 1, 1),)
