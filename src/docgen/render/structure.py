"""The structure tree of a PDF, as a reader hears it (ISO 32000-1, 14.7 and 14.8).

WeasyPrint tags each page by itself: a table over three pages is three tables, each with its head, and the running
lines count as text. Here the parts of one element become one element again, whatever is in no element becomes an
artifact, and header cells name their row or column.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pydyf

# the role of an HTML element in the structure tree; an element that is not here is never joined over pages
_TAGS = {
    "main": ("Part",),
    "section": ("Sect",),
    "div": ("Div",),
    "p": ("P",),
    "ul": ("L",),
    "ol": ("L",),
    "dl": ("L",),
    "li": ("LI", "LBody"),
    "dd": ("LI", "LBody"),
    "table": ("Table",),
    "tbody": ("TBody",),
    "tr": ("TR",),
    "td": ("TD",),
    "th": ("TH",),
}
# PDF 1.7 knows no scope of a group of rows: the cell over a group is announced as a cell
_SCOPES = {"row": "Row", "col": "Column", "colgroup": "Column"}
_ARTIFACT = {"Type": "/Pagination"}

Box = Any  # a box of WeasyPrint's layout
Element = Any  # a dictionary of the PDF that is being written


def tidy(document: Any, pdf: pydyf.PDF) -> None:
    """Correct the structure tree of a PDF that WeasyPrint is about to write, in place."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    top = _at(pdf, root["K"][0])
    for page in document.pages:
        _scopes(page._page_box)
    _join_pages(pdf, top, [page._page_box for page in document.pages])
    kept = {element.number: element for element in _reach(pdf, top)}
    _drop_the_rest(pdf, root, kept)
    _index(pdf, root, kept.values())


def _at(pdf: pydyf.PDF, reference: bytes) -> Element:
    return pdf.objects[int(reference.split()[0])]


def _kids(pdf: pydyf.PDF, element: Element) -> Iterator[Element]:
    return (_at(pdf, kid) for kid in element["K"] if not isinstance(kid, int))


def _reach(pdf: pydyf.PDF, element: Element) -> Iterator[Element]:
    yield element
    for kid in _kids(pdf, element):
        if kid.get("Type") == "/StructElem":
            yield from _reach(pdf, kid)


# --- header cells


def _scopes(page: Box) -> None:
    for box in page.descendants():
        if box.element_tag in ("th", "td") and (cell := getattr(box, "mark", None)) is not None:
            scope = box.element.get("scope")
            if scope in _SCOPES:
                cell["A"]["Scope"] = f"/{_SCOPES[scope]}"
            elif cell["S"] == "/TH":
                cell["S"] = "/TD"


# --- elements over several pages


def _join_pages(pdf: pydyf.PDF, top: Element, pages: Sequence[Box]) -> None:
    parts: dict[bytes, list[bytes]] = {}
    for kid in top["K"]:
        parts.setdefault(_at(pdf, kid)["Pg"], []).append(kid)
    joined: list[bytes] = []
    before: Box = None
    for reference, page in zip(pdf.page_references, pages, strict=True):
        part = parts.get(reference, [])
        if joined and part and _join(pdf, _at(pdf, joined[-1]), _at(pdf, part[0]), _shared(before, page)):
            part = part[1:]
        joined.extend(part)
        before = page
    top["K"] = pydyf.Array(joined)


def _shared(before: Box, page: Box) -> list[str]:
    """The tags, from outside inwards, of the elements that end one page and begin the next."""
    ends = _edge(before, last=True)
    shared = [element for element in _edge(page, last=False) if any(element is end for end in ends)]
    return [tag for element in shared for tag in _TAGS.get(element.tag, ("",))]


def _edge(page: Box, last: bool) -> list[Any]:
    """The HTML elements, from `main` inwards, that hold the last or the first line of a page."""
    path: list[Any] = []
    box = page
    while children := [child for child in getattr(box, "children", ()) if _flows(child)]:
        box = children[-1 if last else 0]
        if box.element is not None and box.element.tag not in ("html", "body") and box.element not in path:
            path.append(box.element)
    return path


def _flows(box: Box) -> bool:
    # the head of a table is printed again on each page, and running lines belong to none
    return hasattr(box, "element_tag") and not (
        getattr(box, "is_header", False) or hasattr(box, "at_keyword")
    )


def _join(pdf: pydyf.PDF, first: Element, second: Element, tags: Sequence[str]) -> bool:
    """Let `first` take over the kids of `second`, the same element on the next page; False when it is another."""
    if not tags or not first.get("S") == second.get("S") == f"/{tags[0]}":
        return False
    kids = list(second["K"])
    if any(isinstance(kid, int) for kid in (*kids, *first["K"])):
        return False
    if tags[0] == "Table":
        kids = _without_head(pdf, first, second)
    if kids and first["K"] and _join(pdf, _at(pdf, first["K"][-1]), _at(pdf, kids[0]), tags[1:]):
        kids = kids[1:]
    for kid in kids:
        if "P" in (moved := _at(pdf, kid)):
            moved["P"] = first.reference
    first["K"].extend(kids)
    return True


def _without_head(pdf: pydyf.PDF, first: Element, second: Element) -> list[bytes]:
    """The kids of a continued table but its head; its cells refer to the head of the first part from now on."""
    names = dict(zip(_head_names(pdf, second), _head_names(pdf, first), strict=False))
    for element in _reach(pdf, second):
        if headers := element.get("A", {}).get("Headers"):
            headers[:] = [pydyf.String(names.get(header.string, header.string)) for header in headers]
    return [kid for kid in second["K"] if _at(pdf, kid)["S"] != "/THead"]


def _head_names(pdf: pydyf.PDF, table: Element) -> list[str]:
    heads = [kid for kid in _kids(pdf, table) if kid.get("S") == "/THead"]
    return [cell["ID"].string for head in heads for cell in _reach(pdf, head) if "ID" in cell]


# --- artifacts, parents, names


def _drop_the_rest(pdf: pydyf.PDF, root: Element, kept: dict[int, Element]) -> None:
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    parents: dict[int, list[bytes]] = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for key, place in enumerate(pdf.pages["Kids"][::3]):
        page = parents[key]
        lost = {mcid for mcid, parent in enumerate(page) if int(parent.split()[0]) not in kept}
        page[:] = [b"null" if mcid in lost else parent for mcid, parent in enumerate(page)]
        operators = _at(pdf, pdf.objects[place]["Contents"]).stream
        for position, operand in enumerate(operators):
            if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in lost:
                operators[position - 1 : position + 1] = ["/Artifact", pydyf.Dictionary(_ARTIFACT)]
    for item in pdf.objects:
        if (
            isinstance(item, pydyf.Dictionary)
            and item.get("Type") == "/StructElem"
            and item.number not in kept
        ):
            item.free = "f"


def _index(pdf: pydyf.PDF, root: Element, elements: Iterable[Element]) -> None:
    named = sorted((element["ID"].string, element) for element in elements if "ID" in element)
    if named:
        pairs = [part for name, element in named for part in (pydyf.String(name), element.reference)]
        names = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
        pdf.add_object(names)
        root["IDTree"] = names.reference
