"""What the options of ``konzept sachstand`` say, read and refused one by one, before anything is written."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from konzept.cli.selection import DAY_FORMATS, stichtag_or_today
from konzept.cli.surface.failure import WrongCall

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung
    from konzept.domain.sachstand import Meldung, Stand


def read_stand(wort: str) -> Stand:
    """Return the state so called; another word is a wrong call."""
    from konzept.diagnostics import nearest
    from konzept.domain.sachstand import Stand

    namen = [stand.value for stand in Stand]
    if wort in namen:
        return Stand(wort)
    treffer = nearest(wort, namen)
    meinten = f"Meinten Sie »{treffer}«? " if treffer else ""
    raise WrongCall(f"Den Stand »{wort}« gibt es nicht.", f"{meinten}Möglich sind: {', '.join(namen)}.")


def read_erfuellung(angabe: str) -> dict[str, object]:
    """Read »1« or »1@2022-06-30«."""
    teil, at, frist = angabe.partition("@")
    if teil.strip().isdecimal() and teil.isascii():
        if not at:
            return {"teil": teil.strip()}
        for form in DAY_FORMATS:
            try:
                return {"teil": teil.strip(), "frist": datetime.strptime(frist.strip(), form).date()}  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
    raise WrongCall(
        f"»{angabe}« nennt keinen Teil eines Termins.",
        "»--erfuellt 1« meint Teil 1, »--erfuellt 1@2022-06-30« dessen Frist am 30.6.2022.",
    )


def read_beschluss(angabe: str, neuer_termin: str | None, erfasst: date) -> dict[str, object]:
    """Read »Kreistag@2022-03-30«; without a new Termin there is nothing that it could have set."""
    from konzept.edit.sachstand import clean_text

    if neuer_termin is None:
        raise WrongCall(
            "»--beschluss« nennt, wer den neuen Termin gesetzt hat; ein neuer Termin fehlt.",
            "Nennen Sie ihn mit »--neuer-termin«.",
        )
    gremium, at, tag = angabe.rpartition("@")
    for form in DAY_FORMATS if at else ():
        try:
            datum = datetime.strptime(tag.strip(), form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
        if datum > erfasst:
            raise WrongCall(
                f"Der Beschluss vom {tag.strip()} liegt nach dem Tag der Eintragung.",
                "Tragen Sie ihn ein, wenn er gefasst ist; bis dahin genügt »--neuer-termin«.",
            )
        return {"gremium": clean_text(gremium, "Das Gremium"), "datum": datum}
    raise WrongCall(
        f"»{angabe}« nennt keinen Beschluss.",
        "Genannt werden Gremium und Tag: »--beschluss Kreistag@2022-03-30«.",
    )


def refuse_a_day_to_come(erfasst: date) -> None:
    """Refuse a mistyped year: every later entry would have to stand behind it."""
    from konzept.render.words import deutsches_datum

    heute = stichtag_or_today(None)
    if erfasst > heute:
        raise WrongCall(
            f"»--erfasst« nennt den {deutsches_datum(erfasst)}; das ist nach heute, dem {deutsches_datum(heute)}.",
            "Genannt wird der Tag der Eintragung. Prüfen Sie die Jahreszahl.",
        )


def told_of_the_replaced(fassung: Fassung, meldung: Meldung) -> str:
    """Say in a line which entry this one replaces with all that it called fulfilled, or that none is corrected."""
    from konzept.render.words import deutsches_datum

    bekannte = fassung.sachstand.eintraege if fassung.sachstand else ()
    gleiche = [one for one in bekannte if one.kennung == meldung.kennung]
    if gleiche:
        weg = set(gleiche[-1].erfuellt) - set(meldung.erfuellt)
        genannt = ", ".join(
            f"Teil {one.teil}" + (f" am {deutsches_datum(one.frist)}" if one.frist else "")
            for one in gleiche[-1].erfuellt
            if one in weg
        )
        folge = f"; nicht mehr erfüllt: {genannt}" if weg else ""
        return f"Hinweis: Ersetzt den Eintrag derselben Stelle, der vom selben Tag spricht{folge}.\n"
    if (meldung.text or "").startswith(("Korrektur", "Berichtigung")):
        return (
            "Hinweis: Ersetzt keinen Eintrag; "
            "dafür müssten Maßnahme, Tag (»--am«) und Stelle (»--von«) dieselben sein.\n"
        )
    return ""
