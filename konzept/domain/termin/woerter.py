"""The words of the Termin grammar, in the form that `zeichen.norm` gives them (lower case, ä as ae, ß as ss)."""

from __future__ import annotations

from typing import Final

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
    **dict.fromkeys("fruehjahr fruehjahrs fruehling fruehlings fruehjahres".split(), 1),
    **dict.fromkeys("sommer sommers".split(), 2),
    **dict.fromkeys("herbst herbsts herbstes".split(), 3),
    **dict.fromkeys("winter winters".split(), 4),
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
    **dict.fromkeys("ein eine einer eines einem einen eins".split(), 1),
    **dict.fromkeys("zwei zweien beide beiden".split(), 2),
    **dict.fromkeys("drei dreien".split(), 3),
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
    "jahr jahre jahren jahres jahrs kalenderjahr kalenderjahres kalenderjahren haushaltsjahr haushaltsjahres "
    "haushaltsjahre haushaltsjahren rechnungsjahr berichtsjahr berichtsjahres jubilaeumsjahr".split()
)
FREMDE_JAHRE: Final = frozenset(
    stamm + endung
    for stamm in (
        "projektjahr foerderjahr programmjahr wirtschaftsjahr geschaeftsjahr ausbildungsjahr lehrjahr betriebsjahr "
        "studienjahr antragsjahr doppelhaushalt haushalt doppelhaushaltsjahr spielzeit saison heizperiode"
    ).split()
    for endung in ("", "s", "es", "e", "en")
)
"""Years that need not be calendar years: read, but never in silence."""

SCHULJAHRE: Final = frozenset("schuljahr schuljahrs schuljahres schuljahre schuljahren".split())
KITAJAHRE: Final = frozenset(
    f"{art}jahr{endung}"
    for art in ("kita", "kindergarten", "kiga", "krippen", "betreuungs", "kindertagesstaetten")
    for endung in ("", "s", "es", "e", "en")
)
QUARTALSWOERTER: Final = frozenset("quartal quartals quartale quartalen quart q vierteljahr vierteljahrs vj qu".split())
HALBJAHRESWOERTER: Final = frozenset(
    "halbjahr halbjahrs halbjahres halbjahre hj jahreshaelfte haelfte jahreshaelften h".split()
)
SCHULHALBJAHRE: Final = frozenset("schulhalbjahr schulhalbjahrs schulhalbjahres schulhj".split())
SEMESTER: Final = {
    **dict.fromkeys("sommersemester sommersemesters sose ss".split(), 1),
    **dict.fromkeys("wintersemester wintersemesters wise ws".split(), 2),
}
WOCHENWOERTER: Final = frozenset("kw kalenderwoche kalenderwochen kws".split())
LAGEN: Final = {
    **dict.fromkeys("anfang anfangs beginn beginns".split(), "anfang"),
    "mitte": "mitte",
    **dict.fromkeys("ende endes schluss".split(), "ende"),
}
LAGEN_IM_WORT: Final = {
    einheit + wort: (art, lage)
    for einheit, art in (("jahres", "jahr"), ("schuljahres", "schuljahr"), ("schuljahrs", "schuljahr"))
    for wort, lage in (
        ("ende", "ende"), ("schluss", "ende"), ("ausklang", "ende"), ("abschluss", "ende"), ("endes", "ende"),
        ("mitte", "mitte"), ("anfang", "anfang"), ("beginn", "anfang"), ("start", "anfang"), ("anfangs", "anfang"),
    )
}  # fmt: skip
"""Jahresende, Schuljahresbeginn and the like."""

KALENDERWOERTER: Final = frozenset({*MONATE, *JAHRESZEITEN, *LAGEN})

KEINE_JAHRE_DAVOR: Final = frozenset(
    "euro eur € % $ chf franken tsd mio mrd kw kwp kwh mwh mw m qm m² ha km t tonnen stueck personen einwohner "
    "einwohnern wohnungen plaetze plaetzen baeume baeumen exemplare exemplaren haushalte menschen kinder teilnehmende "
    "teilnehmer uhr er prozent meter mal".split()
)
"""Words behind a number that make it an amount instead of a year."""

NAMEN_MIT_JAHR: Final = frozenset(
    "agenda vision horizont horizon masterplan leitbild strategie zielbild charta europa haushalt haushaltsplan etat "
    "doppelhaushalt haushalts haushaltsplanung ziel ziele zukunftsbild handlungsprogramm aktionsprogramm perspektive "
    "nachtragshaushalt stand vorlage drucksache haushaltsanmeldung haushaltsberatungen haushaltsberatung".split()
)
"""Nouns whose year is part of a name or of another thing: Agenda 2030, Haushalt 2022."""

FUELLWOERTER: Final = frozenset(
    "der dem den des das die zum zur zu im in am an ins einschliesslich einschl inklusive inkl voraussichtlich vsl "
    "vrsl spaetestens laengstens mindestens zumindest etwa ca circa zirka rund ungefaehr noch datum laufe verlauf "
    "monat monats ablauf bereits".split()
)
"""Words that may stand between a preposition and its date."""

BIS_WOERTER: Final = frozenset("bis spaetestens laengstens endet enden endete ablaufend auslaufend endend".split())
AB_WOERTER: Final = frozenset("ab seit".split())
LAUFEND: Final = frozenset(
    "fortlaufend laufend kontinuierlich dauerhaft staendig permanent stetig fortwaehrend andauernd durchgehend "
    "durchgaengig daueraufgabe daueraufgaben dauerangebot dauermassnahme dauerprojekt dauerprozess unbefristet "
    "weiterhin ganzjaehrig laeuft laufen fortgefuehrt fortgesetzt fortfuehrung weiterfuehrung weitergefuehrt fortdauernd "
    "dauernd fortsetzung anhaltend bestaendig immerwaehrend kontinuitaet verstetigt verstetigung lfd fortl fortlfd "
    "prozessbegleitend unbegrenzt weiterlaufend weitergehend".split()
)
BEGINNWOERTER: Final = frozenset(
    "beginn start erstmals erstmalig beginnend startend projektstart projektbeginn umsetzungsbeginn umsetzungsstart "
    "massnahmenbeginn massnahmenstart baubeginn startschuss auftakt erstmalige erstmaliger erstmaligen beginnt startet "
    "programmstart kursbeginn starttermin starttermine startjahr".split()
)
BEGINN_VAGE: Final = frozenset("beginn erstmals erstmalig beginnend startend erstmalige erstmaliger erstmaligen".split())
ZEITRAUMWOERTER: Final = ("zeitraum", "laufzeit", "periode", "zeitrahmen", "amtsdauer", "amtszeit", "legislatur")
WOCHENTAGE: Final = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so".split()
)
WEISER: Final = frozenset(
    "siehe s vgl hz kap kapitel nr nummer ziffer ziff punkt tz abs absatz artikel art drs drucksache vorlage seite anlage "
    "fussnote massnahme massnahmen ziel handlungsziel phase stufe schritt modul baustein paket ap tab tabelle abb anhang "
    "handlungsfeld hf teil projekt bauabschnitt ba abschnitt top leitziel etappe teilprojekt tp m zu".split()
)
"""Words whose number names a place or a thing and not a time."""
