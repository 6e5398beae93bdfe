"""Plans of measures of German counties: read, prove sound, publish, compare, follow up."""

__version__ = "0.1.0"
