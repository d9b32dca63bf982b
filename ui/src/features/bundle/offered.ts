/** How files end. */
export const BUNDLE = 'bundle';
export const REVIEW = 'review';
