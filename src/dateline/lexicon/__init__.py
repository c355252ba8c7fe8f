"""What is known, as data: actors, places, weapons, words of violence and of attribution."""
