"""The groups that ``due`` sorts Termine into; it imports nothing, so that the command line starts fast."""

from __future__ import annotations

from enum import StrEnum


class Gruppe(StrEnum):
    """What a Frist or a part without one asks for (design §6), the most pressing first.

    The order is a decision. It is that of the printed groups, and a Termin with several entries is counted in
    the first group that any of them is in. What has passed comes before what has a day to come; a single date
    before one of a rhythm, which comes again; what runs without a day of its own before what may or may not
    fall into the period, and both before what cannot be dated at all. Done comes last: a Termin counts as
    erledigt only when nothing of it is left to do in the period.
    """

    UEBERFAELLIG = "ueberfaellig"
    FAELLIG = "faellig"
    WIEDERKEHREND = "wiederkehrend"
    LAUFEND = "laufend"
    MOEGLICH = "moeglich"
    UNBESTIMMT = "unbestimmt"
    ERLEDIGT = "erledigt"


RANG = {gruppe: rang for rang, gruppe in enumerate(Gruppe)}
"""The place of each group in the order above."""
