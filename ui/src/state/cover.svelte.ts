let isCovered = $state(false);

/** Whether all text is hidden, because the vault is being locked. */
export function covered(): boolean {
  return isCovered;
}

export function cover(): void {
  isCovered = true;
}

export function uncover(): void {
  isCovered = false;
}
