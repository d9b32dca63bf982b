export { fieldAt, formOf, shapeOf, shapeOfKind } from './schema';
export { dashed, fieldOf, type Field, type Group, type Shape } from './shape';
