import { emptyVault, saveRevision, type HeldVault } from './memory';

const PARAGRAPHS: [string, string][] = [
  [
    '처음 강을 건넌 것은 겨울이었습니다. 얼음이 얇아서 기어갔습니다.',
    'It was winter when I first crossed the river. The ice was thin, so we crawled.',
  ],
  [
    '건너편에서 기다리던 사람이 일자리를 준다고 했습니다. 그런데 사흘 뒤에 다른 집으로 넘겨졌습니다.',
    'A man waiting on the other side said he had work for me. Three days later I was handed over to another house.',
  ],
  ['이 년쯤 지나서 잡혔고, 온성으로 보내졌습니다. 거기서는 하루에 한 번 죽을 주었습니다.', ''],
];

/** A vault with one of each, for looking at screens. Nothing in it happened. */
export function sampleVault(): HeldVault {
  const vault = emptyVault('sample', Array.from({ length: 24 }, () => 'river').join(' '));
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
      { id: crypto.randomUUID(), channel: 'messenger', value: '(예시)', safe: true, safe_hours: '19–21' },
    ],
  });
  add('note', {
    date: '2026-11-18',
    text: '한국어 교실 자리 확인. 수요일 오후에 다시 전화.',
    about: [person],
  });
  const testimony = add('testimony', {
    title: '강을 건넌 밤',
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
  const conflicted = add('testimony', {
    title: '라오스 국경에서',
    narrative: [{ id: crypto.randomUUID(), original: '강가에서 숨어 있었습니다.', translation: '' }],
  });
  const entry = vault.records.get(conflicted);
  const base = entry?.heads ?? [];
  for (const [text, who] of [
    ['강가에서 사흘 밤을 숨어 있었습니다. 안내자는 오지 않았습니다.', 'self'],
    ['강가에서 이틀을 숨어 있었습니다. 안내자는 오지 않았습니다, 돈만 받고.', 'colleague'],
  ] as const) {
    const name = who === 'self' ? null : '서울 사무소';
    saveRevision(
      vault,
      { id: conflicted, kind: 'testimony' },
      [...base],
      { title: '라오스 국경에서', narrative: [{ id: 'p1', original: text, translation: '' }] },
      false,
      { who, name },
    );
  }
  saveRevision(vault, { id: testimony, kind: 'testimony' }, vault.records.get(testimony)?.heads ?? [], {
    ...(vault.records.get(testimony)?.revisions[0]?.record as object),
    status: 'draft',
  });
  vault.colleagues.push({
    name: '서울 사무소',
    fingerprint: '20418 77310 55120 90421 33871 12054 66518 40923 71306 28845 19077 55902',
    verified: true,
    verified_at: '2026-03-04T09:00:00.000Z',
    added_at: '2026-03-01T09:00:00.000Z',
  });
  return vault;
}
