"""Options in, exit code out: one file per command, and the only door to typer."""
