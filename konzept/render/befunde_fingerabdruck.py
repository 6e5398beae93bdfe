"""What a finding is known by from one run to the next, though lines above it come and go."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.diagnostics import Befund

LENGTH = 32
"""Hexadecimal digits; as many as an MD5 has, the example of GitLab."""


def fingerabdruecke(findings: Iterable[Befund]) -> list[str]:
    """Return one fingerprint per finding, all different.

    It is made of the code, the file, the words at fault, the line they stand in without its indent, and a number that
    tells equal ones apart; never of a line number, and not of the sentence, which may count or name lines itself.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for befund in findings:
        ort, line = befund.ort, befund.auszug or ""
        marked = line[ort.spalte - 1 : ort.spalte - 1 + ort.laenge]
        key = (befund.code, ort.datei, " ".join(marked.split()), " ".join(line.split()))
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        prints.append(sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH])
    return prints
