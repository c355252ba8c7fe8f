"""X."""
def statements(*a, **k): return ()
def speaker_name(*a): return ""
def speaker_party(*a): raise NotImplementedError
