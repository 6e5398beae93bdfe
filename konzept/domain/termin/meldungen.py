"""Words that report what was instead of saying what is due: »2021 erledigt«, »wurde 2019 eingeführt«."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.funde import Fundart
from konzept.domain.termin.grammatik.woerter import wortliste
from konzept.domain.termin.grammatik.zeichen import Sorte

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser

_ABGESCHLOSSEN: Final = frozenset(wortliste("erledigt abgeschlossen beendet fertig fertiggestellt"))
_GEMELDET: Final = _ABGESCHLOSSEN | frozenset(wortliste("umgesetzt realisiert begonnen gestartet angelaufen"))
_VERGANGEN: Final = frozenset(
    wortliste(
        "wurde wurden war waren fand fanden erfolgte erfolgten startete starteten begann begannen "
        "zuletzt letztmals letztmalig letztmalige letztmaliger tatsaechlich tatsaechliche tatsaechliches"
    )
)
_VORHABEN: Final = frozenset(
    wortliste("wird werden soll sollen sollte sollten muss muessen kann koennen geplant vorgesehen")
)
_ANDERE_GRENZE: Final = frozenset(
    {Fundart.BIS, Fundart.AB, Fundart.ZEITRAUM, Fundart.LAUFEND, Fundart.RHYTHMUS}
)


def zweifel_am_stand(leser: Leser, arten: set[Fundart], stellen: list[int]) -> list[str]:
    """Return the doubts that words of a report raise about a plain date.

    »bis Ende 2016 abgeschlossen« is a deadline all the same, and so is »soll 2022 umgesetzt werden«.
    """
    if any(leser.wort(i, _VORHABEN) for i in stellen):
        return []
    woerter = _GEMELDET | _VERGANGEN
    if arten & _ANDERE_GRENZE:
        nur_beginn = Fundart.AB in arten and not arten & {Fundart.BIS, Fundart.LAUFEND, Fundart.RHYTHMUS}
        woerter = _ABGESCHLOSSEN if nur_beginn else frozenset()
    return [
        f"»{leser.an(i).text}« meldet einen Stand, keinen Termin."
        for i in stellen
        if leser.wort(i, woerter) or (leser.wort(i, {"ist"}) and leser.ist(i + 1, Sorte.DOPPELPUNKT))
    ]
