"""The frame of a new Fassung: that of the old one, with what belongs to its own time set, emptied or asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.kalender import Zeitangabe
from konzept.domain.verbleib import Verbleibsliste
from konzept.edit.entry_lines import WIDTH
from konzept.edit.fortschreibung_art import NextArt, names_a_year
from konzept.edit.fortschreibung_remark import Kind, Remark, comment_lines
from konzept.edit.scalar import quoted, scalar_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from konzept.domain.fassung import Rahmen
    from konzept.domain.verbleib import Verbleibseintrag
    from konzept.edit.fortschreibung_splice import Splice

_ORDER = ("stand", "gilt_von", "gilt_bis", "vorgaenger", "vollstaendig", "beschluss")
"""Where a key that is not there yet is put: behind the nearest of these that is."""

_TO_BE_READ_AGAIN = ("hinweise", "quelle", "vorwort", "beteiligung", "ausblick")
_TO_UNCOMMENT = (
    "Wer eine dieser Maßnahmen aus den Handlungsfeldern nimmt, löscht hier das »# « vor ihrem Eintrag."
)
_BRACKETS = frozenset(",[]{}")


@dataclass(frozen=True, slots=True)
class FramePlan:
    """What the new frame says, and of which Fassung it takes the place.

    ``beginn`` is the first day of the new Fassung, or None while that is open; ``stand`` its day for the time
    being. ``verbleib`` are the entries for what was taken out, or, if ``proposed``, for what may be; ``fragen`` holds
    by its id what is to be asked of an entry.
    """

    alt: str
    rahmen: Rahmen
    art: NextArt
    stand: date
    beginn: date | None
    verbleib: tuple[Verbleibseintrag, ...]
    proposed: bool
    fragen: Mapping[str, str]

    def expected(self) -> Rahmen:
        """Return the frame that the new file must be read as."""
        entries = () if self.proposed else self.verbleib
        return self.rahmen.model_copy(
            update={
                "art": self.art.text,
                "stand": Zeitangabe.parse(self.stand.isoformat()),
                "gilt_von": Zeitangabe.parse(self.beginn.isoformat()) if self.beginn else None,
                "gilt_bis": None,
                "vorgaenger": self.alt,
                "leitziele": tuple(
                    ziel.model_copy(update={"begruendung": None}) for ziel in self.rahmen.leitziele
                ),
                "beschluss": None,
                "vorlage": None,
                "beratungsfolge": (),
                "verbleib": {self.alt: Verbleibsliste(eintraege=entries)},
            }
        )


def write_frame(splice: Splice, plan: FramePlan) -> None:
    """Make the changes to the text of the old frame that turn it into the new one."""
    splice.head(
        [
            f"# Entwurf, mit »konzept fortschreiben« aus der Fassung {plan.alt} gemacht. »# Offen:« steht, wo etwas zu",
            "# entscheiden ist, »# Vorschlag:«, wo der Sachstand etwas nahelegt; danach kann die Zeile weg.",
        ]
    )
    if names_a_year(plan.rahmen.titel):
        splice.comment(("titel",), _open(f"Der Titel stammt aus der Fassung {plan.alt} und nennt ein Jahr."))
    _art(splice, plan)
    _times(splice, plan)
    _council(splice)
    for key in _TO_BE_READ_AGAIN:
        if splice.spans.has((key,)) and getattr(plan.rahmen, key):
            splice.comment(
                (key,),
                _open(f"Aus der Fassung {plan.alt} übernommen: »{key}«; neu fassen oder streichen."),
            )
    _verbleib(splice, plan)


def _open(sentence: str) -> Remark:
    return Remark(Kind.OFFEN, sentence)


def _art(splice: Splice, plan: FramePlan) -> None:
    if not plan.art.sure:
        hiess = f"In der Fassung {plan.alt} hieß die Art »{plan.rahmen.art}«; bitte prüfen."
        splice.comment(("art",), _open(hiess))
    _set(splice, "art", plan.art.text)


def _times(splice: Splice, plan: FramePlan) -> None:
    splice.comment(
        ("stand",), _open("Der Stand ist vorläufig; er nennt den Tag, von dem der fertige Text stammt.")
    )
    _set(splice, "stand", plan.stand)
    if plan.beginn:
        _set(splice, "gilt_von", plan.beginn)
    else:
        offen = "Ab wann die Fassung gilt, steht noch nicht fest; bis dahin zählt ihr Stand."
        _clear_or_add(splice, "gilt_von", offen)
    _clear_or_add(splice, "gilt_bis", "Bis wann die Fassung gilt, steht noch nicht fest.")
    _set(splice, "vorgaenger", plan.alt)
    if not plan.rahmen.vollstaendig:
        teilweise = (
            f"Die Fassung {plan.alt} ist nur teilweise dokumentiert, diese deshalb auch. "
            "Ist sie vollständig, löschen Sie die Zeile."
        )
        splice.comment(("vollstaendig",), _open(teilweise))


def _council(splice: Splice) -> None:
    _clear_or_add(splice, "beschluss", "Der Beschluss steht noch aus.")
    if splice.spans.has(("vorlage",)):
        _clear_or_add(splice, "vorlage", "Die Vorlage ist noch zu schreiben.")
    if splice.spans.has(("beratungsfolge",)):
        splice.comment(("beratungsfolge",), _open("Die Beratungsfolge steht noch nicht fest."))
        splice.clear(("beratungsfolge",), "[]")


def _set(splice: Splice, key: str, value: str | date) -> None:
    """Give a key its value, quoted as the old one was."""
    if splice.spans.has((key,)):
        span = splice.spans.value((key,))
        splice.set((key,), _written(value, splice.text[span.start : span.stop], in_brackets=span.flow))
    else:
        pair = f"{key}: {_written(value, '', in_brackets=splice.spans.in_brackets(()))}"
        splice.add_after(_neighbour(splice, key), [pair], pair)


def _written(value: str | date, old: str, *, in_brackets: bool) -> str:
    text = str(value)
    if old[:1] in {"'", '"'} and not {"'", '"', "\\", "\n"} & set(text):
        return f"{old[0]}{text}{old[0]}"
    if not isinstance(value, str):
        return text
    lines = scalar_lines(text, "x", len("x: ") + len(text))
    if len(lines) > 1 or (in_brackets and _BRACKETS & set(text)):
        return quoted(text)
    return lines[0].removeprefix("x: ")


def _clear_or_add(splice: Splice, key: str, sentence: str) -> None:
    """Leave a key without a value, to be filled in, below a remark that says of what."""
    if splice.spans.has((key,)):
        splice.comment((key,), _open(sentence))
        splice.clear((key,))
    else:
        splice.add_after(_neighbour(splice, key), [f"{key}:"], f"{key}: null", _open(sentence))


def _neighbour(splice: Splice, key: str) -> tuple[str]:
    present = [one for one in _ORDER[: _ORDER.index(key)] if splice.spans.has((one,))]
    return (present[-1],)


def _verbleib(splice: Splice, plan: FramePlan) -> None:
    lines, remarks = _verbleib_lines(plan)
    flow = f"verbleib: {_verbleib_in_brackets(plan)}"
    if splice.spans.has(("verbleib",)):
        splice.replace(("verbleib",), lines, flow.removeprefix("verbleib: "), remarks)
    else:
        splice.add_after((splice.spans.last_key,), lines, flow, inner=remarks)
    if plan.proposed and plan.verbleib and splice.spans.in_brackets(()):
        splice.head([f"# {line}" for line in lines])


def _verbleib_lines(plan: FramePlan) -> tuple[list[str], list[tuple[int, Remark]]]:
    """Write the account, and give the remarks in it with the line (from 0) on which each begins."""
    lines = ["verbleib:", f'  "{plan.alt}":']
    if not plan.verbleib:
        return [*lines, "    eintraege: []"], []
    margin = "      "
    lines.append("    eintraege:")
    if plan.proposed:
        # each of these decisions is named above its Maßnahme: here is only what then is to be done
        lines += comment_lines(_TO_UNCOMMENT, margin)
        entries = [line for eintrag in plan.verbleib for line in entry_lines(eintrag)]
        return [*lines, *(f"{margin}# {line}" if line else f"{margin}#" for line in entries)], []
    remarks: list[tuple[int, Remark]] = []
    for eintrag in plan.verbleib:
        if eintrag.id in plan.fragen:
            remarks.append((len(lines), _open(f"Verbleib von »{eintrag.id}«: {plan.fragen[eintrag.id]}")))
            lines += remarks[-1][1].lines(margin)
        lines += [f"{margin}{line}" if line else "" for line in entry_lines(eintrag)]
    return lines, remarks


def entry_lines(eintrag: Verbleibseintrag) -> list[str]:
    """Write an entry of the Verbleib as an item of a list with the dash at the left margin."""
    width = WIDTH - len("      # - ")
    fields = [*scalar_lines(eintrag.id, "id", width), f"verbleib: {eintrag.verbleib.value}"]
    for key, text in (("begruendung", eintrag.begruendung), ("quelle", eintrag.quelle)):
        fields += scalar_lines(text, key, width) if text else []
    return [f"- {fields[0]}", *(f"  {line}" if line else "" for line in fields[1:])]


def _verbleib_in_brackets(plan: FramePlan) -> str:
    entries = [
        f"{{id: {quoted(one.id)}, verbleib: {one.verbleib.value}, begruendung: {quoted(one.begruendung or '')}, "
        f"quelle: {quoted(one.quelle or '')}}}"
        for one in (() if plan.proposed else plan.verbleib)
    ]
    return f'{{"{plan.alt}": {{eintraege: [{", ".join(entries)}]}}}}'
