import { fieldAt } from '../../schema';

/** The vocabulary of a member at this path (`['acts', 'victims', 'status']`) of a record of this kind; undefined where it is free. */
export function listOf(kind: string, path: readonly string[]): string | undefined {
  const field = fieldAt(kind, path)?.field;
  return field && 'vocabulary' in field ? field.vocabulary : undefined;
}
