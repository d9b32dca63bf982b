#!/usr/bin/python3
"""What trust.py accepts and what it refuses, with keys that are drawn here."""

import base64
import os

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import trust
from primitives import Damaged, ed25519_public, lp


def sign(seed, domain, message):
    return Ed25519PrivateKey.from_private_bytes(seed).sign(lp(domain) + message)


class Person:
    def __init__(self, name):
        self.name, self.seed, self.receive = name, os.urandom(32), os.urandom(1216)
        self.key = ed25519_public(self.seed)

    def certificate(self, device):
        both = self.key + ed25519_public(device)
        return {
            "identity": self.key.hex(), "device": both[32:].hex(),
            "signature": sign(self.seed, "fieldnotes/device/1", both).hex(),
            "proof": sign(device, "fieldnotes/device-proof/1", both).hex(),
        }

    def row(self, devices, claims=()):
        data = self.key + self.receive
        data += sign(self.seed, "fieldnotes/identity/1", data)
        line = "fieldnotes-identity-1:" + base64.urlsafe_b64encode(data).decode().rstrip("=")
        return {"name": self.name, "identity": line, "devices": devices, "claims": list(claims)}


def refuses(what, work):
    try:
        work()
    except Damaged as damage:
        assert what in str(damage), damage
        return
    raise AssertionError(f"not refused: {what}")


def main():
    me, mina, juno = Person("me"), Person("Mina"), Person("Juno")
    device, other = os.urandom(32), os.urandom(32)
    own = {"sign": me.seed.hex(), "devices": [{"secret": os.urandom(32).hex()}]}
    first, second = mina.certificate(device), juno.certificate(device)

    # The first holds; the second is a conflict and changes nothing, also when the first is gone.
    found = trust.holders(own, [mina.row([first]), juno.row([juno.certificate(other)], [second])])
    name = first["device"]
    assert found.whose[name] == mina.key.hex()
    assert found.conflicts == [{"device": name, "claimed_by": "Juno"}]
    alone = trust.holders(own, [juno.row([], [second])])
    assert name not in alone.whose and len(alone.conflicts) == 1
    refuses("two holders", lambda: trust.holders(own, [mina.row([first]), juno.row([second])]))
    mine = bytes.fromhex(own["devices"][0]["secret"])
    refuses("two holders", lambda: trust.holders(own, [mina.row([mina.certificate(mine)])]))
    refuses("a certificate's proof", lambda: trust.holders(own, [mina.row([first | {"proof": first["signature"]}])]))
    refuses("somebody else", lambda: trust.holders(own, [mina.row([second])]))

    # Of one identity 1,024, those that are claims with them.
    many = [mina.certificate(os.urandom(32)) for _ in range(1_025)]
    trust.holders(own, [mina.row(many[:1_024])])
    refuses("too many certificates", lambda: trust.holders(own, [mina.row(many)]))
    refuses("too many certificates", lambda: trust.holders(own, [mina.row(many[:1_024], many[1_024:])]))

    # A manifest names 300 recipients.
    names = [f"{number:060}" for number in range(301)]
    trust.manifest({"recipients": names[:300], "devices": [first, second]})
    refuses("too many recipients", lambda: trust.manifest({"recipients": names, "devices": []}))
    refuses("recipient stands twice", lambda: trust.manifest({"recipients": names[:2] * 2, "devices": []}))
    refuses("certificate stands twice", lambda: trust.manifest({"recipients": [], "devices": [first, first]}))


if __name__ == "__main__":
    main()
