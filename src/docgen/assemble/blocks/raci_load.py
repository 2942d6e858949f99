"""How the letters fall on the roles: a drawing by role and party, the counts as a table, and the density.

A/R counts as one A and one R. The density is the share of filled cells among all cells of the matrix.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from docgen.assemble.blocks._directory import party_name
from docgen.assemble.blocks._layout import Wording, group, row, sentences
from docgen.assemble.blocks.raci_legend import letters_of
from docgen.assemble.blocks.raci_matrix import by_party
from docgen.assemble.setting import cell
from docgen.draw.load import Load, PartyLoad, load
from docgen.model.document import Align, Block, Figure, Row, Table, Tone
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.raci import Raci
from docgen.model.sla import Rounding
from docgen.sla.rates import percentage, rounded
from docgen.text import formats
from docgen.text.quantities import Percent


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """The drawing, the table and a note; () without activities."""
    raci = pack.engagement.raci
    if not raci.activities or not raci.roles:
        return ()
    words = Wording(pack.locale, "raci-load")
    letters = letters_of(raci.variant)
    parties = _parties(pack, letters)
    note = words.note(
        "density", density=_share(pack, filled(raci), cells(raci)), filled=filled(raci), cells=cells(raci)
    )
    return _figure(words, letters, parties), _table(pack, words, letters, parties), note


def counts(raci: Raci, role_id: str, letters: Sequence[str]) -> tuple[int, ...]:
    """How many rows give a role each letter."""
    return tuple(sum(role_id in activity.roles(letter) for activity in raci.activities) for letter in letters)


def filled(raci: Raci) -> int:
    """Cells with a letter."""
    return sum(bool(letters) for activity in raci.activities for letters in activity.letters.values())


def cells(raci: Raci) -> int:
    """All cells."""
    return len(raci.activities) * len(raci.roles)


def _parties(pack: Pack, letters: Sequence[str]) -> tuple[PartyLoad, ...]:
    locale, raci = pack.locale, pack.engagement.raci
    parties = []
    for party, members in groupby(by_party(pack), key=lambda role: role.party):
        roles = tuple(Load(locale.typeset(role.name), counts(raci, role.id, letters)) for role in members)
        total = Load(
            locale.text("blocks.raci-load.total"),
            tuple(map(sum, zip(*(role.counts for role in roles), strict=True))),
        )
        parties.append(PartyLoad(party_name(locale, party), roles, total))
    return tuple(parties)


def _figure(words: Wording, letters: Sequence[str], parties: Sequence[PartyLoad]) -> Figure:
    legend = [(letter, words(f"letter.{letter}")) for letter in letters]
    said = (
        words("alternative", role=role.label, counts=formats.listing(words.locale, _pairs(letters, role)))
        for party in parties
        for role in party.roles
    )
    return words.figure(load(parties, legend), sentences(said))


def _pairs(letters: Sequence[str], role: Load) -> list[str]:
    return [f"{count} {letter}" for letter, count in zip(letters, role.counts, strict=True)]


def _table(pack: Pack, words: Wording, letters: Sequence[str], parties: Sequence[PartyLoad]) -> Table:
    locale = pack.locale
    rows_in_all = len(pack.engagement.raci.activities)
    aligns = (Align.LEFT, *(Align.RIGHT,) * (len(letters) + 1))
    body: list[Row] = []
    for party in parties:
        body.append(group(locale, party.name, len(letters) + 2))
        for role in party.roles:
            share = _share(pack, role.counts[0], rows_in_all)
            body.append(row(locale, role.label, *map(str, role.counts), share, aligns=aligns))
        if party.total is not None:
            share = _share(pack, party.total.counts[0], rows_in_all)
            body.append(
                row(
                    locale,
                    party.total.label,
                    *map(str, party.total.counts),
                    share,
                    aligns=aligns,
                    tones=(Tone.TOTAL,) * len(aligns),
                )
            )
    top = Row(
        (
            cell(locale, words("role"), header=True),
            *(cell(locale, letter, header=True, align=Align.RIGHT) for letter in letters),
            cell(locale, words("share"), header=True, align=Align.RIGHT),
        )
    )
    return Table(words("caption"), (top,), tuple(body), (46, *(9,) * len(letters), 18))


def _share(pack: Pack, part: int, whole: int) -> str:
    value = percentage(part, whole) or Decimal(0)
    return formats.percent(pack.locale, Percent(rounded(value, Rounding(0))))
