import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { platform, providePlatform } from '../../platform';
import { makeFake } from '../../platform/fake';
import { Attachments } from '.';
import { mediumOf } from './content';
import { granted } from '../../test-vault';

const fake = () => platform() as ReturnType<typeof makeFake>;
const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const line = { name: 'a.png', media_type: 'image/png', size: 7, sha256: 'c'.repeat(64), is_held: true };
const hold = (more: object) => fake().memory.open?.attachments.set('owner', [{ id: 'a', ...line, ...more }]);

beforeEach(async () => {
  providePlatform(makeFake());
  await platform().vault.unlock(granted('vault', '/home/me/vault'), 'sample');
});

it('attaches a file, and writes a copy out', async () => {
  const user = userEvent.setup();
  render(Attachments, { owner: 'owner' });
  fake().memory.files.set('/media/sketch.jpg', 'content');
  fake().memory.chosen.push('/media/sketch.jpg', '/tmp/copy.jpg');
  await user.click(part('add-attachment') as HTMLElement);
  await vi.waitFor(() => expect(part('attachment')?.textContent).toContain('sketch.jpg'));
  await user.click(part('attachment-save') as HTMLElement);
  await vi.waitFor(() => expect(part('attachment')?.textContent).toContain('/tmp/copy.jpg'));
  expect(fake().memory.files.has('/tmp/copy.jpg')).toBe(true);
});

it('says where the content is not held', async () => {
  hold({ is_held: false });
  render(Attachments, { owner: 'owner' });
  await vi.waitFor(() => expect(part('attachment-not-held')).not.toBeNull());
  expect(part('attachment-save')).toBeNull();
});

it('shows a picture from memory and lets it go again', async () => {
  hold({});
  const made = vi.fn((content: Blob) => `blob:${content.size}:${content.type}`);
  const revoked = vi.fn();
  Object.assign(URL, { createObjectURL: made, revokeObjectURL: revoked });
  const user = userEvent.setup();
  render(Attachments, { owner: 'owner' });
  await vi.waitFor(() => expect(part('attachment-show')).not.toBeNull());
  await user.click(part('attachment-show') as HTMLElement);
  await vi.waitFor(() => expect(part('attachment-picture')?.getAttribute('src')).toBe('blob:7:image/png'));
  await user.click(part('attachment-show') as HTMLElement);
  expect(revoked).toHaveBeenCalledWith('blob:7:image/png');
});

it('offers nothing to look at that is too large or can carry scripts', async () => {
  hold({ size: 65 * 1024 * 1024 });
  render(Attachments, { owner: 'owner' });
  await vi.waitFor(() => expect(part('attachment')?.textContent).toContain('too large'));
  expect(part('attachment-show')).toBeNull();
  expect(mediumOf('image/svg+xml')).toBeUndefined();
  expect(mediumOf('text/html')).toBeUndefined();
  expect(mediumOf('audio/ogg; codecs=opus')).toBe('sound');
});
