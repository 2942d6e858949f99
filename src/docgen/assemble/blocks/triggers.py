"""Events that call a level whatever the clock says, with the time in which it answers for them."""

from docgen.assemble.blocks._directory import levels
from docgen.assemble.blocks._layout import Wording, capital, row
from docgen.assemble.setting import show
from docgen.model.document import Block
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.profile import Profile


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """A table; () without triggers."""
    locale, escalation = pack.locale, pack.engagement.escalation
    if not escalation.triggers:
        return ()
    words = Wording(locale, "triggers")
    names = {level.id: f"{level.id} – {level.name}" for level in levels(escalation)}
    rows = (
        row(
            locale,
            capital(trigger.event),
            names.get(trigger.level, trigger.level),
            show(locale, trigger.within),
        )
        for trigger in escalation.triggers
    )
    return (
        words.table(
            ("event", "level", "within"),
            rows,
            (46, 38, 16) if pack.engagement.profile is not Profile.SHORT else (62, 24, 14),
        ),
    )
