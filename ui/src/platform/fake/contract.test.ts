import { expect, it } from 'vitest';
import { makeCommands } from '../../bindings/commands';
import { newWatch } from '..';
import { Failure } from '../failure';
import type { Deed } from './grants';
import { makeFake } from '.';

interface Step {
  call: string;
  with?: Record<string, unknown>;
  gives?: unknown;
  fails?: string | { code: string; params: Record<string, string> };
}
type Method = (...values: unknown[]) => Promise<unknown>;
type Groups = Record<string, Record<string, Method>>;

const scripts = import.meta.glob<Step[]>('../../../../tests/contract/*.json', {
  import: 'default',
  eager: true,
});

/** Which method calls which command, and in which place each argument goes: the generated client knows. */
async function methods(): Promise<Map<string, { group: string; name: string; places: string[] }>> {
  const found = new Map<string, { group: string; name: string; places: string[] }>();
  const ask = (command: string, values = {}) => Promise.resolve({ command, values }) as Promise<never>;
  const groups = Object.entries(makeCommands(ask) as unknown as Groups);
  for (const [group, all] of groups)
    for (const [name, method] of Object.entries(all)) {
      const asked = (await method(0, 1, 2, 3, 4, 5, 6, 7)) as {
        command: string;
        values: Record<string, number>;
      };
      const places = Object.entries(asked.values).toSorted(([, a], [, b]) => a - b);
      found.set(asked.command, { group, name, places: places.map(([place]) => place) });
    }
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a script says of a value whose content may differ. */
const FORMS: Record<string, RegExp> = {
  time: /^\S+T\S+Z$/,
  words: /^(\S+ ){23}\S+$/,
  fingerprint: /^(\d{5} ){11}\d{5}$/,
  text: /./s,
};

class Stage {
  readonly fake = makeFake();
  readonly named = new Map<string, unknown>();

  /** A value of a script as it is sent. */
  sent(value: unknown): unknown {
    if (typeof value === 'string' && value.startsWith('$')) {
      if (!this.named.has(value)) throw new Error(`no ${value}`);
      return this.named.get(value);
    }
    if (Array.isArray(value)) return value.map((one) => this.sent(one));
    if (!isObject(value)) return value;
    if ('$watch' in value) return newWatch();
    if ('$listener' in value) return () => undefined;
    if ('$grant' in value)
      return this.fake.grant(value['$grant'] as Deed, `/contract/${String(value['at'])}`);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.sent(one)]));
  }

  /** Holds a value to what a script says of it. What it names is kept. */
  fits(value: unknown, wanted: unknown, at: string): void {
    if (typeof wanted === 'string' && wanted.startsWith('$')) {
      if (!this.named.has(wanted)) this.named.set(wanted, value);
      expect(value, at).toEqual(this.named.get(wanted));
    } else if (Array.isArray(wanted)) {
      expect(value, at).toHaveLength(wanted.length);
      wanted.forEach((one, index) => this.fits((value as unknown[])[index], one, `${at}[${index}]`));
    } else if (isObject(wanted) && '$is' in wanted) {
      expect(value, at).toMatch(FORMS[String(wanted['$is'])] ?? /^$/);
    } else if (isObject(wanted)) {
      expect(value, at).toBeTypeOf('object');
      for (const [name, one] of Object.entries(wanted))
        this.fits((value as Record<string, unknown>)[name], one, `${at}.${name}`);
    } else {
      expect(value ?? (wanted === false ? false : null), at).toEqual(wanted);
    }
  }
}

it.each(Object.entries(scripts))('answers as the core does: %s', async (_, steps) => {
  const stage = new Stage();
  const all = await methods();
  for (const [index, step] of steps.entries()) {
    const at = `step ${index + 1}, ${step.call}`;
    const { group, name, places } = all.get(step.call) ?? { group: '', name: '', places: [] };
    const method = (stage.fake as unknown as Groups)[group]?.[name];
    if (!method) throw new Error(`${at}: no such command`);
    const values = stage.sent(step.with ?? {}) as Record<string, unknown>;
    const answer = method(...places.map((place) => values[place]));
    const outcome = await answer.then(
      (value) => ({ value }),
      (thrown: unknown) => ({ thrown }),
    );
    if (step.fails === undefined) {
      if ('thrown' in outcome) throw new Error(`${at} fails`, { cause: outcome.thrown });
      stage.fits(outcome.value, step.gives, at);
    } else {
      const failure = 'thrown' in outcome ? outcome.thrown : undefined;
      expect(failure, `${at} gives ${JSON.stringify(outcome)}`).toBeInstanceOf(Failure);
      stage.fits(failure, typeof step.fails === 'string' ? { code: step.fails } : step.fails, at);
    }
  }
});
