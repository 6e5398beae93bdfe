"""A missing library is said in German, with the way to get it; every other fault is nobody's to hide."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from konzept.render.extra import ExtraMissingError, needs_extra

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT = """
import sys
sys.modules[{library!r}] = None
from konzept.render.{module} import {module}_bytes
from konzept.render.extra import ExtraMissingError
from konzept.render.schriftstueck import Schriftstueck
try:
    {module}_bytes(Schriftstueck("Titel"))
except ExtraMissingError as error:
    print(error)
    print(error.hint)
"""


@pytest.mark.parametrize(
    ("module", "library"), [("odt", "odfdo"), ("odt", "lxml"), ("docx", "docx"), ("docx", "lxml")]
)
def test_without_its_library_a_format_says_how_to_get_it(root: Path, module: str, library: str) -> None:
    code = WITHOUT.format(module=module, library=library)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        f"Für dieses Format fehlt die Bibliothek »{library}«.",
        'Nachinstallieren mit: pip install "konzept[office]"',
    ]


def test_the_formats_are_named_without_their_libraries(root: Path) -> None:
    code = "import sys, konzept.render.odt, konzept.render.docx; print({'docx', 'lxml', 'odfdo'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "set()\n"


def test_only_the_missing_library_itself_is_translated() -> None:
    with pytest.raises(ExtraMissingError) as caught, needs_extra("office", "odfdo"):
        raise ModuleNotFoundError(name="odfdo.element")
    assert (caught.value.extra, caught.value.library) == ("office", "odfdo")
    with pytest.raises(ModuleNotFoundError), needs_extra("office", "odfdo"):
        raise ModuleNotFoundError(name="konzept.render.vergessen")


def test_the_developers_have_what_the_extra_brings(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    assert set(extras["office"]) <= set(extras["dev"])
