import { GROUPS, SHAPES } from '../bindings/schema';
import { hasText } from '../i18n/language.svelte';
import { dashed, type Described, type Field, type Group, type Shape } from './shape';

interface DescribedShape {
  summary: readonly string[];
  row: readonly string[];
  fields: readonly Described[];
}

const described: Record<string, DescribedShape> = SHAPES;
const shapes = new Map<string, Shape>();

const NONE: DescribedShape = { summary: [], row: [], fields: [] };

/** What an object has under this name by itself: a colleague may call a kind `constructor`. */
const own = <T>(of: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined;

/** The shape of this name, with labels; one that the schema does not know has no fields. */
export function shapeOf(name: string): Shape {
  const known = shapes.get(name);
  if (known) return known;
  const { summary, row, fields } = own(described, name) ?? NONE;
  const shape: Shape = { name, summary, row, fields: [] };
  shapes.set(name, shape);
  shape.fields = fields.map((field) => labelled(name, field));
  return shape;
}

/** Labels are `field-<shape>-<member>`; a text that has a hint shows it. */
function labelled(owner: string, field: Described): Field {
  const label = `field-${owner}-${dashed(field.member)}`;
  const added = {
    label,
    get hasHint() {
      return hasText(`${label}.hint`);
    },
  };
  const descriptors = Object.getOwnPropertyDescriptors(added);
  const whole = 'of' in field ? { ...field, of: shapeOf(field.of) } : field;
  return Object.defineProperties(whole === field ? { ...field } : whole, descriptors) as Field;
}

const groups: Record<string, readonly Omit<Group, 'members'>[]> = GROUPS;

/** The shape of a kind of record; one of a later version has no fields, also where a part of a record has its name. */
export function shapeOfKind(kind: string): Shape {
  return own(groups, kind) ? shapeOf(kind) : { name: kind, summary: [], row: [], fields: [] };
}

/** The form of a kind of record; a kind of a later version has none. */
export function formOf(kind: string): { shape: Shape; groups: Group[] } {
  const shape = shapeOfKind(kind);
  const membersOf = (group: string) =>
    shape.fields.filter((field) => field.group === group).map((field) => field.member);
  return {
    shape,
    groups: (own(groups, kind) ?? []).map((group) => ({ ...group, members: membersOf(group.name) })),
  };
}

/** The field at a path of members (`['acts', 'victims', 'status']`); undefined where the schema has none. */
export function fieldAt(kind: string, path: readonly string[]): { of: Shape; field: Field } | undefined {
  let of: Shape | undefined = shapeOfKind(kind);
  for (const [at, member] of path.entries()) {
    const field: Field | undefined = of?.fields.find((one) => one.member === member);
    if (!of || !field) return undefined;
    if (at === path.length - 1) return { of, field };
    of = inside(field);
  }
  return undefined;
}

/** The shape of what stands in a field. */
function inside(field: Field): Shape | undefined {
  if ('of' in field) return field.of;
  if (field.type === 'mention') return shapeOf('mention');
  return field.type === 'mentions' ? shapeOf('mention-item') : undefined;
}
