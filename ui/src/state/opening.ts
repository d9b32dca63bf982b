import type { RecordPage } from '../bindings/api/RecordPage';
import type { Failure } from '../platform';

let first: RecordPage | null = null;
let refusal: Failure | null = null;

/** The first page of the list, shown while the rest of the vault is still being read. */
export function firstPage(): RecordPage | null {
  return first;
}

export function keepFirstPage(page: RecordPage | null): void {
  first = page;
}

/** Keeps why the vault was not opened although its list was shown. */
export function keepRefusal(failure: Failure): void {
  refusal = failure;
}

/** Why it was not opened, shown once. */
export function takeRefusal(): Failure | null {
  const shown = refusal;
  refusal = null;
  return shown;
}
