"""Packed bodies: section 6.2.1 of docs/FORMAT.md."""

import hashlib
import pathlib
import zlib

from primitives import must

LONGEST = 8 << 20
MOST_TIMES = 16
WORDS = pathlib.Path(__file__).parents[2].joinpath("crates/format/src/vault/packing/words-1.txt").read_bytes()
WORDS_SHA256 = "b34129a606d9e0a0483bf59221d8b9f8289e34764accc5f0d9ab55cfc899fafa"
must(hashlib.sha256(WORDS).hexdigest() == WORDS_SHA256, "the words are other ones")


def unpack(packed, what):
    must(packed[:1] in (b"\0", b"\1"), f"{what} is packed in no way that is known")
    if packed[0] == 0:
        must(len(packed) - 1 <= LONGEST, f"{what} is too long")
        return packed[1:]
    must(len(packed) >= 5, f"{what} has no length")
    length, compressed = int.from_bytes(packed[1:5], "big"), packed[5:]
    must(length <= LONGEST, f"{what} is too long")
    must(len(packed) <= length <= len(compressed) * MOST_TIMES, f"{what} has a length that is not allowed")
    inflate = zlib.decompressobj(wbits=-15, zdict=WORDS)
    try:
        body = inflate.decompress(compressed, length + 1)
    except zlib.error as error:
        must(False, f"{what} is not packed as it says: {error}")
    must(len(body) == length and inflate.eof, f"{what} has another length than it says")
    must(not inflate.unused_data and not inflate.unconsumed_tail, f"something stands behind {what}")
    return body
