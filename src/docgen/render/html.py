"""A numbered document becomes HTML.

The page templates are texts given by the caller: `document.html.j2` is the page, `nodes.html.j2` holds one macro for
each type of node, named like it, and every `*.css` is put into the page in the order of its name. The templates
know only node types; escaping is Jinja's.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2 import nodes as syntax
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from docgen.draw.style import styled, stylesheet
from docgen.model.brand import Brand
from docgen.model.document import Contents, Cover, Division, Document, Figure, Inline, Reference, Text
from docgen.model.tree import Node, divisions
from docgen.render.widths import column_shares, plain, row_heads
from docgen.text.diagnostics import Checked, Diagnostic
from docgen.text.faults import BAD_TEMPLATE
from docgen.text.source import Span

DOCUMENT = "document.html.j2"
NODES = "nodes.html.j2"

MOST_STEPS = 1_000_000
"""Turns of loops and nodes in one page; the longest contract takes some ten thousand."""
MOST_REPEATS = 10_000
_OWN_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""The exceptions of a template's expressions, beside Jinja's own errors."""

_TOKEN = re.compile(r"var\(--([a-z]+)\)")
_WATERMARK = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="210mm" viewBox="0 0 210 210">'
    '<text x="105" y="118" transform="rotate(-45 105 105)" text-anchor="middle" fill="#f0f0f0" font-weight="600"'
    ' font-family="{family}" font-size="{size}">{word}</text></svg>'
)


@dataclass(frozen=True, slots=True)
class PageTemplates:
    """The page templates and stylesheets of a workspace: (file name, text) pairs in the order of the names."""

    texts: tuple[tuple[str, str], ...]
    folder: str = "templates/page"

    @classmethod
    def of(cls, texts: Mapping[str, str], folder: str = "templates/page") -> "PageTemplates":
        """The same from a mapping of file name to text."""
        return cls(tuple(sorted(texts.items())), folder)

    @property
    def stylesheets(self) -> tuple[tuple[str, str], ...]:
        """The CSS files, in the order in which they apply."""
        return tuple((name, text) for name, text in self.texts if name.endswith(".css"))


def to_html(document: Document, page: PageTemplates, brand: Brand) -> Checked[str]:
    """The whole HTML page of a document that was numbered; the text is '' when a template is at fault.

    The page needs nothing but fonts from outside: logo and drawings are inside. Reports DG506 (a template that Jinja
    cannot read, that names an unknown variable, fails, or goes on too long) at its line.
    """
    try:
        environment = _environment(page.texts)
        html = _Printer(environment.get_template(NODES), document, brand).page(environment, page)
    except TemplateError as error:
        return Checked("", (_fault(error, page),))
    except _OWN_ERRORS as error:
        if _raised_at(error, dict(page.texts)) is None:  # not from a template
            raise
        return Checked("", (_fault(error, page),))
    if not html.strip():
        blank = BAD_TEMPLATE.at(
            Span(f"{page.folder}/{DOCUMENT}"),
            f"page template {DOCUMENT!r} prints nothing",
            "write the page, or take the template of docgen",
        )
        return Checked("", (blank,))
    return Checked(html)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a loop ends and a product stays small."""

    intercepted_binops = frozenset(["*", "**"])

    def _parse(self, source: str, name: str | None, filename: str | None) -> syntax.Template:
        template = super()._parse(source, name, filename)
        for loop in template.find_all(syntax.For):
            bounded = syntax.Name("bounded", "load", lineno=loop.lineno)
            loop.iter = syntax.Call(bounded, [loop.iter], [], None, None, lineno=loop.lineno)
        return template

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if operator == "**" or (
            not numbers and any(isinstance(side, int) and side > MOST_REPEATS for side in (left, right))
        ):
            raise SecurityError(f"{operator!r} makes too much")
        return super().call_binop(context, operator, left, right)


class _Printer:
    """Prints the nodes of one document with the macros of a template."""

    def __init__(self, nodes: Template, document: Document, brand: Brand) -> None:
        self._document = document
        self._brand = brand
        self._steps = count(1)
        self._drawings = stylesheet(brand.primary, brand.accent, f"'{brand.sans}'")
        self._names: dict[str, Any] = {
            "bounded": self._bounded,
            "document": document,
            "brand": brand,
            "words": dict(document.words),
            "show": self.show,
            "inlines": self.inlines,
            "drawing": self._drawing,
            "plain": plain,
            "shares": column_shares,
            "row_heads": row_heads,
            "target": self._target,
            "entries": self._entries,
            "logo": _data_uri(brand.logo.kind, brand.logo.content) if brand.logo else "",
            "watermark": _watermark(document.watermark, brand),
            "covered": any(isinstance(child, Cover) for child in document.children),
        }
        self._macros: Any = nodes.make_module(self._names)

    def page(self, environment: ImmutableSandboxedEnvironment, page: PageTemplates) -> str:
        tokens = _tokens(self._brand)
        styles = [
            # a stylesheet of the workspace is code of the page, not a text of the document
            (name, Markup(_TOKEN.sub(lambda m: tokens.get(m[1], m[0]), css)))  # noqa: S704
            for name, css in page.stylesheets
        ]
        return environment.get_template(DOCUMENT).render(self._names, stylesheets=styles)

    def show(self, node: Node, depth: int = 2) -> Markup:
        """One node; `depth` is the rank that its title has among the headings of the page, 1 to 6."""
        if isinstance(node, Text):
            return escape(node.text)
        self._step()
        name = type(node).__name__
        macro: Callable[[Node, int], Markup] | None = getattr(self._macros, name, None)
        if macro is None:
            raise TemplateRuntimeError(f"{NODES!r} has no macro {name!r}")
        return macro(node, depth)

    def _bounded(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items of a loop, as long as the page takes no endless number of steps."""
        for item in items:
            self._step()
            yield item

    def _step(self) -> None:
        if next(self._steps) > MOST_STEPS:
            raise TemplateRuntimeError(f"more than {MOST_STEPS} steps")

    def inlines(self, nodes: Iterable[Inline]) -> Markup:
        return Markup("").join(self.show(node) for node in nodes)

    def _drawing(self, figure: Figure) -> Markup:
        head, bracket, body = styled(figure.svg, self._drawings).partition(">")
        title = Markup("<title>{}</title>").format(figure.alternative)
        # drawings come from `draw/`, which escapes the texts in them
        return Markup(f'{head} role="img"{bracket}{title}{body}')  # noqa: S704

    def _target(self, reference: Reference) -> str:
        within = reference.document in ("", self._document.kind)
        return f"#{reference.anchor}" if within else f"docgen:{reference.document}#{reference.anchor}"

    def _entries(self, contents: Contents) -> list[Division]:
        return [
            division
            for division in divisions(self._document.children)
            if division.level <= contents.depth and division.listed and division.titled and division.anchor
        ]


