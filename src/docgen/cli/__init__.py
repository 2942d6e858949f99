"""The command line: one command a file, thin; nothing below it prints."""
