import { FluentResource } from '@fluent/bundle';
import { expect, it } from 'vitest';
import { textIn } from '../../../i18n/language.svelte';
import { textsOf } from '../../../i18n/texts';
import { formOf, type Field, type Shape } from '.';

const bindings = import.meta.glob<string>('../../../bindings/records/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const vocabularies = import.meta.glob<{ name: string }>('../../../../../src/records/vocabularies/*.json', {
  eager: true,
});
const KINDS = ['person', 'place', 'note', 'testimony', 'attachment'];

/** What is filled in elsewhere, or not by hand. */
const ELSEWHERE: Record<string, string[]> = {
  testimony: ['title', 'status', 'narrative'],
  // In place of a shape of their own: fields of type `mention`, `mentions`.
  mention: ['record', 'text'],
  'mention-item': ['record', 'text'],
  paragraph: ['original', 'translation', 'session'],
};
const NOT_RECORDS = ['vocabulary', 'vocabulary-term'];

function shapesIn(of: Shape, found = new Map<string, Shape>()): Map<string, Shape> {
  found.set(of.name, of);
  for (const field of of.fields) if ('of' in field) shapesIn(field.of, found);
  return found;
}
const shapes = new Map(KINDS.flatMap((kind) => [...shapesIn(formOf(kind).shape)]));
const fields: Field[] = [...shapes.values()].flatMap((of) => of.fields);

/** The members of each type that the core writes out, by the type's name in kebab case. */
const types = Object.entries(bindings).flatMap(([path, text]) => {
  const name = (/\/(\w+)\.ts$/.exec(path)?.[1] ?? '').replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const body = /export type \w+ = \{([\s\S]*)\};/.exec(text)?.[1];
  const members = [...(body ?? '').matchAll(/^(\w+)\??:/gm)].map((found) => found[1] ?? '');
  return body && !NOT_RECORDS.includes(name) ? [{ name, members, text: body }] : [];
});

it.each(types.map(({ name, members }) => [name, members] as const))(
  'describes all of %s',
  (name, members) => {
    expect(members.length).toBeGreaterThan(0);
    const described = [
      ...(shapes.get(name)?.fields.map((field) => field.member) ?? []),
      ...(ELSEWHERE[name] ?? []),
    ];
    expect(described.toSorted()).toEqual(members.filter((member) => member !== 'id').toSorted());
  },
);

it('describes nothing that the core does not know', () => {
  const known = types.map((type) => type.name);
  expect([...shapes.keys()].filter((name) => !known.includes(name))).toEqual([]);
});

it('takes each vocabulary from where the core says, and each exists', () => {
  const names = Object.keys(vocabularies).map((path) => /([\w-]+)\.json$/.exec(path)?.[1]);
  const wrong = [...shapes.values()].flatMap((of) =>
    of.fields.flatMap((field) => {
      if (!('vocabulary' in field)) return [];
      const text = types.find((type) => type.name === of.name)?.text ?? '';
      const comment =
        new RegExp(`([^;]*?)^${field.member}\\??:`, 'm').exec(text)?.[1]?.split('*/').at(-2) ?? '';
      const said = /ocabulary\s+(?:\*\s+)?`([\w-]+)`/.exec(comment)?.[1];
      const fits = names.includes(field.vocabulary) && (said === undefined || said === field.vocabulary);
      return fits ? [] : [`${of.name}.${field.member}: ${field.vocabulary}`];
    }),
  );
  expect(wrong).toEqual([]);
});

const texts = [
  ...fields.map((field) => field.label),
  ...fields.filter((field) => field.hasHint).map((field) => `${field.label}.hint`),
  ...fields.filter((field) => field.type === 'list').map((field) => `${field.label}.add`),
  ...fields.flatMap((field) =>
    field.type === 'list' || field.type === 'links' ? [`form-one-${field.of.name}`] : [],
  ),
  ...KINDS.flatMap((kind) => formOf(kind).groups).flatMap((group) =>
    group.isAlways
      ? [`form-group-${group.name}`]
      : [`form-group-${group.name}`, `form-group-${group.name}.add`],
  ),
];

it.each(['en', 'ko'] as const)('has a text for every field, group and element in %s', (of) => {
  expect(texts.filter((key) => !textIn(of, key, {}))).toEqual([]);
});

it('has no text for what is not there', () => {
  const all = textsOf('en', 'window').flatMap((text) =>
    new FluentResource(text).body.flatMap(({ id, attributes }) => [
      id,
      ...Object.keys(attributes).map((name) => `${id}.${name}`),
    ]),
  );
  const ours = all.filter((key) => /^(field|form-group|form-one)-/.test(key));
  expect(ours.filter((key) => !texts.includes(key))).toEqual([]);
});

it.each(['en', 'ko'] as const)('has every text that is put together while the form is shown in %s', (of) => {
  const three = ['unknown', 'yes', 'no'];
  const keys = [
    ...three.flatMap((answer) => [`form-known-${answer}`, `form-safe-${answer}`]),
    ...['normal', 'restricted', 'vault'].flatMap((level) => [
      `form-confidentiality-${level}`,
      `form-confidentiality-${level}.hint`,
    ]),
    ...[
      'none',
      'granted',
      'granted-until',
      'expired',
      'refused',
      'withdrawn',
      'not-covered',
      'not-understood',
    ].flatMap((state) => [`form-consent-${state}`, `form-consent-${state}.hint`]),
    ...['spring', 'summer', 'autumn', 'winter'].map((season) => `form-date-${season}`),
    ...['picture', 'sound'].map((medium) => `attachment-show-${medium}`),
  ];
  expect(keys.filter((key) => !textIn(of, key, {}))).toEqual([]);
});

it('puts every described field into a group', () => {
  const lost = KINDS.flatMap((kind) => {
    const { shape, groups } = formOf(kind);
    const members = groups.flatMap((group) => group.members);
    return shape.fields.filter((field) => !members.includes(field.member)).map((field) => field.label);
  });
  expect(lost).toEqual([]);
});
