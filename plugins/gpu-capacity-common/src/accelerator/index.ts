export {
  ACCELERATOR_KINDS,
  acceleratorKind,
  type AcceleratorKind,
  type AcceleratorRule,
} from './acceleratorKind';
export {
  AcceleratorRegistry,
  DEFAULT_ACCELERATORS,
  type AcceleratorDescription,
} from './AcceleratorRegistry';
export { devicesPerUnit } from './devicesPerUnit';
