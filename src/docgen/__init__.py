"""docgen: contract packs of IT outsourcing, from a clause library and one engagement file."""

__version__ = "0.1.0"
