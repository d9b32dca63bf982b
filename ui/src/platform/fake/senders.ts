import type { ForkedLog } from '../../bindings/api/ForkedLog';
import type { Sender } from '../../bindings/api/Sender';
import type { Accept } from '../../bindings/api/Accept';
import { Failure } from '../failure';
import type { HeldVault } from './memory';

/** Who this is, by the colleagues of a vault. */
export function senderIn({ colleagues, own }: HeldVault, fingerprint: string): Sender {
  const nothing = {
    name: null,
    verified: false,
    retired_at: null,
    key_changed_at: null,
    is_former_key: false,
  };
  if (fingerprint === own.fingerprint) return { fingerprint, ...nothing, who: 'self', verified: true };
  const current = colleagues.find((one) => one.fingerprint === fingerprint);
  const found =
    current ??
    colleagues.find(({ key_changes }) => key_changes.some((one) => one.former_fingerprint === fingerprint));
  if (!found) return { fingerprint, ...nothing, who: 'unknown' };
  return {
    fingerprint,
    name: found.name,
    who: 'colleague',
    verified: current !== undefined && found.verified,
    retired_at: found.retired_at,
    key_changed_at: found.key_changes.at(-1)?.changed_at ?? null,
    is_former_key: current === undefined,
  };
}

/** Fails where something is refused as a rule, and nobody said that it is taken all the same. */
export function refuse(senders: Sender[], forked: ForkedLog[], accept: Accept): void {
  for (const { who, name, retired_at, is_former_key } of senders) {
    if (who === 'unknown' && !accept.unknown_sender) throw new Failure('sender_unknown');
    if (accept.retired_sender) continue;
    if (is_former_key) throw new Failure('sender_key_replaced', { name: name ?? '' });
    if (retired_at !== null) throw new Failure('sender_retired', { name: name ?? '' });
  }
  const [log] = forked;
  if (!log || accept.forked_logs) return;
  const whose = log.who === 'self' ? 'own' : log.who;
  throw new Failure('log_forked', {
    whose,
    name: log.name ?? '',
    device: log.device,
    place: String(log.from),
  });
}
