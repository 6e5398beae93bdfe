"""What konzept.yaml says of codes: each is one that findings have, and one that can be changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.diagnostics import Location, Severity, nearest
from konzept.domain.einstellungen import Regelschwere
from konzept.domain.plan import KONZEPT_DATEI
from konzept.domain.werte import ID_FORM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan


def leere(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The file of settings says something, or says that it means to say nothing.

    It may be empty, for every key may be missing (design §3); but what a slip has emptied has lost its rules and
    exceptions, and nobody would notice.
    """
    del plan
    lines = source.lines.get(KONZEPT_DATEI)
    if lines is None or source.is_faulty((KONZEPT_DATEI,)):
        return
    if all(line.strip("\ufeff \t").partition("#")[0] in {"", "---", "..."} for line in lines):
        yield source.befund(
            "konzept-leer",
            Severity.HINWEIS,
            Location(KONZEPT_DATEI),
            "konzept.yaml ist leer: Der Plan nennt keine Körperschaft und gilt ohne eigene Einstellungen.",
            "Schreiben Sie mindestens »koerperschaft: …«. Soll die Datei leer bleiben, schreiben Sie »{}« hinein.",
        )


def unbekannte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The codes in ``regeln`` and ``ausnahmen`` are ones that findings have.

    What has not even the form of a code is named by ``fassungen.regeln``.
    """
    einstellungen = plan.einstellungen
    if not einstellungen.regeln and not einstellungen.ausnahmen:
        return
    # only who sets rules pays for reading the catalogue
    from konzept.checks.katalog import KATALOG

    for code in einstellungen.regeln:
        if code not in KATALOG and re.fullmatch(ID_FORM, code):
            ort = source.key((KONZEPT_DATEI, "regeln", code))
            meldung = f"Einen Befund »{code}« gibt es nicht; die Regel bewirkt nichts."
            yield source.befund("regel-unbekannt", Severity.WARNUNG, ort, meldung, _hilfe(code, KATALOG))
    for i, ausnahme in enumerate(einstellungen.ausnahmen):
        pfad = (KONZEPT_DATEI, "ausnahmen", i, "code")
        if ausnahme.code not in KATALOG and pfad not in source.faulty:
            meldung = f"Einen Befund »{ausnahme.code}« gibt es nicht; die Ausnahme bewirkt nichts."
            yield source.befund(
                "ausnahme-unbekannt",
                Severity.WARNUNG,
                source.value(pfad),
                meldung,
                _hilfe(ausnahme.code, KATALOG),
            )


def _hilfe(code: str, bekannt: Iterable[str]) -> str:
    treffer = nearest(code, bekannt)
    gemeint = f"Meinten Sie »{treffer}«? " if treffer else ""
    return f"{gemeint}Das Kürzel steht am Ende jeder Meldung; alle zeigt »konzept explain«."


def wirkungslose(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What is a Fehler by nature stays one: no rule makes it less, no exception takes it out.

    Nor are findings about exceptions taken out by exceptions.
    """
    einstellungen = plan.einstellungen
    if not einstellungen.regeln and not einstellungen.ausnahmen:
        return
    from konzept.checks.katalog import KATALOG, ausnehmbar

    fehler = {code for code, erklaerung in KATALOG.items() if erklaerung.schwere is Severity.FEHLER}
    for code, schwere in einstellungen.regeln.items():
        if code in fehler and schwere is not Regelschwere.FEHLER:
            yield source.befund(
                "regel-wirkungslos",
                Severity.HINWEIS,
                source.value((KONZEPT_DATEI, "regeln", code)),
                f"»{code}« bleibt ein Fehler; »{schwere.value}« bewirkt nichts.",
                "Mit einem Fehler bedeutet der Plan etwas anderes, als dasteht. Löschen Sie die Zeile.",
            )
    for i, ausnahme in enumerate(einstellungen.ausnahmen):
        if ausnahme.code in KATALOG and not ausnehmbar(ausnahme.code):
            was = "ein Fehler" if ausnahme.code in fehler else "ein Befund über Ausnahmen"
            yield source.befund(
                "ausnahme-wirkungslos",
                Severity.HINWEIS,
                source.value((KONZEPT_DATEI, "ausnahmen", i, "code")),
                f"»{ausnahme.code}« ist {was} und lässt sich nicht ausnehmen.",
                "Beheben Sie, was gemeldet wird, und löschen Sie den Eintrag.",
            )
