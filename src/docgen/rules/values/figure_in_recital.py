"""A recital types a figure that the engagement states as a value, or an objective types one that no value holds.

A target of 99.8 % in an objective stays when the target of the indicator falls to 99.5 %: the recital, which the parties
made binding, then contradicts the annex. Print the value (`{{ continuity.rpo | words }}`), or say it without a figure.
Figures of the context that no value holds, and those of an objective that names a year, are facts about the client, and
are left alone.
"""

import re
from collections.abc import Iterator

from docgen.assemble.free_texts import free_texts
from docgen.model.engagement import Engagement
from docgen.rules._fault import Fault
from docgen.rules._index import Index
from docgen.rules.values._figures import figures, repeated
from docgen.text.diagnostics import Severity

CODE = "DG3321"
SEVERITY = Severity.WARNING

BAD = {
    "engagements/demo/engagement.yaml": """\
id: demo
continuity: {rpo: 7 h}
preamble:
  objectives:
    - perdre au plus 7 heures de Données
    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ DG3321
""",
}

GOOD = {
    "engagements/demo/engagement.yaml": """\
id: demo
continuity: {rpo: 7 h}
preamble:
  objectives:
    - "perdre au plus {{ continuity.rpo | words }} de Données"
""",
}


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check_engagement(engagement: Engagement, shared: Index) -> Iterator[Fault]:
    """Figures with a unit in the recitals as they are typed."""
    locale = shared.locales.get(engagement.language)
    if locale is None:
        return
    values = {value: path for (_, value), path in reversed(tuple(repeated(engagement).items()))}
    for place, text in free_texts(engagement):
        for start, end, value in figures(text, locale):
            figure, path = text[start:end], values.get(value)
            if path is not None:
                message, hint = f"{figure!r} is also the value {path}", f"print it: {{{{ {path} | words }}}}"
                yield Fault(engagement.at(*place), message, hint)
            elif "objectives" in place and not _YEAR.search(text):
                message = f"an objective types {figure!r}, which no single value of the engagement holds"
                yield Fault(engagement.at(*place), message, "print a value, or say it without a figure")
