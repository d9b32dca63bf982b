#!/usr/bin/python3
"""A second reader of vaults, written from docs/FORMAT.md alone.

usage: read_vault.py [--recovery-key] [--age-identity] [--record ID] FOLDER < SECRET

SECRET is the passphrase, or with --recovery-key the recovery key as 64 hexadecimal digits. All that
can be checked is checked. All records, or one, are printed as JSON; with --age-identity the secret
with which age tools open what colleagues send to this vault. The vault is only read.
"""

import argparse
import hashlib
import json
import pathlib
import sqlite3
import sys
import unicodedata
import uuid

from primitives import (
    Damaged, Fields, argon2id, bech32, ed25519_public, hash_in, hkdf, hmac, lp, must, open_xchacha,
    pad_body, pad_cell, pad_entry, pad_state, pad_to, same, u8, u16, u32, u64, unpad, verify,
)
import packing
import small
import trust

SUITE = u8(1)
TABLES = {"state": 1, "entry": 2, "body": 3, "blob": 7, "cell": 9}
PADDING = {"state": pad_state, "entry": pad_entry, "body": pad_body, "blob": pad_to, "cell": pad_cell}
CHUNK = 65_536


def kept(text):
    """A number that a double keeps: docs/FORMAT.md section 6.2."""
    number = float(text)
    digits = lambda one: "".join(c for c in one.lower().split("e")[0] if c.isdigit()).strip("0")
    must(digits(repr(number)) == digits(text), "a number that no double keeps")
    return number if any(c in text for c in ".eE") else int(text)


def once(members):
    """An object in which no name stands twice."""
    must(len({name for name, _ in members}) == len(members), "a name stands twice")
    return dict(members)


def levels(value):
    """How deep lists and objects go."""
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(levels, value), default=0) if isinstance(value, list) else 0


def parts(value):
    """Members and elements, at all levels together."""
    if isinstance(value, dict):
        value = list(value.values())
    return len(value) + sum(map(parts, value)) if isinstance(value, list) else 0


class Header:
    """Section 3."""

    def __init__(self, data):
        must(data[:8] == b"FNVAULT\0", "this is not a vault")
        must(same(data[-32:], hash_in("fieldnotes/header/1", data[:-32])), "the header is damaged")
        must(data[8:10] == u16(1), "the format is too new")
        fields = Fields(data, "header")
        fields.take(10)
        must(fields.take(1) == SUITE, "the suite is unknown")
        self.flags = fields.int(1)
        must(self.flags in (0, 1), "flags are unknown")
        self.vault, self.epoch = fields.take(16), fields.int(4)
        count = fields.int(1)
        must(1 <= count <= 16 and self.epoch >= 1, "the header is wrong")
        self.slots = [self.slot(Fields(fields.take(165), "slot")) for _ in range(count)]
        self.authentic, self.mac = data[: fields.at], fields.take(32)
        fields.take(32)
        fields.end()

    @staticmethod
    def slot(fields):
        slot = {"id": fields.take(16), "type": fields.int(1)}
        slot |= {name: fields.int(4) for name in ("memory", "passes", "lanes")}
        slot |= {"salt": fields.take(32), "commitment": fields.take(32), "nonce": fields.take(24)}
        slot["wrapped"] = fields.take(48)
        fields.end()
        cost = (slot["memory"], slot["passes"], slot["lanes"])
        if slot["type"] == 1:
            must(cost[0] <= 4_194_304 and 1 <= cost[1] <= 16 and 1 <= cost[2] <= 16, "absurd costs")
            must(cost[0] >= 8 * cost[2], "absurd costs")
        else:
            must(slot["type"] == 2 and cost == (0, 0, 0), "a slot of an unknown type")
        return slot

    def master_key(self, kind, secret_of):
        for slot in self.slots:
            if slot["type"] != kind:
                continue
            costs = [u32(slot[name]) for name in ("memory", "passes", "lanes")]
            info = b"".join([b"fieldnotes/slot/1", self.vault, slot["id"], u8(kind), *costs])
            keys = hkdf(slot["salt"], secret_of(slot), info, 64)
            if same(keys[32:], slot["commitment"]):
                master = open_xchacha(keys[:32], slot["nonce"], info, slot["wrapped"], "a slot")
                mac = hmac(self.subkey(master, "header"), self.authentic)
                must(same(mac, self.mac), "the header was altered")
                return master
        raise Damaged("the passphrase or the key is wrong")

    def subkey(self, master, label):
        return hkdf(self.vault, master, b"fieldnotes/subkey/1" + lp(label), 32)


