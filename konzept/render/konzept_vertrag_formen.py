"""The contract »konzept/1« of the open data: the forms of single values that its sections share."""

from typing import Annotated, TypedDict

from konzept.render.schema_beschreibung import Feld
from konzept.render.vertrag_schema import Form

Tag = Annotated[str, Form("date")]
"""A day in ISO form."""

Zeit = Annotated[str, Form(muster=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day in ISO form."""

Kennung = Annotated[str, Form(muster="^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id of the plan."""


class Beschluss(TypedDict):
    """A resolution."""

    gremium: Annotated[str | None, Feld("Gremium", "Wer beschlossen hat.")]
    datum: Annotated[Tag | None, Feld("Datum", "Der Tag.")]
    drucksache: Annotated[str | None, Feld("Drucksache", "Die Nummer der Vorlage.")]
    url: Annotated[str | None, Feld("Adresse", "Wo der Beschluss steht.")]
