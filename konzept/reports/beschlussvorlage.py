"""The paper put before the council (form of source 003): what the Fassung gives, and facts for what is missing.

Where a field of ``vorlage`` is empty, the plan still knows figures to begin with: what is proposed, what came before
and how far that got, who took part, what it costs. They are facts of the plan only; nothing is made up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.beschluss import Vorlage
from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.evaluation_ergebnis import ergebniszahlen
from konzept.reports.konzept import konzeptbericht
from konzept.reports.konzept_bezuege import verweis
from konzept.reports.sachstandsbericht_blick import Blick
from konzept.reports.verbleib import verbleib

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from konzept.domain.beschluss import Beratung
    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.fassung import Fassung, Rahmen
    from konzept.domain.handlungsfeld import Kosten
    from konzept.domain.plan import Plan
    from konzept.reports.evaluation_ergebnis import Ergebniszahl
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.verbleib_teile import Abschnitt

NICHT_BEZIFFERBAR = "nicht bezifferbar"


class Angabe(StrEnum):
    """What the form asks for; the values are the keys of ``vorlage``, but for the last two."""

    NUMMER = "nummer"
    DATUM = "datum"
    AMT = "amt"
    BESCHLUSSVORSCHLAG = "beschlussvorschlag"
    SACHVERHALT = "sachverhalt"
    FINANZIELLE_AUSWIRKUNGEN = "finanzielle_auswirkungen"
    ANLAGEN = "anlagen"
    BERATUNGSFOLGE = "beratungsfolge"
    SITZUNGSART = "sitzungsart"
    """Whether a session is open to the public: ``art`` of a step of the Beratungsfolge."""


@dataclass(frozen=True, slots=True)
class Kostensumme:
    """The amounts of one currency and year added up; ``massnahmen`` have one."""

    waehrung: str
    jahr: int | None
    betrag: Decimal
    massnahmen: int


@dataclass(frozen=True, slots=True)
class Kostenlage:
    """What the plan says of its costs: each Maßnahme with a Kostenangabe, sums of the amounts, how many have which.

    ``beziffert``, ``in_worten``, ``nicht_bezifferbar`` and ``ohne_angabe`` count every Maßnahme once.
    """

    angaben: tuple[tuple[Verweis, Kosten], ...]
    summen: tuple[Kostensumme, ...]
    beziffert: int
    in_worten: int
    nicht_bezifferbar: int
    ohne_angabe: int
    programme: tuple[str, ...]

    @property
    def massnahmen(self) -> int:
        """How many Maßnahmen there are."""
        return self.beziffert + self.in_worten + self.nicht_bezifferbar + self.ohne_angabe


@dataclass(frozen=True, slots=True)
class Vorgeschichte:
    """The Fassung before this one: what became of its Maßnahmen, how they stood on ``stichtag``.

    ``ergebnisse`` is empty where nobody has reported on it. ``neue`` counts the Maßnahmen that it does not hold; None
    where it is known in parts only.
    """

    fassung: Fassung
    abschnitt: Abschnitt
    stichtag: date
    ergebnisse: tuple[Ergebniszahl, ...]
    neue: int | None


@dataclass(frozen=True, slots=True)
class Beschlussvorlage:
    """The whole report; ``vorlage`` is empty where the Fassung has none, ``fehlende`` is what the form lacks."""

    konzept: Konzept
    bezeichnungen: Mapping[Begriff, Bezeichnung]
    datei: str
    vorlage: Vorlage
    fehlende: tuple[Angabe, ...]
    vorgeschichte: Vorgeschichte | None
    kosten: Kostenlage

    @property
    def rahmen(self) -> Rahmen:
        """The frame of the Fassung."""
        return self.konzept.rahmen

    @property
    def beratungsfolge(self) -> tuple[Beratung, ...]:
        """The steps of consultation."""
        return self.konzept.rahmen.beratungsfolge

    def fehlt(self, angabe: Angabe) -> bool:
        """Tell whether the form lacks something."""
        return angabe in self.fehlende


def beschlussvorlage(plan: Plan, fassung: Fassung) -> Beschlussvorlage:
    """Put the paper on ``fassung`` together."""
    konzept = konzeptbericht(plan, fassung)
    vorlage = fassung.rahmen.vorlage or Vorlage()
    return Beschlussvorlage(
        konzept=konzept,
        bezeichnungen=konzept.bezeichnungen,
        datei=fassung.datei,
        vorlage=vorlage,
        fehlende=tuple(_fehlende(vorlage, fassung.rahmen.beratungsfolge)),
        vorgeschichte=_vorgeschichte(plan, fassung, vorlage),
        kosten=_kosten(fassung, konzept),
    )


def _fehlende(vorlage: Vorlage, folge: tuple[Beratung, ...]) -> Iterator[Angabe]:
    for angabe in Angabe:
        if angabe is Angabe.BERATUNGSFOLGE:
            vorhanden = bool(folge)
        elif angabe is Angabe.SITZUNGSART:
            vorhanden = any(beratung.art for beratung in folge)
        else:
            vorhanden = bool(getattr(vorlage, angabe.value))
        if not vorhanden:
            yield angabe


def _vorgeschichte(plan: Plan, fassung: Fassung, vorlage: Vorlage) -> Vorgeschichte | None:
    alt = plan.vorgaenger(fassung)
    if alt is None:
        return None
    abschnitt = next(one for one in verbleib(plan, fassung).abschnitte if one.alt.name == alt.id)
    stichtag = vorlage.datum or fassung.rahmen.stand.erster_tag
    blick = Blick.am(plan, alt, stichtag)
    gemeldet = alt.sachstand is not None and bool(alt.sachstand.bekannt_am(stichtag))
    alte = {stelle.id for stelle in alt.massnahmen()}
    return Vorgeschichte(
        fassung=alt,
        abschnitt=abschnitt,
        stichtag=stichtag,
        ergebnisse=ergebniszahlen(blick.urteil(stelle).wort for stelle in alt.massnahmen())
        if gemeldet
        else (),
        neue=sum(stelle.id not in alte for stelle in fassung.massnahmen())
        if alt.rahmen.vollstaendig
        else None,
    )


def _kosten(fassung: Fassung, konzept: Konzept) -> Kostenlage:
    angaben: list[tuple[Verweis, Kosten]] = []
    gesamt = 0
    for stelle in fassung.massnahmen():
        gesamt += 1
        massnahme = stelle.gegenstand
        if isinstance(massnahme, Massnahme) and massnahme.kosten is not None:
            angaben.append((verweis(stelle), massnahme.kosten))
    betraege: dict[tuple[str, int | None], list[Decimal]] = {}
    arten: Counter[str] = Counter()
    for _, kosten in angaben:
        if kosten.betrag is not None:
            betraege.setdefault((kosten.waehrung, kosten.jahr), []).append(kosten.betrag)
            arten["beziffert"] += 1
        elif NICHT_BEZIFFERBAR in (kosten.text or "").casefold():
            arten["nicht_bezifferbar"] += 1
        else:
            arten["in_worten"] += 1
    return Kostenlage(
        angaben=tuple(angaben),
        summen=tuple(
            Kostensumme(waehrung, jahr, sum(eine[1:], eine[0]), len(eine))
            for (waehrung, jahr), eine in sorted(
                betraege.items(), key=lambda paar: (paar[0][0], paar[0][1] or 0)
            )
        ),
        beziffert=arten["beziffert"],
        in_worten=arten["in_worten"],
        nicht_bezifferbar=arten["nicht_bezifferbar"],
        ohne_angabe=gesamt - len(angaben),
        programme=tuple(teil.programm.name for teil in konzept.programme),
    )
