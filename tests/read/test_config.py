import pytest

from docgen.read.config import SANS, SERIF, Paths, read_config
from docgen.text.source import Source, Span

TEXT = 'language: fr\nbrand: {primary: "#1d3c5c", accent: "#a4501b"}\n'


def test_the_least_that_a_workspace_says() -> None:
    config, faults = read_config(Source("docgen.yaml", TEXT))
    assert faults == ()
    assert config is not None
    assert (config.language, config.primary, config.accent) == ("fr", "#1d3c5c", "#a4501b")
    assert (config.serif, config.sans, config.issuer, config.logo) == (SERIF, SANS, "", "")
    assert config.paths == Paths("clauses", "templates", "engagements", "outputs")


def test_all_that_it_can_say() -> None:
    text = 'language: en\nbrand: {name: N & F, logo: templates/logo.svg, primary: "#000000", accent: "#333333", serif: A, sans: B}\n'
    config, faults = read_config(
        Source("docgen.yaml", text + "paths: {outputs: built/packs}\napprovals: {amendment: [legal, dpo]}\n")
    )
    assert faults == ()
    assert config is not None
    assert (config.issuer, config.logo, config.serif, config.sans) == (
        "N & F",
        "templates/logo.svg",
        "A",
        "B",
    )
    assert config.paths == Paths(outputs="built/packs")
    assert dict(config.approvals) == {"amendment": ("legal", "dpo")}


@pytest.mark.parametrize("path", ["..", "../x", "a/..", "a/../b", "/etc", "a/./b", "a//b", "a b", ".", "a/"])
@pytest.mark.parametrize("key", ["clauses", "templates", "engagements", "outputs"])
def test_no_path_leaves_the_workspace(key: str, path: str) -> None:
    config, (fault,) = read_config(Source("docgen.yaml", TEXT + f"paths:\n  {key}: '{path}'\n"))
    assert config is None
    assert (fault.code, fault.span.line) == ("DG208", 4)


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("language: fr", "language: french", "DG208", (1, 11, 17)),
        ("language: fr\n", "", "DG202", (1, 1, 1)),
        ('"#1d3c5c"', "red", "DG208", (2, 18, 21)),
        ("primary", "primry", "DG201", (2, 9, 15)),
        ("language: fr", "language: @fr", "DG103", (1, 11, 12)),
    ],
)
def test_a_fault_is_placed(old: str, new: str, code: str, place: tuple[int, int, int]) -> None:
    config, faults = read_config(Source("docgen.yaml", TEXT.replace(old, new)))
    assert config is None
    assert (code, Span("docgen.yaml", *place)) in [(fault.code, fault.span) for fault in faults]


def test_a_class_of_change_that_does_not_exist_is_told_where_it_stands() -> None:
    config, (fault,) = read_config(
        Source("docgen.yaml", TEXT + "approvals:\n  amendement: [legal]\n  operational: [delivery]\n")
    )
    assert config is None
    assert (fault.code, fault.span, fault.hint) == (
        "DG201",
        Span("docgen.yaml", 4, 3, 13),
        "did you mean 'amendment'?",
    )


def test_the_role_that_approves_a_value_is_named_by_a_path_that_exists() -> None:
    text = TEXT + "approvals:\n  values:\n    sla.credits: finance\n    liability.cap: direction\n"
    config, faults = read_config(Source("docgen.yaml", text))
    assert (config is not None, faults) == (True, ())
    assert config is not None
    assert (dict(config.approvals), dict(config.value_approvers)) == (
        {},
        {"sla.credits": "finance", "liability.cap": "direction"},
    )
    config, (fault,) = read_config(Source("docgen.yaml", text.replace("sla.credits", "sla.credit")))
    assert config is None
    assert (fault.code, fault.span, fault.hint) == (
        "DG201",
        Span("docgen.yaml", 5, 5, 15),
        "did you mean 'sla.credits'?",
    )


def test_a_pale_colour_is_reported_where_it_stands() -> None:
    config, (fault,) = read_config(Source("docgen.yaml", TEXT.replace("#a4501b", "#ffcc00")))
    assert config is not None, "it is a warning"
    assert fault.code == "DG505"
    assert (
        TEXT.splitlines()[fault.span.line - 1][fault.span.column - 1 : fault.span.end_column - 1]
        == '"#a4501b"'
    )
