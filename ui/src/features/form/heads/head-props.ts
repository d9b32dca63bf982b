import type { Shape } from '../../../schema';
import type { Spot } from '../spot';

/** What shows an element on one line takes. */
export interface HeadProps {
  of: Shape;
  spot: Spot;
}
