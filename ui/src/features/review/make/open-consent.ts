import type { RecordLine } from '../../../bindings/api/RecordLine';
import { show } from '../../../state/place.svelte';
import { revealGroup } from '../../form';

/** Shows a record, at its consent. */
export async function openConsent({ id, kind }: Pick<RecordLine, 'id' | 'kind'>): Promise<void> {
  if (await show({ name: 'record', kind, id, draft: null })) await revealGroup('consent');
}
