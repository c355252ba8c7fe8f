"""The steps by which older stores become this program's."""
