"""What docs/FORMAT.md builds on (sections 1 and 6), for a reader in Python.

Needs Debian's python3-cryptography and python3-argon2; scripts/setup installs both.
"""

import hashlib
import hmac as hmac_of_python
import struct

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class Damaged(Exception):
    """What is read is not what was written."""


def must(holds, what):
    if not holds:
        raise Damaged(what)


def u8(n):
    return struct.pack(">B", n)


def u16(n):
    return struct.pack(">H", n)


def u32(n):
    return struct.pack(">I", n)


def u64(n):
    return struct.pack(">Q", n)


def lp(x):
    x = x.encode() if isinstance(x, str) else x
    return u32(len(x)) + x


class Fields:
    """Reads fields one after the other and refuses what is too short or too long."""

    def __init__(self, data, what):
        self.data, self.what, self.at = data, what, 0

    def take(self, n):
        must(self.at + n <= len(self.data), f"{self.what} is too short")
        self.at += n
        return self.data[self.at - n : self.at]

    def int(self, n, signed=False):
        return int.from_bytes(self.take(n), "big", signed=signed)

    def rest(self):
        return self.take(len(self.data) - self.at)

    def end(self):
        must(self.at == len(self.data), f"{self.what} is too long")


def hash_in(domain, x):
    return hashlib.sha256(lp(domain) + x).digest()


def hmac(key, x):
    return hmac_of_python.digest(key, x, "sha256")


def hkdf(salt, ikm, info, length):
    return HKDF(hashes.SHA256(), length, salt, info).derive(ikm)


def argon2id(passphrase, salt, memory, passes, lanes):
    return hash_secret_raw(passphrase, salt, passes, memory, lanes, 32, Type.ID, 0x13)


def same(a, b):
    return hmac_of_python.compare_digest(a, b)


def _hchacha20(key, nonce):
    """Section 2.2 of draft-irtf-cfrg-xchacha; python3-cryptography has only its second half."""
    s = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce))

    def quarter(a, b, c, d):
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = (s[x] + s[y]) & 0xFFFFFFFF
            s[z] ^= s[x]
            s[z] = (s[z] << turn | s[z] >> (32 - turn)) & 0xFFFFFFFF

    for _ in range(10):
        for i in range(4):
            quarter(i, 4 + i, 8 + i, 12 + i)
        for i in range(4):
            quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return struct.pack("<8I", *s[:4], *s[12:])


def open_xchacha(key, nonce, aad, sealed, what):
    subkey = _hchacha20(key, nonce[:16])
    try:
        return ChaCha20Poly1305(subkey).decrypt(bytes(4) + nonce[16:], sealed, aad)
    except InvalidTag:
        raise Damaged(f"{what} does not open") from None


def padme(n):
    if n < 2:
        return n
    e = n.bit_length() - 1
    step = 1 << (e - e.bit_length())
    return -(-n // step) * step


def pad_to(n):
    return max(256, padme(n))


def pad_body(n):
    steps = [960, 1960, 3960] + [1 << power for power in range(13, 21)]
    return next((step for step in steps if n <= step), pad_to(n))


def pad_entry(n):
    return 272 + max(0, -(-(n - 272) // 64)) * 64


def pad_cell(n):
    return 960


def pad_state(n):
    return 1960 if n <= 1960 else pad_to(n)


def unpad(padded, length_for, what):
    fields = Fields(padded, what)
    value = fields.take(fields.int(4))
    must(not any(fields.rest()), f"{what}: the padding is not zero")
    must(len(padded) == length_for(4 + len(value)), f"{what}: the padding has another length")
    return value


def verify(public, domain, message, signature, what):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, lp(domain) + message)
    except (InvalidSignature, ValueError):
        raise Damaged(f"{what}: the signature does not hold") from None


def ed25519_public(seed):
    key = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def bech32(hrp, data):
    """BIP-173, as age writes its keys: without a limit to the length."""
    bits = int.from_bytes(data, "big") << (-len(data) * 8 % 5)
    count = -(-len(data) * 8 // 5)
    values = [bits >> 5 * (count - 1 - i) & 31 for i in range(count)]
    checked = [ord(c) >> 5 for c in hrp] + [0] + [ord(c) & 31 for c in hrp] + values + [0] * 6
    sum_of = 1
    for value in checked:
        top = sum_of >> 25
        sum_of = (sum_of & 0x1FFFFFF) << 5 ^ value
        for i, term in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            sum_of ^= term if top >> i & 1 else 0
    sum_of ^= 1
    values += [sum_of >> 5 * (5 - i) & 31 for i in range(6)]
    return hrp + "1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[v] for v in values)
