/** What is offered for what is typed. */
export interface Offer {
  value: string;
  label: string;
  note?: string | undefined;
}
