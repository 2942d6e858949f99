"""Read the manifest of a pack in a folder."""

import json
from typing import cast, get_type_hints

from docgen.model.manifest import Manifest, ManifestEntry
from docgen.workspace import Workspace

MANIFEST = "manifest.json"


def read_manifest(workspace: Workspace, folder: str) -> Manifest | None:
    """The manifest of a folder, None when there is none that can be read; its files are in the folder itself."""
    path = f"{folder}/{MANIFEST}"
    try:
        manifest = json.loads(workspace.read_bytes(path).value) if workspace.exists(path) else None
    except (ValueError, RecursionError):
        return None
    if manifest is None or not _has(manifest, files=list, inputs=list, engines=dict):
        return None
    sound = all(
        _has(entry, **get_type_hints(ManifestEntry))
        and entry["file"] == f"{entry['kind']}.pdf"
        and "/" not in entry["file"]
        for entry in manifest["files"]
    )
    return cast(Manifest, manifest) if sound else None


def _has(value: object, **kinds: type) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(name), kind) for name, kind in kinds.items())
