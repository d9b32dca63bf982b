import { describe, expect, it } from 'vitest';
import { makeFake } from './fake';
import type { Failure } from './failure';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure: Failure) => failure.code,
  );

async function open() {
  const fake = makeFake();
  await fake.vault.unlock(fake.grant('vault', '/home/me/vault'), 'sample');
  return fake;
}

const IDENTITY = `fieldnotes-identity-1:${'A'.repeat(1750)}`;

describe('what is typed in the window passes the same gates as in the core', () => {
  it('seals nothing with an empty or unseen passphrase', async () => {
    const fake = await open();
    for (const [typed, code] of [
      ['', 'passphrase_empty'],
      ['\u200b ', 'passphrase_empty'],
      ['a\tb', 'passphrase_unprintable'],
    ] as const) {
      expect(await codeOf(fake.vault.create(fake.grant('vault', '/home/me/new'), typed, 'en'))).toBe(code);
      expect(await codeOf(fake.vault.changePassphrase('sample', typed))).toBe(code);
    }
  });

  it('keeps a name once, however it is composed', async () => {
    const { colleague } = await open();
    expect(await codeOf(colleague.add(IDENTITY, '민\u200b지'))).toBe('colleague_key_differs');
    expect(await codeOf(colleague.add(IDENTITY, '민지'.normalize('NFD')))).toBe('colleague_key_differs');
    expect(await codeOf(colleague.add(IDENTITY, 'LEE sujin'))).toBe('name_alike');
    expect(await codeOf(colleague.rename('민지', 'ＬＥＥ Sujin'))).toBe('name_alike');
    expect(await codeOf(colleague.add(`> ${IDENTITY.slice(0, 76)}\n> ${IDENTITY.slice(76)}`, '수진'))).toBe(
      'done',
    );
  });
});
