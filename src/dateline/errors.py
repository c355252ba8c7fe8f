"""What can go wrong, in words for people; every error keeps its arguments across processes."""


class DatelineError(Exception):
    """Anything Dateline expects to go wrong; its text is one line for the person at the terminal."""


class SpanError(DatelineError):
    """A span points outside its report's text."""

    def __init__(self, report_id: str, span: tuple[int, int], length: int) -> None:
        super().__init__(report_id, span, length)
        self.report_id, self.span, self.length = report_id, span, length

    def __str__(self) -> str:
        start, end = self.span
        return f"span {start}-{end} leaves report {self.report_id} ({self.length} characters)"


class LexiconError(DatelineError):
    """A lexicon file cannot be used as it stands."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file, self.reason = file, reason

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class UnreadableError(DatelineError):
    """An input, or one item of it, could not be read; the rest still is."""

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        super().__init__(path, line, reason)
        self.path, self.line, self.reason = path, line, reason

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.reason}"


class StoreError(DatelineError):
    """The store cannot do what was asked."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(url, reason)
        self.url, self.reason = url, reason

    def __str__(self) -> str:
        return f"{self.url}: {self.reason}"


class WeightsError(DatelineError):
    """The encoder's weights are missing or are not those that this version reads."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file

    def __str__(self) -> str:
        return f"{self.file}: the encoder's weights are missing or do not fit this version; install Dateline anew"
