"""What was known of one Maßnahme on the Stichtag: its latest report, and which Fristen the reports fulfil."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from konzept.domain.abschluss import antworten, schlussmeldungen
from konzept.domain.kalender import nach_monaten
from konzept.domain.terminangabe import Termin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Erfuellung, Meldung, Sachstand
    from konzept.reports.due_frage import Frage
    from konzept.reports.due_teil import Teiltermin


@dataclass(frozen=True)
class Meldestand:
    """The reports on one Maßnahme known on the Stichtag, by the day they speak of, then as the log has them.

    ``keine-rueckmeldung`` records that a body was asked and did not answer. It is part of the log and may be
    the Sachstand shown, but it is no report: it neither takes back a state nor ends the silence.
    ``abgeschlossen_am`` is set for a goal that is done because all its Maßnahmen are. ``fruehere`` are the
    reports in the logs of earlier Fassungen: they tell which Fristen from before ``angenommen_am``, the day this
    Fassung was adopted, were met or closed, and nothing else.
    """

    meldungen: tuple[Meldung, ...] = ()
    abgeschlossen_am: date | None = None
    fruehere: tuple[Meldung, ...] = ()
    angenommen_am: date | None = None

    @property
    def letzte(self) -> Meldung | None:
        """The latest entry of the log."""
        return self.meldungen[-1] if self.meldungen else None

    @cached_property
    def antworten(self) -> tuple[Meldung, ...]:
        """The entries in which a body did report."""
        return antworten(self.meldungen)

    @cached_property
    def beschlossen(self) -> Meldung | None:
        """The report whose new Termin is the one to be judged by, because a Beschluss set it; or None."""
        return next((m for m in reversed(self.antworten) if m.setzt_termin), None)

    def geltender_termin(self, termin: Termin) -> Termin:
        """Return what the plan gives, or what a Beschluss has put in its place since."""
        gesetzt = self.beschlossen
        return Termin(text=gesetzt.neuer_termin) if gesetzt and gesetzt.neuer_termin else termin

    @cached_property
    def _zum_geltenden(self) -> tuple[Meldung, ...]:
        """The reports that count the Teile of the Termin in force: those since the Beschluss that set it."""
        gesetzt = self.beschlossen
        return self.antworten if gesetzt is None else self.antworten[self.antworten.index(gesetzt) :]

    def erledigt_am(self, teiltermin: Teiltermin, tag: date | None, frage: Frage) -> date | None:
        """Return the day a report first speaks of this part as done, for its Frist ``tag``; else None.

        Either the latest report calls the whole Maßnahme umgesetzt or entfallen, or one of them names the
        part in ``erfuellt``. With a ``frist`` it fulfils that one. Without, it fulfils a part that comes
        once; of a rhythm only the units begun by then, and where a rhythm has no dates, what is possible in
        the period: a rhythm is never done for ever.
        """
        tage = [
            meldung.am
            for meldung in self._zum_geltenden
            for erfuellung in meldung.erfuellt
            if erfuellung.teil == teiltermin.nummer
            and _trifft(erfuellung, meldung.am, teiltermin, tag, frage)
        ]
        tage += self._frueher_erledigt(teiltermin, tag, frage) if tag is not None else ()
        geschlossen = self.geschlossen_am
        return min(tage if geschlossen is None else [*tage, geschlossen], default=None)

    def _frueher_erledigt(self, teiltermin: Teiltermin, tag: date, frage: Frage) -> Iterator[date]:
        """Give the days on which an earlier log calls a Frist met; one of its own time also without naming it."""
        ihre_zeit = self.angenommen_am is not None and tag < self.angenommen_am
        for meldung in self.fruehere:
            for erfuellung in meldung.erfuellt:
                genannt = erfuellung.frist == tag
                gemeint = erfuellung.frist is None and erfuellung.teil == teiltermin.nummer and ihre_zeit
                if genannt or (gemeint and _trifft(erfuellung, meldung.am, teiltermin, tag, frage)):
                    yield meldung.am
        schluss = schlussmeldungen(self.fruehere)
        if ihre_zeit and schluss:
            yield schluss[-1].am

    @cached_property
    def geschlossen_am(self) -> date | None:
        """The day since which the reports up to the latest call all of it umgesetzt or entfallen, or None."""
        schluss = schlussmeldungen(self.meldungen)
        return schluss[0].am if schluss else self.abgeschlossen_am

    def schweigt(self, seit: date, monate: int, stichtag: date) -> bool:
        """Tell whether nobody has reported for more than ``monate``, from ``seit`` on if nobody ever has."""
        gemeldet = self.antworten[-1].am if self.antworten else seit
        return nach_monaten(gemeldet, monate) < stichtag


def meldestaende(sachstand: Sachstand | None, stichtag: date) -> dict[str, Meldestand]:
    """Return by Maßnahme what the log knew on ``stichtag``: what was written down by then and not replaced since."""
    bekannt: dict[str, list[Meldung]] = {}
    for meldung in sachstand.geltend_am(stichtag) if sachstand else ():
        bekannt.setdefault(meldung.massnahme, []).append(meldung)
    return {
        massnahme: Meldestand(tuple(sorted(meldungen, key=lambda m: m.am)))
        for massnahme, meldungen in bekannt.items()
    }


def mit_frueheren(
    bekannt: dict[str, Meldestand], plan: Plan, fassung: Fassung, stichtag: date
) -> dict[str, Meldestand]:
    """Add what the logs of the earlier Fassungen say of the same ids: a Frist met there is not open here."""
    fruehere: dict[str, list[Meldung]] = {}
    gesehen = {fassung.id}
    alt = plan.vorgaenger(fassung)
    while alt is not None and alt.id not in gesehen:
        gesehen.add(alt.id)
        for meldung in alt.sachstand.geltend_am(stichtag) if alt.sachstand else ():
            fruehere.setdefault(meldung.massnahme, []).append(meldung)
        alt = plan.vorgaenger(alt)
    namen = dict.fromkeys([*bekannt, *fruehere])
    return {
        name: replace(
            bekannt.get(name, Meldestand()),
            fruehere=tuple(fruehere.get(name, ())),
            angenommen_am=fassung.angenommen_am,
        )
        for name in namen
    }


def stand_des_ziels(massnahmen: Sequence[Meldestand]) -> Meldestand:
    """Return what is known of a goal: nobody reports on it itself; with its last Maßnahme it is done."""
    tage = [massnahme.geschlossen_am for massnahme in massnahmen]
    geschlossen = [tag for tag in tage if tag is not None]
    return Meldestand(abgeschlossen_am=max(geschlossen) if tage and len(geschlossen) == len(tage) else None)


def _trifft(erfuellung: Erfuellung, am: date, teiltermin: Teiltermin, tag: date | None, frage: Frage) -> bool:
    if erfuellung.frist is not None:
        return erfuellung.frist == tag
    if not teiltermin.wiederkehrend:
        return True
    return frage.enthaelt(am) if tag is None else teiltermin.einheit_ab(tag) <= am
