"""The only code that changes a plan; it writes through ``konzept.output`` and keeps what stands there."""
