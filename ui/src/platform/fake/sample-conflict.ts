import { saveRevision, type HeldVault } from './memory';

const SAME = '안내자를 기다리라고 했습니다.';

/** A testimony that was changed on two sides: the title, a paragraph and a date on both; key words on both, a leg added on one. */
export function addConflict(vault: HeldVault): void {
  const id = crypto.randomUUID();
  const [first, second, third] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const [leg, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const testimony = (title: string, text: string, more: object) => ({
    title,
    status: 'complete',
    language: 'ko',
    translation_language: 'en',
    narrative: [
      {
        id: first,
        original: '국경 마을에 닿은 것은 저녁이었습니다.',
        translation: 'We reached the village in the evening.',
      },
      { id: second, original: text, translation: '' },
      { id: third, original: SAME, translation: '' },
    ],
    journey: [{ id: leg, type: 'transit', from: { text: '쿤밍' }, to: { text: '비엔티안' }, dates: '2003?' }],
    tags: ['국경'],
    ...more,
  });
  const record = { id, kind: 'testimony' };
  const base = saveRevision(vault, record, [], testimony('라오스에서', '강가에서 숨어 있었습니다.', {}));
  const journey = [
    { id: leg, type: 'transit', from: { text: '쿤밍' }, to: { text: '비엔티안' }, dates: '2003-02~' },
    { id: other, type: 'embassy', to: { text: '비엔티안' }, dates: '2003' },
  ];
  saveRevision(
    vault,
    record,
    [base],
    testimony(
      '라오스 국경에서',
      '강가에서 사흘 밤을 숨어 있었습니다. 안내자는 오지 않았습니다.\n돈은 돌려받지 못했습니다.',
      {
        tags: ['국경', '안내자'],
        journey: [
          { id: leg, type: 'transit', from: { text: '쿤밍' }, to: { text: '비엔티안' }, dates: '2003-03' },
        ],
      },
    ),
  );
  saveRevision(
    vault,
    record,
    [base],
    testimony('라오스의 사흘', '강가에서 이틀을 숨어 있었습니다. 안내자는 오지 않았습니다.', {
      tags: ['국경', '2003'],
      journey,
    }),
    false,
    { who: 'colleague', name: '서울 사무소' },
  );
}

/** Two notes that were changed on two sides, nowhere in the same place. */
export function addMerged(vault: HeldVault): void {
  for (const text of ['통역 자원봉사자 명단 확인.', '쉼터 전화번호가 바뀌었습니다.']) {
    const record = { id: crypto.randomUUID(), kind: 'note' };
    const base = saveRevision(vault, record, [], { text, date: '2026-11-18' });
    saveRevision(vault, record, [base], { text, date: '2026-11-19' });
    const theirs = { text, date: '2026-11-18', tags: ['쉼터'] };
    saveRevision(vault, record, [base], theirs, false, { who: 'colleague', name: '서울 사무소' });
  }
}
