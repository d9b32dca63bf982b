export { fieldAt, formOf, shapeOf } from './schema';
export { dashed, fieldOf, type Field, type Group, type Shape } from './shape';
