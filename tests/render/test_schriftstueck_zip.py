"""Packages: the same parts give the same bytes, and what would flood the memory is not read."""

from __future__ import annotations

import io
import zipfile

import pytest

from konzept.render import schriftstueck_zip
from konzept.render.schriftstueck_zip import UnfitPackageError, packed, unpacked


def test_parts_come_in_one_order_and_without_a_date() -> None:
    data = packed({"b": b"2", "mimetype": b"x", "a": b"1"}, first=("mimetype",), stored=("mimetype",))
    assert data == packed({"a": b"1", "b": b"2", "mimetype": b"x"}, first=("mimetype",), stored=("mimetype",))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["mimetype", "a", "b"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [info.compress_type for info in archive.infolist()] == [
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
            zipfile.ZIP_DEFLATED,
        ]
    assert unpacked(data) == {"mimetype": b"x", "a": b"1", "b": b"2"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"kein Archiv", packed({"a": b"x" * 100})[:-30]])
def test_what_is_no_zip_file_is_unfit(data: bytes) -> None:
    with pytest.raises(UnfitPackageError):
        unpacked(data)


def test_a_part_that_was_tampered_with_is_unfit() -> None:
    data = bytearray(packed({"a": b"xyz"}, stored=("a",)))
    data[data.index(b"xyz")] ^= 1
    with pytest.raises(UnfitPackageError):
        unpacked(bytes(data))


def test_a_flood_is_unfit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schriftstueck_zip, "MAX_UNPACKED", 1000)
    assert unpacked(packed({"a": b"0" * 1000}))
    with pytest.raises(UnfitPackageError):
        unpacked(packed({"a": b"0" * 1001}))
    monkeypatch.setattr(schriftstueck_zip, "MAX_PARTS", 1)
    with pytest.raises(UnfitPackageError):
        unpacked(packed({"a": b"", "b": b""}))


def test_folders_are_no_parts() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("ordner/", b"")
        archive.writestr("ordner/teil", b"x")
    assert unpacked(target.getvalue()) == {"ordner/teil": b"x"}
