"""Proof that the shipped data says what source 001 says."""
