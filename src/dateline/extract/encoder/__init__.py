"""The encoder: one small transformer that reads what rules cannot foresee."""
