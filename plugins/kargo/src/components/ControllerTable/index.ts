export { ControllerTable } from './ControllerTable';
