"""The formula that revises the prices, and examples of it with index values that are made up.

The examples apply the formula to the monthly fee: a rise, a rise beyond the cap where there is one, and a fall.
Nothing when the prices are firm.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from docgen.assemble.blocks._layout import Wording, row
from docgen.assemble.blocks._services import percent
from docgen.assemble.setting import paragraph, show
from docgen.model.document import Align, Block, Role, Table, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.payment import RevisionIndex
from docgen.sla.prices import revised_price
from docgen.sla.rates import HUNDRED
from docgen.text import formats
from docgen.text.quantities import Money, Percent

_REFERENCE = Decimal(300)
"""Index of reference of the examples: round, so that nobody takes it for a published value."""
_BEYOND = Decimal(2)
"""Points above the cap by which the second example rises."""


class _Example(NamedTuple):
    """A variation of the index, in points, with the key of its name."""

    key: str
    points: Decimal


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The formula, the cap, a table of examples, and a note that explains the index values."""
    terms = pack.engagement.price.revision
    if terms.index is RevisionIndex.NONE:
        return ()
    locale, say = pack.locale, Wording(pack.locale, "revision-formula")
    fixed, cap = terms.fixed_part, terms.cap
    parts = {"fixed": show(locale, fixed.fraction), "share": show(locale, 1 - fixed.fraction)}
    formula = [paragraph(locale, say("formula_fixed" if fixed.points else "formula", **parts), Role.FORMULA)]
    if cap is not None:
        formula.append(paragraph(locale, say("formula_cap", cap=show(locale, cap)), Role.FORMULA))
    return (*formula, _examples(pack, say, fixed, cap, terms.ratio_decimals), say.note("note"))


def _examples(pack: Pack, say: Wording, fixed: Percent, cap: Percent | None, decimals: int) -> Table:
    price = pack.computed.monthly_fee
    examples = tuple(_variations(cap))
    made = [
        revised_price(
            price.amount,
            _current(example),
            _REFERENCE,
            fixed.fraction,
            cap=None if cap is None else cap.points,
            ratio_decimals=decimals,
        )
        for example in examples
    ]
    money = [show(pack.locale, Money(one.price, price.currency)) for one in made]
    aligns = (Align.LEFT, *(Align.RIGHT for _ in examples))
    rows: list[tuple[str, list[str]]] = [
        ("price", [show(pack.locale, price) for _ in examples]),
        ("reference", [_index(pack, _REFERENCE) for _ in examples]),
        ("current", [_index(pack, _current(example)) for example in examples]),
        (
            "ratio",
            [formats.number(pack.locale, one.ratio, decimals=decimals) for one in made],
        ),
        ("variation", [_points(pack, say, one.coefficient) for one in made]),
        ("retained", [_points(pack, say, one.retained) for one in made]),
        ("revised", money),
    ]
    body = tuple(
        row(
            pack.locale,
            say(key),
            *cells,
            aligns=aligns,
            tones=(Tone.TOTAL,) * len(aligns) if key == "revised" else (),
        )
        for key, cells in rows
    )
    head = (say.head("step", *(f"examples.{example.key}" for example in examples), aligns=aligns),)
    return Table(say("caption"), head, body, (37, *(63 / len(examples) for _ in examples)))


def _variations(cap: Percent | None) -> Iterator[_Example]:
    if cap is None:
        yield _Example("rise", Decimal(2))
    else:
        if cap.points:
            yield _Example("rise", cap.points / 2)
        yield _Example("capped", cap.points + _BEYOND)
    yield _Example("fall", Decimal(-1))


def _current(example: _Example) -> Decimal:
    return _REFERENCE * (1 + example.points / HUNDRED)


def _index(pack: Pack, value: Decimal) -> str:
    return formats.number(pack.locale, value, decimals=1)


def _points(pack: Pack, say: Wording, coefficient: Decimal) -> str:
    """A variation in percent, with its sign."""
    points = ((coefficient - 1) * HUNDRED).normalize()
    return say("down" if points < 0 else "up", points=percent(pack.locale, abs(points)))
