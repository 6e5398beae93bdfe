"""Packages of parts in a zip file: written byte for byte the same every time, read only if they are harmless."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_PARTS = 5_000
MAX_UNPACKED = 256 * 1024 * 1024
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file can name: parts bear no date, or two runs would differ."""


class UnfitPackageError(Exception):
    """Not a zip file, or one that would unpack to more than any document has."""


def packed(parts: Mapping[str, bytes], first: tuple[str, ...] = (), stored: tuple[str, ...] = ()) -> bytes:
    """Return the parts as a zip file: those named in ``first`` in this order, then by name.

    Those in ``stored`` are not compressed, as ODF 1.3 part 2, 3.3 asks of ``mimetype``.
    """
    target = io.BytesIO()
    names = [*(name for name in first if name in parts), *sorted(set(parts) - set(first))]
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _MOMENT)
            info.create_system = 3  # the same on every system
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, parts[name])
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file by name, folders left out; raises UnfitPackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise UnfitPackageError
            return {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnfitPackageError from error
