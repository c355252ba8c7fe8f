"""What is known, for people and their programs: values in words, CSV."""
