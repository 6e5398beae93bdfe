"""What an old Fassung and its log suggest for the next one: Maßnahmen that are done, Termine that have passed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.checks.termine import letzter_tag
from konzept.domain.abschluss import abgeschlossene
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.domain.sachstand import Stand
from konzept.domain.termin import TerminArt
from konzept.domain.verbleib import Verbleibart, Verbleibseintrag
from konzept.edit.fortschreibung_remark import Kind, Remark, german

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin

VERBLEIB_NACH_STAND = {Stand.UMGESETZT: Verbleibart.UMGESETZT, Stand.ENTFALLEN: Verbleibart.EINGESTELLT}
"""The states after which nothing of a Maßnahme is open any more, and what became of it then."""

MIT_ENDE = frozenset(TerminArt) - {TerminArt.UNBESTIMMT}


@dataclass(frozen=True, slots=True)
class Erledigt:
    """A Maßnahme that its latest report calls umgesetzt or entfallen; ``einmalig``: its Termin was one day."""

    stelle: Stelle
    meldung: Meldung
    quelle: str
    einmalig: bool

    @property
    def id(self) -> str:
        """The id of the Maßnahme."""
        return self.stelle.id

    @property
    def eintrag(self) -> Verbleibseintrag:
        """The entry for the Verbleib, with the report and its day for a reason."""
        text = f": {self.meldung.text}" if self.meldung.text else "."
        return Verbleibseintrag(
            id=self.id,
            verbleib=VERBLEIB_NACH_STAND[self.meldung.stand],
            begruendung=f"Am {german(self.meldung.am)} als {self.meldung.stand.value} gemeldet{text}",
            quelle=self.quelle,
        )

    @property
    def frage(self) -> str:
        """What the log does not say of its Verbleib, as a question, or nothing."""
        if self.meldung.stand is Stand.ENTFALLEN:
            return "Ist »eingestellt« richtig, oder war sie erfolglos, wurde sie ersetzt?"
        return "Ist »umgesetzt« richtig, oder war sie einmalig?" if self.einmalig else ""

    def remark(self, rahmen: str, *, taken_out: bool) -> Remark:
        """Say above the Maßnahme, or in its place, what was reported and where its Verbleib stands."""
        reported = f"am {german(self.meldung.am)} als {self.meldung.stand.value} gemeldet"
        if taken_out:
            massnahme = self.stelle.gegenstand
            titel = massnahme.anzeigetitel if isinstance(massnahme, Massnahme) else self.id
            satz = f"»{titel}« ({self.id}), {reported}; der Verbleib steht in {rahmen}."
            return Remark(Kind.HERAUSGENOMMEN, satz)
        satz = f"»{self.id}« herausnehmen, {reported}; der Verbleib steht auskommentiert in {rahmen}. {self.frage}"
        return Remark(Kind.VORSCHLAG, satz)


@dataclass(frozen=True, slots=True)
class Vorbei:
    """A part of a Termin that ended before a day; ``erfuellt``: the day of the report that calls it done."""

    teil: Teil
    ende: date
    erfuellt: date | None

    @property
    def tag(self) -> str:
        """When it ended; »wohl« where its wording allows another reading."""
        wohl = "wohl " if self.teil.mehrdeutig else ""
        return f"{wohl}am {german(self.ende)}"

    @property
    def zusatz(self) -> str:
        """That it was done, in brackets, or nothing."""
        return f" (erfüllt laut Meldung vom {german(self.erfuellt)})" if self.erfuellt else ""


@dataclass(frozen=True, slots=True)
class Abgelaufen:
    """A Termin with the parts that have passed; ``alle``: none is left.

    ``neuer`` is the wording of the new Termin that the body has reported for what is not done; ``einmalig``: the
    Termin was one day, and nobody has reported that anything goes on.
    """

    stelle: Stelle
    teile: tuple[Vorbei, ...]
    neuer: str | None
    alle: bool
    einmalig: bool

    def remark(self) -> Remark:
        """Say above the Termin what has passed and when."""
        if self.alle and len(self.teile) == 1:
            satz = f"Der Termin ist {self.teile[0].tag} abgelaufen{self.teile[0].zusatz}"
        else:
            enden = [f"»{vorbei.teil.text}« {vorbei.tag}{vorbei.zusatz}" for vorbei in self.teile]
            aufgezaehlt = " und ".join(filter(None, [", ".join(enden[:-1]), enden[-1]]))
            satz = (
                f"{'Der Termin ist abgelaufen,' if self.alle else 'Vom Termin ist abgelaufen:'} {aufgezaehlt}"
            )
        gemeldet = f" Gemeldet ist »{self.neuer}«." if self.neuer else ""
        einmalig = (
            " Oder war es einmalig? Dann herausnehmen, mit »verbleib: einmalig«." if self.einmalig else ""
        )
        return Remark(Kind.OFFEN, f"{satz}; neu festlegen oder streichen.{gemeldet}{einmalig}")


def erledigte(
    fassung: Fassung, fristworte: Mapping[str, str], tag: date, stichtag: date
) -> tuple[Erledigt, ...]:
    """Return, in reading order, the Maßnahmen that were done or dropped by what was known on ``stichtag``.

    ``fristworte`` and ``tag`` as in ``abgelaufene``; a Maßnahme has the Termin of its goal if it has none.
    """
    gemeldet = abgeschlossene(fassung.sachstand, stichtag)
    return tuple(
        Erledigt(
            stelle,
            gemeldet[stelle.id],
            _quelle(gemeldet[stelle.id], fassung),
            _ein_tag(stelle.termin or (stelle.ziel.termin if stelle.ziel else None), fristworte, tag),
        )
        for stelle in fassung.massnahmen()
        if stelle.id in gemeldet
    )


def _ein_tag(termin: Termin | None, fristworte: Mapping[str, str], tag: date) -> bool:
    """Tell whether a Termin is one dated Frist without a rhythm that ended before ``tag``."""
    teile = termin.lies(fristworte) if termin else ()
    if len(teile) != 1 or teile[0].art is not TerminArt.FAELLIG:
        return False
    return teile[0].ende is not None and teile[0].ende < tag


def _quelle(meldung: Meldung, fassung: Fassung) -> str:
    beleg = f" ({meldung.beleg})" if meldung.beleg else ""
    return f"Sachstand der Fassung {fassung.id}, erfasst am {german(meldung.erfasst)}{beleg}"


def abgelaufene(
    fassung: Fassung, fristworte: Mapping[str, str], tag: date, stichtag: date
) -> tuple[Abgelaufen, ...]:
    """Return, in reading order, the Termine of which a part ended before ``tag``, where they are written.

    ``fristworte`` is the plan's reading of kurz-, mittel- and langfristig. To the Termin of a Maßnahme belongs what
    was reported on it by ``stichtag``.
    """
    bekannt = fassung.sachstand.bekannt_am(stichtag) if fassung.sachstand else ()
    je_massnahme: dict[str, list[Meldung]] = {}
    for meldung in sorted(bekannt, key=lambda meldung: meldung.am):
        je_massnahme.setdefault(meldung.massnahme, []).append(meldung)
    found = []
    for stelle in fassung.stellen():
        teile = stelle.termin.lies(fristworte) if stelle.termin else ()
        meldungen = je_massnahme.get(stelle.id, [])
        vorbei = tuple(
            Vorbei(teil, ende, _erfuellt(nummer, teil, meldungen))
            for nummer, teil in enumerate(teile, start=1)
            if teil.art in MIT_ENDE and (ende := letzter_tag(teil)) is not None and ende < tag
        )
        if vorbei:
            offen = not all(one.erfuellt for one in vorbei)
            neue = [meldung.neuer_termin for meldung in meldungen if meldung.neuer_termin and offen]
            einmalig = _ein_tag(stelle.termin, fristworte, tag) and _ungemeldet(stelle, je_massnahme)
            alle = len(vorbei) == len(teile)
            found.append(Abgelaufen(stelle, vorbei, neue[-1] if neue else None, alle, einmalig))
    return tuple(found)


def _ungemeldet(stelle: Stelle, je_massnahme: Mapping[str, list[Meldung]]) -> bool:
    """Tell whether a Termin is of Maßnahmen of which nobody has reported anything; of a goal, of all its own."""
    ziel = stelle.gegenstand
    namen = [stelle.id]
    if isinstance(ziel, Handlungsziel):
        namen = [massnahme.id for massnahme in ziel.massnahmen if massnahme.termin is None]
    meldungen = [meldung for name in namen for meldung in je_massnahme.get(name, ())]
    return bool(namen) and all(meldung.stand is Stand.KEINE_RUECKMELDUNG for meldung in meldungen)


def _erfuellt(nummer: int, teil: Teil, meldungen: list[Meldung]) -> date | None:
    """Return the day of the first report that calls a part done, as a whole or for its last day."""
    return next(
        (
            meldung.am
            for meldung in meldungen
            for erfuellung in meldung.erfuellt
            if erfuellung.teil == nummer and erfuellung.frist in {None, teil.ende}
        ),
        None,
    )
