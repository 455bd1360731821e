"""The vocabulary of the project: pure values, no framework, no file, no clock."""
