"""A heading's number does not follow the one before it.

Checks a contract that was written elsewhere (`docgen check --text`). A gap, a repetition or a step back in the numbers
makes each reference beyond it doubtful: was an article taken out, or misnumbered? Number the headings anew and correct
the references.
"""

from collections.abc import Iterator

from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.text.diagnostics import Severity

CODE = "DG152"
SEVERITY = Severity.ERROR
BAD = {"contrat.md": "# Article 1 – Objet\n\n# Article 2 – Durée\n\n# Article 4 – Prix\n"}
GOOD = {"contrat.md": "# Article 1 – Objet\n\n## 1.1 Périmètre\n\n## 1.2 Exclusions\n\n# Article 2 – Durée\n"}
EXPECT = (("contrat.md", 5, 11, 12),)


def check_text(text: PlainText) -> Iterator[Fault]:
    """Numbers that are neither the next of their level nor the first below the one before."""
    before: tuple[int, ...] = ()
    for heading in text.numbered:
        number = heading.number
        if before and not _follows(before, number):
            said, last = ".".join(map(str, number)), ".".join(map(str, before))
            yield Fault(
                heading.span,
                f"number {said} does not follow {last}",
                f"expected {' or '.join(_next(before))}",
            )
        before = number


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if len(number) > len(before):
        return number[: len(before)] == before and all(step in (0, 1) for step in number[len(before) :])
    depth = len(number)
    return number[:-1] == before[: depth - 1] and number[-1] == before[depth - 1] + 1


def _next(before: tuple[int, ...]) -> Iterator[str]:
    for depth in range(len(before), 0, -1):
        yield ".".join(map(str, (*before[: depth - 1], before[depth - 1] + 1)))
