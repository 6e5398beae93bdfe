"""The words in which a changed field is told: which field, how grave, and what the change means."""

from __future__ import annotations

from enum import StrEnum


class Gewicht(StrEnum):
    """Whether a change says something else, or the same in another spelling."""

    WESENTLICH = "wesentlich"
    REDAKTIONELL = "redaktionell"


class Feld(StrEnum):
    """The compared fields by their names in the files; the order is the one in which they are shown."""

    EBENE = "ebene"
    TITEL = "titel"
    TEXT = "text"
    EINLEITUNG = "einleitung"
    VORWORT = "vorwort"
    LEITBILD = "leitbild"
    AUSBLICK = "ausblick"
    TERMIN = "termin"
    ZUSTAENDIGKEITEN = "zustaendigkeiten"
    FOERDERUNGEN = "foerderungen"
    KOSTEN = "kosten"
    LEITZIELE = "leitziele"
    INDIKATOREN = "indikatoren"
    QUERBEZUEGE = "querbezuege"
    HINWEISE = "hinweise"
    ARBEITSKREIS = "arbeitskreis"
    BESCHLUSS = "beschluss"
    LEICHTE_SPRACHE = "leichte_sprache"
    TEXTE = "texte"


class Code(StrEnum):
    """What a change means to the reader; machines and filters match these words.

    Seen from the other side -neu is -entfallen, abgeschwaecht is verbindlicher, frist-gesetzt is
    frist-aufgegeben; every other code stays itself. turnus- and lesart-geaendert stand beside an unchanged wording:
    another year a rhythm counts from, other explicit Teile.
    """

    REDAKTIONELL = "redaktionell"
    NEU = "feld-neu"
    ENTFALLEN = "feld-entfallen"
    EBENE_GEWECHSELT = "ebene-gewechselt"
    TITEL_GEAENDERT = "titel-geaendert"
    TEXT_GEAENDERT = "text-geaendert"
    ABGESCHWAECHT = "abgeschwaecht"
    VERBINDLICHER = "verbindlicher"
    TERMIN_VERSCHOBEN = "termin-verschoben"
    TEILFRIST_VERSCHOBEN = "teilfrist-verschoben"
    BEGINN_VERSCHOBEN = "beginn-verschoben"
    RHYTHMUS_GEAENDERT = "rhythmus-geaendert"
    TURNUS_GEAENDERT = "turnus-geaendert"
    LESART_GEAENDERT = "lesart-geaendert"
    TERMIN_GEAENDERT = "termin-geaendert"
    TERMIN_NEU = "termin-neu"
    TERMIN_ENTFALLEN = "termin-entfallen"
    FRIST_GESETZT = "frist-gesetzt"
    FRIST_AUFGEGEBEN = "frist-aufgegeben"
    ZUSTAENDIGKEIT_NEU = "zustaendigkeit-neu"
    ZUSTAENDIGKEIT_ENTFALLEN = "zustaendigkeit-entfallen"
    ZUSTAENDIGKEIT_GEAENDERT = "zustaendigkeit-geaendert"
    ROLLE_GEAENDERT = "rolle-geaendert"
    FEDERFUEHRUNG_GEWECHSELT = "federfuehrung-gewechselt"
    FEDERFUEHRUNG_NEU = "federfuehrung-neu"
    FEDERFUEHRUNG_ENTFALLEN = "federfuehrung-entfallen"
    NACHFOLGE = "nachfolge"
    FOERDERUNG_NEU = "foerderung-neu"
    FOERDERUNG_ENTFALLEN = "foerderung-entfallen"
    FOERDERUNG_GEAENDERT = "foerderung-geaendert"
    KOSTEN_NEU = "kosten-neu"
    KOSTEN_ENTFALLEN = "kosten-entfallen"
    KOSTEN_GEAENDERT = "kosten-geaendert"
    LEITZIEL_NEU = "leitziel-neu"
    LEITZIEL_ENTFALLEN = "leitziel-entfallen"
    INDIKATOR_NEU = "indikator-neu"
    INDIKATOR_ENTFALLEN = "indikator-entfallen"
    INDIKATOR_GEAENDERT = "indikator-geaendert"
    ZIELWERT_GEAENDERT = "zielwert-geaendert"
    QUERBEZUG_NEU = "querbezug-neu"
    QUERBEZUG_ENTFALLEN = "querbezug-entfallen"
    QUERBEZUG_GEAENDERT = "querbezug-geaendert"
    HINWEIS_NEU = "hinweis-neu"
    HINWEIS_ENTFALLEN = "hinweis-entfallen"
    ARBEITSKREIS_GEAENDERT = "arbeitskreis-geaendert"
    BESCHLUSS_GEAENDERT = "beschluss-geaendert"
    UEBERTRAGUNG_GEAENDERT = "uebertragung-geaendert"
    ENTFALLEN_OHNE_GRUND = "entfallen-ohne-grund"
