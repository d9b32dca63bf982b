import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE } from '../../features/review/make/profile';
import { newWatch } from '../../platform';
import { place, show } from '../../state/place.svelte';
import { addRecord, goNext, sayWho, stepShown, withConsent } from '../../test-review';
import { openSample, part, parts, said } from '../../test-vault';
import ReviewMakePanel from './ReviewMakePanel.svelte';

let fake: Awaited<ReturnType<typeof openSample>>;
const user = userEvent.setup();
const GRANTED = { decision: 'granted', use: 'legal' };
beforeEach(async () => {
  fake = await openSample();
});

const make = (records: string[]) => render(ReviewMakePanel, { props: { records } });
const next = () => part<HTMLButtonElement>('review-next');

describe('for whom it is', () => {
  it('asks for an audience, and says so beside the button', async () => {
    make([withConsent(fake, '눈', [GRANTED])]);
    expect((await next()).disabled).toBe(true);
    expect(await said('review-missing')).toBe('Enter the audience.');
    expect((await next()).getAttribute('aria-describedby')).toBe('review-missing');
    await user.type(await part('review-audience'), '  ');
    expect((await next()).disabled).toBe(true);
    await user.type(await part('review-audience'), 'Commission');
    await goNext();
    await stepShown('contents');
    expect(document.activeElement).toBe(await part('review-step'));
    await user.click(await part('review-back'));
    expect((await part<HTMLInputElement>('review-audience')).value).toContain('Commission');
  });

  it('offers earlier audiences, and loads the last rules of the one that is chosen', async () => {
    const id = withConsent(fake, '눈', [GRANTED]);
    const profile = { ...DEFAULT_PROFILE, dates: 'month' as const };
    const order = { records: [id], purpose: 'legal', audience: 'UN panel', profile };
    await fake.review.plan({ ...order, decisions: [], conditions: [] }, newWatch());
    make([id]);
    await user.click(await part('review-audience-UN panel'));
    expect(await said('review-audience-known')).toContain('before');
    await goNext();
    await goNext();
    expect((await part<HTMLSelectElement>('review-rule-dates')).value).toBe('month');
    await user.click(await part('review-back'));
    await user.click(await part('review-back'));
    await sayWho('Somebody else');
    await goNext();
    expect((await part<HTMLSelectElement>('review-rule-dates')).value).toBe('year');
  });
});

describe('what is in it', () => {
  it('names what is held back, why, and leads to its consent', async () => {
    const held = withConsent(fake, '법정에서만', [GRANTED]);
    const free = withConsent(fake, '모두에게', [{ decision: 'granted', use: 'publication' }]);
    const records = [held, free];
    await show({ name: 'review-make', records });
    const { unmount } = make(records);
    await sayWho('Press', 'publication');
    await expect.poll(() => said('review-held-back')).toContain('법정에서만');
    expect(await said('review-held-back')).toContain('does not cover this purpose');
    expect(await said('review-missing')).toContain('held back');
    await user.click(await part('review-open-held-back'));
    await expect.poll(() => place()).toMatchObject({ panel: { name: 'record', id: held } });
    unmount();

    // Back in the panel everything is as it was left.
    make(records);
    await stepShown('contents');
    await user.click(await part('review-leave-out'));
    await part('review-consent-clear');
    await goNext();
    await stepShown('reading');
  });

  it('holds back a testimony whose narrator was not asked', async () => {
    make([withConsent(fake, '아직 묻지 않은 증언', [])]);
    await sayWho('Commission');
    expect(await said('review-held-back')).toContain('no consent is recorded');
  });

  it('has every condition accepted, in the words of the narrator', async () => {
    const id = withConsent(fake, '조건이 있는 증언', [
      { ...GRANTED, conditions: '이름 없이' },
      { decision: 'refused', use: 'legal', audience: 'Newspaper' },
    ]);
    make([id]);
    await sayWho('Commission');
    await expect.poll(() => parts('review-condition').length).toBe(2);
    const text = document.querySelector('fieldset:has([data-part="review-condition"])')?.textContent;
    expect(text).toContain('조건이 있는 증언');
    expect(text).toContain('이름 없이');
    expect(text).toContain('I confirm that “Commission” is somebody else');
    await user.click(parts('review-condition')[0] ?? document.body);
    expect(await said('review-missing')).toContain('Accept every condition');
    await user.click(parts('review-condition')[1] ?? document.body);
    await goNext();
    await stepShown('reading');
    // For another audience they are other conditions.
    await user.click(await part('review-back'));
    await user.click(await part('review-back'));
    await sayWho('Court');
    await expect.poll(() => said('review-missing')).toContain('Accept every condition');
  });
});

