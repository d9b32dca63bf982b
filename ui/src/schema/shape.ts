/** What a field takes. `kind` is the kind of records that are offered; none offers all. */
type Takes =
  | {
      type:
        | 'text'
        | 'long'
        | 'prose'
        | 'date'
        | 'known'
        | 'paragraph'
        | 'element'
        | 'tags'
        | 'confidentiality'
        | 'fixed';
    }
  | { type: 'number'; least: number; most?: number; isWhole?: boolean }
  /** A term of a vocabulary, or one's own words; `choice` where own words would not be understood. */
  | { type: 'term' | 'terms' | 'choice'; vocabulary: string }
  /** A record by its id alone, or several. */
  | { type: 'record' | 'records'; kind?: string }
  /** A record or words. */
  | { type: 'mention' | 'mentions'; kind: string };

/** What has fields of its own; `Of` is their shape, or its name. `rows` are filled in on one line, `cards` open. */
type Holds<Of> =
  { type: 'links'; of: Of } | { type: 'object'; of: Of } | { type: 'list'; of: Of; as: 'rows' | 'cards' };

interface Common {
  member: string;
  /** The group of the form where it stands. */
  group?: string;
  /** As wide as the form. */
  isWide?: boolean;
}

/** A field as the schema of the core describes it: `bindings/schema.ts`. */
export type Described = (Takes | Holds<string>) & Common;
export type Field = (Takes | Holds<Shape>) & Common & { label: string; readonly hasHint: boolean };

/** The fields of one sort of object; it is named as in the bindings, in kebab case. */
export interface Shape {
  name: string;
  fields: Field[];
  /** Members that say what an element is, the first of them in a heading; those with a space between belong together. */
  summary: readonly string[];
  /** Members that stand in one row. */
  row: readonly string[];
}

export const dashed = (text: string) => text.replaceAll('_', '-');

/** The field of this member. A description that names none is a slip, which a test finds. */
export function fieldOf(of: Shape, member: string): Field {
  const found = of.fields.find((field) => field.member === member);
  if (!found) throw new Error(`${of.name} describes no ${member}`);
  return found;
}

/** A part of a form, with a heading. */
export interface Group {
  name: string;
  members: string[];
  /** Shown also where it is empty. */
  isAlways?: boolean;
  /** Stands at the right, with the files: what a record of any kind has. */
  isBeside?: boolean;
  /** Folded until it is asked for; a line says what is in it. */
  isFolded?: boolean;
}
