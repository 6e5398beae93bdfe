"""A question put to the plan, answered as a frozen value that every format can read."""
