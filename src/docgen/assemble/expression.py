"""Say why the text between `{{` and `}}` is no value, with the parser of Jinja; its nodes are walked, never run."""

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

COUNT = "count"
"""The one filter with arguments: the forms of a counted noun, for one and more, or for none, one and more."""


class Expression(NamedTuple):
    """Path and filters of a value, the forms that `count` chooses from, and why it is none ('' when it is one)."""

    path: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    fault: str = ""


def read(text: str, known: Collection[str]) -> Expression:
    """The path and the filters of an expression; `known` are the names of all filters."""
    from jinja2 import (
        TemplateSyntaxError,
        nodes,
    )  # a plain value needs no parser: a check starts 0.1 s earlier

    try:
        body = _parser().parse("{{ " + text + " }}").body
    except (TemplateSyntaxError, RecursionError):
        return Expression(fault="is not well formed")
    match body:
        case [nodes.Output(nodes=[expression])]:
            return _walk(expression, known)
    return Expression(fault="is not a value")


@cache
def _parser() -> "Environment":
    from jinja2 import Environment

    return Environment(autoescape=True)


def _walk(node: "nodes.Node", known: Collection[str]) -> Expression:
    from jinja2 import nodes

    filters: list[str] = []
    forms: tuple[str, ...] = ()
    while isinstance(node, nodes.Filter):
        if node.name not in known:
            return Expression(fault=f"uses the unknown filter {node.name!r}")
        if node.kwargs or node.node is None or (node.args and node.name != COUNT):
            return Expression(fault="gives arguments to a filter")
        if node.name == COUNT:
            forms = tuple(word.value for word in node.args if isinstance(word, nodes.Const))
            if not (2 <= len(forms) == len(node.args) <= 3 and all(isinstance(word, str) for word in forms)):
                return Expression(fault="gives 'count' other than two or three forms in quotes")
        filters.append(node.name)
        node = node.node
    path: list[str] = []
    while isinstance(node, nodes.Getattr):
        path.append(node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return Expression(fault="is more than a path and filters")
    path.append(node.name)
    return Expression(tuple(reversed(path)), tuple(reversed(filters)), forms)
