import type { LeftOutReason } from '../../../bindings/api/LeftOutReason';
import type { RecordLine } from '../../../bindings/api/RecordLine';
import type { StayedBehind } from '../../../bindings/api/StayedBehind';
import { show } from '../../../state/place.svelte';
import { revealGroup } from '../../form';

/** Reasons that no consent changes. */
const OTHERS: LeftOutReason[] = ['vault', 'restricted', 'damaged', 'withdrawn_by_colleague'];

export const isAboutConsent = ({ reason }: StayedBehind): boolean => !OTHERS.includes(reason);

/** Shows the record that holds something back, at its consent where that is the reason. */
export async function openHeldBack({ id, kind }: RecordLine, stays: StayedBehind): Promise<void> {
  const isShown = await show({ name: 'record', kind, id, draft: null });
  if (isShown && isAboutConsent(stays)) await revealGroup('consent');
}
