export { MoveBox } from './MoveBox';
