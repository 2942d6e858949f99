"""`docgen schema`: what editors read."""

import json
from pathlib import Path

from click.testing import CliRunner

from docgen.cli.main import docgen
from docgen.read.jsonschema import SCHEMAS, json_schema


def test_a_schema_is_printed() -> None:
    result = CliRunner().invoke(docgen, ["schema", "outline"])
    assert json.loads(result.output) == json_schema("outline")


def test_all_schemas_are_written(tmp_path: Path) -> None:
    result = CliRunner().invoke(docgen, ["schema", "--output", str(tmp_path / "schemas")])
    assert result.exit_code == 0
    written = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "schemas").iterdir()
    }
    assert written == {f"{kind}.schema.json": json_schema(kind) for kind in SCHEMAS}


def test_a_kind_or_a_directory_is_named(tmp_path: Path) -> None:
    for arguments in (["schema"], ["schema", "outline", "--output", str(tmp_path)]):
        assert CliRunner().invoke(docgen, arguments).exit_code == 2
