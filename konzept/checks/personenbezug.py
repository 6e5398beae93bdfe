"""Data of persons where a role belongs: a plan is published and outlives those who hold an office (design §3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.checks.texte import befund_im_text
from konzept.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textort
    from konzept.diagnostics import Befund, SourceMap

# Patterns are strings here: they are compiled once there is something to look for, not at every start.
_MAIL = r"(?<![\w.+-])([\w.+-]{1,64})@((?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24})\b"
_PERSON = (
    r"[^\W\d_]+(?:-[^\W\d_]+)*(?:[._][^\W\d_]+(?:-[^\W\d_]+)*)*[._][^\W\d_]{2,}(?:-[^\W\d_]+)*[0-9]{0,3}"
)
"""What a name looks like in an address: erika.muster, e.muster, erika_muster-mann2."""

_POSTSTELLE = (
    r"(?i:info|kontakt|post(?:stelle|eingang)?|mail|service|zentrale|verwaltung|presse|redaktion|sekretariat|buero"
    r"|integration|migration|beratung|anmeldung|webmaster|datenschutz|noreply|auskunft|kreistag|landkreis|landratsamt"
    r"|rathaus|gemeinde|stadt|amt|jugendamt|sozialamt|auslaenderbehoerde|jobcenter|kultur|klima\w*|bildung\w*"
    r"|inklusion|gleichstellung|team|fachdienst|referat|stabsstelle|projekt|ehrenamt|familie|gesundheit|pflege|umwelt"
    r"|[a-zäöüß]*(?:beauftragte[rn]?|beratung|stelle|dienst|amt|buero|büro|verwaltung|koordination|schule|verein|leitung))"
)
_TRENNER = re.compile("[.+_-]")
_ZIFFERN = r"\(?[+0-9][0-9 ()/–-]{4,22}[0-9]"
TELEFON_VERDACHT = re.compile(
    r"[+0TFMHDR](?:(?<=\+)[1-9]|(?<=(?<![0-9])0)(?:[1-9][0-9]|0[1-9][0-9])"
    r"|(?:(?<=T)el(?:efon|efax)?|(?<=F)on|(?<=F)ax|(?<=M)obil|(?<=H)andy|(?<=D)urchwahl|(?<=R)ufnummer)"
    r"[.:]?[ ]?(?:Nr\.?:?[ ]?)?\(?[+0-9])"
)
_TELEFON = (
    rf"\b(?:Tel(?:efon)?|Fon|Fax|Telefax|Mobil|Handy|Durchwahl|Rufnummer)\b[.:]?[ ]?(?:Nr\.?:?[ ]?)?{_ZIFFERN}"
    r"|(?<![\w/.,-])(?:\+|00)[1-9][0-9]{0,2}(?:[ /–-]|[ ]?\(0\)[ ]?)[0-9][0-9 /–-]{4,16}[0-9]\b"
    r"|(?<![\w/.,+-])\(?0[1-9][0-9]{1,4}\)?[ ]?[ /–-][ ]?(?!(?:19|20)[0-9]{2}\b)[0-9][0-9 –-]{2,12}[0-9]\b"
)
_AMTSWORT = (
    r"(?:[A-ZÄÖÜ]\w*(?:rat|rats|rätin|meister|meisters|meisterin|minister|ministerin|präsident|präsidentin"
    r"|beauftragte|beauftragter|leiter|leiterin|vorsitzende|vorsitzender|direktor|direktorin)|Dr\.|Prof\.|Pfarrer(?:in)?)"
)
_NAME = (
    rf"\b(?:Herrn?|Hr\.|Frau) (?:{_AMTSWORT} ){{0,3}}(?!{_AMTSWORT}\b)"
    r"([A-ZÄÖÜ][a-zäöüß]+(?:[- ][A-ZÄÖÜ][a-zäöüß]+)?)\b"
)
NAME_VERDACHT = re.compile(r"[HF](?:errn?|r\.|rau) [A-ZÄÖÜ]")
_ROLLE = "Nennen Sie Amt oder Stelle statt der Person; Personen wechseln, und der Plan wird veröffentlicht."


def mailadressen(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No published text holds the mail address of a person; that of an office may stay.

    A person's looks like a name (vorname.nachname); one word alone is a role, or cannot be told from one.
    """
    for treffer in re.finditer(_MAIL, "" if ort.intern else ort.text):
        if not re.fullmatch(_PERSON, treffer[1]) or any(
            re.fullmatch(_POSTSTELLE, wort) for wort in _TRENNER.split(treffer[1])
        ):
            continue
        yield befund_im_text(
            source,
            "person-mail",
            Severity.WARNUNG,
            ort=ort,
            wort=treffer[0],
            meldung=f"»{treffer[0]}« sieht nach der Mailadresse einer Person aus.",
            hilfe=f"{_ROLLE} Eine Adresse der Stelle (info@…, poststelle@…) kann bleiben.",
        )


def telefonnummern(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No published text holds a telephone number; days and numbers of Drucksachen are none."""
    for treffer in re.finditer(_TELEFON, "" if ort.intern else ort.text):
        yield befund_im_text(
            source,
            "person-telefon",
            Severity.WARNUNG,
            ort=ort,
            wort=treffer[0],
            meldung=f"»{treffer[0]}« sieht nach einer Telefonnummer aus.",
            hilfe=f"{_ROLLE} Was nur intern gebraucht wird, steht unter »intern«.",
        )


def namen(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No published text names a person as »Herr« or »Frau« with the surname."""
    for treffer in re.finditer(_NAME, "" if ort.intern else ort.text):
        yield befund_im_text(
            source,
            "person-name",
            Severity.HINWEIS,
            ort=ort,
            wort=treffer[0],
            meldung=f"»{treffer[0]}« sieht nach dem Namen einer Person aus.",
            hilfe=_ROLLE,
        )
