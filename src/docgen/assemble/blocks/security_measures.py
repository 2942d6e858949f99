"""The security measures by the objectives of article 32(1) RGPD, with what the contract states of each and where."""

from collections.abc import Iterator
from typing import NamedTuple

from docgen.assemble.blocks._layout import Wording, group, row
from docgen.assemble.blocks._references import refer
from docgen.assemble.setting import show
from docgen.model.document import Block, Row
from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.text.quantities import Duration


class _Measure(NamedTuple):
    """A measure: the key of its name, the clause that it is from, and the delays that its words print."""

    key: str
    clause: str
    delays: tuple[tuple[str, Duration], ...] = ()


def build(pack: Pack, options: Options) -> tuple[Block, ...]:
    """One table in four parts; a measure whose clause the pack leaves out is not printed."""
    say = Wording(pack.locale, "security-measures")
    return (say.table(("measure", "content", "where"), _rows(pack, say), (24, 56, 20)),)


def _rows(pack: Pack, say: Wording) -> Iterator[Row]:
    for objective, measures in _measures(pack):
        rows = tuple(found for measure in measures if (found := _row(pack, say, measure)) is not None)
        if rows:
            yield group(pack.locale, say(f"objectives.{objective}"), 3)
            yield from rows


def _row(pack: Pack, say: Wording, measure: _Measure) -> Row | None:
    reference = refer(pack, measure.clause)
    if reference is None:
        return None
    stated = {name: show(pack.locale, delay) for name, delay in measure.delays}
    name, content = say(f"names.{measure.key}"), say(f"contents.{measure.key}", **stated)
    return row(pack.locale, name, content, (reference,))


def _measures(pack: Pack) -> Iterator[tuple[str, tuple[_Measure, ...]]]:
    deal = pack.engagement
    security, backup, continuity = deal.security, deal.backup, deal.continuity
    yield "a", (_Measure("encryption", "securite.exploitation"),)
    yield (
        "b",
        (
            _Measure("separation", "securite.exploitation"),
            _Measure("access", "securite.acces", (("review", security.access_review),)),
            _Measure("logging", "securite.exploitation", (("kept", security.log_retention),)),
            _Measure(
                "patches",
                "securite.vulnerabilites",
                (
                    ("critical", security.patch_critical),
                    ("high", security.patch_high),
                    ("medium", security.patch_medium),
                ),
            ),
            _Measure("staff", "securite.sensibilisation", (("every", deal.training.awareness),)),
        ),
    )
    yield (
        "c",
        (
            _Measure(
                "backup", "continuite.sauvegarde", (("interval", backup.interval), ("kept", backup.retention))
            ),
            _Measure("offline", "continuite.copie-isolee"),
            _Measure("recovery", "continuite.objectifs", (("rto", continuity.rto), ("rpo", continuity.rpo))),
        ),
    )
    yield (
        "d",
        (
            _Measure("restoration", "continuite.restauration", (("every", backup.restore_test),)),
            _Measure("drill", "continuite.tests", (("every", continuity.test),)),
            _Measure("intrusion", "securite.tests", (("every", security.pentest),)),
            _Measure("certification", "securite.certification"),
        ),
    )
