"""What no single field can know: every check is a generator of Befunde over the whole plan; run.py lists them."""