describe('how it reads', () => {
  const NARRATIVE = [
    { id: 'p1', original: '김민서가 왔다. 민서는 010-1234-5678로 전화했다.', translation: '' },
    { id: 'p2', original: '보위부 앞에서 기다렸다.', translation: '' },
  ];
  async function read(narrative = NARRATIVE) {
    addRecord(fake, 'person', { names: [{ id: 'n1', text: '김민서' }] });
    const id = withConsent(fake, '강', [GRANTED], { narrative });
    make([id]);
    await sayWho('Commission');
    await goNext();
    await part('review-preview');
    return id;
  }
  const row = (path: string) =>
    parts('review-row')
      .find((one) => one.dataset['path'] === path)
      ?.textContent.replaceAll(/\s+/g, ' ');

  it('shows both sides, what was replaced and what may have to be', async () => {
    await read();
    const first = row('narrative[0].original');
    expect(first).toContain('김민서가 왔다');
    expect(first).toMatch(/010-1234-5678.*010-1234-5678/);
    expect(first?.split('민서').length).toBe(3);
    expect(document.body.textContent).toContain('Replaced, uncertain');
    await expect.poll(() => said('review-open-places')).toBe('Places to check: 2');
    expect(await said('review-people')).toContain('김민서');
  });

  it('goes from place to place by keyboard, keeps words, blacks out, and undoes each', async () => {
    await read();
    await user.keyboard('{F3}');
    const keep = await part('review-place-keep');
    expect(document.activeElement).toBe(keep);
    await user.keyboard('{Enter}');
    await expect.poll(() => said('review-decisions')).toContain('Kept: “민서”');
    expect(document.activeElement?.textContent).toContain('Undo');
    await expect.poll(() => said('review-open-places')).toBe('Places to check: 1');
    await user.keyboard('{F3}');
    expect(document.activeElement).toBe(await part('review-place-remove'));
    await user.keyboard('{Enter}');
    await expect.poll(() => said('review-open-places')).toBe('No places to check.');
    expect(row('narrative[0].original')).toContain('[withheld]');
    for (const undo of parts('review-decision-undo')) await user.click(undo);
    await expect.poll(() => said('review-open-places')).toBe('Places to check: 2');
    expect(parts('review-decisions')).toEqual([]);
  });

  it('blacks out words that are typed, wherever they stand', async () => {
    await read();
    await user.type(await part('review-black-out-words'), '보위부 앞');
    expect(await said('review-black-out-found')).toBe('Found in 1 place.');
    await user.click(await part('review-black-out'));
    await expect.poll(() => row('narrative[1].original')).toContain('○○○에서 기다렸다');
  });

  it('names people only where that is chosen, and asks for the reason', async () => {
    await read();
    expect(parts('review-reason')).toEqual([]);
    await user.selectOptions(await part('review-rule-names'), 'keep');
    await user.type(await part('review-reason'), '공직자');
    await expect.poll(() => row('narrative[0].original')).toMatch(/김민서.*김민서/);
  });

  it('says so where a rule shows more than the narrator allows', async () => {
    make([withConsent(fake, '가명으로만', [{ ...GRANTED, identity: 'pseudonym' }])]);
    await sayWho('Commission');
    await goNext();
    await user.selectOptions(await part('review-rule-names'), 'keep');
    await expect.poll(() => said('review-held-back')).toContain('does not want to be identified');
    expect((await next()).disabled).toBe(true);
    await user.selectOptions(await part('review-rule-names'), 'remove');
    await goNext();
    await stepShown('write');
  });

  it('has decisions undone whose text is another by now', async () => {
    const id = await read();
    await user.type(await part('review-black-out-words'), '보위부');
    await user.click(await part('review-black-out'));
    await expect.poll(() => said('review-decisions')).toContain('보위부');
    const { base } = await fake.record.show(id);
    const content = { title: '강', consent: [GRANTED], narrative: [NARRATIVE[0]] };
    const put = await fake.draft.put({ draft: null, record: id, kind: 'testimony', base, content });
    await fake.draft.save(put.draft);
    await user.selectOptions(await part('review-rule-ages'), 'remove');
    await expect.poll(() => said('review-missing')).toContain('text has changed');
    await user.click(await part('review-decision-undo'));
    await expect.poll(async () => (await next()).disabled).toBe(false);
  });
});

describe('writing it', () => {
  it('does not write what would show what is hidden, and says where', async () => {
    const { plan } = fake.review;
    fake.review.plan = async (...asked) => {
      const found = await plan(...asked);
      return { ...found, records: found.records.map((one) => ({ ...one, leaks: 2 })) };
    };
    make([withConsent(fake, '눈 오던 밤', [GRANTED])]);
    await sayWho('Commission');
    await goNext();
    await goNext();
    await user.click(await part('review-passphrase-take'));
    await expect.poll(() => said('review-missing')).toContain('leak check');
    expect((await part<HTMLButtonElement>('review-make')).disabled).toBe(true);
    expect(await said('review-leaks')).toContain('“눈 오던 밤”: 2 places');
    await user.click(await part('review-leaks-show'));
    await stepShown('reading');
    expect(await said('review-preview-record')).toContain('leaks: 2');
  });

  it('says what the core refused, and keeps the passphrase that may be written down already', async () => {
    const id = withConsent(fake, '눈 오던 밤', [GRANTED]);
    make([id]);
    await sayWho('Commission');
    await goNext();
    await goNext();
    const offered = await said('review-passphrase-offer');
    await user.click(await part('review-passphrase-take'));
    const { base } = await fake.record.show(id);
    const content = { title: '눈 오던 밤', consent: [{ decision: 'withdrawn' }] };
    const put = await fake.draft.put({ draft: null, record: id, kind: 'testimony', base, content });
    await fake.draft.save(put.draft, true);
    await user.click(await part('review-make'));
    expect((await part('failure')).dataset['code']).toBe('consent_refused');
    await expect.poll(() => said('refused-record')).toContain('눈 오던 밤');
    expect(await said('review-passphrase-offer')).toBe(offered);
    expect((await part<HTMLInputElement>('review-passphrase')).value).toBe(offered);
  });
});
