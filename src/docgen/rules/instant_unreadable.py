"""A measure states a time that is no instant, or a wall time that the change of the clocks skips or shows twice.

A restoration at 02:30 on the last Sunday of October may mean two instants an hour apart, and the difference may be a
penalty. Write a day and a time in the zone of the calendar, or with an offset from UTC: '2027-10-31 02:30+01:00'.
"""

from docgen.text.diagnostics import Severity

CODE = "DG216"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/measures/2027-10.yaml": """\
period: 2027-10
interruptions:
  - service: hebergement
    start: 2027-10-12 25:00
    #      ^^^^^^^^^^^^^^^^ DG216
    end: 2027-10-31 02:30
    #    ^^^^^^^^^^^^^^^^ DG216
""",
}

GOOD = {
    "engagements/demo/measures/2027-10.yaml": """\
period: 2027-10
interruptions:
  - service: hebergement
    start: 2027-10-12 23:00
    end: "2027-10-31 02:30+01:00"
""",
}
