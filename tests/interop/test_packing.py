#!/usr/bin/python3
"""What packing.py reads and what it refuses, by the vectors that the program reads too."""

import json
import pathlib

import packing
from primitives import Damaged

TABLE = pathlib.Path(__file__).parents[1] / "vectors/packing.json"


def main():
    table = json.loads(TABLE.read_text())
    assert table["words"] == packing.WORDS_SHA256
    assert len(table["vectors"]) >= 15
    for vector in table["vectors"]:
        try:
            body = packing.unpack(bytes.fromhex(vector["packed"]), vector["name"]).hex()
        except Damaged:
            body = None
        assert body == vector.get("body"), vector["name"]


if __name__ == "__main__":
    main()
