"""A table of incidents has a column or a row that cannot be read.

A row that is passed over would change the penalties of the month, so none is: the statement is not computed. The first
line names the columns; each row has as many cells, and a text that holds the separator stands in quotes.
"""

from docgen.text.diagnostics import Severity

CODE = "DG215"
SEVERITY = Severity.ERROR

_MONTH = """\
period: 2027-06
incidents_file: 2027-06-incidents.csv
"""
_TABLE = "engagements/demo/measures/2027-06-incidents.csv"

BAD = {
    "engagements/demo/measures/2027-06.yaml": _MONTH,
    _TABLE: """\
id,service,priority,opened,restored,closed
INC-1,hebergement,P1,2027-06-07 08:00,2027-06-07 09:00,2027-06-07 10:00
INC-2,hebergement,P1,2027-06-08 08:00,2027-06-08 09:00
INC-3,hebergement,,2027-06-09 08:00,2027-06-09 09:00,2027-06-09 10:00
""",
}
EXPECT = ((_TABLE, 3, 1, 55), (_TABLE, 4, 1, 70))

GOOD = {
    "engagements/demo/measures/2027-06.yaml": _MONTH,
    _TABLE: """\
id,service,priority,opened,restored,closed
INC-1,hebergement,P1,2027-06-07 08:00,2027-06-07 09:00,2027-06-07 10:00
INC-2,hebergement,P1,2027-06-08 08:00,2027-06-08 09:00,
""",
}
