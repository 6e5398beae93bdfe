"""Documents of plans in which something is missing."""
