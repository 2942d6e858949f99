"""Find the field of a value in a schema. Only this module knows how Cerberus nests the rules of mappings, tables and lists."""

from collections.abc import Iterator, Mapping

from docgen.read.schemas.fields import Field


def whole(fields: Mapping[str, Field]) -> Field:
    """The field of a whole file with these keys."""
    return {"type": "dict", "required": True, "schema": fields}


def parts(field: Field) -> Mapping[str, Field]:
    """The fields of a mapping with known keys, by key; {} of anything else."""
    found: Mapping[str, Field] = field.get("schema", {}) if field.get("type") == "dict" else {}
    return found


def each(field: Field) -> Field | None:
    """The field of every item of a list, or of every value of a table; None of anything else."""
    found: Field | None = field.get("schema" if field.get("type") == "list" else "valuesrules")
    return found


def child(field: Field, step: str | int) -> Field | None:
    """The field one step below: of a key, or of an item of a list; None where the schema knows none."""
    return parts(field).get(str(step)) if "schema" in field and field["type"] == "dict" else each(field)


def field_at(fields: Mapping[str, Field], path: tuple[str | int, ...]) -> Field | None:
    """The field of a path, None where the schema knows none."""
    field: Field | None = whole(fields)
    for step in path:
        if field is None:
            return None
        field = child(field, step)
    return field


def every(
    fields: Mapping[str, Field], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Every field with its path, a mapping before its fields. The items of a list or a table have no path."""
    for name, field in fields.items():
        path = (*above, name)
        yield path, field
        yield from every(parts(field), path)


def inside(field: Field) -> Mapping[str, Field]:
    """The fields inside a mapping with known keys, or inside each item of a list; {} of anything else."""
    return parts((each(field) or {}) if field.get("type") == "list" else field)


def written(path: tuple[str, ...], field: Field) -> Iterator[tuple[str, Field]]:
    """A field and every field below it, each with its path as people write it: `services[].monthly_fee`."""
    yield ".".join(path), field
    below = path if field["type"] != "list" else (*path[:-1], f"{path[-1]}[]")
    for name, part in inside(field).items():
        yield from written((*below, name), part)
