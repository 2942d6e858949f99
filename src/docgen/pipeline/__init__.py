"""The whole way, in order: read, resolve, check (`checking.py`), assemble, render, write (`building.py`)."""
