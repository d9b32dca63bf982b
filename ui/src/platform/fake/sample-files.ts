import {
  COLLEAGUE,
  FINGERPRINT,
  FORMER,
  MINJI,
  RETIRED,
  STRANGER,
  type FakeFile,
  type FiledRecord,
} from './files';
import type { HeldVault } from './memory';

/** Files beside the sample vault, for looking at screens: bundles, a package, an identity. Nothing in them happened. */
export function sampleFiles(vault: HeldVault): Map<string, string> {
  const note = (text: string) => ({ id: crypto.randomUUID(), kind: 'note', value: { text } });
  const looking = (record: FiledRecord, looks: FiledRecord['looks']): FiledRecord => ({ ...record, looks });
  const records = [...vault.records.values()].map((one) => {
    return { id: one.id, kind: one.kind, value: one.revisions.at(-1)?.record };
  });
  const testimony = records.find((one) => one.kind === 'testimony');
  const changed = testimony && {
    ...testimony,
    value: { ...(testimony.value as object), title: '강을 건넌 겨울밤' },
  };
  const plain = { is: 'bundle', passphrase: null } as const;
  /** Two copies of the vault of a colleague went on: neither file shows it alone. */
  const copyOf = (copy: string) => ({ log: { device: 'b7'.repeat(32), from: 118, copy } });
  const files: Record<string, FakeFile> = {
    'retired.bundle': { ...plain, records: [note('열쇠를 돌려드립니다')], by: RETIRED },
    'former-key.bundle': { ...plain, records: [note('지난달 통화')], by: FORMER },
    'laptop.bundle': { ...plain, records: [note('역에서 만남')], by: COLLEAGUE, ...copyOf('laptop') },
    'backup.bundle': { ...plain, records: [note('서류를 받음')], by: COLLEAGUE, ...copyOf('backup') },
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
    'mixed.bundle': {
      is: 'bundle',
      passphrase: null,
      records: [
        ...(changed ? [looking(changed, { state: 'conflict' })] : []),
        looking(note('연락처를 고쳤습니다'), { state: 'merged' }),
        looking(note('증언을 거두었습니다'), { state: 'withdrawn' }),
        looking(note('앞의 판을 기다립니다'), { state: 'waiting', waiting: 1 }),
        note('병원 동행'),
        looking(note('사진 세 장'), { files: 3, file_bytes: 4_812_000 }),
      ],
      by: MINJI,
      waiting: 1,
    },
    'others.bundle': {
      is: 'bundle',
      passphrase: null,
      records: [note('다른 사람에게')],
      by: COLLEAGUE,
      is_for_others: true,
    },
    'older.bundle': {
      is: 'bundle',
      passphrase: null,
      records: [looking(note('묵은 것'), { state: 'older' })],
      by: COLLEAGUE,
      is_older: true,
    },
    'sample.review': { is: 'package', passphrase: 'river lantern', records, by: FINGERPRINT },
    'colleague.identity': { is: 'identity', passphrase: null, records: [], by: STRANGER },
  };
  const paths = new Map(Object.entries(files).map(([name, file]) => [`/home/me/${name}`, file]));
  // What stands ready in the exchange folder of `?arrived`.
  paths.set('/media/stick/exchange/3f9a07c15e2db846a1.bundle', files['colleague.bundle']!);
  paths.set('/media/stick/exchange/7be04d92c8f1563a0d.bundle', files['older.bundle']!);
  return new Map([...paths].map(([path, file]) => [path, JSON.stringify(file)]));
}
