import { COLLEAGUE, FINGERPRINT, FORMER, MINJI, REKEYED, RETIRED } from './files';
import { emptyVault, saveRevision, type HeldVault } from './memory';
import { addConflict } from './sample-conflict';

const PARAGRAPHS: [string, string][] = [
  [
    '처음 강을 건넌 것은 겨울이었습니다. 얼음이 얇아서 기어갔습니다.',
    'It was winter when I first crossed the river. The ice was thin, so we crawled.',
  ],
  [
    '건너편에서 기다리던 사람이 일자리를 준다고 했습니다. 그런데 사흘 뒤에 다른 집으로 넘겨졌습니다.',
    'A man waiting on the other side said he had work for me. Three days later I was handed over to another family.',
  ],
  ['이 년쯤 지나서 잡혔고, 온성으로 보내졌습니다. 거기서는 하루에 한 번 죽을 주었습니다.', ''],
];

/** A vault with one of each, for looking at screens. Nothing in it happened. */
export function sampleVault(): HeldVault {
  const vault = emptyVault('sample', Array.from({ length: 24 }, () => 'river').join(' '));
  vault.own.fingerprint = FINGERPRINT;
  const add = (kind: string, value: unknown) => {
    const id = crypto.randomUUID();
    saveRevision(vault, { id, kind }, [], value);
    return id;
  };
  const place = add('place', {
    names: [{ id: crypto.randomUUID(), text: '온성' }],
    type: 'city',
    country: 'KP',
  });
  const person = add('person', {
    code: 'ㄱ-12',
    names: [{ id: crypto.randomUUID(), text: 'ㄱ-12' }],
    roles: ['narrator'],
    contacts: [
      { id: crypto.randomUUID(), channel: 'kakaotalk', value: '(예시)', safe: true, safe_hours: '19–21' },
    ],
  });
  add('note', {
    date: '2026-11-18',
    text: '한국어 교실 자리 확인. 수요일 오후에 다시 전화.',
    about: [person],
  });
  const testimony = add('testimony', {
    title: '강을 건넌 이야기',
    status: 'draft',
    narrator: { person, code: 'ㄱ-12' },
    language: 'ko',
    translation_language: 'en',
    narrative: PARAGRAPHS.map(([original, translation]) => ({
      id: crypto.randomUUID(),
      original,
      translation,
    })),
    links: [{ id: crypto.randomUUID(), record: place }],
  });
  addConflict(vault);
  saveRevision(vault, { id: testimony, kind: 'testimony' }, vault.records.get(testimony)?.heads ?? [], {
    ...(vault.records.get(testimony)?.revisions[0]?.record as object),
    title: '강을 건넌 밤',
  });
  const plain = {
    looks_like: null,
    retired_at: null,
    key_changes: [],
    devices: 1,
    forked: [],
    claimed: [],
    holds: 0,
    waiting: null,
  };
  vault.colleagues.push({
    name: '서울 사무소',
    fingerprint: COLLEAGUE,
    verified: true,
    verified_at: '2026-03-04T09:00:00.000Z',
    added_at: '2026-03-01T09:00:00.000Z',
    ...plain,
  });
  vault.colleagues.push({
    name: '민지',
    fingerprint: MINJI,
    verified: false,
    verified_at: null,
    added_at: '2026-11-20T09:00:00.000Z',
    ...plain,
  });
  vault.colleagues.push({
    name: 'Lee Sujin',
    fingerprint: REKEYED,
    verified: false,
    verified_at: null,
    added_at: '2026-02-11T09:00:00.000Z',
    ...plain,
    key_changes: [
      {
        changed_at: '2026-10-05T09:00:00.000Z',
        former_fingerprint: FORMER,
        was_verified: true,
      },
    ],
    forked: [{ device: 'c4'.repeat(32), from: 214, who: 'colleague', name: 'Lee Sujin' }],
  });
  vault.colleagues.push({
    name: '현우',
    fingerprint: RETIRED,
    verified: true,
    verified_at: '2026-01-20T09:00:00.000Z',
    added_at: '2026-01-15T09:00:00.000Z',
    ...plain,
    retired_at: '2026-09-30T09:00:00.000Z',
  });
  return vault;
}
