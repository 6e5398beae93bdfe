"""What a model allows at a path of the data: names of fields, whether one is required, what the officer calls it."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from konzept.domain.element import Planelement

if TYPE_CHECKING:
    from konzept.diagnostics import DataPath

_NAMES = {
    "Akteur": "Akteur",
    "Akteurregister": "Akteure",
    "Anteil": "Anteil",
    "Ausnahme": "Ausnahme",
    "Beratung": "Beratungsfolge",
    "Beschluss": "Beschluss",
    "Beteiligungsschritt": "Beteiligung",
    "Bezeichnung": "Bezeichnung",
    "Einstellungen": "konzept.yaml",
    "Erfuellung": "erfuellt",
    "Foerderprogramm": "Förderprogramm",
    "Foerderung": "Förderung",
    "Gestaltung": "Gestaltung",
    "Handlungsfeld": "Handlungsfeld",
    "Handlungsziel": "Handlungsziel",
    "Indikator": "Indikator",
    "Indikatorwerte": "Werte der Indikatoren",
    "Kosten": "Kosten",
    "Leitziel": "Leitziel",
    "Lizenz": "Lizenz",
    "Massnahme": "Maßnahme",
    "Meldung": "Sachstand",
    "Messung": "Wert eines Indikators",
    "Programmregister": "Förderprogramme",
    "Quellenangabe": "Quelle",
    "Querbezug": "Querbezug",
    "Rahmen": "Fassung",
    "Sachstand": "Sachstand",
    "Teilangabe": "Teil eines Termins",
    "Termin": "Termin",
    "Verbleibseintrag": "Verbleib",
    "Verbleibsliste": "Verbleib",
    "Verweise": "Verweise",
    "Vorlage": "Vorlage",
    "Zustaendigkeit": "Zuständigkeit",
}


def model_at(model: type[BaseModel], path: DataPath) -> type[BaseModel] | None:
    """Return the model that describes the data at ``path`` (file name first), or None if it is no section."""
    here: Any = model
    for step in path[1:]:
        here = _unwrap(here)
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(step))
            if field is None:
                return None
            here = field.annotation
        elif get_origin(here) is tuple:
            here = get_args(here)[0]
        elif get_origin(here) is dict:
            here = get_args(here)[1]
        else:
            return None
    here = _unwrap(here)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def field_names(model: type[BaseModel], path: DataPath) -> list[str]:
    """Return the field names allowed at ``path``: the section's own first, those of all levels behind them."""
    found = model_at(model, path)
    names = list(found.model_fields) if found else []
    own = [name for name in names if name not in Planelement.model_fields]
    return own + [name for name in names if name in Planelement.model_fields]


def is_required(model: type[BaseModel], path: DataPath) -> bool:
    """Tell whether the field that ends ``path`` must be given in its section."""
    found = model_at(model, path[:-1])
    field = found.model_fields.get(str(path[-1])) if found else None
    return field is not None and field.is_required()


def model_name(model: type[BaseModel], path: DataPath) -> str:
    """Return what the officer calls the section at ``path``."""
    found = model_at(model, path) or model
    return _NAMES[found.__name__]


def _unwrap(annotation: Any) -> Any:
    """Strip ``Annotated`` and ``| None``."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in {Union, UnionType}:
            members = [member for member in get_args(annotation) if member is not type(None)]
            if len(members) != 1:
                return annotation
            annotation = members[0]
        else:
            return annotation
