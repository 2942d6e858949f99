"""The whole way, in order: read, resolve, check (`judging.py`), assemble, render, write (`building.py`)."""
