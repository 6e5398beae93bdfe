"""The stream of events: the state at once, every new one, a word in silence, and an end."""

from __future__ import annotations

import asyncio

import pytest

from konzept.preview.sender import Sender


def test_the_state_every_new_one_and_the_end() -> None:
    async def gehoert() -> list[bytes]:
        sender = Sender("a1")
        strom = sender.strom()
        stuecke = [await anext(strom)]
        sender.melde("b2")
        sender.melde("c3")
        stuecke += [await anext(strom), await anext(strom)]
        sender.schliesse()
        with pytest.raises(StopAsyncIteration):
            await anext(strom)
        return stuecke

    assert asyncio.run(gehoert()) == [
        b"retry: 1000\nevent: stand\ndata: a1\n\n",
        b"event: stand\ndata: b2\n\n",
        b"event: stand\ndata: c3\n\n",
    ]


def test_in_silence_a_word_is_sent_and_whoever_is_gone_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("konzept.preview.sender.LEBENSZEICHEN", 0.01)

    async def gehoert() -> tuple[bytes, int, int]:
        sender = Sender("a1")
        strom = sender.strom()
        await anext(strom)
        zeichen = await anext(strom)
        waehrend = len(sender._hoerer)
        await strom.aclose()
        return zeichen, waehrend, len(sender._hoerer)

    assert asyncio.run(gehoert()) == (b": noch da\n\n", 1, 0)
