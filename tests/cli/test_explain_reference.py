"""`docgen explain` of fields, kinds of files, blocks and filters, outside of any workspace."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import Result

from docgen.assemble import blocks
from docgen.assemble.fill import FILTERS
from docgen.cli.main import docgen
from docgen.manual import pages
from docgen.manual.file_kinds import ABOUT
from docgen.manual.reference import entries, words
from docgen.read.jsonschema import SCHEMAS
from docgen.read.schemas.describe import gains, values_by_path
from docgen.read.schemas.fields import number, turned

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def facts(run: Run, word: str) -> dict[str, str]:
    """What the first page of a word says, by label."""
    page: dict[str, dict[str, str]] = json.loads(run("explain", word, "--format", "json").stdout)[0]
    return page["facts"]


def test_a_field_is_explained_for_people(run: Run) -> None:
    assert run("explain", "services[].monthly_fee").stdout == (
        "services[].monthly_fee (field)\n\nmonthly fee\n\n"
        "  file      engagement\n"
        "  type      amount, 0 EUR or more\n"
        "  required  yes\n"
        "  example   42 500 EUR\n"
        "  change    amendment\n"
        "  gains     provider\n"
    )


@pytest.mark.parametrize("path", ["services.monthly_fee", "services[0].monthly_fee"])
def test_a_field_in_a_list_is_found_with_and_without_brackets(run: Run, path: str) -> None:
    assert run("explain", path).stdout == run("explain", "services[].monthly_fee").stdout


def test_units_and_limits_stand_in_the_type(run: Run) -> None:
    assert facts(run, "maintenance.monthly_limit")["type"] == "duration in minutes, hours, 1 min to 24 h"


def test_a_default_is_the_value_of_the_terms_that_docgen_brings(run: Run) -> None:
    assert facts(run, "payment.term")["default"] == "30 days"
    assert "default" not in facts(run, "contract.date")


def test_a_field_that_may_be_left_out_is_not_required(run: Run) -> None:
    assert facts(run, "services.rto")["required"] == "no"


def test_who_gains_may_hang_on_the_field_beside() -> None:
    field = turned(number("target", "99.9", gains="client"), "direction", "lower")
    assert gains(field) == "client; the other party where `direction` is `lower`"


def test_a_path_of_two_kinds_of_files_has_two_pages(run: Run) -> None:
    found = json.loads(run("explain", "language", "--format", "json").stdout)
    assert [page["facts"]["file"] for page in found] == ["engagement", "workspace"]
    assert run("explain", "language").stdout.count("language (field)\n") == 2


def test_a_kind_of_file_lists_its_sections(run: Run) -> None:
    shown = run("explain", "engagement").stdout
    assert "`engagements/<id>/*.yaml`" in shown
    (page,) = json.loads(run("explain", "engagement", "--format", "json").stdout)
    assert list(page["parts"]) == list(SCHEMAS["engagement"].fields)
    assert page["parts"]["services"] == "services"


def test_the_kinds_of_files_are_listed(run: Run) -> None:
    (page,) = json.loads(run("explain", "formats", "--format", "json").stdout)
    assert set(page["parts"]) == set(SCHEMAS) == set(ABOUT)


def test_blocks_and_filters_are_explained(run: Run) -> None:
    assert run("explain", "key-terms").stdout.startswith("key-terms (block)\n\n")
    assert "filter)\n\nwords and figures\n" in run("explain", "words").stdout
    assert {*blocks.names(), *FILTERS} <= set(words())


def test_every_word_has_a_page() -> None:
    assert [word for word in set(words()) if not entries(word, {})] == []


def test_no_word_is_a_fault_and_something_else() -> None:
    assert {page.name for page in pages()} & set(words()) == set()


def test_a_fault_is_read_by_programs(run: Run) -> None:
    (page,) = json.loads(run("explain", "DG204", "--format", "json").stdout)
    assert (page["kind"], page["name"], page["severity"]) == ("fault", "wrong-quantity", "error")
    assert list(page["bad"]) == ["engagements/demo/engagement.yaml"]


def test_a_near_path_is_suggested(run: Run) -> None:
    ended = run("explain", "services.montly_fee")
    assert ended.exit_code == 2
    assert "did you mean 'services.monthly_fee'?" in ended.stderr
    assert "did you mean 'engagement'?" in run("explain", "Engagment").stderr


def test_words_are_completed() -> None:
    shell = ShellComplete(docgen, {}, "docgen", "_DOCGEN_COMPLETE")
    found = [item.value for item in shell.get_completions(["explain"], "services.mon")]
    assert found == ["services.monthly_fee"]
    assert "DG204" in [item.value for item in shell.get_completions(["explain"], "DG2")]


def test_values_are_taken_by_path_as_they_are_written() -> None:
    written = {"a": {"b": "30 days", "c": True}, "d": ["x", "y"], "e": [{"f": "1"}]}
    assert dict(values_by_path(written)) == {"a.b": "30 days", "a.c": "true", "d": "x; y"}
