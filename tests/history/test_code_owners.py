"""Who is asked to review which file of the library."""

from docgen.history.code_owners import code_owners
from docgen.model.clause import STANDARD, Clause, Library
from docgen.text.source import Source

HEAD = "# Written by docgen owners, from the owners of the clauses and the accounts of docgen.yaml.\n"


def library(**owners: str) -> Library:
    """Clauses `topic__name` with their owners."""
    clauses: dict[str, dict[str, dict[str, Clause]]] = {}
    for name, owner in owners.items():
        clause = Clause(name.replace("__", "."), "x", "fr", Source(f"{name}.md", ""), 0, owner=owner)
        clauses[clause.id] = {STANDARD: {"fr": clause}}
    return Library(clauses)


ACCOUNTS = {"legal": ("@x/legal", "jo@example.org"), "sla": ("@x/sla",)}


def test_a_topic_belongs_to_the_role_that_owns_most_of_it() -> None:
    owned = library(b__un="sla", b__deux="legal", b__trois="sla", a__un="legal", c__un="", d__un="nobody")
    text, faults = code_owners(owned, "fr", "lib/clauses", ACCOUNTS, "docgen.yaml")
    assert text == HEAD + (
        "/lib/clauses/a/ @x/legal jo@example.org\n"
        "/lib/clauses/b/ @x/sla\n"
        "/lib/clauses/b/deux.* @x/legal jo@example.org\n"
    )
    (fault,) = faults
    assert (fault.code, fault.span.path) == ("DG625", "docgen.yaml")
    assert fault.message == "the role 'nobody' owns clauses and has no account"
    assert fault.hint == 'add to docgen.yaml: owners: {nobody: ["@organisation/team"]}'


def test_of_two_roles_that_own_as_many_the_first_by_name_has_the_topic() -> None:
    for owned in (library(a__un="sla", a__deux="legal"), library(a__un="legal", a__deux="sla")):
        text = code_owners(owned, "fr", "c", ACCOUNTS, "x").value
        assert text.splitlines()[1] == "/c/a/ @x/legal jo@example.org"
        assert text.splitlines()[2] in ("/c/a/un.* @x/sla", "/c/a/deux.* @x/sla")


def test_the_language_of_the_library_counts() -> None:
    assert code_owners(library(a__un="legal"), "en", "c", ACCOUNTS, "x") == (HEAD, ())
