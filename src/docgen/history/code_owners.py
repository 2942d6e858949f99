"""CODEOWNERS, from the owners of clauses: forges ask these people to review what they answer for. A pure function.

Fault: DG625 (a role that owns clauses has no account in `docgen.yaml`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from docgen.model.clause import Clause, Library
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import ROLE_WITHOUT_ACCOUNT
from docgen.text.source import Span

_HEAD = "# Written by docgen owners, from the owners of the clauses and the accounts of docgen.yaml.\n"


def code_owners(
    library: Library, language: str, folder: str, accounts: Mapping[str, tuple[str, ...]], config: str
) -> Checked[str]:
    """The file. `folder` is the library's path from the top of the repository; `config` names the file of the accounts.

    A topic belongs to the role that owns most of its clauses, the others follow one by one: of two lines that match a
    file, the last counts.
    """
    masters = library.standard(language)
    roles = sorted({clause.owner for clause in masters if clause.owner} - accounts.keys())
    faults = tuple(_fault(role, config) for role in roles)
    lines = [
        line
        for topic in sorted({clause.topic for clause in masters})
        for line in _topic(topic, masters, folder, accounts)
    ]
    return Checked(_HEAD + "".join(lines), faults)


def _topic(
    topic: str, masters: Sequence[Clause], folder: str, accounts: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    owned = [clause for clause in masters if clause.topic == topic and clause.owner in accounts]
    if not owned:
        return
    ranks = Counter(clause.owner for clause in owned)
    most = min(ranks, key=lambda role: (-ranks[role], role))
    yield f"/{folder}/{topic}/ {' '.join(accounts[most])}\n"
    for clause in owned:
        if clause.owner != most:
            yield f"/{folder}/{topic}/{clause.id.partition('.')[2]}.* {' '.join(accounts[clause.owner])}\n"


def _fault(role: str, config: str) -> Diagnostic:
    hint = f'add to docgen.yaml: owners: {{{role}: ["@organisation/team"]}}'
    return ROLE_WITHOUT_ACCOUNT.at(Span(config), f"the role {role!r} owns clauses and has no account", hint)
