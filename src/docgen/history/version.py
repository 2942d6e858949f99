"""Versions of a pack: `major.minor.patch`, and the next version after a change of some level."""

import re
from typing import NamedTuple

from docgen.model.changes import Level

_FORM = re.compile(r"(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})")
DRAFT = "-draft"


class Version(NamedTuple):
    """A version; versions compare as one expects: 1.10.0 comes after 1.9.0."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, level: Level) -> "Version":
        """The next version after a change of this level; the least step when nothing changed."""
        match level:
            case Level.MAJOR:
                return Version(self.major + 1, 0, 0)
            case Level.MINOR:
                return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)


FIRST = Version(1, 0, 0)


def read_version(text: str) -> Version | None:
    """The version of a text such as `1.2.0`, None when it is not one."""
    match = _FORM.fullmatch(text)
    return Version(int(match[1]), int(match[2]), int(match[3])) if match else None
