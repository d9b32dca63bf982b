/** Who a vault is, to colleagues. */
export interface OwnIdentity {
  fingerprint: string;
  identity: string;
  device: string;
  earlier_devices: number;
  forked: [];
}

const SIGNS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Sixty digits that follow from the line, as a real fingerprint does. */
export function fingerprintOf(identity: string): string {
  const sum = [...identity].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 99_991, 7);
  return Array.from({ length: 12 }, (_, at) => String((sum * (at + 3)) % 100_000).padStart(5, '0')).join(' ');
}

/** Sixty-four digits, as the name of a device log or of a revision has. */
export function newHash(): string {
  return crypto.randomUUID().replaceAll('-', '').repeat(2);
}

/** The identity of a new vault. */
export function newIdentity(): OwnIdentity {
  const drawn = crypto.getRandomValues(new Uint8Array(40));
  const line = Array.from(drawn, (one) => SIGNS[one % SIGNS.length]).join('');
  const identity = `fieldnotes-identity-1:${line.repeat(40)}`;
  return {
    fingerprint: fingerprintOf(identity),
    identity,
    device: newHash(),
    earlier_devices: 0,
    forked: [],
  };
}
