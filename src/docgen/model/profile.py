"""How long the documents of a deal are."""

from enum import StrEnum


class Profile(StrEnum):
    """The size of a pack: `full` prints every clause at length, `standard` sets the same texts closer, `short` prints the
    short text of each clause that has one, in documents of its own.
    """

    FULL = "full"
    STANDARD = "standard"
    SHORT = "short"
