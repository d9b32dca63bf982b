import { FluentResource } from '@fluent/bundle';
import { expect, it } from 'vitest';
import { fieldAt, formOf, shapeOf } from '.';
import { SHAPES } from '../bindings/schema';
import { textIn } from '../i18n/language.svelte';
import { textsOf } from '../i18n/texts';

const KINDS = ['person', 'place', 'note', 'testimony', 'attachment'];
const shapes = Object.keys(SHAPES).map(shapeOf);
const fields = shapes.flatMap((of) => of.fields);

/** The editor of the text adds paragraphs by itself, and links have a word of their own. */
const LISTS = fields.flatMap((field) =>
  field.type === 'list' && field.of.name !== 'paragraph' ? [field] : [],
);

const texts = [
  'form-one-link',
  ...fields.map((field) => field.label),
  ...LISTS.flatMap((field) => [`${field.label}.add`, `form-one-${field.of.name}`]),
  ...KINDS.flatMap((kind) => formOf(kind).groups).flatMap((group) =>
    group.isAlways
      ? [`form-group-${group.name}`]
      : [`form-group-${group.name}`, `form-group-${group.name}.add`],
  ),
];

const hints = fields.map((field) => `${field.label}.hint`);

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
  const allowed = [...texts, ...hints];
  expect(ours.filter((key) => !allowed.includes(key))).toEqual([]);
});

it('has the same hints in both languages', () => {
  const hintsIn = (of: 'en' | 'ko') => hints.filter((key) => textIn(of, key, {}));
  expect(hintsIn('ko')).toEqual(hintsIn('en'));
  expect(hintsIn('en').length).toBeGreaterThan(0);
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

it('finds a field by the members that lead to it', () => {
  expect(fieldAt('testimony', ['acts', 'victims', 'person', 'text'])?.of.name).toBe('mention');
  expect(fieldAt('testimony', ['narrator', 'code'])?.field.label).toBe('field-narrator-code');
  for (const path of [[], ['later'], ['title', 'later'], ['acts', 'later']])
    expect(fieldAt('testimony', path)).toBeUndefined();
});

it.each(['of-a-later-version', 'constructor', '__proto__', 'toString', 'act'])(
  'has no fields for a kind that is called %s',
  (kind) => {
    expect(formOf(kind).groups).toEqual([]);
    expect(formOf(kind).shape.fields).toEqual([]);
    expect(fieldAt(kind, ['type'])).toBeUndefined();
  },
);
