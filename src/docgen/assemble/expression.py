"""Say why the text between `{{` and `}}` is no value, with the parser of Jinja; its nodes are walked, never run."""

from collections.abc import Collection

from jinja2 import Environment, TemplateSyntaxError, nodes

_ENVIRONMENT = Environment(autoescape=True)


def read(text: str, known: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Path and filters of an expression, and why it is none ('' when it is one); `known` are the filters that there are."""
    try:
        body = _ENVIRONMENT.parse("{{ " + text + " }}").body
    except (TemplateSyntaxError, RecursionError):
        return (), (), "is not well formed"
    match body:
        case [nodes.Output(nodes=[expression])]:
            return _walk(expression, known)
    return (), (), "is not a value"


def _walk(node: nodes.Node, known: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    filters: list[str] = []
    while isinstance(node, nodes.Filter):
        if node.args or node.kwargs or node.node is None:
            return (), (), "gives arguments to a filter"
        if node.name not in known:
            return (), (), f"uses the unknown filter {node.name!r}"
        filters.append(node.name)
        node = node.node
    path: list[str] = []
    while isinstance(node, nodes.Getattr):
        path.append(node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return (), (), "is more than a path and filters"
    path.append(node.name)
    return tuple(reversed(path)), tuple(reversed(filters)), ""
