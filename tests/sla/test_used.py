"""No arithmetic without a use: what only tests call is neither printed nor billed."""

import ast
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

Definition = ast.FunctionDef | ast.ClassDef
DUNDER = "__"


def definitions(body: Iterable[ast.stmt]) -> Iterator[Definition]:
    """The functions and classes of a module, and the methods of its classes."""
    for node in body:
        if isinstance(node, Definition):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from definitions(node.body)


def names(node: ast.AST) -> set[str]:
    """Names read in a function, or in the body of a module or class beside its definitions."""
    parts = (
        [one for one in ast.iter_child_nodes(node) if not isinstance(one, Definition)]
        if isinstance(node, ast.Module | ast.ClassDef)
        else [node]
    )
    read = [one for part in parts for one in ast.walk(part)]
    return {one.id for one in read if isinstance(one, ast.Name)} | {
        one.attr for one in read if isinstance(one, ast.Attribute)
    }


def unused(module_of: dict[str, str], elsewhere: set[str]) -> set[str]:
    """The definitions of some modules that neither `elsewhere` nor what it uses reaches; methods with a dunder live."""
    trees = {name: ast.parse(source) for name, source in module_of.items()}
    defined = {name: list(definitions(tree.body)) for name, tree in trees.items()}
    uses: dict[str, set[str]] = {}
    for node in (node for found in defined.values() for node in found):
        uses[node.name] = uses.get(node.name, set()) | names(node)
    live, waiting = set[str](), elsewhere.union(*map(names, trees.values()))
    while waiting:
        name = waiting.pop()
        if name not in live:
            live.add(name)
            waiting |= uses.get(name, set())
    return {
        f"{module}.{node.name}"
        for module, found in defined.items()
        for node in found
        if node.name not in live and not node.name.startswith(DUNDER)
    }


def test_all_arithmetic_is_used() -> None:
    docgen = Path(str(files("docgen")))
    sla = {path.stem: path.read_text("utf-8") for path in (docgen / "sla").glob("*.py")}
    others = [path for path in docgen.rglob("*.py") if path.parent != docgen / "sla"]
    elsewhere = set[str]()
    for path in others:
        tree = ast.parse(path.read_text("utf-8"))
        elsewhere |= names(tree).union(*map(names, definitions(tree.body)))
    assert unused(sla, elsewhere) == set()


def test_what_only_dead_code_calls_is_found_too() -> None:
    source = """
def printed(): return _shared()
def _shared(): return 1
def tested(): return _only_here()
def _only_here(): return tested()
class Amount:
    def shown(self): return 1
    def guessed(self): return 2
"""
    assert unused({"sums": source}, {"printed", "Amount", "shown"}) == {
        "sums.tested",
        "sums._only_here",
        "sums.guessed",
    }
