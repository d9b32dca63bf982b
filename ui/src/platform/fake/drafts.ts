import type { DraftView } from '../../bindings/api/DraftView';
import type { Platform } from '..';
import { Failure } from '../failure';
import { opened, saveRevision, type Memory } from './memory';
import { checkRefusals } from './refusals';
import { titleOf } from './title';
import { isInConflict } from './merge';

const isDate = (text: unknown) => typeof text !== 'string' || text === '' || /^[0-9X~?%./\-TZ:]+$/.test(text);

/** What the core would refuse; only what tests need of it. */
function check(draft: DraftView) {
  const date = (draft.content as Record<string, unknown> | null)?.['date'];
  if (!isDate(date)) throw new Failure('date_invalid', { field: 'date' });
}

export function fakeDrafts(memory: Memory): Platform['draft'] {
  const find = (id: string) => {
    const found = opened(memory).drafts.get(id);
    if (!found) throw new Failure('draft_not_found');
    return found;
  };
  return {
    put: async (put) => {
      const draft = put.draft ?? crypto.randomUUID();
      const record = put.record ? opened(memory).records.get(put.record) : undefined;
      const base = put.base ?? record?.heads[0] ?? null;
      const updated_at = new Date().toISOString();
      opened(memory).drafts.set(draft, { ...structuredClone(put), draft, base, updated_at });
      return { draft, updated_at };
    },
    get: async (draft) => structuredClone(find(draft)),
    ofRecord: async (record) => {
      const vault = opened(memory);
      if (!vault.records.has(record)) throw new Failure('record_not_found', { record });
      const drafts = [...vault.drafts.values()].filter((draft) => draft.record === record);
      return structuredClone(drafts.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at)));
    },
    list: async () =>
      [...opened(memory).drafts.values()]
        .toSorted((a, b) => b.updated_at.localeCompare(a.updated_at))
        .map(({ draft, record, kind, content, updated_at }) => {
          return { draft, record, kind, title: titleOf(kind, content), updated_at };
        }),
    discard: async (draft) => {
      find(draft);
      opened(memory).drafts.delete(draft);
    },
    save: async (draft, dropsRefusals = false) => {
      const view = find(draft);
      check(view);
      const was = view.record ? opened(memory).records.get(view.record) : undefined;
      const begun = was?.revisions.find((one) => one.revision === view.base);
      if (view.record && !dropsRefusals) checkRefusals(view.record, begun?.record, view.content);
      const id = view.record ?? crypto.randomUUID();
      const parents = view.base?.split('+') ?? [];
      const changed_meanwhile = was !== undefined && !parents.some((one) => was.heads.includes(one));
      const revision = saveRevision(opened(memory), { id, kind: view.kind }, parents, view.content);
      opened(memory).drafts.delete(draft);
      const saved = opened(memory).records.get(id);
      const is_conflict = saved !== undefined && saved.heads.length > 1 && isInConflict(saved);
      return { id, revision, changed_meanwhile, is_conflict };
    },
  };
}
