"""Every document read back from its files by other programs than the one that wrote it."""
