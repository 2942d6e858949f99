"""A measure names a service, a priority or an indicator that the engagement does not have, or an incident stands twice.

It would count nowhere, or twice. Write the id as the engagement does; an incident stands once in the file of a month.
"""

from docgen.text.diagnostics import Severity

CODE = "DG218"
SEVERITY = Severity.ERROR

BAD = {
    "engagements/demo/measures/2027-06.yaml": """\
period: 2027-06
interruptions:
  - service: hebergment
    #        ^^^^^^^^^^ DG218
    start: 2027-06-08 09:00
    end: 2027-06-08 14:00
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
