import type { Field } from '../../../schema';
import type { Spot } from '../spot';

/** Those descriptions of fields that can be of this type. */
type Of<Type extends Field['type'], One = Field> = One extends { type: infer Types }
  ? [Type & Types] extends [never]
    ? never
    : One
  : never;

/** What each component for a type of field takes. */
export interface InputProps<Type extends Field['type'] = Field['type']> {
  field: Of<Type>;
  spot: Spot;
}
