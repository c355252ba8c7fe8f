"""Many tellings into one incident: ranges and disagreement, never an average."""

from dateline.reconcile.incident import reconcile, same_content

__all__ = ["reconcile", "same_content"]
