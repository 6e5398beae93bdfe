"""The commands of ``konzept`` under one roof; each imports what it needs when it runs."""

from __future__ import annotations

from konzept.cli.diff import diff
from konzept.cli.due import due
from konzept.cli.explain import explain
from konzept.cli.fortschreiben import fortschreiben
from konzept.cli.list import list_command
from konzept.cli.preview import preview
from konzept.cli.render import render
from konzept.cli.sachstand import sachstand
from konzept.cli.schema import schema
from konzept.cli.show import show
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options
from konzept.cli.termin import termin
from konzept.cli.validate import validate

app = GermanTyper(
    name="konzept",
    help="Maßnahmenpläne als YAML führen: prüfen, veröffentlichen, Fassungen vergleichen, Fälliges zeigen.",
    no_args_is_help=True,
)
add_global_options(app)
app.command("validate", help="Den ganzen Plan prüfen und jeden Befund mit Zeile und Abhilfe nennen.")(
    validate
)
app.command("explain", help="Einen Befund erklären: warum er zählt, falsch und richtig; oder alle nennen.")(
    explain
)
app.command(
    "render", help="Ein Dokument ausgeben: den Plan, Sachstandsbericht, Synopse, Verbleib, Evaluation."
)(render)
app.command(
    "preview", help="Die Seiten im Browser zeigen, mit jeder Änderung neu und mit den Befunden daneben."
)(preview)
app.command("diff", help="Zeigen, was sich zwischen zwei Fassungen geändert hat, mit der Bilanz.")(diff)
app.command("due", help="Zeigen, was überfällig, fällig, wiederkehrend und laufend ist.")(due)
app.command(
    "show",
    help="Eines zeigen: Maßnahme, Ziel, Feld, Leitziel, Stelle oder Förderprogramm, mit Fristen und Meldungen.",
)(show)
app.command("list", help="Die Maßnahmen auflisten, nach Wunsch ausgewählt, oder die zuständigen Stellen.")(
    list_command
)
app.command("termin", help="Erklären, wie ein Wortlaut als Termin gelesen wird und welche Fristen folgen.")(
    termin
)
app.command("sachstand", help="Eine Meldung zu einer Maßnahme an den Sachstand ihrer Fassung anfügen.")(
    sachstand
)
app.command(
    "fortschreiben",
    help="Die nächste Fassung anlegen: alle ids bleiben, jede offene Entscheidung wird genannt.",
)(fortschreiben)
app.command("schema", help="Für Editoren: das JSON-Schema jeder Dateiart schreiben.")(schema)
