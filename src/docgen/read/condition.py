"""Read a `when:` condition. The grammar is a small part of Python's expressions, so Python's parser reads it."""

import ast

from docgen.model.condition import ALWAYS, All, Condition, Either, Equals, Fact, Not

_MOST = 400
_DEEPEST = 20
_GRAMMAR = "write facts with 'and', 'or', 'not', as in: facts.personal_data and payment.mode == 'net_days'"


class BadCondition(ValueError):  # noqa: N818  (named as the field speaks)
    """A condition outside the grammar: message, hint, offset in the text."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = _GRAMMAR
        self.offset = offset


def parse_condition(text: str) -> Condition:
    """The condition written in `text`; `BadCondition` if it is not one. An empty text always holds."""
    if not text.strip():
        return ALWAYS
    if len(text) > _MOST or text.count("(") > _DEEPEST or text.count("not ") > _DEEPEST:
        raise BadCondition("the condition is too long")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError) as error:
        offset = getattr(error, "offset", None) or 1
        raise BadCondition("the condition is not well formed", offset - 1) from None
    return _convert(tree.body)


def _convert(node: ast.expr) -> Condition:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return All(tuple(_convert(value) for value in values))
        case ast.BoolOp(op=ast.Or(), values=values):
            return Either(tuple(_convert(value) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Not(_convert(operand))
        case ast.Compare(
            left=left, ops=[ast.Eq()], comparators=[ast.Constant(value=str(word) | int(word))]
        ) if not isinstance(word, bool):
            return Equals(_path(left), word, left.col_offset)
        case ast.Compare(
            left=left, ops=[ast.NotEq()], comparators=[ast.Constant(value=str(word) | int(word))]
        ) if not isinstance(word, bool):
            return Not(Equals(_path(left), word, left.col_offset))
        case ast.Name() | ast.Attribute():
            return Fact(_path(node), node.col_offset)
    raise BadCondition("the condition uses something that is not a fact", node.col_offset)


def _path(node: ast.expr) -> tuple[str, ...]:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=value, attr=attribute):
            return (*_path(value), attribute)
    raise BadCondition("the condition uses something that is not a fact", node.col_offset)
