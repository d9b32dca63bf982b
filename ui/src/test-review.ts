import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import { newWatch } from './platform';
import { saveRevision } from './platform/fake/memory';
import type { openSample } from './test-vault';
import { granted, part } from './test-vault';

type Fake = Awaited<ReturnType<typeof openSample>>;
const user = userEvent.setup();

/** A record that is saved in the open vault. */
export function addRecord(fake: Fake, kind: string, value: object): string {
  const id = crypto.randomUUID();
  const vault = fake.memory.open;
  if (vault) saveRevision(vault, { id, kind }, [], value);
  return id;
}

/** A testimony of which the narrator said this. */
export function withConsent(fake: Fake, title: string, consent: object[], value: object = {}): string {
  return addRecord(fake, 'testimony', { title, consent, ...value });
}

/** A text file that belongs to a record. */
export async function attach(fake: Fake, owner: string): Promise<void> {
  fake.memory.files.set('/home/me/sketch.jpg', 'content');
  await fake.attachment.add(owner, granted('attach', '/home/me/sketch.jpg'), newWatch());
}

export async function goNext(): Promise<void> {
  const next = await part<HTMLButtonElement>('review-next');
  await expect.poll(() => next.disabled).toBe(false);
  await user.click(next);
}

/** Says who reads it and what for, and goes on to the contents. */
export async function sayWho(audience: string, purpose = 'legal'): Promise<void> {
  const field = await part<HTMLInputElement>('review-audience');
  await user.clear(field);
  await user.type(field, audience);
  await user.selectOptions(await part('review-purpose'), purpose);
  await goNext();
}

export async function stepShown(step: string): Promise<void> {
  await expect.poll(async () => (await part('review-step')).dataset['step']).toBe(step);
}
