/** The first text of these that says something, on one line: what the core calls a record (crates/domain/src/records/title.rs). */
export function titleOf(kind: string, value: unknown): string {
  const record = (value ?? {}) as Record<string, unknown>;
  const at = (list: unknown, index: number, member: string) =>
    (Array.isArray(list) ? (list[index] as Record<string, unknown> | undefined) : undefined)?.[member];
  const narrator = record['narrator'] as Record<string, unknown> | undefined;
  const candidates: Record<string, unknown[]> = {
    person: [at(record['names'], 0, 'text'), record['code']],
    place: [at(record['names'], 0, 'text')],
    testimony: [record['title'], narrator?.['code'], at(record['narrative'], 0, 'original')],
    note: [record['text'], record['date']],
    attachment: [record['name']],
  };
  const found = candidates[kind]?.find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof found === 'string' ? (found.trim().split('\n')[0] ?? '').slice(0, 80) : '';
}