def css_string(text: str) -> str:
    """A CSS string of any text; only letters, digits and escapes, so that it can close neither rule nor element."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'


def _tokens(brand: Brand) -> dict[str, str]:
    """The value of `var(--name)` in the stylesheets.

    They are put in here and not left to the page engine, which would look each one up for each element.
    """
    return {
        "serif": f"'{brand.serif}'",
        "sans": f"'{brand.sans}'",
        "primary": brand.primary,
        "accent": brand.accent,
        "mid": brand.tint(30),
        "rule": brand.tint(35),
        "line": brand.tint(20),
        "shade": brand.tint(14),
        "wash": brand.tint(6),
        "ink": "#1b1f24",
        "soft": "#525b66",
    }


def _watermark(word: str, brand: Brand) -> str:
    """The URI of a drawing of the word across a page; '' when there is none."""
    if not word:
        return ""
    size = min(52, 330 // len(word))  # the diagonal of the square, in mm, by the width of a capital
    return _data_uri("image/svg+xml", _WATERMARK.format(family=brand.sans, size=size, word=word).encode())


def _data_uri(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode('ascii')}"


@lru_cache(maxsize=4)  # compiled once for all documents of a pack
def _environment(texts: tuple[tuple[str, str], ...]) -> _Environment:
    sources = {name: (text, name, None) for name, text in texts}  # named, so that a traceback can say where
    environment = _Environment(
        loader=FunctionLoader(sources.get),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css_string"] = lambda text: Markup(css_string(str(text)))  # noqa: S704
    return environment


def _fault(error: Exception, page: PageTemplates) -> Diagnostic:
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or DOCUMENT, error.lineno
    else:
        name, line = _raised_at(error, dict(page.texts)) or (DOCUMENT, 1)
    hint = "templates know only the node types of a document" if isinstance(error, UndefinedError) else ""
    said = " ".join(str(error.message or "" if isinstance(error, TemplateError) else error).split())
    message = f"page template {name!r}: {said or type(error).__name__}"
    return BAD_TEMPLATE.at(Span(f"{page.folder}/{name}", line), message, hint)


def _raised_at(error: Exception, texts: Mapping[str, str]) -> tuple[str, int] | None:
    """The template and the line where an error was raised, None when no template runs there."""
    found, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename in texts:
            template = step.tb_frame.f_globals.get(
                "__jinja_template__"
            )  # the frames that Jinja rewrote have none
            line = (
                template.get_corresponding_lineno(step.tb_lineno) if template is not None else step.tb_lineno
            )
            found = step.tb_frame.f_code.co_filename, line
        step = step.tb_next
    return found
