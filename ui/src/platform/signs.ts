// Controls, separators of lines, marks of direction and of annotations: the core's crates/domain/src/text/signs.rs names the same.
// Line feed and tab are no more than white space on a page.
const ACTS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/** The text with a visible sign for each character that would act on the page, such as one that turns its direction. */
export function printable(text: string): string {
  return text.replaceAll(ACTS, '\ufffd');
}

/** The text without what cannot be seen. */
export function visible(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}
