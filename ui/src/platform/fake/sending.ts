import type { Colleague } from '../../bindings/api/Colleague';
import type { BundleOrder, Platform } from '..';
import { Failure } from '../failure';
import { screen } from './consent';
import { noteLeft } from './custody';
import { newSecret, pick, writeFile, type FiledRecord } from './files';
import { opened, type Memory } from './memory';

export function fakeSending(memory: Memory): Pick<Platform['bundle'], 'plan' | 'export'> {
  /** What went to each colleague, by the value of each record. */
  const sent = new Map<string, Set<string>>();
  const keyOf = ({ id, value }: FiledRecord) => `${id} ${JSON.stringify(value)}`;
  const noteSent = (colleague: Colleague, going: FiledRecord[]) => {
    const all = new Set([...(sent.get(colleague.name) ?? []), ...going.map(keyOf)]);
    sent.set(colleague.name, all);
    const before = colleague.waiting;
    const since = before?.since ?? new Date().toISOString();
    const bundles = (before?.bundles ?? 0) + 1;
    colleague.waiting = { colleague: colleague.name, bundles, revisions: all.size, since };
  };
  /** What goes: new to somebody of those whom it is for. Nothing of what went is ever acknowledged here. */
  const planFor = ({ to, records, reach, purpose }: BundleOrder) => {
    const names = 'colleagues' in to ? to.colleagues : [];
    const known = opened(memory).colleagues.map(({ name }) => name);
    if (!names.every((name) => known.includes(name))) throw new Failure('colleague_not_found');
    const held_back = screen(pick(memory, records), {
      use: purpose,
      way: 'bundle',
      isChosen: records !== null,
    });
    const isLacking = (one: FiledRecord) =>
      reach !== 'new' || names.length === 0 || names.some((name) => !sent.get(name)?.has(keyOf(one)));
    const going = held_back.going.filter(isLacking);
    const those = opened(memory).colleagues.filter((one) => names.includes(one.name));
    const doubtful = those.filter((one) => !one.verified).map((one) => one.name);
    const withdrawn = held_back.left_out
      .filter(({ id, reason }) => {
        const went = names.some((name) => [...(sent.get(name) ?? [])].some((key) => key.startsWith(id)));
        return reason === 'withdrawn' && went;
      })
      .map(({ id }) => id);
    return {
      going,
      held_back,
      withdrawn,
      doubtful,
      names,
      waiting: those.flatMap((one) => one.waiting ?? []),
    };
  };
  return {
    plan: async (order) => {
      const { going, held_back, withdrawn, doubtful, waiting } = planFor(order);
      return {
        records: going.length,
        revisions: going.length,
        files: going.filter((one) => one.kind === 'attachment').length,
        bytes: going.length === 0 ? 0 : 81_920,
        unverified: doubtful,
        left_out: held_back.left_out,
        without_consent: held_back.without_consent.filter((id) => going.some((one) => one.id === id)),
        withdrawn,
        waiting,
      };
    },
    export: async (to, order, watch) => {
      watch.progress({ done: 0, total: 1 });
      const passphrase = 'passphrase' in order.to ? newSecret(order.to.passphrase) : null;
      const { going, held_back, withdrawn, doubtful, waiting, names } = planFor(order);
      if (going.length === 0 && !(order.acknowledge && names.length > 0))
        throw new Failure(names.length > 0 ? 'nothing_new' : 'nothing_to_export');
      const file = { is: 'bundle', passphrase, records: going, by: opened(memory).own.fingerprint } as const;
      memory.grants.once('seal', to, (path) => writeFile(memory, path, file));
      for (const colleague of opened(memory).colleagues)
        if (names.includes(colleague.name) && going.length > 0) noteSent(colleague, going);
      const bundle = crypto.randomUUID();
      const { purpose, audience } = order;
      if (going.length > 0)
        noteLeft(
          opened(memory),
          { package: bundle, sent_in: 'bundle', to: names, audience: audience ?? '', purpose },
          going,
        );
      return {
        bundle,
        records: going.length,
        revisions: going.length,
        files: going.filter((one) => one.kind === 'attachment').length,
        bytes: 81_920,
        unverified: doubtful,
        left_out: held_back.left_out,
        without_consent: held_back.without_consent.filter((id) => going.some((one) => one.id === id)),
        withdrawn,
        waiting,
        noted: names.length > 0,
      };
    },
  };
}
