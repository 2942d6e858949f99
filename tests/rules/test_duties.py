"""What a clause commits to, against the matrix: each pair is a contradiction that a signed text once had."""

import pytest

from .harness import check_files

CLAUSE = "clauses/services/niveaux.fr.md"
ENGAGEMENT = "engagements/demo/engagement.yaml"
FRONT = "---\nid: services.niveaux\ntitle: Niveaux\nowner: delivery\nreview_by: 2027-11-30\nduties:\n{duties}---\nSelon {{{{ change.committee_threshold | words }}}}, le changement du Service est traité.\n"
MATRIX = """\
id: demo
raci:
  groups:
    - id: exploitation
      name: Exploitation
      activities:
        - {{id: conduire, name: conduire, letters: {{{letters}}}}}
        - {{id: exploiter, name: exploiter le serveur, letters: {{sdm: A/R, dsi: I, achats: C, compte: I}}, service: hebergement, obligation: disponibilite}}
        - {{id: rapporter, name: remettre les rapports, letters: {{compte: A/R, dsi: I, achats: I}}, obligation: rapports}}
"""


def messages(letters: str, *duties: str) -> list[str]:
    lines = "".join(f"  - {{activity: conduire, {duty}}}\n" for duty in duties)
    files = {CLAUSE: FRONT.format(duties=lines), ENGAGEMENT: MATRIX.format(letters=letters)}
    return [fault.message for fault in check_files(files) if fault.code == "DG4501"]


@pytest.mark.parametrize(
    ("letters", "duties"),
    [
        ("sdm: A/R, dsi: C", ("by: client, act: does",)),  # who leads in a crisis
        ("dsi: A/R, sdm: C", ("by: provider, act: decides",)),  # who declares a disaster
        ("sdm: A/R, dsi: I", ("by: both, act: does",)),  # who declares a major incident
        ("dsi: A/R, sdm: C", ("by: committee, act: decides",)),  # who lets the service start
        ("dsi: A/R, sdm: C", ("by: provider, act: does",)),  # who orders the penetration test
        (  # who approves a change above the threshold of the committee
            "achats: A/R, dsi: C, sdm: C",
            (
                "by: steering, act: decides, within: change.committee_threshold",
                "by: client, act: decides, level: strategic",
            ),
        ),
        (  # who has the last word, though a service manager holds the A
            "achats: A, dsi: R, sdm: C",
            (
                "by: both, act: decides, level: tactical, within: change.committee_threshold",
                "by: client, act: decides, level: strategic",
            ),
        ),
        ("dsi: A/R, sdm: I", ("by: provider, act: informs",)),  # who informs
        ("sdm: A/R, compte: I", ("by: provider, act: informs",)),  # who is told
        ("sdm: A/R, dsi: I", ("by: client, act: advises",)),  # who is heard
    ],
)
def test_a_letter_that_disagrees_is_placed_in_the_clause_and_in_the_matrix(
    letters: str, duties: tuple[str, ...]
) -> None:
    assert len(set(messages(letters, *duties))) == 1
    assert len(messages(letters, *duties)) >= 2


@pytest.mark.parametrize(
    ("letters", "duties"),
    [
        ("sdm: A/R, dsi: C", ("by: provider, act: does", "by: client, act: advises")),
        ("dsi: A/R, sdm: R", ("by: both, act: does", "by: client, act: decides")),
        ("sdm: A/R, dsi: I", ("by: provider, act: informs",)),
        (
            "dsi: A, achats: R, sdm: C",
            (
                "by: both, act: decides, level: tactical, within: change.manager_threshold",
                "by: steering, act: decides, within: change.committee_threshold",
                "by: client, act: decides, level: strategic",
            ),
        ),
    ],
)
def test_a_matrix_that_says_the_same_is_clean(letters: str, duties: tuple[str, ...]) -> None:
    assert messages(letters, *duties) == []
