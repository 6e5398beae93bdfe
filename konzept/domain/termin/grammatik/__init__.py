"""The grammar of Termine: from a wording to the time expressions in it; `regeln.REGELN` is the order of the rules."""
