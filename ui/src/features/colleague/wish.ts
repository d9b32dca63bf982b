/** What is wanted of a colleague. */
export interface Wish {
  what: 'verify' | 'rename' | 'key' | 'retire' | 'restore';
  name: string;
}
