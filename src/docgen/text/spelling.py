"""Numbers in words, as a contract writes them beside the figures.

The words come from num2words; the rest of a language (joining signs, feminine endings, the way of
reading decimals) are values of its locale file.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language spells numbers."""

    language: str
    """The language of num2words."""
    joiner: str = " "
    """The sign between the words of one number: a space, or a hyphen after the French reform of 1990."""
    point: str = ""
    """The word for the decimal sign."""
    minus: str = ""
    digit_by_digit: bool = False
    """Decimals are read one by one, not as one number after their leading zeros."""
    feminine: tuple[tuple[str, str], ...] = ()
    """(last word, its feminine) of a number that counts feminine things."""


def spell(number: int | Decimal, spelling: Spelling, *, feminine: bool = False) -> str:
    """A number in words: every digit of it is said, trailing zeros of the decimals apart."""
    whole, _, decimals = f"{abs(number):f}".partition(".")
    decimals = decimals.rstrip("0")
    words = [_cardinal(int(whole), spelling, feminine and not decimals)]
    if decimals:
        words += spelling.point, *_decimals(decimals, spelling)
    if number < 0:
        words.insert(0, spelling.minus)
    return " ".join(words)


def roman(number: int) -> str:
    """A whole number from 1 to 3999 in Roman capitals."""
    if not 1 <= number <= 3999:
        raise ValueError(f"{number} has no Roman numeral")
    signs = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    text = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _cardinal(number: int, spelling: Spelling, feminine: bool) -> str:
    # Imported here: 30 ms that a check of a workspace does not need.
    from num2words import num2words

    words: str = num2words(number, lang=spelling.language)
    if feminine:
        for last, ending in spelling.feminine:
            if words == last or words.endswith((f" {last}", f"-{last}")):
                words = words.removesuffix(last) + ending
    return words.replace(" ", spelling.joiner)


def _decimals(digits: str, spelling: Spelling) -> list[str]:
    if spelling.digit_by_digit:
        return [_cardinal(int(digit), spelling, False) for digit in digits]
    leading = len(digits) - len(digits.lstrip("0"))
    parts = [*(0 for _ in range(leading)), int(digits)]
    return [_cardinal(part, spelling, False) for part in parts]
