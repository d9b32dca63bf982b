import type { ForkedLog } from '../../bindings/api/ForkedLog';
import type { FakeFile } from './files';
import type { HeldVault } from './memory';
import { senderIn } from './senders';

/** Logs that two copies of a vault have written, as these files show for the first time. */
export function forksIn(vault: HeldVault, files: FakeFile[]): ForkedLog[] {
  const logs = files.flatMap(({ log, by }) => (log ? [{ ...log, by }] : []));
  return logs.flatMap(({ device, from, by }, at) => {
    const isFirst = logs.findIndex((one) => one.device === device) === at;
    const held = vault.copies.get(device) ?? new Set();
    const come = logs.filter((one) => one.device === device).map(({ copy }) => copy);
    if (!isFirst || held.size > 1 || new Set([...held, ...come]).size < 2) return [];
    const { who, name } = senderIn(vault, by);
    return [{ device, from, who, name }];
  });
}

/** Keeps which copy wrote the log of a file that is taken in. */
export function keepCopies({ copies }: HeldVault, { log }: FakeFile): void {
  if (log) copies.set(log.device, new Set([...(copies.get(log.device) ?? []), log.copy]));
}
