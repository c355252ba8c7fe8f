"""Rows of a toll in one sentence: how many of whom were killed, injured, abducted, detained or are missing."""

from dateline.extract.tolls.evaluated import evaluated
from dateline.extract.tolls.harmed import harm_rows, victims
from dateline.extract.tolls.nobody import no_casualties
from dateline.extract.tolls.states import state_rows
from dateline.extract.tolls.toll import Toll

__all__ = ["Toll", "evaluated", "harm_rows", "no_casualties", "state_rows", "victims"]
