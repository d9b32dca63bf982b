/** A text in three: before the part that was found, that part, and after. Counted in Unicode scalar values, as the core does. */
export function splitAt(text: string, [from, to]: [number, number]): [string, string, string] {
  const scalars = [...text];
  return [scalars.slice(0, from), scalars.slice(from, to), scalars.slice(to)].map((part) =>
    part.join(''),
  ) as [string, string, string];
}
