"""An approval holds for what was approved: words, condition, class."""

import pytest

from docgen.model.review import Vote

from ..git.conftest import House
from .conftest import OBJECT, only, reviewed

BY = ("--role", "legal", "--by", "Direction juridique")


def warned(house: House) -> bool:
    return "[DG621]" in house.docgen("check", "demo").output


def test_an_approved_library_is_clean(house: House) -> None:
    assert not warned(house)


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
def test_an_edit_voids(house: House, old: str, new: str) -> None:
    house.replace("docgen.yaml", "  amendment: [legal]", "  amendment: [legal]\n  operational: [legal]")
    house.replace(OBJECT, old, new)
    (vote,) = only(reviewed(house)).votes
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
def test_what_does_not_bind_does_not_void(house: House, old: str, new: str) -> None:
    house.replace(OBJECT, old, new)
    if old != "subject }}.":
        assert only(reviewed(house)).votes == ()
        assert not warned(house)


def test_void_is_a_warning_of_a_draft_and_an_error_of_a_release(house: House) -> None:
    house.replace(OBJECT, "conviennent", "sont convenues")
    house.commit()
    result = house.docgen("check", "demo")
    assert (result.exit_code, "warning[DG621]" in result.output) == (0, True)
    assert "error[DG621]" in house.refuses("release", "demo", "-m", "raison", "--date", "2026-11-24")


def test_an_approval_carries_forward_when_the_text_comes_back(house: House) -> None:
    house.replace(OBJECT, "conviennent", "sont convenues")
    assert warned(house)
    house.does("approve", "objet.objet", *BY)
    assert not warned(house)
    house.replace(OBJECT, "sont convenues", "conviennent")
    assert not warned(house), "the former approval stands in the file"
    assert house.read(OBJECT).count("role: legal") == 2


def test_approving_changes_nothing_else(house: House) -> None:
    text = "---\r\nid: objet.objet\r\ntitle: Objet\r\nowner: legal\r\n# why\r\nreview_by: 2027-11-30\r\n---\r\nLes Parties conviennent de {{ contract.subject }}.\r\n"
    (house.root / OBJECT).write_bytes(text.encode())
    assert house.does("approve", OBJECT, *BY) == f"{OBJECT}: approved by legal\n"
    after = (house.root / OBJECT).read_bytes().decode()
    start, end = after.index("approvals:"), after.rindex("---\r\n")
    assert after[:start] + after[end:] == text
    house.replace(OBJECT, "owner: legal", "owner: 'legal'")
    assert "1 approved already" in house.docgen("approve", OBJECT, *BY).output


def test_approvals_in_the_middle_keep_what_follows(house: House) -> None:
    house.write(
        OBJECT,
        '---\nid: objet.objet\ntitle: Objet\napprovals:\n  - {role: legal, by: "A: b", stamp: "0000000000000000"}\n# the owner\nowner: legal\nreview_by: 2027-11-30\n---\nTexte {{ contract.subject }}.\n',
    )
    house.does("approve", "objet.objet", *BY)
    lines = house.read(OBJECT).splitlines()
    assert lines[3:5] == ["approvals:", '  - {role: legal, by: "A: b", stamp: "0000000000000000"}']
    assert lines[6:8] == ["# the owner", "owner: legal"]


def test_a_name_may_hold_any_sign(house: House) -> None:
    house.replace(OBJECT, "conviennent", "sont convenues")
    house.does("approve", "objet.objet", "--role", "legal", "--by", "O'\"N: #{x}, [é]")
    (vote,) = only(reviewed(house)).votes
    assert (vote.vote, vote.by) == (Vote.PRESENT, "O'\"N: #{x}, [é]")


def test_what_is_wrong_is_told_and_nothing_written(house: House) -> None:
    before = house.read(OBJECT)
    assert "did you mean 'legal'?" in house.refuses("approve", "objet.objet", "--role", "legla", "--by", "X")
    assert "did you mean 'objet.objet'?" in house.refuses("approve", OBJECT, "objet.objt", *BY)
    assert house.docgen("approve", *BY).exit_code == 2
    assert house.docgen("approve", "--all", "--role", "legal", "--by", "\x1b[31m").exit_code == 2
    assert house.read(OBJECT) == before


def test_an_approval_alone_is_no_change(house: House) -> None:
    house.replace(OBJECT, "conviennent", "sont convenues")
    house.commit()
    house.does("approve", "objet.objet", *BY)
    assert reviewed(house, "HEAD").empty


def test_a_release_keeps_the_approvals_of_its_texts(house: House) -> None:
    """The library moves on unapproved; what the engagement rests on was approved, and stays so."""
    house.release()
    house.replace(OBJECT, "conviennent", "sont convenues")
    house.commit()
    assert not warned(house)
