"""Say why the text between `{{` and `}}` is no value, with the parser of Jinja; its nodes are walked, never run."""

from collections.abc import Collection

from jinja2 import Environment, TemplateSyntaxError, nodes

from docgen.assemble.fill import Expression

_ENVIRONMENT = Environment(autoescape=True)

COUNT = "count"
"""The one filter with arguments: the forms of a counted noun, for one and more, or for none, one and more."""


def read(text: str, known: Collection[str]) -> Expression:
    """The path and the filters of an expression; `known` are the names of all filters."""
    try:
        body = _ENVIRONMENT.parse("{{ " + text + " }}").body
    except (TemplateSyntaxError, RecursionError):
        return Expression(fault="is not well formed")
    match body:
        case [nodes.Output(nodes=[expression])]:
            return _walk(expression, known)
    return Expression(fault="is not a value")


def _walk(node: nodes.Node, known: Collection[str]) -> Expression:
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
