import type { Tone } from '@fairway/platform-ui';
import type {
  AcceleratorKind,
  Holding,
  NodeState,
} from '@fairway/plugin-gpu-capacity-common';

/** How each value is said: tone and word. */
interface Wording {
  readonly tone: Tone;
  readonly word: string;
}

export const NODE_WORDING: Readonly<Record<NodeState, Wording>> = {
  ready: { tone: 'good', word: 'Ready' },
  cordoned: { tone: 'attention', word: 'Cordoned' },
  'not-ready': { tone: 'bad', word: 'Not ready' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

export const HOLDING_WORDING: Readonly<Record<Holding, Wording>> = {
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
