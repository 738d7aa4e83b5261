export {
  fragmentation,
  usableUnits,
  type Fragmentation,
  type ShapeDemand,
} from './fragmentation';
export {
  PRESET_SIZES,
  presetSlots,
  type DevicesOnNode,
  type PresetSlots,
} from './presetSlots';
