"""The engines that make a PDF, and their versions: its bytes depend on them."""

import zlib
from ctypes import CDLL, c_char_p
from ctypes.util import find_library
from functools import cache
from importlib.metadata import version

_PAGES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "pikepdf")
_WORDS = ("jinja2", "markdown", "babel", "num2words", "holidays")
_LIBRARIES = (("pango", "pango-1.0", "pango_version_string"), ("harfbuzz", "harfbuzz", "hb_version_string"))


def engines() -> dict[str, str]:
    """Name to version of the page engine, its writer, the shaper of text, the subsetter of fonts, and of what makes the
    words of a page: figures, dates, amounts in words, days that count.

    `subsetter` is the one that WeasyPrint will use: harfbuzz-subset where it is installed, fontTools elsewhere.
    """
    return dict(_found())


@cache
def _found() -> tuple[tuple[str, str], ...]:
    # a look at the system for each library: once a process
    found = [(name, version(name)) for name in (*_PAGES, *_WORDS)]
    found += [(name, _library(file, function)) for name, file, function in _LIBRARIES]
    found.append(("zlib", zlib.ZLIB_RUNTIME_VERSION))
    found.append(("subsetter", "harfbuzz-subset" if find_library("harfbuzz-subset") else "fonttools"))
    return tuple(found)


def _library(file: str, function: str) -> str:
    path = find_library(file)
    if path is None:
        return "not found"
    version = getattr(CDLL(path), function)
    version.restype = c_char_p
    name: bytes = version()
    return name.decode()
