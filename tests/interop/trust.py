"""Whose a device log is: section 7 of docs/FORMAT.md, and what section 8 says of who may stand in a manifest."""

import base64
import hashlib

from primitives import Fields, bech32, ed25519_public, lp, must, verify

MOST_CERTIFICATES, MOST_RECIPIENTS, MOST_IN_MANIFEST = 1_024, 300, 4_096


def identity(line):
    """Section 7: the key, the fingerprint, and the recipient as age tools write it."""
    start, data = line.strip().split(":")
    must(start == "fieldnotes-identity-1", "an identity of an unknown form")
    fields = Fields(base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)), "identity")
    sign, recipient, signature = fields.take(32), fields.take(1216), fields.take(64)
    fields.end()
    verify(sign, "fieldnotes/identity/1", sign + recipient, signature, "an identity")
    f = hashlib.sha512(lp("fieldnotes/fingerprint/1") + sign + recipient).digest()
    groups = (int.from_bytes(f[i : i + 5], "big") % 100_000 for i in range(0, 60, 5))
    return {
        "key": sign.hex(),
        "fingerprint": " ".join(f"{group:05}" for group in groups),
        "age_recipient": bech32("age1pq", recipient),
    }


def certified(certificate):
    """Section 7.1: the device, where both signatures hold."""
    key, device, signature, proof = (
        bytes.fromhex(certificate[name]) for name in ("identity", "device", "signature", "proof"))
    verify(key, "fieldnotes/device/1", key + device, signature, "a certificate")
    verify(device, "fieldnotes/device-proof/1", key + device, proof, "a certificate's proof")
    return certificate["device"]


class Holders:
    """Section 7.1: the first certificate of a device holds, a second is a conflict; of one identity there are 1,024."""

    def __init__(self, own):
        key = ed25519_public(bytes.fromhex(own["sign"])).hex()
        seeds = [bytes.fromhex(device["secret"]) for device in own["devices"]]
        self.whose = {ed25519_public(seed).hex(): key for seed in seeds}
        self.kept, self.conflicts = {}, []
        for certificate in own.get("others", []):
            self.hold(certificate, key)

    def hold(self, certificate, key):
        """Takes a certificate that is kept, one after the other."""
        device = certified(certificate)
        must(certificate["identity"] == key, "a certificate of somebody else")
        kept = self.kept.setdefault(key, set())
        must(device not in kept, "a certificate stands twice")
        must(len(kept) < MOST_CERTIFICATES, "too many certificates of one identity")
        kept.add(device)
        return device, self.whose.setdefault(device, key) == key

    def hold_of(self, peer):
        """Takes those of a colleague, with the identities that they had."""
        keys = set()
        for one in [*peer.get("former", []), peer]:
            key = identity(one["identity"])["key"]
            keys.add(key)
            for certificate in one["devices"]:
                device, is_first = self.hold(certificate, key)
                must(is_first, f"the device {device} has two holders")
        return keys

    def claim(self, peer, keys):
        """What is kept apart counts for nothing, also where nobody else holds the device any more."""
        for certificate in peer.get("claims", []):
            must(certificate["identity"] in keys, "a claim of somebody else")
            device = certified(certificate)
            kept = self.kept.setdefault(certificate["identity"], set())
            must(device not in kept and len(kept) < MOST_CERTIFICATES, "too many certificates of one identity")
            kept.add(device)
            self.conflicts.append({"device": device, "claimed_by": peer["name"]})


def holders(own, peers):
    """Whose each device log is, and which ones somebody else claims."""
    found = Holders(own)
    keys = [found.hold_of(peer) for peer in peers]
    for peer, of in zip(peers, keys):
        found.claim(peer, of)
    return found


def manifest(said):
    """Section 8.1: who a bundle is for, and whose the logs in it are said to be."""
    recipients, certificates = said["recipients"], said["devices"]
    must(len(recipients) <= MOST_RECIPIENTS, "too many recipients")
    must(len(set(recipients)) == len(recipients), "a recipient stands twice")
    must(len(certificates) <= MOST_IN_MANIFEST, "too many certificates in a manifest")
    names = [(one["identity"], certified(one)) for one in certificates]
    must(len(set(names)) == len(names), "a certificate stands twice")
