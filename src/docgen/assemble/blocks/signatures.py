"""The signature blocks of both parties, side by side: name and capacity of who signs, date, signature."""

from docgen.assemble.blocks._layout import Wording
from docgen.assemble.blocks._parties import SIDES, named, representative
from docgen.assemble.setting import prose, show
from docgen.model.deal import SignatureMode
from docgen.model.document import Block, SignatureBox, Signatures
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.parties import PartyKind


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One `Signatures`; on paper its introduction names place, date and originals as far as the engagement does."""
    say = Wording(pack.locale, "signatures")
    boxes = tuple(_box(pack, say, side) for side in SIDES)
    return (Signatures(prose(pack.locale, _introduction(pack, say)), boxes),)


def _introduction(pack: Pack, say: Wording) -> str:
    terms = pack.engagement.signature
    if terms.mode is SignatureMode.ELECTRONIC:
        level = terms.level
        return say("electronic", level=say(f"levels.{level}")) if level else say("electronic_plain")
    made: list[str] = []
    if terms.place:
        made.append(say("place", place=terms.place))
    if terms.date:
        made.append(say("dated", date=show(pack.locale, terms.date)))
    if terms.originals:
        made.append(say("originals", number=show(pack.locale, terms.originals)))
    return say("paper", made="".join(f" {part}" for part in made))


def _box(pack: Pack, say: Wording, side: PartyKind) -> SignatureBox:
    signatory = pack.engagement.parties.of(side).signatory
    labels = (
        (say("name"), representative(pack, side)),
        (say("capacity"), pack.locale.typeset(signatory.title)),
        (say("date"), ""),
        (say("signature"), ""),
    )
    return SignatureBox(named(pack, side, say(f"for.{side}")), labels)
