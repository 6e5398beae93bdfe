"""The words of the Termin grammar, in the form that `zeichen.norm` gives them (lower case, ä as ae, ß as ss)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.zeichen import Zeichen


def wortliste(text: str) -> tuple[str, ...]:
    """Return the words of a text: a list of words reads better as a line than as a column of strings."""
    return tuple(text.split())


MONATE: Final = {
    wort: nummer
    for nummer, woerter in enumerate(
        (
            "januar januars jan jaenner jaen",
            "februar februars feb febr feber",
            "maerz maerzes mar maer mrz",
            "april aprils apr",
            "mai mais",
            "juni junis jun",
            "juli julis jul",
            "august augusts aug",
            "september septembers sep sept",
            "oktober oktobers okt",
            "november novembers nov",
            "dezember dezembers dez",
        ),
        start=1,
    )
    for wort in woerter.split()
}
JAHRESZEITEN: Final = {
    **dict.fromkeys(wortliste("fruehjahr fruehjahrs fruehling fruehlings fruehjahres fruehj"), 1),
    **dict.fromkeys(wortliste("sommer sommers"), 2),
    **dict.fromkeys(wortliste("herbst herbsts herbstes"), 3),
    **dict.fromkeys(wortliste("winter winters"), 4),
}
VAGE_JAHRESZEITEN: Final = {
    vorsatz + wort: nummer
    for vorsatz in ("frueh", "spaet", "hoch", "vor", "nach", "mitt")
    for wort, nummer in JAHRESZEITEN.items()
    if not wort.startswith("frueh")
}
ROEMISCH: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}
ORDNUNGSWOERTER: Final = {
    stamm + endung: nummer
    for nummer, stamm in enumerate(("erste", "zweite", "dritte", "vierte", "fuenfte"), start=1)
    for endung in ("", "n", "r", "s", "m")
}
ZAHLWOERTER: Final = {
    **dict.fromkeys(wortliste("ein eine einer eines einem einen eins"), 1),
    **dict.fromkeys(wortliste("zwei zweien beide beiden"), 2),
    **dict.fromkeys(wortliste("drei dreien"), 3),
    "vier": 4,
    "fuenf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwoelf": 12,
    "achtzehn": 18,
    "vierzehn": 14,
    "vierundzwanzig": 24,
}
ANZAHLWOERTER: Final = {wort: wert for wort, wert in ZAHLWOERTER.items() if not wort.startswith("beide")}
STAMMZAHLEN: Final = {
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "zwoelf": 12, "vierzehn": 14,
}  # fmt: skip
"""Numbers as they begin a compound: zweijährlich, Dreijahresturnus, viermal."""

JAHRESWOERTER: Final = frozenset(
    wortliste(
        "jahr jahre jahren jahres jahrs kalenderjahr kalenderjahres kalenderjahren haushaltsjahr "
        "haushaltsjahres haushaltsjahre haushaltsjahren rechnungsjahr berichtsjahr berichtsjahres "
        "jubilaeumsjahr"
    )
)
FREMDE_JAHRE: Final = frozenset(
    stamm + endung
    for stamm in [
        "projektjahr",
        "foerderjahr",
        "programmjahr",
        "wirtschaftsjahr",
        "geschaeftsjahr",
        "ausbildungsjahr",
        "lehrjahr",
        "betriebsjahr",
        "studienjahr",
        "antragsjahr",
        "doppelhaushalt",
        "haushalt",
        "doppelhaushaltsjahr",
        "spielzeit",
        "saison",
        "heizperiode",
    ]
    for endung in ("", "s", "es", "e", "en")
)
"""Years that need not be calendar years: read, but never in silence."""

SCHULJAHRE: Final = frozenset(wortliste("schuljahr schuljahrs schuljahres schuljahre schuljahren sj"))
KITAJAHRE: Final = frozenset(
    f"{art}jahr{endung}"
    for art in ("kita", "kindergarten", "kiga", "krippen", "betreuungs", "kindertagesstaetten")
    for endung in ("", "s", "es", "e", "en")
)
QUARTALSWOERTER: Final = frozenset(
    wortliste("quartal quartals quartale quartalen quart q vierteljahr vierteljahrs vj qu")
)
HALBJAHRESWOERTER: Final = frozenset(
    wortliste("halbjahr halbjahrs halbjahres halbjahre hj jahreshaelfte haelfte jahreshaelften h")
)
SCHULHALBJAHRE: Final = frozenset(wortliste("schulhalbjahr schulhalbjahrs schulhalbjahres schulhj"))
SEMESTER: Final = {
    **dict.fromkeys(wortliste("sommersemester sommersemesters sose ss"), 1),
    **dict.fromkeys(wortliste("wintersemester wintersemesters wise ws"), 2),
}
WOCHENWOERTER: Final = frozenset(wortliste("kw kalenderwoche kalenderwochen kws"))
LAGEN: Final = {
    **dict.fromkeys(wortliste("anfang anfangs anf beginn beginns"), "anfang"),
    "mitte": "mitte",
    **dict.fromkeys(wortliste("ende endes schluss ablauf"), "ende"),
}
LAGEN_IM_WORT: Final = {
    einheit + wort: (art, lage)
    for einheit, art in (("jahres", "jahr"), ("schuljahres", "schuljahr"), ("schuljahrs", "schuljahr"))
    for wort, lage in (
        ("ende", "ende"), ("schluss", "ende"), ("ausklang", "ende"), ("abschluss", "ende"), ("endes", "ende"),
        ("wechsel", "ende"), ("mitte", "mitte"), ("anfang", "anfang"), ("beginn", "anfang"),
        ("start", "anfang"), ("anfangs", "anfang"),
    )
}  # fmt: skip
"""Jahresende, Schuljahresbeginn and the like."""

KALENDERWOERTER: Final = frozenset({*MONATE, *JAHRESZEITEN, *LAGEN})

MENGENZEICHEN: Final = frozenset(wortliste("€ % $ kW kWp kWh MWh MW m qm m² ha km t T€ TEUR h"))
MENGENWOERTER: Final = frozenset(
    wortliste(
        "euro eur chf franken tsd mio mrd tonnen stueck personen einwohner einwohnern wohnungen plaetze "
        "plaetzen baeume baeumen exemplare exemplaren haushalte menschen kinder teilnehmende teilnehmer "
        "uhr er prozent meter mal x"
    )
)
"""Words behind a number that make it an amount instead of a year."""

NAMEN_MIT_JAHR: Final = frozenset(
    wortliste(
        "agenda vision horizont horizon masterplan leitbild strategie zielbild charta europa haushalt "
        "haushaltsplan etat doppelhaushalt haushalts haushaltsplanung ziel ziele zukunftsbild "
        "handlungsprogramm aktionsprogramm perspektive nachtragshaushalt jahresbericht klimaneutralitaet "
        "stand vorlage drucksache haushaltsanmeldung haushaltsberatungen haushaltsberatung budget budgets "
        "voranschlag hh hhplan haushaltsentwurf haushaltssatzung stellenplan wirtschaftsplan"
    )
)
"""Nouns whose year is part of a name or of another thing: Agenda 2030, Haushalt 2022."""

FUELLWOERTER: Final = frozenset(
    wortliste(
        "der dem den des das die zum zur zu im in am an ins einschliesslich einschl inklusive inkl "
        "voraussichtlich vsl vrsl spaetestens laengstens mindestens zumindest etwa ca circa zirka rund "
        "ungefaehr noch datum laufe verlauf monat monats zunaechst vorerst vorlaeufig bereits max "
        "maximal hoechstens mind min"
    )
)
"""Words that may stand between a preposition and its date."""

ABKUERZUNGEN: Final = frozenset(
    wortliste(
        "ca einschl inkl vsl vrsl vorauss voraussichtl mind min max ggf evtl bzw usw etc insb jew gem vgl "
        "zzgl bzgl sog lt jaehrl halbjaehrl vierteljaehrl mtl monatl woechentl fortl lfd regelm sept "
        "quart abt std bsp resp spaet ders einmal"
    )
) - {"einmal"}
"""Words whose full stop ends no sentence."""

DANACH: Final = frozenset(wortliste("danach anschliessend dann darauf folgend nachfolgend hiernach fortan"))
BIS_WOERTER: Final = frozenset(
    wortliste("bis spaetestens laengstens endet enden endete ablaufend auslaufend endend")
)
AB_WOERTER: Final = frozenset(wortliste("ab seit"))
LAUFEND: Final = frozenset(
    wortliste(
        "fortlaufend laufend kontinuierlich dauerhaft staendig permanent stetig fortwaehrend andauernd "
        "durchgehend durchgaengig daueraufgabe daueraufgaben dauerangebot dauermassnahme dauerprojekt "
        "dauerprozess unbefristet weiterhin ganzjaehrig fortdauernd dauernd anhaltend bestaendig "
        "immerwaehrend lfd fortl fortlfd prozessbegleitend unbegrenzt jederzeit weiterlaufend "
        "weitergehend"
    )
)
LAUFEND_ALLEIN: Final = frozenset(
    wortliste(
        "laeuft laufen fortgefuehrt fortgesetzt fortfuehrung weiterfuehrung weitergefuehrt fortsetzung "
        "verstetigung verstetigt fortzufuehren weiterzufuehren immer"
    )
)
"""Words for what goes on; beside a date they only name the step: »Fortführung 2022«."""

BEGINNWOERTER: Final = frozenset(
    wortliste(
        "beginn start erstmals erstmalig beginnend startend projektstart projektbeginn umsetzungsbeginn "
        "umsetzungsstart massnahmenbeginn massnahmenstart baubeginn startschuss auftakt erstmalige "
        "erstmaliger erstmaligen beginnt startet programmstart kursbeginn starttermin starttermine "
        "startjahr naechste naechster naechstes naechstmals naechstmalig begonnen gestartet"
    )
)
BEGINN_VAGE: Final = frozenset(
    wortliste(
        "beginn erstmals erstmalig beginnend startend erstmalige erstmaliger erstmaligen naechste "
        "naechster naechstes naechstmals naechstmalig begonnen gestartet"
    )
)
ZEITRAUMWOERTER: Final = (
    "zeitraum",
    "laufzeit",
    "periode",
    "zeitrahmen",
    "amtsdauer",
    "amtszeit",
    "legislatur",
)
WOCHENTAGE: Final = frozenset(
    wortliste("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so")
)
WEISER: Final = frozenset(
    wortliste(
        "siehe s vgl hz kap kapitel nr nummer ziffer ziff punkt tz abs absatz artikel art drs drucksache "
        "vorlage seite anlage fussnote massnahme massnahmen ziel handlungsziel phase stufe schritt modul "
        "baustein paket ap tab tabelle abb anhang handlungsfeld hf teil projekt bauabschnitt ba abschnitt "
        "top leitziel etappe teilprojekt tp m zu az aktenzeichen bv"
    )
)
"""Words whose number names a place or a thing and not a time."""

_FESTZEITEN: Final = (
    "ferien",
    "sommerpause",
    "winterpause",
    "ostern",
    "weihnachten",
    "pfingsten",
    "advent",
    "silvester",
)
_SITZUNGEN: Final = ("sitzung", "sitzungen", "runde", "termin", "ferien", "anfang", "beginn")


def ist_terminnomen(zeichen: Zeichen) -> bool:
    """Tell whether a noun names a time that no calendar rule knows: Sommerferien, Oktobersitzung, Weihnachten."""
    if not zeichen.gross:
        return False
    wort = zeichen.norm
    von_kalenderzeit = wort.startswith(tuple(name for name in (*MONATE, *JAHRESZEITEN) if len(name) > 3))
    return wort.endswith(_FESTZEITEN) or (wort.endswith(_SITZUNGEN) and von_kalenderzeit)
