import { COLLEAGUE, FINGERPRINT, STRANGER, type TwinFile } from './files';
import type { HeldVault } from './memory';

/** Files beside the sample vault, for looking at screens: bundles, a package, an identity. Nothing in them happened. */
export function sampleFiles(vault: HeldVault): Map<string, string> {
  const note = (text: string) => ({ id: crypto.randomUUID(), kind: 'note', value: { text } });
  const records = [...vault.records.values()].map((one) => {
    return { id: one.id, kind: one.kind, value: one.revisions.at(-1)?.record };
  });
  const told = records.find((one) => one.kind === 'testimony');
  const changed = told && { ...told, value: { ...(told.value as object), title: '강을 건넌 겨울밤' } };
  const files: Record<string, TwinFile> = {
    'colleague.bundle': {
      is: 'bundle',
      passphrase: null,
      records: [note('병원 동행'), ...(changed ? [changed] : [])],
      by: COLLEAGUE,
    },
    'stranger.bundle': { is: 'bundle', passphrase: null, records: [note('알려 드립니다')], by: STRANGER },
    'locked.bundle': {
      is: 'bundle',
      passphrase: 'river lantern',
      records: [note('자리 확인')],
      by: COLLEAGUE,
    },
    'rolled-back.bundle': {
      is: 'bundle',
      passphrase: null,
      records: [],
      by: COLLEAGUE,
      waiting: 2,
      was_rolled_back: true,
    },
    'sample.review': { is: 'package', passphrase: 'river lantern', records, by: FINGERPRINT },
    'colleague.identity': { is: 'identity', passphrase: null, records: [], by: STRANGER },
  };
  return new Map(Object.entries(files).map(([name, file]) => [`/home/me/${name}`, JSON.stringify(file)]));
}
