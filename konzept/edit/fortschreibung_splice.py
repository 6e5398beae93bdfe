"""A file's text with single places cut out, set anew or commented on, while every other byte stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.edit.fault import EditError
from konzept.edit.fortschreibung_spans import SpanMap, merged, runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.diagnostics import DataPath
    from konzept.edit.fortschreibung_remark import Remark

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[ \t]*")
_COLON = re.compile(r"[ \t]*:")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_COMMENT = re.compile(r"([ \t]*)#")
_DASH = re.compile(r"[ \t]*-[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new text, and the line (from 1) on which each remark begins, in the order of the text."""

    text: str
    remarks: tuple[tuple[int, Remark], ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """What takes the place of ``text[start:stop]``; ``remarks``: the line of ``new`` on which each begins, from 0."""

    start: int
    stop: int
    new: str
    remarks: tuple[tuple[int, Remark], ...] = ()


class Splice:
    """The changes to one file, collected by paths of its old text and made all at once by ``result``."""

    def __init__(self, text: str, datei: str) -> None:
        self.text = text
        self.spans = SpanMap(text, datei)
        self._cuts: list[_Cut] = []
        self._comments: list[tuple[int, Remark | None, list[str]]] = []

    def comment(self, path: DataPath, remark: Remark) -> None:
        """Put a remark above the line on which a pair or an item begins, or above the text it begins in."""
        self._comments.append((self._line_above(path), remark, []))

    def head(self, lines: list[str]) -> None:
        """Put lines at the top of the file, below the line that names its schema."""
        first = self._line_stop(0) if self.text.startswith("# yaml-language-server:") else 0
        self._comments.append((first, None, lines))

    def set(self, path: DataPath, value: str) -> None:
        """Put another scalar, as it is to be written, in the place of a value."""
        span = self.spans.value(path)
        blank = "" if span.start < span.stop else " "
        self._cuts.append(_Cut(span.start, span.stop, blank + value))

    def clear(self, path: DataPath, empty: str = "") -> None:
        """Take the value of a pair away and leave its key, with ``empty`` for a value."""
        span, colon = self.spans.value(path), self._colon(path)
        if span.flow:
            self._cuts.append(_Cut(span.start, span.stop, empty or "null"))
            return
        below = self._line_stop(colon)
        put = f" {empty}" if empty else ""
        if span.start < below:
            self._cuts.append(_Cut(colon, span.stop, put))
        else:
            self._cuts += [_Cut(colon, colon, put), _Cut(below, self._region_stop(path), "")]

    def replace(
        self, path: DataPath, lines: list[str], flow: str, inner: Sequence[tuple[int, Remark]] = ()
    ) -> None:
        """Set a pair of the top level anew, as whole lines, or its value as ``flow`` where it is in brackets.

        ``inner`` are the remarks among the lines, with the line (from 0) on which each begins; in brackets they
        stand above.
        """
        span = self.spans.value(path)
        if span.flow:
            self._cuts.append(_Cut(span.start, span.stop, flow))
            for _, remark in inner:
                self.comment(path, remark)
            return
        start, stop = self._line_start(self.spans.start(path)), self._region_stop(path)
        margin = self.text[start : self.spans.start(path)]
        eol = self.eol if self.text[stop - 1] in "\r\n" else ""
        self._cuts.append(
            _Cut(start, stop, self.eol.join(margin + line for line in lines) + eol, tuple(inner))
        )

    def add_after(
        self,
        path: DataPath,
        lines: list[str],
        flow: str,
        remark: Remark | None = None,
        *,
        inner: Sequence[tuple[int, Remark]] = (),
    ) -> None:
        """Add a pair behind another of the same mapping, as whole lines, or as ``flow`` where it is in brackets.

        ``remark`` stands above the pair, ``inner`` as in ``replace``.
        """
        span = self.spans.value(path)
        remarks = [(0, remark)] if remark else list(inner)
        if span.flow:
            self._cuts.append(_Cut(span.stop, span.stop, f", {flow}"))
            for _, one in remarks:
                self.comment(path, one)
            return
        stop = self._region_stop(path)
        end = len(self.text[:stop].rstrip("\r\n"))
        start = self.spans.start(path)
        margin = " " * (start - self._line_start(start))
        above = remark.lines(margin) if remark else []
        new = "".join(self.eol + line for line in (*above, *(margin + line for line in lines)))
        # the lines begin behind the end of the line before
        self._cuts.append(_Cut(end, end, new, tuple((offset + 1, one) for offset, one in remarks)))

    def leave_out(self, path: DataPath, remark: Remark) -> None:
        """Take a pair out of a mapping that has others; a remark stays in its place, or above the line it stood on."""
        span, start = self.spans.value(path), self.spans.start(path)
        if span.flow:
            self.comment(path, remark)
            self._cuts.append(self._without_comma(start, span.stop))
            return
        line, stop = self._line_start(start), self._region_stop(path)
        if self.text[
            line:start
        ].strip():  # the first pair of an item stands behind its dash; the next one takes its place
            self.comment(path, remark)
            self._cuts.append(_Cut(start, stop + len(self._margin(stop)), ""))
            return
        eol = self.eol if self.text[stop - 1] in "\r\n" else ""
        lines = remark.lines(self.text[line:start])
        self._cuts.append(_Cut(line, stop, self.eol.join(lines) + eol, ((0, remark),)))

    def _without_comma(self, start: int, stop: int) -> _Cut:
        """Cut a pair in brackets with the comma behind it, or, of the last one, with that in front."""
        comma = _COMMA.match(self.text, stop)
        if comma:
            return _Cut(start, comma.end(), "")
        before = self.text[:start].rstrip()
        return _Cut(len(before) - 1 if before.endswith(",") else start, stop, "")

    def remove(self, path: DataPath, items: Mapping[int, Remark], length: int) -> None:
        """Take items out of a list of ``length``; a remark stays in the place of each."""
        if self.spans.in_brackets(path):
            self._remove_in_brackets(path, items, length)
            return
        for index, remark in items.items():
            start = self._dash(path, index)
            stop = self._with_inner_comments(
                self.spans.value((*path, index)).stop, len(self._margin(start)), start
            )
            lines = remark.lines(self._margin(start))
            eol = self.eol if self.text[stop - 1] in "\r\n" else ""
            self._cuts.append(_Cut(start, stop, self.eol.join(lines) + eol, ((0, remark),)))
        if len(items) == length:
            colon = self._colon(path)
            self._cuts.append(_Cut(colon, colon, " []"))

    def _remove_in_brackets(self, path: DataPath, items: Mapping[int, Remark], length: int) -> None:
        for index, remark in items.items():
            self.comment((*path, index), remark)
        if len(items) == length:
            span = self.spans.value(path)
            self._cuts.append(_Cut(span.start, span.stop, "[]"))
            return
        for first, last in runs(sorted(items)):
            start, stop = self.spans.value((*path, first)).start, self.spans.value((*path, last)).stop
            begins = self._line_start(start)
            if last + 1 == length and self.text[begins:start].strip():
                start = self.spans.value((*path, first - 1)).stop
            else:
                comma = _COMMA.match(self.text, stop)
                if comma or last + 1 < length:
                    stop = comma.end() if comma else self.spans.value((*path, last + 1)).start
                ends = self._line_stop(stop)
                if not self.text[begins:start].strip() and not self.text[stop:ends].strip():
                    start, stop = begins, ends
            self._cuts.append(_Cut(start, stop, ""))

    def result(self) -> Spliced:
        """Make the changes. Raises EditError where two of them are in each other's way."""
        blocked = merged([*self.spans.long_texts, *((cut.start, cut.stop) for cut in self._cuts)])
        cuts = [*(self._as_cut(*comment, blocked) for comment in self._comments), *self._cuts]
        order = sorted(range(len(cuts)), key=lambda i: (cuts[i].start, cuts[i].stop, i))
        pieces: list[str] = []
        remarks: list[tuple[int, Remark]] = []
        done, line = 0, 1
        for cut in (cuts[i] for i in order):
            if cut.start < done:
                raise EditError(
                    f"Die Datei {self.spans.datei} ist so gesetzt, dass sie sich nicht fortschreiben lässt.",
                    "Setzen Sie in ihr jeden Eintrag mit einem Strich in eigene Zeilen.",
                )
            before = self.text[done : cut.start]
            line += len(_LINE_END.findall(before))
            remarks += [(line + offset, remark) for offset, remark in cut.remarks]
            line += len(_LINE_END.findall(cut.new))
            pieces += [before, cut.new]
            done = cut.stop
        return Spliced("".join([*pieces, self.text[done:]]), tuple(remarks))

    @property
    def eol(self) -> str:
        """The line end of the file, that of its first line."""
        found = _LINE_END.search(self.text)
        return found.group() if found else "\n"

    def _as_cut(
        self, position: int, remark: Remark | None, lines: list[str], blocked: list[tuple[int, int]]
    ) -> _Cut:
        """Put a comment above its line, further up if a text or something that is taken out goes over it."""
        while (before := bisect_left(blocked, (position, position)) - 1) >= 0:
            start, stop = blocked[before]
            if position >= stop:
                break
            position = self._line_start(start)
        rows = remark.lines(self._margin(position)) if remark else lines
        new = "".join(row + self.eol for row in rows)
        return _Cut(position, position, new, ((0, remark),) if remark else ())

    def _line_above(self, path: DataPath) -> int:
        if path and isinstance(path[-1], int) and not self.spans.in_brackets(path[:-1]):
            return self._dash(path[:-1], path[-1])
        return self._line_start(self.spans.start(path))

    def _dash(self, path: DataPath, index: int) -> int:
        """Return where the line of an item's dash begins; the dash may stand on a line of its own."""
        start = self.spans.value((*path, index)).start
        line = self._line_start(start)
        before = self.text[line:start]
        while line and not _DASH.fullmatch(before):
            above = self._line_start(len(self.text[:line].removesuffix("\n").removesuffix("\r")))
            line, before = above, self.text[above:line]
        return line

    def _region_stop(self, path: DataPath) -> int:
        """Return the end of the last line of a pair, with the comments below that stand further in than its key."""
        start = self.spans.start(path)
        return self._with_inner_comments(
            max(self.spans.value(path).stop, self._colon(path)), start - self._line_start(start), start
        )

    def _with_inner_comments(self, stop: int, column: int, start: int) -> int:
        end = self._line_stop(max(stop, start))
        while inner := _COMMENT.match(self.text, end):
            if len(inner[1]) <= column:
                break
            end = self._line_stop(end)
        return end

    def _colon(self, path: DataPath) -> int:
        found = _COLON.match(self.text, self.spans.key(path).stop)
        if found is None:
            message = f"In {self.spans.datei} steht hinter »{path[-1]}« kein Doppelpunkt in derselben Zeile."
            raise EditError(message, f"Schreiben Sie »{path[-1]}: …« in eine Zeile.")
        return found.end()

    def _margin(self, line: int) -> str:
        blanks = _BLANKS.match(self.text, line)
        return blanks.group() if blanks else ""

    def _line_start(self, position: int) -> int:
        return max(self.text.rfind("\n", 0, position), self.text.rfind("\r", 0, position)) + 1

    def _line_stop(self, position: int) -> int:
        """Return where the next line begins."""
        found = _LINE_END.search(self.text, position)
        return found.end() if found else len(self.text)
