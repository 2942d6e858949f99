"""A measure is missing, incomplete or of another month.

An indicator without a measure is neither met nor missed, and a month left out would break the count of repeated misses
and the caps of the year. Give each series in the last month of its period ('{events: 0, of: 0}' where nothing occurred),
and all months without a gap.
"""

from docgen.text.diagnostics import Severity

CODE = "DG219"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/measures/2027-03.yaml": """\
period: 2027-03
#       ^^^^^^^ DG219
""",
}

GOOD = {
    "engagements/demo/measures/2027-06.yaml": """\
period: 2027-06
""",
    "engagements/demo/measures/2027-07.yaml": """\
period: 2027-07
""",
}
