"""What changed, who gains, whom it touches, what fails: asked of real branches."""

from docgen.model.changes import Op
from docgen.model.review import Fate, RoleVote, Sentence, Vote

from ..git.conftest import SharedContext
from .conftest import OBJECT, OUTLINE, PAYMENT, TERMS, clause, only, reviewed

# --- what changed --------------------------------------------------------------------------------------------


def test_nothing_changed(context: SharedContext) -> None:
    assert reviewed(context).empty


def test_a_changed_clause_is_told_word_by_word(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent de", "sont convenues de")
    found = only(reviewed(context))
    assert (found.id, found.fate, found.change, found.owner) == (
        "objet.objet",
        Fate.CHANGED,
        "amendment",
        "legal",
    )
    assert [(run.op, run.text.strip()) for run in found.runs] == [
        (Op.SAME, "Les Parties"),
        (Op.REMOVED, "conviennent"),
        (Op.ADDED, "sont convenues"),
        (Op.SAME, "de {{ contract.subject }}."),
    ]
    assert (found.added, found.removed) == (2, 1)


def test_a_value_is_one_word(context: SharedContext) -> None:
    context.replace(OBJECT, "{{ contract.subject }}", "{{ contract.reference }}")
    found = only(reviewed(context))
    assert [run.text.strip() for run in found.runs if run.op is not Op.SAME] == [
        "{{ contract.subject }}",
        "{{ contract.reference }}",
    ]


def test_typography_is_told_as_such_and_binds_nobody(context: SharedContext) -> None:
    context.replace(OBJECT, "Les Parties conviennent", "Les  Parties\nconviennent")
    found = only(reviewed(context))
    assert (found.fate, found.change, found.runs, found.votes) == (Fate.TYPESET, "editorial", (), ())


def test_a_paragraph_that_is_parted_is_a_change(context: SharedContext) -> None:
    context.replace(OBJECT, "Les Parties conviennent", "Les Parties\n\nconviennent")
    assert only(reviewed(context)).fate is Fate.CHANGED


def test_a_title_is_editorial(context: SharedContext) -> None:
    context.replace(OBJECT, "title: Objet", "title: Objet du contrat")
    found = only(reviewed(context))
    assert (found.fate, found.change) == (Fate.METADATA, "editorial")
    assert found.sentences == (Sentence("title", {"old": "Objet", "new": "Objet du contrat"}),)


def test_a_renamed_clause_is_known_by_its_words(context: SharedContext) -> None:
    context.write("clauses/objet/but.fr.md", context.read(OBJECT).replace("objet.objet", "objet.but"))
    (context.root / OBJECT).unlink()
    context.replace(OUTLINE, "objet.objet", "objet.but")
    found = only(reviewed(context))
    assert (found.id, found.former, found.fate, found.change, found.votes) == (
        "objet.but",
        "objet.objet",
        Fate.RENAMED,
        "editorial",
        (),
    )


def test_a_moved_file_is_known_by_the_id_that_it_states(context: SharedContext) -> None:
    """The path says the id, so a fault tells of the rest; the text is not a new one."""
    context.write("clauses/objet/but.fr.md", context.read(OBJECT).replace("conviennent", "sont convenues"))
    (context.root / OBJECT).unlink()
    found = only(reviewed(context))
    assert (found.id, found.former, found.removed, found.added) == ("objet.but", "objet.objet", 1, 2)


def test_a_clause_moved_in_its_outline(context: SharedContext) -> None:
    text = context.read(OUTLINE)
    line = "      - clause: facturation.indemnite\n"
    context.write(
        OUTLINE,
        text.replace(line, "").replace(
            "      - clause: objet.objet\n", "      - clause: objet.objet\n" + line
        ),
    )
    review = reviewed(context)
    (file,) = review.files
    assert review.clauses == ()
    assert file.change == "amendment", "the contract binds"
    assert file.sentences == (
        Sentence("outline.moved", {"item": "facturation.indemnite", "old": "Facturation", "new": "Objet"}),
    )


def test_a_fallback_and_its_master_are_two_texts(context: SharedContext) -> None:
    context.write(
        "clauses/objet/objet.fallback-1.fr.md",
        "---\nrationale: r\napprover: legal\n---\nLes Parties envisagent {{ contract.subject }}.\n",
    )
    found = only(reviewed(context))
    assert (found.position, found.fate, found.title, found.change) == (
        "fallback-1",
        Fate.ADDED,
        "Objet",
        "amendment",
    )


def test_a_condition_of_the_master_reaches_the_fallback(context: SharedContext) -> None:
    context.write(
        "clauses/objet/objet.fallback-1.fr.md",
        "---\nrationale: r\napprover: legal\n---\nLes Parties envisagent {{ contract.subject }}.\n",
    )
    context.does("approve", "objet.objet", "--role", "legal", "--by", "Direction juridique")
    context.commit()
    context.replace(OBJECT, "title: Objet", "title: Objet\nwhen: facts.subcontracting")
    fallback, standard = reviewed(context, "HEAD").clauses
    assert (fallback.position, fallback.sentences, fallback.change) == (
        "fallback-1",
        standard.sentences,
        "amendment",
    )
    assert [vote.vote for vote in fallback.votes] == ["void"]


def test_the_lower_class_does_not_decide(context: SharedContext) -> None:
    """A change of class is of the farther-reaching of the two."""
    context.replace(OBJECT, "title: Objet", "title: Objet\nchange: editorial")
    found = only(reviewed(context))
    assert (found.change, [vote.role for vote in found.votes]) == ("amendment", ["legal"])


def test_a_deletion_is_asked_of_the_same_roles_and_blocks_nobody(context: SharedContext) -> None:
    """No file is left that could hold an approval."""
    (context.root / "clauses/facturation/indemnite.fr.md").unlink()
    review = reviewed(context)
    found = only(review)
    assert (found.fate, found.votes) == (Fate.REMOVED, (RoleVote("legal", Vote.ASKED),))
    assert review.unapproved == ()


def test_a_clause_that_cannot_be_read_is_not_gone(context: SharedContext) -> None:
    context.replace(OBJECT, "title: Objet", "title: [Objet")
    review = reviewed(context)
    assert review.clauses == ()
    assert [(file.path, file.kind, file.fate) for file in review.files] == [(OBJECT, "clause", Fate.CHANGED)]
    assert review.errors


def test_files_that_are_not_text(context: SharedContext) -> None:
    (context.root / "templates/page/photo.css").write_bytes(b"\0\1\2")
    (context.root / OBJECT).write_bytes(b"\xff\xfe\0caf\xe9")
    review = reviewed(context)
    assert {file.path: file.runs for file in review.files} == {OBJECT: (), "templates/page/photo.css": ()}


# --- who gains -----------------------------------------------------------------------------------------------


def test_a_value_favours_the_party_that_its_field_declares(context: SharedContext) -> None:
    context.write(
        "engagements/demo/engagement.yaml",
        "id: demo\nsla:\n  credits:\n    monthly_cap: 5 %\npayment:\n  term: 45 days\n",
    )
    found = {value.path: (value.favours, value.engagements) for value in reviewed(context).values}
    assert found == {
        "sla.credits.monthly_cap": ("provider", ("demo",)),
        "payment.term": ("client", ("demo",)),
    }


def test_a_target_turns_with_its_direction(context: SharedContext) -> None:
    text = context.read(TERMS)
    assert text.count("direction: higher") == 1
    target = next(line for line in text.splitlines() if line.strip().startswith("target:"))
    context.write(TERMS, text.replace(target, target.split(":")[0] + ": 10"))
    assert [value.favours for value in reviewed(context).values] == ["provider"]
    context.write(TERMS, text.replace("direction: higher", "direction: lower"))
    context.commit()
    context.write(TERMS, context.read(TERMS).replace(target, target.split(":")[0] + ": 10"))
    assert [value.favours for value in reviewed(context, "HEAD").values] == ["client"]


def test_a_field_without_direction_favours_nobody(context: SharedContext) -> None:
    context.write("engagements/demo/engagement.yaml", "id: demo\ntitle: Autre titre\n")
    (value,) = reviewed(context).values
    assert (value.new, value.favours) == ("Autre titre", None)


def test_a_position_is_told_as_a_value(context: SharedContext) -> None:
    context.write(
        "clauses/objet/objet.fallback-1.fr.md",
        "---\nrationale: r\napprover: legal\n---\nLes Parties envisagent {{ contract.subject }}.\n",
    )
    context.write(
        "engagements/demo/engagement.yaml",
        "id: demo\npositions:\n  - {clause: objet.objet, position: fallback-1, reason: r, approved_by: A}\n",
    )
    (value,) = reviewed(context).values
    assert (value.path, value.old, value.new, value.favours) == (
        "positions.objet.objet",
        "standard",
        "fallback-1",
        None,
    )


# --- what it touches -----------------------------------------------------------------------------------------


def test_a_draft_takes_the_new_text(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent", "sont convenues")
    (touched,) = reviewed(context).touched
    assert (touched.engagement, touched.documents, touched.released, touched.signed, touched.amendment) == (
        "demo",
        ("Contrat",),
        "",
        "",
        False,
    )


def test_a_signed_contract_needs_an_amendment(context: SharedContext) -> None:
    context.release()
    context.does("mark-signed", "demo@1.0.0", "--date", "2026-12-01")
    context.commit()
    context.replace(OBJECT, "conviennent", "sont convenues")
    (touched,) = reviewed(context, "HEAD").touched
    assert (touched.released, touched.signed, str(touched.signed_on), touched.amendment) == (
        "1.0.0",
        "1.0.0",
        "2026-12-01",
        True,
    )
    (context.root / OBJECT).unlink()
    (touched,) = reviewed(context, "HEAD").touched
    assert touched.bound == ("objet.objet",)
    context.git("checkout", "-q", "--", OBJECT)
    context.replace(OBJECT, "title: Objet", "title: Objet du contrat")
    (touched,) = reviewed(context, "HEAD").touched
    assert not touched.amendment, "a title binds nobody"


def test_an_engagement_with_faults_is_still_touched(context: SharedContext) -> None:
    context.replace(OBJECT, "conviennent", "sont convenues")
    context.replace(PAYMENT, "{{ payment.term | words }}", "{{ payment.trem | words }}")
    review = reviewed(context)
    assert review.errors
    assert [touched.engagement for touched in review.touched] == ["demo"]


def test_a_new_engagement_is_told_once(context: SharedContext) -> None:
    context.write("engagements/autre/engagement.yaml", "id: autre\n")
    review = reviewed(context)
    assert [(touched.engagement, touched.fate) for touched in review.touched] == [("autre", Fate.ADDED)]
    assert review.values == ()


# --- what fails ----------------------------------------------------------------------------------------------


def test_only_new_faults_are_told(context: SharedContext) -> None:
    context.write("clauses/objet/vieux.fr.md", clause("objet.vieux", "Un vieux texte [[objet.rien]]."))
    context.git("checkout", "-q", "main")
    context.commit("an old fault")
    context.git("checkout", "-q", "-B", "lot")
    context.replace("clauses/objet/vieux.fr.md", "title: objet.vieux", "title: Vieux\n# moved by a line")
    context.replace(OBJECT, "contract.subject", "contract.subjet")
    assert {fault.span.path for fault in reviewed(context).diagnostics} == {OBJECT}


def test_a_conflict_left_in_a_clause(context: SharedContext) -> None:
    context.replace(OBJECT, "Les Parties", "<<<<<<< ours\nLes Parties")
    context.write(OBJECT, context.read(OBJECT) + "=======\nAutre texte.\n>>>>>>> theirs\n")
    assert "DG357" in {fault.code for fault in reviewed(context).errors}


def test_a_workspace_that_the_base_has_not(context: SharedContext) -> None:
    context.git("checkout", "-q", "--orphan", "empty")
    context.git("rm", "-q", "-r", "--cached", ".")
    context.git("commit", "-q", "--allow-empty", "-m", "nothing")
    context.commit("all")
    review = reviewed(context, "HEAD~1", "HEAD")
    assert {one.fate for one in review.clauses} == {Fate.ADDED}
    assert [touched.fate for touched in review.touched] == [Fate.ADDED]
