"""The plan as values and pure rules: no files, no clock, nothing of the other rooms."""
