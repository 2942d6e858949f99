"""Which roles must approve a text, and what each said of it."""

from dataclasses import replace

from docgen.history.approvals import required, votes
from docgen.model.changes import ChangeClass
from docgen.model.clause import Approval, Clause
from docgen.model.review import RoleVote, Vote
from docgen.text.source import Source

ROLES = {"amendment": ("legal", "sales"), "operational": ("ops",)}
CLAUSE = Clause("a.b", "x", "fr", Source("a.md", ""), 0)


def test_the_roles_of_a_class_and_the_owner_approve() -> None:
    assert required(CLAUSE, ROLES) == ("legal", "sales")
    assert required(replace(CLAUSE, owner="finance"), ROLES) == ("legal", "sales", "finance")
    assert required(replace(CLAUSE, owner="legal"), ROLES) == ("legal", "sales"), "each role once"


def test_a_class_that_is_not_named_asks_for_nobody_not_even_the_owner() -> None:
    editorial = replace(CLAUSE, owner="finance", change=ChangeClass.EDITORIAL)
    assert required(editorial, ROLES) == ()
    assert required(replace(CLAUSE, owner="finance"), {}) == ()


def test_a_change_of_class_cannot_leave_its_approval_behind() -> None:
    softer = replace(CLAUSE, change=ChangeClass.OPERATIONAL)
    assert required(softer, ROLES, CLAUSE) == ("ops", "legal", "sales")
    assert required(replace(softer, change=ChangeClass.EDITORIAL), ROLES, CLAUSE) == ("legal", "sales")
    assert required(softer, ROLES) == ("ops",)


def test_a_role_said_yes_to_this_text_to_another_or_nothing() -> None:
    given = (
        Approval("legal", "Jo", "old"),
        Approval("legal", "Al", "now"),
        Approval("sales", "Bo", "older"),
        Approval("sales", "Cy", "old"),
    )
    assert votes(("legal", "sales", "ops"), "now", given) == (
        RoleVote("legal", Vote.PRESENT, "Al"),
        RoleVote("sales", Vote.VOID, "Cy"),
        RoleVote("ops", Vote.MISSING),
    )
