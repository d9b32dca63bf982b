/** The real shell: each call goes to a command of src-tauri. What it answers is ours, so it is not checked again. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Code } from '../bindings/api/Code';
import { makeCommands, type Watch } from '../bindings/commands';
import { Failure } from './failure';
import type { Platform } from './platform';

/** What a command failed with: `{ code, params }`, or a text of the framework, which is never shown. */
function failure(thrown: unknown): Failure {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return new Failure('internal');
  const params = 'params' in thrown ? (thrown.params as Record<string, string>) : {};
  return new Failure(thrown.code as Code, params);
}

const isWatch = (value: unknown): value is Watch =>
  typeof value === 'object' && value !== null && 'operation' in value && 'progress' in value;

/** A value as it is sent: what the shell calls back goes as a channel. */
function sent(value: unknown): unknown {
  if (typeof value === 'function') return new Channel(value as (message: unknown) => void);
  return isWatch(value) ? { ...value, progress: sent(value.progress) } : value;
}

async function call<Result>(command: string, values: Record<string, unknown> = {}): Promise<Result> {
  const all = Object.entries(values).map(([name, value]) => [name, sent(value)]);
  try {
    return await invoke<Result>(command, Object.fromEntries(all) as Record<string, unknown>);
  } catch (thrown) {
    throw failure(thrown);
  }
}

export function makeShell(): Platform {
  const commands = makeCommands(call);
  // Where it succeeds, the page that asked is about to go: nothing after it is carried out.
  const lock = () => commands.vault.lock().then(() => new Promise<void>(() => undefined));
  return { ...commands, vault: { ...commands.vault, lock } };
}
