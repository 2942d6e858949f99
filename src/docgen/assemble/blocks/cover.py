"""The cover page: the document, the deal, both parties, reference, version, dates, status and confidentiality.

An annex names its contract and its number. With the option `effective: amendment` the date of effect is that of
the amendment, which may be the day of its signature and is left out then.
"""

from datetime import date

from docgen.assemble.blocks._front import fronted
from docgen.assemble.blocks._layout import Wording
from docgen.assemble.blocks._parties import SIDES, identified
from docgen.assemble.setting import show
from docgen.assemble.status import status
from docgen.model.document import Block, Cover
from docgen.model.outline import Options
from docgen.model.pack import Pack


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One `Cover` for the document kind of `options`."""
    if not fronted(pack, options):
        return ()
    locale, say = pack.locale, Wording(pack.locale, "cover")
    contract, kind = pack.engagement.contract, str(options["kind"])
    outline = pack.outline(kind)
    internal = outline is not None and outline.internal
    return (
        Cover(
            kicker=_kicker(pack, say, kind),
            title=locale.typeset(pack.title(kind)),
            subtitle=locale.typeset(pack.engagement.title),
            parties=tuple(identified(pack, side) for side in SIDES),
            facts=(
                (say("reference"), contract.reference),
                (say("version"), pack.version),
                (say("date"), show(locale, pack.dated)),
                *_effective(pack, say, options),
            ),
            status=locale.typeset(status(pack, outline)),
            confidentiality="" if internal else locale.typeset(contract.confidentiality),
        ),
    )


def _effective(pack: Pack, say: Wording, options: Options) -> tuple[tuple[str, str], ...]:
    effective: date | None = pack.engagement.contract.effective
    if options.get("effective") == "amendment":
        amendment = pack.engagement.amendment
        effective = amendment.effective if amendment is not None else None
    return ((say("effective"), show(pack.locale, effective)),) if effective is not None else ()


def _kicker(pack: Pack, say: Wording, kind: str) -> str:
    outline = pack.outline(kind)
    if outline is None or not outline.annex:
        return say("main" if outline is not None and outline.cited_as else "companion")
    annex = next((listed.annex for listed in pack.listed if listed.id == kind), None)
    reference = pack.engagement.contract.reference
    return (
        say("attached", reference=reference)
        if annex is None
        else say("annex", number=annex, reference=reference)
    )
