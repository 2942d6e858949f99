"""What a contract is: immutable values, no input or output."""
