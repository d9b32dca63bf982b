import { t } from '../../i18n';
import { formOf, type Shape } from '../../schema';

/** What a field is called that a failure names by its path: `sessions[0].date` is “Interviews 1 · Date”. */
export function fieldName(kind: string, path: string): string {
  let of: Shape | undefined = formOf(kind).shape;
  const names: string[] = [];
  for (const [, member = '', at] of path.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/g)) {
    const field: Shape['fields'][number] | undefined = of?.fields.find((one) => one.member === member);
    // What has no field of its own, such as the id of an element, is where the name before it says.
    if (!field) break;
    names.push(at === undefined ? t(field.label) : `${t(field.label)} ${Number(at) + 1}`);
    of = 'of' in field ? field.of : undefined;
  }
  return names.join(' · ') || path;
}
