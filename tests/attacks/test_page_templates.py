"""A page template is code of the house, and still reads no file, reaches no network and comes to an end."""

import socket
from collections.abc import Iterator
from functools import cache

import pytest

from docgen.model.document import Document
from docgen.render.html import PageTemplates, to_html
from docgen.text.diagnostics import Diagnostic

from ..fuzz.workspaces import BRAND, checked, documents, pages
from ..rules.harness import base

LINE = "{{ document.title }}"


@cache
def document() -> Document:
    return documents(checked(base(), "demo")[0], "demo", base())[0]


def faults(name: str, text: str) -> tuple[Diagnostic, ...]:
    html, found = to_html(document(), PageTemplates.of({**dict(pages().texts), name: text}), BRAND)
    assert bool(html) != bool(found)
    return found


ATTACKS = (
    "{% include '/etc/passwd' %}",
    "{% include '../../docgen.yaml' %}",
    "{% import 'os' as os %}",
    "{{ document.__class__.__mro__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ show.__globals__ }}",
    "{{ show.__func__.__globals__['__builtins__'] }}",
    "{{ lipsum.__globals__.os.environ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ ('%s' | attr('format'))(document.__class__) | attr('__class__') + 1 }}",
    "{{ '{0.__class__.__mro__}'.format(document) + 1 }}",
    "{{ words.update({'a': 'b'}) }}",
    "{{ range(10 ** 9) }}",
    "{{ range(1000000000) }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in document.children recursive %}{{ loop(document.children) }}{% endfor %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 1000000000 * [1] }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 1 / 0 }}",
    "{{ [][3] }}",
    "{{ none() }}",
    "{{ 'a' < 1 }}",
    "{{ missing }}",
    "{{ document | nope }}",
    "{{ show(none) }}",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_a_fault_at_its_line(attack: str) -> None:
    (fault,) = faults("document.html.j2", f"<p>\n{attack}\n</p>")
    assert (fault.code, fault.span.path, fault.span.line) == ("DG506", "templates/page/document.html.j2", 2)
    assert "\n" not in fault.message


@pytest.mark.parametrize("attack", ["{{ document.__class__ }}", "{{ 1 / 0 }}", "{{ range(10 ** 9) }}"])
def test_an_attack_outside_the_macros_is_a_fault_at_its_line(attack: str) -> None:
    (fault,) = faults("nodes.html.j2", f"{dict(pages().texts)['nodes.html.j2']}\n{attack}")
    assert fault.code == "DG506"
    assert fault.span.path == "templates/page/nodes.html.j2"
    assert fault.span.line == dict(pages().texts)["nodes.html.j2"].count("\n") + 2


@pytest.mark.parametrize("text", ["", "  \n", "{# nothing #}"])
def test_a_page_without_anything_is_a_fault(text: str) -> None:
    (fault,) = faults("document.html.j2", text)
    assert fault.span.path == "templates/page/document.html.j2"


def test_a_page_that_lacks_a_macro_names_it() -> None:
    (fault,) = faults("nodes.html.j2", "{% macro Paragraph(node, depth) %}{% endmacro %}")
    assert "has no macro" in fault.message


# --- the network -------------------------------------------------------------------------------------------


@pytest.fixture
def visits() -> Iterator[tuple[int, socket.socket]]:
    """A port of this machine on which nobody may knock."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server.getsockname()[1], server


@pytest.mark.parametrize(
    "page",
    [
        "<style>@import url(http://127.0.0.1:PORT/a.css);</style><p>a",
        "<style>p { background: url(http://127.0.0.1:PORT/a.png) }</style><p>a",
        "<style>@font-face { font-family: X; src: url(http://127.0.0.1:PORT/a.ttf) } p { font-family: X }</style><p>a",
        "<link rel=stylesheet href='http://127.0.0.1:PORT/a.css'><p>a",
        "<p><img alt=b src='http://127.0.0.1:PORT/a.png'>",
        "<p><object data='http://127.0.0.1:PORT/a.svg'></object><embed src='http://127.0.0.1:PORT/a.svg'>",
        "<link rel=attachment href='http://127.0.0.1:PORT/a'><p>a",
        "<base href='http://127.0.0.1:PORT/'><p><img alt=b src='a.png'>",
        "<p><img alt=b src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='9' height='9'><image x:href='http://127.0.0.1:PORT/a.png' width='9' height='9'/></svg>\">",
        "<p><img alt=b src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><style>@import url(http://127.0.0.1:PORT/a.css);</style><use href='http://127.0.0.1:PORT/a.svg'/></svg>\">",
    ],
)
def test_no_page_reaches_the_network(page: str, visits: tuple[int, socket.socket]) -> None:
    from docgen.render.pdf import to_pdf

    port, server = visits
    to_pdf(f"<!DOCTYPE html><html lang=fr><title>a</title><body>{page.replace('PORT', str(port))}", {})
    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "../../etc/passwd",
        "docgen-asset:../../etc/passwd",
        "docgen-asset:%2e%2e/x",
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "<style>@import url({});</style><p>a",
        "<style>p {{ background: url({}) }}</style><p>a",
        "<link rel=stylesheet href='{}'><p>a",
        "<link rel=attachment href='{}'><p>a",
    ],
)
def test_no_page_reads_a_file(url: str, form: str) -> None:
    from docgen.render.pdf import to_pdf

    content, found = to_pdf(f"<!DOCTYPE html><html lang=fr><title>a</title><body>{form.format(url)}", {})
    assert b"EmbeddedFile" not in content
    assert "DG501" in {fault.code for fault in found}


ENTITY = "<?xml version='1.0'?><!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' width='90' height='9'><text y='9'>&e;</text></svg>"
LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><svg xmlns='http://www.w3.org/2000/svg' width='90' height='9'><text y='9'>&j;</text></svg>"
)


@pytest.mark.parametrize("svg", [ENTITY, LAUGHS], ids=["entity", "laughs"])
def test_a_logo_with_entities_is_a_fault(svg: str) -> None:
    from base64 import b64encode

    from docgen.render.pdf import to_pdf

    source = "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
    content, found = to_pdf(
        f"<!DOCTYPE html><html lang=fr><title>a</title><body><p><img alt=logo src='{source}'>", {}
    )
    assert "DG501" in {fault.code for fault in found}
    assert len(content) < 100_000
