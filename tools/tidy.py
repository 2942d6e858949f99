"""Take white space from the ends of lines, and end files with one line break; status 1 when a file was changed."""

import re
import sys
from pathlib import Path


def tidy(text: str) -> str:
    """The text without white space at the ends of its lines, ended by one line break; '' stays ''."""
    lines = re.sub(r"[ \t\r]+$", "", text, flags=re.MULTILINE).rstrip("\n")
    return f"{lines}\n" if lines else ""


def main(paths: list[str]) -> int:
    """Tidy the files; each one that changed is named."""
    changed = False
    for path in map(Path, paths):
        text = path.read_bytes().decode("utf-8")
        if text != (better := tidy(text)):
            path.write_bytes(better.encode("utf-8"))
            print(f"{path}: tidied")
            changed = True
    return int(changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
