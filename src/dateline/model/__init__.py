"""The contract's records as frozen types: what a report says and what an incident is."""
