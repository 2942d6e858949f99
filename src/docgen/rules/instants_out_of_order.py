"""The instants of an incident, an interruption or a maintenance do not follow one another.

A ticket that is restored before it was opened has no delay that anybody could judge. Check the days and the times, and
that no two columns were exchanged.
"""

from docgen.text.diagnostics import Severity

CODE = "DG217"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/measures/2027-06.yaml": """\
period: 2027-06
interruptions:
  - service: hebergement
    start: 2027-06-08 14:00
    end: 2027-06-08 09:00
    #    ^^^^^^^^^^^^^^^^ DG217
""",
}

GOOD = {
    "engagements/demo/measures/2027-06.yaml": """\
period: 2027-06
interruptions:
  - service: hebergement
    start: 2027-06-08 09:00
    end: 2027-06-08 14:00
""",
}
