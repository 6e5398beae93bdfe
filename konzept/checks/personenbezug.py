"""Data of persons where a role belongs: a plan is published and outlives those who hold an office (design §3)."""

from __future__ import annotations

import re
from collections.abc import Callable  # noqa: TC003  a field of a dataclass
from dataclasses import dataclass
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
_TELEFON_VERDACHT = re.compile(
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
_NAME_VERDACHT = re.compile(r"[HF](?:errn?|r\.|rau) [A-ZÄÖÜ]")
_ROLLE = "Nennen Sie Amt oder Stelle statt der Person; Personen wechseln, und der Plan wird veröffentlicht."


def _ist_person(treffer: re.Match[str]) -> bool:
    """Tell whether the part before the @ looks like a name; one word alone is a role, or cannot be told from one."""
    return re.fullmatch(_PERSON, treffer[1]) is not None and not any(
        re.fullmatch(_POSTSTELLE, wort) for wort in _TRENNER.split(treffer[1])
    )


@dataclass(frozen=True, slots=True)
class Art:
    """One kind of data of a person: how it looks, what it is taken for, and what to do.

    `verdacht` is what must be in a text for the pattern to be tried at all; `gilt` tells which of its finds count.
    """

    code: str
    schwere: Severity
    verdacht: re.Pattern[str]
    muster: str
    wonach: str
    abhilfe: str = ""
    gilt: Callable[[re.Match[str]], bool] = bool

    def pruefe(self, ort: Textort, source: SourceMap) -> Iterator[Befund]:
        """Find it in a text that is published."""
        for treffer in re.finditer(self.muster, "" if ort.intern else ort.text):
            if self.gilt(treffer):
                yield befund_im_text(
                    source,
                    self.code,
                    self.schwere,
                    ort=ort,
                    wort=treffer[0],
                    meldung=f"»{treffer[0]}« sieht nach {self.wonach} aus.",
                    hilfe=f"{_ROLLE} {self.abhilfe}".strip(),
                )


ARTEN: tuple[Art, ...] = (
    Art(
        "person-mail",
        Severity.WARNUNG,
        re.compile("@"),
        _MAIL,
        "der Mailadresse einer Person",
        "Eine Adresse der Stelle (info@…, poststelle@…) kann bleiben.",
        _ist_person,
    ),
    # days and numbers of Drucksachen are none
    Art(
        "person-telefon",
        Severity.WARNUNG,
        _TELEFON_VERDACHT,
        _TELEFON,
        "einer Telefonnummer",
        "Was nur intern gebraucht wird, steht unter »intern«.",
    ),
    Art("person-name", Severity.HINWEIS, _NAME_VERDACHT, _NAME, "dem Namen einer Person"),
)
"""What no published text holds."""
