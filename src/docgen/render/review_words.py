"""The words of a review in one language: messages, plural forms, conditions as sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.model.condition import All, Condition, Either, Equals, Fact, Not
from docgen.model.locale import PLACEHOLDER
from docgen.model.review import RoleVote, Sentence, Vote

Titles = Mapping[str, str]
"""Path of a field of an engagement to its title in the language of the review."""


@dataclass(frozen=True)
class Words:
    """Dotted key to message. `home` is the language of the library, which is not named with a text. `titles` maps
    fields of conditions to their titles, `choices` fixed choices (`payment.mode.net_days`) to their words; a field
    without either is named by its path."""

    language: str
    home: str
    messages: Mapping[str, str]
    titles: Titles = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """The message of a key, its `{names}` replaced. A key or a value that is missing is a bug."""
        return PLACEHOLDER.sub(lambda match: str(values[match[1]]), self.messages[key])

    def count(self, key: str, number: int) -> str:
        """The message in the form that a number takes."""
        from babel import Locale as Cldr

        form = Cldr.parse(self.language).plural_form(number)
        form = form if f"{key}.{form}" in self.messages else "other"
        return self.say(f"{key}.{form}", number=number)

    def sentence(self, sentence: Sentence) -> str:
        """A sentence on what changed."""
        return self.say(
            f"sentences.{sentence.key}",
            **{name: self._value(sentence.key, value) for name, value in sentence.values.items()},
        )

    def _value(self, key: str, value: str | Condition) -> str:
        if not isinstance(value, str):
            return self.condition(value)
        return self.messages.get(f"classes.{value}", value) if key.startswith("change.") else value

    def vote(self, vote: RoleVote) -> str:
        """The vote of a role on a text."""
        key = {
            Vote.PRESENT: "approved_by",
            Vote.VOID: "void_by",
            Vote.MISSING: "missing_of",
            Vote.ASKED: "asked_of",
        }[vote.vote]
        return self.say(key, role=vote.role, by=vote.by)

    # --- conditions ------------------------------------------------------------------------------------

    def condition(self, condition: Condition) -> str:
        """A condition as a sentence."""
        match condition:
            case Fact(path):
                return self._fact(path) or self.say("conditions.stated", title=self._title(path))
            case Equals(path, word):
                return self.say("conditions.equals", title=self._title(path), word=self._choice(path, word))
            case Not(Fact(path)) if not self._fact(path):
                return self.say("conditions.unstated", title=self._title(path))
            case Not(Equals(path, word)):
                return self.say("conditions.differs", title=self._title(path), word=self._choice(path, word))
            case Not(operand):
                return self.say("conditions.not", inner=self._grouped(operand))
            case All(operands):
                return self.say("conditions.and").join(map(self._grouped, operands))
            case Either(operands):
                return self.say("conditions.or").join(map(self._grouped, operands))

    def _grouped(self, condition: Condition) -> str:
        inner = self.condition(condition)
        return self.say("conditions.grouped", inner=inner) if isinstance(condition, All | Either) else inner

    def _fact(self, path: Sequence[str]) -> str:
        return self.messages.get(".".join(path), "") if path[0] == "facts" else ""

    def _title(self, path: Sequence[str]) -> str:
        dotted = ".".join(path)
        return self.titles.get(dotted, dotted)

    def _choice(self, path: Sequence[str], word: str | int) -> str:
        return self.choices.get(f"{'.'.join(path)}.{word}", str(word))


def flatten(value: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """A nested mapping of messages as dotted keys."""
    for key, part in value.items():
        path = f"{prefix}.{key}" if prefix else str(key)
        if isinstance(part, Mapping):
            yield from flatten(part, path)
        else:
            yield path, str(part)
