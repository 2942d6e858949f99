"""A word is capitalised like a defined term, and the text does not define it.

Checks a contract that was written elsewhere (`docgen check --text`), when it has an article of definitions. A capital
tells the reader that the word has an agreed meaning; when none is given, each party will find its own. Define the term,
or write the word in lower case. Names, titles and words at the beginning of a sentence are not looked at: a word counts
when it follows an article, is capitalised twice at least, and also occurs in lower case.
"""

import re
from collections.abc import Iterator

from docgen.read.plaintext import PlainText
from docgen.rules._fault import Fault
from docgen.text.diagnostics import Severity

CODE = "DG154"
SEVERITY = Severity.WARNING
_START = "# Article 1 – Définitions\n\n« Client » : la société Exemple.\n\n# Article 2 – Livraison\n\n"
BAD = {
    "contrat.md": _START
    + "Le Client reçoit le Rapport chaque mois. Il approuve le Rapport. Un rapport tardif est refusé.\n"
}
GOOD = {
    "contrat.md": _START
    + "Le Client reçoit le rapport chaque mois. Il approuve le rapport. Un rapport tardif est refusé.\n"
}
EXPECT = (("contrat.md", 7, 21, 28),)

_LEAST = 2


def check_text(text: PlainText) -> Iterator[Fault]:
    """Capitalised common nouns without a definition, at their first place."""
    wanted = re.compile(rf"^(?:{text.word('definitions')})\b", re.IGNORECASE)
    if not any(wanted.match(heading.title) for heading in text.headings):
        return
    defined = _defined(text)
    used: dict[str, list[tuple[int, int]]] = {}
    pattern = re.compile(
        rf"(?<![\w.])(?:{text.word('determiner')})\s*(?<=[\s'’])([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{{3,}})(?![\w’'-]|\s+[A-ZÀ-ÖØ-Þ])",
        re.UNICODE,
    )
    for match in pattern.finditer(text.prose):
        if not text.in_heading(match.start()):
            used.setdefault(match[1], []).append(match.span(1))
    lower = set(re.findall(r"(?<!\w)[a-zà-öø-ÿ]{4,}(?!\w)", text.prose))
    for word, places in used.items():
        if (
            len(places) < _LEAST
            or _forms(word) & defined
            or not {form for form in _forms(word) if form in lower}
        ):
            continue
        yield Fault(
            text.source.span(*places[0]),
            f"{word!r} is capitalised like a defined term, and is not defined",
            "define it, or write it in lower case",
        )


def _defined(text: PlainText) -> set[str]:
    """Words of the terms that the text defines: in quotes or bold anywhere, since parties are often defined apart."""
    terms = re.findall(
        r"[«“\"]\s?([^«»“”\"\n]{2,80})[»”\"]|\*\*([^*\n]{2,80})\*\*|__([^_\n]{2,80})__", text.source.text
    )
    lines = re.findall(
        rf"^[ \t]*(?:[-*+][ \t]+)?([A-ZÀ-ÖØ-Þ][\wÀ-ÿ'’ -]{{1,60}}?)\s*(?::|–|—|(?:{text.word('defines')})\b)",
        text.prose,
        re.MULTILINE,
    )
    words = {word for groups in terms for part in groups for word in re.findall(r"\w+", part)} | {
        word for line in lines for word in re.findall(r"\w+", line)
    }
    return {form for word in words for form in _forms(word)}


def _forms(word: str) -> set[str]:
    base = word.lower()
    return {base, base.rstrip("s"), base + "s", base.removesuffix("x")}
