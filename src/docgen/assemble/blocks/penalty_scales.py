"""The penalty scales: for each, its table, its drawing, and worked examples step by step at the fees of the engagement.

The rules that hold for all scales are at the end. With the option `examples: one` the breach at the first scale is the only
example, and of the rules only the multipliers of repetition are printed: the clauses state the others.
"""

from collections.abc import Iterator

from docgen.assemble import rule_sentences
from docgen.assemble.blocks._examples import examples_table
from docgen.assemble.blocks._layout import Wording, bullets, sentences
from docgen.assemble.blocks._scale_drawings import draw
from docgen.assemble.blocks._scale_tables import boundary, scale_table
from docgen.assemble.number import anchor_of
from docgen.assemble.setting import paragraph
from docgen.assemble.worked_examples import Case
from docgen.model.document import Block, Callout, Role, Sheet
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.services import NamedScale
from docgen.sla.charges import sheets_of


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """For each scale that an indicator uses, a sheet and its examples; then the common rules; () without scales."""
    words = Wording(pack.locale, "penalty-scales")
    used = [named for named in pack.engagement.sla.scales if sheets_of(pack.engagement, named)]
    if options.get("examples") == "one":
        sheets = [_sheet(pack, words, named) for named in used]
        repeated = rule_sentences.repetition(pack.locale, pack.engagement.sla.terms, briefly=True)
        notes = (paragraph(pack.locale, repeated, Role.NOTE),) if sheets and repeated else ()
        return (*sheets, *notes, *(examples_table(pack, words, named, (Case.BREACH,)) for named in used[:1]))
    blocks = [
        block for named in used for block in (_sheet(pack, words, named), examples_table(pack, words, named))
    ]
    return (*blocks, _rules(pack, words)) if blocks else ()


def _sheet(pack: Pack, words: Wording, named: NamedScale) -> Sheet:
    return Sheet(
        pack.locale.typeset(named.name),
        tuple(_blocks(pack, words, named)),
        anchor_of("scale", named.scale.id),
    )


def _blocks(pack: Pack, words: Wording, named: NamedScale) -> Iterator[Block]:
    locale = pack.locale
    yield scale_table(pack, words, named)
    indicator = sheets_of(pack.engagement, named)[0].indicator
    rules = (
        rule_sentences.counting(locale, named.scale),
        rule_sentences.edge(locale, named.scale, indicator, boundary(locale, named.scale, indicator)),
        "" if named.minimum is None else rule_sentences.minimum(locale, named.minimum),
    )
    if any(rules):
        yield paragraph(locale, sentences(rules), Role.NOTE)
    yield draw(pack, words, named)


def _rules(pack: Pack, words: Wording) -> Callout:
    locale, sla = pack.locale, pack.engagement.sla
    rules = (
        rule_sentences.repetition(locale, sla.terms),
        rule_sentences.cumulation(locale, sla.terms),
        rule_sentences.caps(locale, sla.terms),
        rule_sentences.grace(locale, sla.terms),
        rule_sentences.earn_back(locale, sla.terms.earn_back),
    )
    return Callout(words("rules"), (bullets(locale, [rule for rule in rules if rule]),))
