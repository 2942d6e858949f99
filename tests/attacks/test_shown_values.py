"""What stands in a file cannot steer a terminal, a forge or a page that shows it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result

from docgen.history.markdown import plain
from docgen.render.html import to_html
from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span

from ..cli.conftest import context, run
from ..fuzz.workspaces import BRAND, checked, documents, pages
from ..rules.harness import base

__all__ = ["context", "run"]

Run = Callable[..., Result]
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", ["human", "short", "github"])
@pytest.mark.parametrize(
    "sign", ["\x1b]0;owned\x07", "\x1b[2J", "\u202e", "\u2066", "\x9b31m", "\r", "\b\b\b"]
)
def test_no_format_lets_a_sign_through_that_steers(context: Path, run: Run, form: str, sign: str) -> None:
    """In a text, in a file name, and in a value that a message quotes."""
    (context / "clauses/objet/objet.fr.md").write_bytes(
        f"---\nid: objet.objet{sign}\n---\nLes {sign} Parties\n".encode()
    )
    (context / "clauses/objet" / f"x{sign}.fr.md").write_text("x")
    escaped = "".join(f"\\u{ord(c):04x}" for c in sign)
    (context / "engagements/demo/engagement.yaml").write_text(
        f'id: demo\nlanguage: "{escaped}"\n"{escaped}": 1\n'
    )
    result = run("check", "--format", form)
    assert result.exit_code == 1
    assert not STEERING.search(result.output), STEERING.findall(result.output)


def test_a_message_ends_no_workflow_command() -> None:
    from docgen.cli.formats import find

    fault = Diagnostic(
        Span("a,b:c\n::error::x.md", 1, 1, 1),
        "DG100",
        Severity.ERROR,
        "x\n::set-output name=a::b",
        "y\r\n::error::z",
    )
    (line,) = find("github").show((fault,), lambda path, number: "", False).splitlines()
    assert line.startswith("::error file=")


HOSTILE = (
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onclick="alert(1)',
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&lt;b&gt;",
    "A*B <i>&",
    "]]>",
    "<!--",
    "javascript:alert(1)",
    "=cmd|'/c calc'!A1",
    "`x`",
    "[a](b)",
)


class _Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen += [tag, *(f"@{name}" for name, _ in attrs)]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(value: str) -> _Tags:
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    contents = {
        **base(),
        "engagements/demo/engagement.yaml": f'id: demo\ntitle: "{quoted}"\ncontract: {{subject: "{quoted}"}}\nparties: {{client: {{name: "{quoted}"}}}}\n'.encode(),
        "templates/outlines/contract.yaml": base()["templates/outlines/contract.yaml"]
        + b"  - block: cover\n  - block: parties\n",
    }
    answer, found = checked(contents, "demo")
    assert not [fault for fault in found if fault.severity is Severity.ERROR], found
    html, faults = to_html(documents(answer, "demo", contents)[0], pages(), BRAND)
    assert not faults
    tags = _Tags()
    tags.feed(html)
    return tags


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_makes_neither_tag_nor_attribute(value: str) -> None:
    assert read(value).seen == read("Exemple").seen


@pytest.mark.parametrize("value", ["A*B <i>&", "{{ 7 * 7 }}", "<b>x</b>"])
def test_a_value_prints_as_typed(value: str) -> None:
    assert value in "".join(read(value).text).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    "value",
    [
        *HOSTILE,
        "a|b",
        "@someone",
        "#12",
        "https://example.invalid",
        "# T",
        "- x",
        "\n\n# T",
        "~~x~~",
        "![a](b)",
    ],
)
def test_markdown_of_a_forge_shows_a_value_as_text(value: str) -> None:
    from markdown import markdown

    shown = plain(value)
    assert "\n" not in shown
    html = markdown(f"| {shown} |")
    assert re.sub(r"</?p>", "", html).count("<") == 0, html
