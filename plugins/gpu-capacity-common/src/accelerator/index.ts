export {
  ACCELERATOR_KINDS,
  acceleratorKind,
  type AcceleratorKind,
} from './acceleratorKind';
