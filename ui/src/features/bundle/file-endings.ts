/** File name extensions. */
export const BUNDLE = 'bundle';
export const REVIEW = 'review';
