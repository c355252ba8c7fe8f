"""The commands by name: what each is for, how it is called, examples of calling it."""

from typing import Final, NamedTuple


class Command(NamedTuple):
    """What the help says of a command; its function has its name, in a module of that name."""

    summary: str
    usage: str
    examples: str  # one on each line

    @property
    def epilogue(self) -> str:
        """Return the examples as they stand below the options."""
        return "Examples:\n" + "\n".join(f"  {line}" for line in self.examples.strip().splitlines())


COMMANDS: Final[dict[str, Command]] = {
    "extract": Command(
        "Say what reports tell: who did what to whom, where and when, by whose word. No store, no network.",
        "PATH… [OPTIONS]",
        """
dateline extract report.txt
dateline extract report.txt --published 2024-01-21 --format text
cat reports.jsonl | dateline extract - > records.jsonl
""",
    ),
    "ingest": Command(
        "Add reports to the store and link them into incidents; running it again changes nothing.",
        "PATH… [OPTIONS]",
        """
dateline ingest reports/
dateline ingest feed.xml https://news.example/rss --db desk.db
dateline ingest crawl.warc.gz --db desk.db --workers 4
""",
    ),
    "incidents": Command(
        "List incidents: when, where, what, who, the toll, how well sourced.",
        "[OPTIONS]",
        """
dateline incidents
dateline incidents --country IQ --since 2024-01-01 --type shelling
dateline incidents --actor hezbollah --format csv > incidents.csv
""",
    ),
    "show": Command(
        "Show one incident: every value, who says it, in which words, what is disputed, what changed.",
        "INCIDENT [OPTIONS]",
        """
dateline show 94d7daca
dateline show 94d7daca --db desk.db
""",
    ),
    "reports": Command(
        "List the reports in the store.",
        "[OPTIONS]",
        """
dateline reports
dateline reports --publisher "Gulf Daily" --since 2024-01-01
dateline reports --format jsonl > records.jsonl
""",
    ),
    "report": Command(
        "Show a report of the store with what was found in it marked.",
        "REPORT [OPTIONS]",
        """
dateline report b6463da6
dateline report b6463da6 --format jsonl
""",
    ),
    "evaluate": Command(
        "Measure extraction against records that people annotated: precision, recall and F1 of every field.",
        "GOLD [OPTIONS]",
        """
dateline evaluate gold.jsonl
dateline evaluate gold.jsonl --errors place
dateline evaluate gold.jsonl --reports records.jsonl --format json
""",
    ),
    "tour": Command(
        "Print the commands to try next, with ids from the store.",
        "[OPTIONS]",
        """
dateline tour
dateline tour --db desk.db
""",
    ),
}

EPILOGUE: Final = """Examples:
  dateline ingest reports/        read a folder of reports into dateline.db
  dateline incidents              list what they tell
  dateline COMMAND --help         every option of a command, with examples

Any command takes --debug, which prints where an error came from; DATELINE_DEBUG=1 does the same."""
