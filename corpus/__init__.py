"""Reports written and annotated for this project, and the compiler that turns them into records."""
