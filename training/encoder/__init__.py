"""Annotated corpora to the weights of the encoder. The only part of the project that needs torch."""
