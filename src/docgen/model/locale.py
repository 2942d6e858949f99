"""A language of documents: its words, its typography, its way of writing numbers."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.text.diagnostics import Diagnostic
from docgen.text.faults import MESSAGE_MISSING
from docgen.text.source import Span
from docgen.text.spelling import Spelling
from docgen.text.typography import Typography, typeset

PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
"""The plural forms of CLDR; which number takes which form is the business of each language."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Locale:
    """The content of a locale file.

    `words` maps a dotted key to its message; a message that depends on a number has one key for each plural
    form (`durations.day.words.one`, `….other`).
    """

    code: str
    """The language of a document (ISO 639-1): "fr"."""
    cldr: str
    """The locale of babel, for numbers and dates: "fr_FR"."""
    typography: Typography
    spelling: Spelling
    words: Mapping[str, str] = field(hash=False)
    checks: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Words that rules look for in texts of the language, by the name of the list."""
    path: str = ""
    """The path of the locale file."""

    def text(self, key: str, **values: object) -> str:
        """The message of `key`, each `{name}` in it replaced by its value.

        Where the key has plural forms, `count` (int or Decimal) chooses. Raises `MissingMessageError` where the file has
        no such key; a value that is missing is a bug.
        """
        message = self.words.get(key)
        if message is None and f"{key}.other" in self.words:
            message = self.words[self._plural(key, values["count"])]
        if message is None:
            raise MissingMessageError(self, key)
        try:
            return PLACEHOLDER.sub(lambda match: str(values[match[1]]), message)
        except KeyError:
            raise MissingMessageError(self, key) from None

    def typeset(self, text: str) -> str:
        """The text under the typographic rules of the language."""
        return typeset(text, self.typography)

    def _plural(self, key: str, count: object) -> str:
        # Imported here: 17 ms that a check of a workspace does not need.
        from babel import Locale as Cldr

        if not isinstance(count, int | Decimal):
            raise TypeError(f"{count!r} does not choose a plural form")
        form = f"{key}.{Cldr.parse(self.cldr).plural_form(count)}"
        return form if form in self.words else f"{key}.other"


class MissingMessageError(KeyError):
    """A locale file lacks a message that this version of docgen prints: the fault of the file, found when it is used."""

    def __init__(self, locale: "Locale", key: str) -> None:
        super().__init__(key)
        self.locale = locale
        self.key = key

    def fault(self) -> Diagnostic:
        """The fault of the file (DG222)."""
        message = f"the locale {self.locale.code!r} has no message {self.key!r}"
        hint = "take it over from the locale that docgen carries ('docgen init' writes one), and translate it"
        return MESSAGE_MISSING.at(Span(self.locale.path), message, hint)


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def collation_key(words: str) -> tuple[str, str, str]:
    """The order in which a reader looks words up: letters, then accents, then capitals; signs are spaces."""
    folded = unicodedata.normalize("NFKD", words.casefold().translate(_LIGATURES))
    letters = "".join(sign if sign.isalnum() else " " for sign in folded if not unicodedata.combining(sign))
    return " ".join(letters.split()), folded, words.swapcase()


def shape(words: Mapping[str, str]) -> frozenset[str]:
    """The keys of a locale without their plural forms; two languages must have the same."""
    return frozenset(
        key.rpartition(".")[0] if key.rpartition(".")[2] in PLURAL_FORMS else key for key in words
    )
