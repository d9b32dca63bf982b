/** The type of a field's value. `kind`: which kind of records is offered; all kinds without it. */
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
  /** A term of a vocabulary, or free text; `choice` allows terms only, because the program acts on them. */
  | { type: 'term' | 'terms' | 'choice'; vocabulary: string }
  /** The id of a record, or several. */
  | { type: 'record' | 'records'; kind?: string }
  /** A record, or free text. */
  | { type: 'mention' | 'mentions'; kind: string };

/** A value with fields of its own. `Of`: their shape, or its name. `rows` are one line each, `cards` expand. */
type Holds<Of> =
  { type: 'links'; of: Of } | { type: 'object'; of: Of } | { type: 'list'; of: Of; as: 'rows' | 'cards' };

interface Common {
  member: string;
  /** The group of the form that shows it. */
  group?: string;
  /** Takes the whole width of the form. */
  isWide?: boolean;
}

/** A field as the schema of the core describes it: `bindings/schema.ts`. */
export type Described = (Takes | Holds<string>) & Common;
export type Field = (Takes | Holds<Shape>) & Common & { label: string; readonly hasHint: boolean };

/** The fields of one sort of object; it is named as in the bindings, in kebab case. */
export interface Shape {
  name: string;
  fields: Field[];
  /** Members that summarize an element, the first as its heading. `a b` in one text are shown together. */
  summary: readonly string[];
  /** Members that are shown in one row. */
  row: readonly string[];
}

export const dashed = (text: string) => text.replaceAll('_', '-');

/** The field of this member. It throws where a description names none; a test finds that. */
export function fieldOf(of: Shape, member: string): Field {
  const found = of.fields.find((field) => field.member === member);
  if (!found) throw new Error(`${of.name} describes no ${member}`);
  return found;
}

/** A part of a form, with a heading. */
export interface Group {
  name: string;
  members: string[];
  /** Shown even if it is empty. */
  isAlways?: boolean;
  /** Shown in the right column, with the files. */
  isBeside?: boolean;
  /** Collapsed at first, with a summary of its content. */
  isFolded?: boolean;
}
