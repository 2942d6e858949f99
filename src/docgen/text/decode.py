"""Bytes to text.

Faults: DG101 (not UTF-8), DG102 (over the size limit), DG109 (a character that is not text: a control or private-use
character, a line break other than LF or CR LF, a mark that turns the order of the signs after it).
"""

import re

from docgen.text.diagnostics import Checked
from docgen.text.faults import FILE_TOO_LARGE, NOT_TEXT, NOT_UTF8
from docgen.text.source import Source, Span

MOST_BYTES = 1_048_576
# With a bidirectional mark, a reviewer reads another text than the file holds (Unicode TR 36, "Trojan Source").
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff\ufffe\uffff]|\r(?!\n)"
)


def decode(path: str, content: bytes) -> Checked[Source]:
    """The text of a file of the workspace; '' when it cannot be read as text."""
    if len(content) > MOST_BYTES:
        fault = FILE_TOO_LARGE.at(
            Span(path), f"the file is larger than {MOST_BYTES // 1024} KiB", "split it into parts"
        )
        return Checked(Source(path, ""), (fault,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        span = Source(path, before + "?").span(len(before), len(before) + 1)
        return Checked(
            Source(path, ""),
            (NOT_UTF8.at(span, "the file is not UTF-8 text", "save it as UTF-8"),),
        )
    source = Source(path, text)
    match = FORBIDDEN.search(text)
    if match is not None:
        name = f"U+{ord(match[0]):04X}"
        return Checked(
            Source(path, ""),
            (NOT_TEXT.at(source.span(*match.span()), f"the character {name} is not text", "remove it"),),
        )
    return Checked(source)
