"""Reports and findings to text: every format is a stranger who can read a report and changes nothing."""
