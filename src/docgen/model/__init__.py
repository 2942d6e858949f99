"""The model of a contract: immutable values, no input or output."""