class Entry:
    """Section 6.1, behind what a row of `entry` puts before it (4.3)."""

    def __init__(self, value):
        row = Fields(value, "entry row")
        self.body_id, self.body_length, self.signature = row.int(8), row.int(4), row.take(64)
        data = row.rest()
        fields = Fields(data, "entry")
        must(fields.int(1) == 1, "an entry of an unknown version")
        self.device, self.seq, self.backlink = fields.take(32), fields.int(8), fields.take(32)
        self.record = str(uuid.UUID(bytes=fields.take(16)))
        self.parents = [fields.take(32) for _ in range(fields.int(1))]
        self.schema = fields.take(fields.int(1)).decode("ascii")
        self.body_hash, self.time = fields.take(32), fields.int(8, signed=True)
        fields.end()
        must(len(self.parents) <= 64, "too many parents")
        must(self.parents == sorted(set(self.parents)), "parents are out of order")
        must(1 <= len(self.schema) <= 64, "the schema has a wrong length")
        must(self.seq >= 1 and (self.seq > 1 or not any(self.backlink)), "a wrong number")
        self.hash = hash_in("fieldnotes/entry/1", data)
        verify(self.device, "fieldnotes/entry/1", data, self.signature, f"entry {self.hash.hex()}")


class Vault:
    def __init__(self, folder, kind, secret):
        self.folder = pathlib.Path(folder)
        header = self.folder.joinpath("header").read_bytes()
        must(self.folder.joinpath("header.copy").read_bytes() == header, "header.copy differs")
        self.header = Header(header)
        if kind == 1:
            passphrase = unicodedata.normalize("NFC", secret).encode()
            secret_of = lambda s: argon2id(passphrase, s["salt"], s["memory"], s["passes"], s["lanes"])
        else:
            secret_of = lambda _: bytes.fromhex(secret.strip())
        self.master = self.header.master_key(kind, secret_of)
        wal = self.folder / "vault.db-wal"
        must(not wal.exists() or wal.stat().st_size == 0, "the vault is open, or was not locked")
        self.has_page_seal = self.check_pages()
        self.check_rows()
        self.check_history()
        self.check_files()

    def subkey(self, label):
        return self.header.subkey(self.master, label)

    def check_pages(self):
        """Section 4.4."""
        path = self.folder / "pages"
        if not path.exists():
            return False
        sealed = path.read_bytes()
        aad = lp("fieldnotes/pages/1") + SUITE + self.header.vault
        value = open_xchacha(self.subkey("pages"), sealed[:24], aad, sealed[24:], "the page seal")
        fields = Fields(value, "page seal")
        size, count, self.sealed_counter = fields.int(4), fields.int(8), fields.int(8)
        self.sealed_state, seal = fields.take(32), fields.take(32)
        fields.end()
        database = self.folder.joinpath("vault.db").read_bytes()
        must(len(database) == size * count, "the database has another length")
        key, found = self.subkey("pages seal"), 0
        for i in range(count):
            page = database[i * size : (i + 1) * size]
            found ^= int.from_bytes(hmac(key, u64(i + 1) + page), "big")
        must(found == int.from_bytes(seal, "big"), "a byte of the database was changed")
        return True

    def check_rows(self):
        """Sections 4.1 and 4.2."""
        uri = self.folder.absolute().joinpath("vault.db").as_uri() + "?mode=ro&immutable=1"
        database = sqlite3.connect(uri, uri=True)
        pragma = lambda name: database.execute(f"PRAGMA {name}").fetchone()[0]
        must(pragma("application_id") == 0x464E3031, "this is not the database of a vault")
        must(pragma("user_version") == 1, "the database is too new")
        self.rows, seal_key = {}, self.subkey("rows seal")
        numbers = [*TABLES.values(), *small.KINDS.values()]
        counts, seals = ({number: 0 for number in numbers} for _ in range(2))
        for name, number in TABLES.items():
            self.rows[name] = {}
            for row, epoch, box in database.execute(f"SELECT id, epoch, box FROM {name}"):
                must(epoch == self.header.epoch, f"{name} {row} has another epoch")
                ends = u8(number) + u64(row) + u32(epoch) + box[:24] + box[-16:]
                said = self.rows[name][row] = self.open_row(name, number, row, epoch, box)
                sealed_in = small.kind_of(said) if name == "cell" else number
                must(sealed_in in seals, f"cell {row} is of an unknown kind")
                seals[sealed_in] ^= int.from_bytes(hmac(seal_key, ends), "big")
                counts[sealed_in] += 1
        database.close()
        self.rows |= small.gather(self.rows["cell"])
        counts |= {number: len(self.rows[name]) for name, number in small.KINDS.items()}
        must(list(self.rows["state"]) == [1], "there is not one state")
        self.state = self.values("state")[0]
        header = self.folder.joinpath("header").read_bytes()
        named = hashlib.sha256(lp("fieldnotes/header name/1") + header).hexdigest()
        must(named in self.state["headers"] and len(self.state["headers"]) <= 2, "the header is not the one that the state names")
        if self.has_page_seal:
            must(self.sealed_counter == self.state["counter"], "the database is an older one, or the seal is")
            state = hmac(self.subkey("pages seal"), b"fieldnotes/pages state/1" + self.rows["state"][1])
            must(self.sealed_state == state, "the database is another copy")
        numbers.remove(1)  # the state does not seal itself
        must(sorted(map(int, self.state["tables"])) == sorted(numbers), "the state has other seals")
        for number in numbers:
            found = {"rows": counts[number], "seal": f"{seals[number]:064x}"}
            must(found == self.state["tables"][str(number)], f"rows of {number} were added or removed")

    def open_row(self, name, number, row, epoch, box):
        what = f"{name} {row}"
        aad = [lp("fieldnotes/row/1"), SUITE, self.header.vault, u8(number), u64(row), u16(1), u32(epoch)]
        padded = open_xchacha(self.subkey("rows"), box[:24], b"".join(aad), box[24:], what)
        return unpad(padded, PADDING[name], what)

    def values(self, name):
        return small.read(self.rows[name])

    def check_history(self):
        """Section 6, and the bodies."""
        self.entries = {e.hash: e for e in map(Entry, self.rows["entry"].values())}
        by_number = {(e.device, e.seq): e for e in self.entries.values()}
        newest = {}
        self.bodies = {}
        for entry in self.entries.values():
            name = entry.hash.hex()
            before = by_number.get((entry.device, entry.seq - 1))
            must(before is None or before.hash == entry.backlink, f"{name}: the backlink is wrong")
            if entry.seq >= newest.get(entry.device.hex(), {"seq": 0})["seq"]:
                newest[entry.device.hex()] = {"seq": entry.seq, "hash": name}
            if entry.body_id == 0:
                continue
            must(entry.body_id in self.rows["body"], f"the body of {name} is missing")
            packed = self.rows["body"][entry.body_id]
            must(len(packed) == entry.body_length, f"the body of {name} has another length")
            body = packing.unpack(packed, f"the body of {name}")
            must(hash_in("fieldnotes/body/1", body) == entry.body_hash, f"{name}: another body")
            must(b"\n" not in body, f"the body of {name} is not one line")
            said = json.loads(body, object_pairs_hook=once, parse_int=kept, parse_float=kept)
            must(len(bytes.fromhex(said["salt"])) == 16, f"{name}: no salt")
            must(isinstance(said.get("trashed", False), bool), f"{name}: in the trash or not")
            must(isinstance(said["record"], dict) and levels(said) <= 100, f"{name}: no record")
            must(parts(said) <= 262144, f"{name}: too many members and elements")
            self.bodies[entry.hash] = said
        own = self.values("own")
        must(len(own) == 1, "there is not one identity")
        self.own = own[0]
        device = ed25519_public(bytes.fromhex(self.own["devices"][-1]["secret"]))
        must(self.state["device"] == device.hex(), "the state names another device")
        must(newest.get(device.hex()) == self.state.get("log"), "the state names another end of the log")

    def check_files(self):
        """Section 5."""
        named = {uuid.UUID(blob["file"]).hex for blob in self.values("blob")}
        held = {path.name for path in self.folder.glob("files/*/*")}
        must(named <= held, "a file that a row of `blob` names is missing")
        for blob in self.values("blob"):
            name = uuid.UUID(blob["file"]).hex
            content = self.open_file(name, bytes.fromhex(blob["key"]), blob["size"])
            must(hashlib.sha256(content).hexdigest() == blob["sha256"], f"{name}: another content")

    def open_file(self, name, key, size):
        data = self.folder.joinpath("files", name[:2], name).read_bytes()
        aad, prefix, chunks = data[:47], data[28:47], data[47:]
        must(aad[:12] == b"FNSEAL\0\0" + u16(1) + SUITE + u8(0), f"{name} is no sealed file")
        must(aad[12:28].hex() == name, f"{name} has another name inside")
        count = -(-pad_to(size) // CHUNK)
        must(len(chunks) == pad_to(size) + 16 * count, f"{name} has another length")
        plain = b""
        for i in range(count):
            nonce = prefix + u32(i) + u8(i == count - 1)
            chunk = chunks[i * (CHUNK + 16) : (i + 1) * (CHUNK + 16)]
            plain += open_xchacha(key, nonce, aad, chunk, f"chunk {i} of {name}")
        must(not any(plain[size:]), f"{name}: the padding is not zero")
        return plain[:size]

    def digest(self):
        return hash_in("fieldnotes/digest/1", b"".join(sorted(self.entries))).hex()

    def records(self):
        records = {}
        for entry in sorted(self.entries.values(), key=lambda e: (e.record, e.hash)):
            body = self.bodies.get(entry.hash, {"record": None, "trashed": False})
            record = records.setdefault(entry.record, {"id": entry.record, "heads": [], "revisions": []})
            record["kind"] = entry.schema.split("/")[0]
            record["revisions"].append({
                "revision": entry.hash.hex(), "parents": [p.hex() for p in entry.parents],
                "device": entry.device.hex(), "schema": entry.schema, "time": entry.time,
                "trashed": body["trashed"], "record": body["record"],
            })
        for record in records.values():
            named = {parent for revision in record["revisions"] for parent in revision["parents"]}
            names = [revision["revision"] for revision in record["revisions"]]
            record["heads"] = [name for name in names if name not in named]
        return list(records.values())

    def peers(self):
        peers = self.values("peer")
        conflicts = trust.holders(self.own, peers).conflicts
        return [
            trust.identity(peer["identity"]) | {
                "name": peer["name"], "verified": peer["verified"],
                "devices": [certificate["device"] for certificate in peer["devices"]],
                "conflicts": [one["device"] for one in conflicts if one["claimed_by"] == peer["name"]],
            }
            for peer in peers
        ]

    def age_identity(self):
        return bech32("age-secret-key-pq-", bytes.fromhex(self.own["receive"])).upper()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--recovery-key", action="store_true")
    parser.add_argument("--age-identity", action="store_true")
    parser.add_argument("--record", metavar="ID")
    asked = parser.parse_args()
    secret = sys.stdin.buffer.readline().decode().rstrip("\r\n")
    try:
        vault = Vault(asked.folder, 2 if asked.recovery_key else 1, secret)
    except Damaged as damage:
        sys.exit(f"read_vault.py: {damage}")
    if asked.age_identity:
        print(vault.age_identity())
        return
    records = vault.records()
    if asked.record:
        shown = next((record for record in records if record["id"] == asked.record), None)
    else:
        shown = {
            "vault": str(uuid.UUID(bytes=vault.header.vault)), "is_test": vault.header.flags == 1,
            "digest": vault.digest(), "has_page_seal": vault.has_page_seal, "records": records,
            "drafts": vault.values("pending"), "peers": vault.peers(), "seen": vault.values("seen"),
            "files": [{"sha256": blob["sha256"], "size": blob["size"]} for blob in vault.values("blob")],
        }
    json.dump(shown, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
