"""Funding against time: a programme does not end before the Maßnahme it pays for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.checks.stellenregister import letzter_tag
from konzept.checks.tage import tag
from konzept.diagnostics import Severity, Verwandt
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.plan import PROGRAMME_DATEI
from konzept.domain.termin import TerminArt, lies_termin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.domain.plan import Plan


def endet_vorher(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Maßnahme does not go on after the last programme that funds it has ended.

    A programme whose period names no last day, or cannot be read, may last for ever. What runs without an end is
    funded at least until its Fassung begins. A Fassung that another one carries on is history; only what was over
    before it began is named there.
    """
    enden = {programm.id: _letzter_tag(programm) for programm in plan.foerderprogramme}
    stelle_im_register = {programm.id: i for i, programm in reversed(list(enumerate(plan.foerderprogramme)))}
    abgeloest = {fassung.rahmen.vorgaenger for fassung in plan.fassungen}
    for fassung in plan.fassungen:
        beginn = fassung.erster_tag or fassung.angenommen_am
        for stelle in fassung.massnahmen():
            massnahme = stelle.gegenstand
            if not isinstance(massnahme, Massnahme) or not massnahme.foerderungen:
                continue
            bis = [enden.get(foerderung.programm) for foerderung in massnahme.foerderungen]
            letzter = max((ende for ende in bis if ende), default=None)
            ende = beginn if fassung.id in abgeloest else letzter_tag(stelle, plan, beginn)
            if letzter is None or None in bis or ende is None or ende <= letzter:
                continue
            i = bis.index(letzter)
            programm = plan.programm_nach_id[massnahme.foerderungen[i].programm]
            zeitraum = (PROGRAMME_DATEI, "foerderprogramme", stelle_im_register[programm.id], "zeitraum")
            yield source.befund(
                "foerderung-endet-vorher",
                Severity.HINWEIS,
                source.value((*stelle.pfad, "foerderungen", i, "programm")),
                f"Die Förderung aus »{programm.id}« endet am {tag(letzter)}, "
                + (
                    f"die Fassung {fassung.id} beginnt erst am {tag(beginn)}."
                    if letzter < beginn
                    else f"die Maßnahme geht aber bis zum {tag(ende)}."
                ),
                "Klären Sie, wer danach zahlt, und ergänzen Sie die Förderung; sonst endet die Maßnahme früher.",
                verwandte=(Verwandt(source.value(zeitraum), "Zeitraum der Förderung"),),
            )


def _letzter_tag(programm: Foerderprogramm) -> date | None:
    teile = lies_termin(programm.zeitraum) if programm.zeitraum else ()
    if any(teil.ende is None or teil.art not in {TerminArt.ZEITRAUM, TerminArt.FAELLIG} for teil in teile):
        return None
    return max((teil.ende for teil in teile if teil.ende), default=None)
