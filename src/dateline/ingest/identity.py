"""The identity of a report: the same address and text give the same id, always."""

from hashlib import sha256


def report_id(uri: str | None, text: str) -> str:
    """Return SHA-256 over uri and text, in hexadecimal.

    Each part is preceded by its length in bytes (a missing uri by "-"), so no two pairs give the same input.
    """
    digest = sha256()
    for part in (uri, text):
        if part is None:
            digest.update(b"-")
            continue
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
