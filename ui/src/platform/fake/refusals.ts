import { Failure } from '../failure';

interface Entry {
  id?: string;
  decision?: string;
}

const refusals = (record: unknown) => {
  const consent = (record as { consent?: Entry[] } | null)?.consent ?? [];
  return consent.filter(({ decision }) => decision === 'refused' || decision === 'withdrawn');
};

/** What the core would refuse: a refusal of consent that is gone. Only what tests need of it. */
export function checkRefusals(record: string, was: unknown, is: unknown) {
  const kept = refusals(is);
  const gone = refusals(was).filter(({ id }) => !kept.some((one) => one.id === id));
  if (gone.length > 0) throw new Failure('refusal_dropped', { record, count: String(gone.length) });
}
