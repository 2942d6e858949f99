"""The deviations of a pack: the clauses in another position than standard, and their approvers."""

from typing import NamedTuple

from docgen.model.pack import Pack


class Deviation(NamedTuple):
    """One clause in a position other than standard.

    `rationale` and `approver` are the clause's: why the position may be taken, and the role that must approve it;
    `reason` and `approved_by` the engagement's. `rank` is the place in `positions`; texts that are not stated are ''.
    """

    clause: str
    title: str
    position: str
    rationale: str
    approver: str
    reason: str
    approved_by: str
    rank: int

    @property
    def approved(self) -> bool:
        """True when the role that must approve has; any role when the clause names none."""
        return bool(self.approved_by) and self.approved_by == (self.approver or self.approved_by)


def deviations(pack: Pack) -> tuple[Deviation, ...]:
    """The deviations of a pack, in the order of its documents; a position on a clause that it leaves out is none."""
    stated = {item.clause: (rank, item) for rank, item in enumerate(pack.engagement.positions)}
    found = []
    for clause in pack.chosen.values():
        if not clause.deviates or clause.id not in stated:
            continue
        rank, item = stated[clause.id]
        standard = pack.library.find(clause.id, clause.language) or clause
        found.append(
            Deviation(
                clause=clause.id,
                title=clause.title or standard.title,
                position=clause.position,
                rationale=clause.rationale,
                approver=clause.approver,
                reason=item.reason,
                approved_by=item.approved_by,
                rank=rank,
            )
        )
    return tuple(found)
