"""An approval holds for what was approved: words, condition, class."""

import pytest

from docgen.model.review import Vote

from ..git.conftest import SharedContext
from .conftest import OBJECT, only, reviewed

BY = ("--role", "legal", "--by", "Direction juridique")


def warned(context: SharedContext) -> bool:
    return "[DG621]" in context.docgen("check", "demo").output


def test_an_approved_library_is_clean(context: SharedContext) -> None:
    assert not warned(context)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("conviennent", "sont convenues"),
        ("{{ contract.subject }}", "{{ contract.subject | words }}"),
        ("title: Objet", "title: Objet\nwhen: facts.subcontracting"),
        ("title: Objet", "title: Objet\nchange: operational"),
        ("Parties conviennent", "Parties\n\nconviennent"),
    ],
)
def test_an_edit_voids(context: SharedContext, old: str, new: str) -> None:
    context.replace("docgen.yaml", "  amendment: [legal]", "  amendment: [legal]\n  operational: [legal]")
    context.replace(OBJECT, old, new)
    (vote,) = only(reviewed(context)).votes
    assert (vote.role, vote.vote, vote.by) == ("legal", Vote.VOID, "Direction juridique")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Les Parties conviennent", "Les  Parties\nconviennent"),
        ("subject }}.", "subject }} ."),
        ("title: Objet", "title: Autre titre"),
        ("review_by: 2027-11-30", "review_by: 2028-11-30"),
    ],
)
def test_what_does_not_bind_does_not_void(context: SharedContext, old: str, new: str) -> None:
    context.replace(OBJECT, old, new)
    if old != "subject }}.":
        assert only(reviewed(context)).votes == ()
        assert not warned(context)


def test_void_is_a_warning_of_a_draft_and_an_error_of_a_release(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent", "sont convenues")
    context.commit()
    result = context.docgen("check", "demo")
    assert (result.exit_code, "warning[DG621]" in result.output) == (0, True)
    assert "error[DG621]" in context.refuses("release", "demo", "-m", "raison", "--date", "2026-11-24")


def test_an_approval_carries_forward_when_the_text_comes_back(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent", "sont convenues")
    assert warned(context)
    context.does("approve", "objet.objet", *BY)
    assert not warned(context)
    context.replace(OBJECT, "sont convenues", "conviennent")
    assert not warned(context), "the former approval stands in the file"
    assert context.read(OBJECT).count("role: legal") == 2


def test_approving_changes_nothing_else(context: SharedContext) -> None:
    text = "---\r\nid: objet.objet\r\ntitle: Objet\r\nowner: legal\r\n# why\r\nreview_by: 2027-11-30\r\n---\r\nLes Parties conviennent de {{ contract.subject }}.\r\n"
    (context.root / OBJECT).write_bytes(text.encode())
    assert context.does("approve", OBJECT, *BY) == f"{OBJECT}: approved by legal\n"
    after = (context.root / OBJECT).read_bytes().decode()
    start, end = after.index("approvals:"), after.rindex("---\r\n")
    assert after[:start] + after[end:] == text
    context.replace(OBJECT, "owner: legal", "owner: 'legal'")
    assert "1 approved already" in context.docgen("approve", OBJECT, *BY).output


def test_approvals_in_the_middle_keep_what_follows(context: SharedContext) -> None:
    context.write(
        OBJECT,
        '---\nid: objet.objet\ntitle: Objet\napprovals:\n  - {role: legal, by: "A: b", stamp: "0000000000000000"}\n# the owner\nowner: legal\nreview_by: 2027-11-30\n---\nTexte {{ contract.subject }}.\n',
    )
    context.does("approve", "objet.objet", *BY)
    lines = context.read(OBJECT).splitlines()
    assert lines[3:5] == ["approvals:", '  - {role: legal, by: "A: b", stamp: "0000000000000000"}']
    assert lines[6:8] == ["# the owner", "owner: legal"]


def test_a_name_may_hold_any_sign(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent", "sont convenues")
    context.does("approve", "objet.objet", "--role", "legal", "--by", "O'\"N: #{x}, [é]")
    (vote,) = only(reviewed(context)).votes
    assert (vote.vote, vote.by) == (Vote.PRESENT, "O'\"N: #{x}, [é]")


def test_what_is_wrong_is_told_and_nothing_written(context: SharedContext) -> None:
    before = context.read(OBJECT)
    assert "did you mean 'legal'?" in context.refuses(
        "approve", "objet.objet", "--role", "legla", "--by", "X"
    )
    assert "did you mean 'objet.objet'?" in context.refuses("approve", OBJECT, "objet.objt", *BY)
    assert context.docgen("approve", *BY).exit_code == 2
    assert context.docgen("approve", "--all", "--role", "legal", "--by", "\x1b[31m").exit_code == 2
    assert context.read(OBJECT) == before


def test_an_approval_alone_is_no_change(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent", "sont convenues")
    context.commit()
    context.does("approve", "objet.objet", *BY)
    assert reviewed(context, "HEAD").empty


def test_a_release_keeps_the_approvals_of_its_texts(context: SharedContext) -> None:
    """The library moves on unapproved; what the engagement rests on was approved, and stays so."""
    context.release()
    context.replace(OBJECT, "conviennent", "sont convenues")
    context.commit()
    assert not warned(context)
