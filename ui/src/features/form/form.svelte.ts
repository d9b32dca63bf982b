import { getContext, setContext } from 'svelte';
import { t } from '../../i18n';
import type { Failure } from '../../platform';
import type { Field } from '../../schema';
import type { Content, RecordDraft } from '../draft';
import { Spot } from './spot';

/** What a form needs of the record that is edited. */
export type Recorded = Pick<RecordDraft, 'change' | 'failure' | 'id'> & {
  content: Content;
  readonly kind: string;
  readonly isReadOnly?: boolean;
};

const KEY = Symbol('form');

/** The context that all fields of one form share. */
export class Form {
  readonly root: Spot;

  constructor(
    readonly record: Recorded,
    /** `aside`: 300 pixels wide, so that elements of lists open in a dialog. */
    readonly place: 'form' | 'aside',
  ) {
    this.root = new Spot(record);
  }

  get isReadOnly(): boolean {
    return this.record.isReadOnly ?? false;
  }

  /** The path of the field that the last failure is about. */
  get errorPath(): string | null {
    const { failure } = this.record;
    if (failure?.code !== 'date_invalid' && failure?.code !== 'record_invalid') return null;
    return failure.params['field'] ?? null;
  }

  /** Whether the field with the error is at this path or below it. */
  hasErrorIn(path: string): boolean {
    const wrong = this.errorPath;
    return wrong === path || !!(wrong?.startsWith(`${path}.`) || wrong?.startsWith(`${path}[`));
  }

  /** The error text of the field at this path. */
  errorAt(path: string): string | undefined {
    return this.hasErrorIn(path) && this.record.failure ? errorText(this.record.failure) : undefined;
  }

  /** The props that all fields give FormField or SelectField, whatever their type. */
  labels(field: Field, path: string): { label: string; hint: string | undefined; error: string | undefined } {
    const hint = field.hasHint ? t(`${field.label}.hint`) : undefined;
    return { label: t(field.label), hint, error: this.errorAt(path) };
  }
}

function errorText({ code, params }: Failure): string {
  return code === 'date_invalid'
    ? t('form-fault-date')
    : t('form-fault-value', { fault: params['fault'] ?? 'none' });
}

export const provideForm = (form: Form): Form => setContext(KEY, form);
export const useForm = (): Form => getContext<Form>(KEY);
export const partOf = (path: string): string => `field-${path}`;
