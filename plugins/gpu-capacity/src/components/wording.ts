import type { StatusWording } from '@fairway/platform-ui';
import type {
  AcceleratorKind,
  Holding,
  NodeState,
} from '@fairway/plugin-gpu-capacity-common';

export const NODE_WORDING: Readonly<Record<NodeState, StatusWording>> = {
  ready: { tone: 'good', word: 'Ready' },
  cordoned: { tone: 'attention', word: 'Cordoned' },
  'not-ready': { tone: 'bad', word: 'Not ready' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

export const HOLDING_WORDING: Readonly<Record<Holding, StatusWording>> = {
  held: { tone: 'good', word: 'Holding' },
  releasing: { tone: 'busy', word: 'Releasing' },
  pending: { tone: 'busy', word: 'Waits for a node' },
  gated: { tone: 'attention', word: 'Held back by a scheduling gate' },
};

export const KIND_WORDS: Readonly<Record<AcceleratorKind, string>> = {
  device: 'whole devices',
  partition: 'partitions of a device',
  shared: 'time slices of a device',
  'not-a-device': 'no device',
  unclassified: 'not classified: may or may not be a device',
};
