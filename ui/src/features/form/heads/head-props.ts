import type { Shape } from '../../../schema';
import type { Spot } from '../spot';

/** The props of a component that summarizes an element on one line. */
export interface HeadProps {
  of: Shape;
  spot: Spot;
}
