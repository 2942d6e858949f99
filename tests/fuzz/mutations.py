"""Ways of damaging a file: bytes, tokens, structure. Each takes a text and the choices of hypothesis, and gives bytes."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from hypothesis import strategies as st

Draw = Callable[..., Any]


class Damaged(NamedTuple):
    """A file after its damage; it prints short, since a locale has 80 kB."""

    path: str
    content: bytes

    def __repr__(self) -> str:
        return f"{self.path}: {self.content[:2000]!r}"


Change = Callable[[Draw, bytes], bytes]

BYTES = (
    b"\x00", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n\n", b"\t", b":", b": ", b"- ", b"#", b"{", b"}", b"[", b"]",
    b"&a ", b"*a", b"!!python/object:os.system ", b"|", b">", b"'", b'"', b"---\n", b"...\n", b"%", b"\\", b"\xc2\x85", b"\xe2\x80\xa8", b"\xf0\x9f\x92\xa3",
)  # fmt: skip
WORDS = (
    "null", "~", "true", "no", "12:30", "0777", "0x1F", "1e400", "-1", "0", "99999999999999999999999999", "1.5", ".nan", "''", "' '", "[]", "{}", "[[]]",
    "[null]", "{a: null}", "4 h", "0 min", "99999999 min", "3 parsecs", "2 business days", "99.9 %", "100.0001 %", "-5 %", "12 500 EUR", "0 EUR",
    "999999999999999 EUR", "12 XXX", "2026-12-01", "0001-01-01", "9999-12-31", "2026-02-30", "08:00-18:00", "00:00-24:00", "18:00-08:00", "2026-09",
    "P1", "fr", "en", "zz", "provider", "client", "../../etc/passwd", "/etc/passwd", "a/../..", "https://example.invalid/x", "\u202eabc", "é" * 50,
    '"\\e[31mred"', '"<script>alert(1)</script>"', '"=1+1"', '"{{ x }}"', '"[[a.b]]"', '"{% x %}"', "'{count}'", "'{'", "'{0.__class__}'", "'%s %n'",
    '"((((((((((a+)+)+)+)+)+"', '"(?P<a>"', '"\\\\"', "x" * 3000, "[" * 60, "{a: " * 60, "&x [*x]", "*unknown", "!!float 1", "|\n  a\n  b",
)  # fmt: skip
MARKS = (
    "{{ contract.subject }}", "{{ x.__class__ }}", "{{ a", "}}", "{{ contract.date | words }}", "{{ services }}", "{{ payment.term | list | items }}",
    "[[objet.objet]]", "[[article:objet|number]]", "[[", "]]", "[[nope.nope]]", "{% for x in y %}", "{# x #}", "**", "*", "***", "`", "<b>", "&amp;",
    "\n\n1. a\n\n   2. b\n", "\n- a\n    - b\n        - c\n", "\n> ", "\n# T\n", "\n    code\n", "|a|b|\n|-|-|\n", "[a](b)", "![a](b)", "---\n", "article 4.2",
    "«", "»", "“", "'", "  ", "\u00a0", "\u2028", "1er", "10 000,00 €", "99,9 %", "!" * 200, "*" * 500, "(" * 500, "- " * 60,
)  # fmt: skip
SCRIPTS = (
    "{{ self }}", "{{ document.__class__.__mro__ }}", "{% include '/etc/passwd' %}", "{% extends 'x' %}", "{% import 'nodes.html.j2' as n %}", "{{ 1 / 0 }}",
    "{{ none.x }}", "{{ missing }}", "{{ document.nope }}", "{{ 'a' | nope }}", "{{ range(10 ** 9) | list }}", "{{ [] | first }}", "{{ 'a' + 1 }}",
    "{% for x in document %}{% endfor %}", "{% for x in 5 %}{% endfor %}", "{% macro Paragraph(node) %}{% endmacro %}", "{% if %}", "{{", "{%", "#}", "{{ show(5) }}",
    "{{ show(document) }}", "{{ inlines(3) }}", "{{ words['x'] }}", "{{ '%d' % 'x' }}", "{{ 'x' | int('y', 99) }}", "{{ 'é' | css_string }}", "{% raw %}",
    "{% set x = 1 %}", "{% call Paragraph() %}{% endcall %}", "@import url(http://example.invalid/x.css);", "url(file:///etc/passwd)", "</style>", "var(--nope)",
)  # fmt: skip


def _at(draw: Draw, content: bytes) -> int:
    return int(draw(st.integers(0, len(content))))


def _slice(draw: Draw, content: bytes) -> tuple[int, int]:
    start = _at(draw, content)
    return start, min(len(content), start + draw(st.sampled_from((1, 2, 5, 20, 80, 400))))


def flip(draw: Draw, content: bytes) -> bytes:
    """Change one bit."""
    at = _at(draw, content)
    return (
        content[:at] + bytes([content[at] ^ (1 << draw(st.integers(0, 7)))]) + content[at + 1 :]
        if at < len(content)
        else content
    )


def insert(draw: Draw, content: bytes) -> bytes:
    """Put a sign with a meaning, or none, anywhere."""
    at = _at(draw, content)
    return content[:at] + draw(st.sampled_from(BYTES)) + content[at:]


def delete(draw: Draw, content: bytes) -> bytes:
    """Take a piece out."""
    start, end = _slice(draw, content)
    return content[:start] + content[end:]


def duplicate(draw: Draw, content: bytes) -> bytes:
    """Repeat a piece."""
    start, end = _slice(draw, content)
    return content[:end] + content[start:]


def truncate(draw: Draw, content: bytes) -> bytes:
    """Cut the end off."""
    return content[: _at(draw, content)]


def swap_lines(draw: Draw, content: bytes) -> bytes:
    """Exchange two lines."""
    lines = content.split(b"\n")
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def drop_line(draw: Draw, content: bytes) -> bytes:
    """Take a line out."""
    lines = content.split(b"\n")
    del lines[draw(st.integers(0, len(lines) - 1))]
    return b"\n".join(lines)


def indent(draw: Draw, content: bytes) -> bytes:
    """Move a line to the right or to the left."""
    lines = content.split(b"\n")
    at = draw(st.integers(0, len(lines) - 1))
    lines[at] = b"  " + lines[at] if draw(st.booleans()) else lines[at].removeprefix(b"  ")
    return b"\n".join(lines)


_VALUE = re.compile(rb"(?<=: )[^\n{\[#][^\n,}\]]*|(?<=- )[^\n:{\[]+(?=\n)")


def _value(draw: Draw, content: bytes) -> tuple[int, int] | None:
    found = [match.span() for match in _VALUE.finditer(content)]
    return found[draw(st.integers(0, len(found) - 1))] if found else None


def replace_value(draw: Draw, content: bytes) -> bytes:
    """Write another kind, another unit, something huge, empty, deep or hostile in the place of a value."""
    span = _value(draw, content)
    return (
        content
        if span is None
        else content[: span[0]] + draw(st.sampled_from(WORDS)).encode() + content[span[1] :]
    )


def move_value(draw: Draw, content: bytes) -> bytes:
    """Write a value of the file in the place of another."""
    one, other = _value(draw, content), _value(draw, content)
    return (
        content
        if one is None or other is None
        else content[: one[0]] + content[other[0] : other[1]] + content[one[1] :]
    )


def _tree(content: bytes, start: int) -> int:
    """The line after the subtree that begins on a line."""
    lines = content.split(b"\n")
    depth = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return end


def swap_trees(draw: Draw, content: bytes) -> bytes:
    """Put a subtree in the place of another, keys and all."""
    lines = content.split(b"\n")
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    moved = lines[other : _tree(content, other)]
    return b"\n".join([*lines[:one], *moved, *lines[_tree(content, one) :]])


def drop_tree(draw: Draw, content: bytes) -> bytes:
    """Take a subtree out."""
    lines = content.split(b"\n")
    start = draw(st.integers(0, len(lines) - 1))
    return b"\n".join([*lines[:start], *lines[_tree(content, start) :]])


def _inserts(pieces: tuple[str, ...], doc: str) -> Change:
    def change(draw: Draw, content: bytes) -> bytes:
        at = _at(draw, content)
        return content[:at] + draw(st.sampled_from(pieces)).encode() + content[at:]

    change.__doc__ = doc
    return change


insert_mark = _inserts(MARKS, "Put a mark of a clause, or something like one, anywhere.")
insert_script = _inserts(SCRIPTS, "Put a piece of a template anywhere.")

ANY: tuple[Change, ...] = (flip, insert, delete, duplicate, truncate, swap_lines, drop_line)
YAML: tuple[Change, ...] = (
    *ANY,
    indent,
    replace_value,
    replace_value,
    replace_value,
    move_value,
    move_value,
    swap_trees,
    drop_tree,
)
PROSE: tuple[Change, ...] = (*ANY, insert_mark, insert_mark, insert_mark)
PAGE: tuple[Change, ...] = (*ANY, insert_script, insert_script)


@st.composite
def mutants(
    draw: Draw,
    files: Mapping[str, bytes],
    changes: tuple[Change, ...],
    keep: Callable[[bytes], int] = lambda content: 0,
) -> Damaged:
    """The path of one of the files, and its content after one to three changes; `keep` says how many bytes stay as they are."""
    path = draw(st.sampled_from(sorted(files)))
    kept = keep(files[path])
    content = files[path][kept:]
    for _ in range(draw(st.integers(1, 3))):
        content = draw(st.sampled_from(changes))(draw, content)
    return Damaged(path, files[path][:kept] + content)
