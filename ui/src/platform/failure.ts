import type { Code } from '../bindings/api/Code';

/** What a call failed with: a stable code and parameters that are safe to show. The wording is in errors.ftl. */
export class Failure extends Error {
  constructor(
    readonly code: Code,
    readonly params: Record<string, string> = {},
  ) {
    super(code);
    this.name = 'Failure';
  }
}

/** Anything that was thrown, as a `Failure`. What is not ours is `internal`: its text is never shown. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('internal');
}
