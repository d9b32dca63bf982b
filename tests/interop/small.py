"""Small values, which stand in cells: section 4.2.1 of docs/FORMAT.md."""

import json

from primitives import Fields, must

KINDS = {"pending": 4, "own": 5, "peer": 6, "seen": 8}
PIECE = 931


def kind_of(said):
    """The number of the kind that a cell is sealed with; 9 for an unused one."""
    return said[0] if said else 9


def gather(cells):
    """The values in all cells, by kind and id."""
    must(len(cells) >= 256 and len(cells) & (len(cells) - 1) == 0, "a wrong number of cells")
    must(sorted(cells) == list(range(1, len(cells) + 1)), "the cells are not numbered")
    pieces = {}
    for cell, said in cells.items():
        if not said:
            continue
        fields = Fields(said, f"cell {cell}")
        kind, value, piece = fields.int(1), fields.int(8), fields.int(4)
        must(kind in KINDS.values(), f"cell {cell} is of an unknown kind")
        whole = (fields.int(4), fields.int(8))
        held = pieces.setdefault((kind, value), {"whole": whole, "pieces": {}})
        must(held["whole"] == whole, f"cell {cell} is of another time than the rest of its value")
        must(piece not in held["pieces"], f"cell {cell} holds a piece that another one holds")
        must(piece > 0 or cell == value, f"cell {cell} is not the first of its value")
        held["pieces"][piece] = fields.rest()
    values = {kind: {} for kind in KINDS}
    names = {number: name for name, number in KINDS.items()}
    for (kind, value), held in pieces.items():
        length, found = held["whole"][0], held["pieces"]
        must(sorted(found) == list(range(max(1, -(-length // PIECE)))), f"value {value} has a gap")
        data = b"".join(found[piece] for piece in sorted(found))
        must(len(data) == length, f"value {value} has another length")
        must(all(len(found[piece]) == PIECE for piece in range(len(found) - 1)), "a piece is too short")
        values[names[kind]][value] = data
    return values


def read(values):
    """JSON of the values of one kind."""
    return [json.loads(value) for _, value in sorted(values.items())]
