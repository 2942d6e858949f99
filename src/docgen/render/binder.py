"""The documents of a pack in one file, `pack.pdf`, without laying them out again.

The result is tagged like its parts (PDF/UA-1): one structure tree, one outline with an entry for each document, and
the links from one document to another lead to their place inside the file.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

Object = Any  # whatever a PDF holds


class Bound(NamedTuple):
    """One document to bind: its kind, its title in the outline, and the PDF that `to_pdf` made."""

    kind: str
    title: str
    content: bytes


_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def bind(
    documents: Sequence[Bound], language: str, title: str, custom: Sequence[tuple[str, str]] = ()
) -> bytes:
    """One PDF of all documents in their order; the same parts give the same bytes. `custom` goes into its metadata."""
    pack = Pdf.new()
    root = Dictionary(Type=Name.StructTreeRoot)
    tree = pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    pack.Root.StructTreeRoot = pack.make_indirect(root)
    tree.P = pack.Root.StructTreeRoot
    binder = _Binder(pack, tree, {document.kind for document in documents})
    with pack.open_outline() as outline:
        for document in documents:
            with Pdf.open(BytesIO(document.content)) as source:
                outline.root.append(binder.add(document, source))
    binder.close()
    _describe(pack, language, title)
    for name, text in custom:
        pack.docinfo[f"/{name}"] = String(text)
    written = BytesIO()
    pack.save(
        written,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        min_version="1.7",
    )
    return written.getvalue()


class _Binder:
    """Adds documents one after the other; keys and names of each are moved out of the way of the others."""

    def __init__(self, pack: Pdf, tree: Object, kinds: set[str]) -> None:
        self._pack = pack
        self._tree = tree
        self._kinds = kinds
        self._places: dict[str, Object] = {}
        self._names: dict[str, Object] = {}
        self._parents: list[Object] = []
        self._labels: Object = Array()

    def add(self, document: Bound, source: Pdf) -> OutlineItem:
        """Append the pages and the structure of a document; its entry for the outline."""
        start = len(self._pack.pages)
        numbers: dict[Object, int] = {page.objgen: number for number, page in enumerate(source.pages, start)}
        self._labels.extend((start, Dictionary(S=Name.D, St=1, P=String(f"{len(self._labels) // 2 + 1}."))))
        for page in source.pages:
            self._pack.pages.append(page)
        self._structure(document, source, len(self._parents))
        first = self._place(start)
        self._places[_name(document.kind, "")] = first
        for anchor, place in _pairs(_named_places(source)):
            self._places[_name(document.kind, str(anchor))] = self._place(numbers[place[0].objgen], place)
        for page in list(self._pack.pages)[start:]:
            for annotation in page.obj.get("/Annots", ()):
                self._lead(annotation, document.kind)
        with source.open_outline() as outline:
            entry = OutlineItem(document.title, first)
            entry.children.extend(self._entry(item, numbers) for item in outline.root)
            entry.is_closed = True
        return entry

    def close(self) -> None:
        """Write the parts common to all documents: parents, names of elements and of places, page labels."""
        root: Object = self._pack.Root
        root.StructTreeRoot.K = Array([self._tree])
        numbers: Object = Array()
        for key, parent in enumerate(self._parents):
            numbers.extend((key, parent))
        root.StructTreeRoot.ParentTree = self._pack.make_indirect(Dictionary(Nums=numbers))
        root.StructTreeRoot.ParentTreeNextKey = len(self._parents)
        root.StructTreeRoot.IDTree = self._pack.make_indirect(_name_tree(self._names))
        root.Names = Dictionary(Dests=self._pack.make_indirect(_name_tree(self._places)))
        root.PageLabels = Dictionary(Nums=self._labels)

    def _structure(self, document: Bound, source: Pdf, shift: int) -> None:
        pages = list(self._pack.pages)[-len(source.pages) :]
        for page in pages:
            page.obj.StructParents = int(page.obj.StructParents) + shift
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + shift
        # pages are in the pack by now, so that the copy of the tree points at them and brings no others
        root: Object = self._pack.copy_foreign(source.Root.StructTreeRoot)
        prefix = f"{document.kind}."
        for top in root.K[0].K:
            top.P = self._tree
            top.T = String(document.title)
            self._tree.K.append(top)
            for element in _elements(top):
                if "/ID" in element:
                    element.ID = String(prefix + str(element.ID))
                    self._names[str(element.ID)] = element
                attributes = element.get("/A")
                if attributes is not None and "/Headers" in attributes:
                    attributes.Headers = Array(
                        [String(prefix + str(header)) for header in attributes.Headers]
                    )
        self._parents.extend(
            parent for _, parent in sorted(_pairs(root.ParentTree.Nums), key=lambda pair: int(pair[0]))
        )

    def _lead(self, link: Object, kind: str) -> None:
        if "/Dest" in link:
            link.Dest = String(_name(kind, str(link.Dest)))
        action = link.get("/A")
        if action is not None and action.get("/S") == Name.GoToR:
            other = str(action.F.UF).removesuffix(".pdf")
            if other in self._kinds:
                anchor = str(action.D) if isinstance(action.D, String) else ""
                link.A = Dictionary(Type=Name.Action, S=Name.GoTo, D=String(_name(other, anchor)))

    def _entry(self, item: OutlineItem, numbers: dict[Object, int]) -> OutlineItem:
        place: Object = item.destination
        entry = OutlineItem(item.title, self._place(numbers[place[0].objgen], place))
        entry.children.extend(self._entry(child, numbers) for child in item.children)
        return entry

    def _place(self, page: int, place: Object | None = None) -> Array:
        view = list(place)[1:] if place is not None else [Name.Fit]
        return Array([self._pack.pages[page].obj, *view])


def _name(kind: str, anchor: str) -> str:
    return f"{kind}#{anchor}"


def _named_places(source: Pdf) -> Object:
    root: Object = source.Root
    return root.Names.Dests.Names if "/Names" in root and "/Dests" in root.Names else Array()


def _pairs(flat: Sequence[Object]) -> Iterator[tuple[Object, Object]]:
    items = list(flat)
    return zip(items[::2], items[1::2], strict=True)


def _elements(element: Object) -> Iterator[Object]:
    yield element
    for kid in element.get("/K", ()):
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            yield from _elements(kid)


def _name_tree(entries: dict[str, Object]) -> Dictionary:
    names = Array()
    # a name tree is searched by the bytes of its names (ISO 32000-1, 7.9.6)
    for key, value in sorted((bytes(String(name)), value) for name, value in entries.items()):
        names.extend((String(key), value))
    return Dictionary(Names=names)


def _describe(pack: Pdf, language: str, title: str) -> None:
    pack.Root.Lang = String(language)
    pack.Root.MarkInfo = Dictionary(Marked=True)
    pack.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pack.Root.PageMode = Name.UseOutlines
    packet = _XMP.format(title=escape(title), language=escape(language)).encode()
    pack.Root.Metadata = pack.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    pack.docinfo.Title = String(title)
