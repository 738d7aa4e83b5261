import type { Series, StatusWording, Tone } from '@fairway/platform-ui';
import type {
  AcceleratorKind,
  GateOutcome,
  HealthView,
  Holding,
  LedgerClass,
  NodeView,
} from '@fairway/plugin-gpu-capacity-common';

export const NODE_WORDING: Readonly<Record<NodeView['state'], StatusWording>> =
  {
    ready: { tone: 'good', word: 'Ready' },
    cordoned: { tone: 'attention', word: 'Cordoned' },
    leaving: { tone: 'attention', word: 'Leaving' },
    'not-ready': { tone: 'bad', word: 'Not ready' },
    unknown: { tone: 'unknown', word: 'Unknown' },
  };

export const HOLDING_WORDING: Readonly<Record<Holding, StatusWording>> = {
  held: { tone: 'good', word: 'Holding' },
  starting: { tone: 'busy', word: 'Starting' },
  releasing: { tone: 'busy', word: 'Releasing' },
  nominated: { tone: 'busy', word: 'Room is being made' },
  pending: { tone: 'attention', word: 'Waits for a node' },
  gated: { tone: 'attention', word: 'Held back by a scheduling gate' },
};

export const KIND_WORDS: Readonly<Record<AcceleratorKind, string>> = {
  device: 'whole devices',
  partition: 'partitions of a device',
  shared: 'time slices of a device',
  fraction: 'fractions of a device',
  'not-a-device': 'no device',
  unclassified: 'not classified: may or may not be a device',
};

/** How a class of the ledger is called, looks and what it means. */
export interface LedgerWording {
  readonly word: string;
  readonly series: Series;
  readonly meaning: string;
}

export const LEDGER_WORDING: Readonly<Record<LedgerClass, LedgerWording>> = {
  busy: {
    word: 'busy',
    series: 'used',
    meaning: 'Held by pods that have started, and at work',
  },
  idle: {
    word: 'held idle',
    series: 'idle',
    meaning: 'Held by pods that have started, and not at work',
  },
  unmeasured: {
    word: 'held, no metric',
    series: 'unmeasured',
    meaning: 'Held by pods that have started; no metric says more',
  },
  reserved: {
    word: 'reserved',
    series: 'reserved',
    meaning: 'Spoken for by pods that have not started',
  },
  usable: {
    word: 'free',
    series: 'free',
    meaning: 'Free, and a shape that is in use would fit',
  },
  stranded: {
    word: 'stranded',
    series: 'stranded',
    meaning:
      'Free, and no shape that is in use would fit: CPU, memory or neighbours are missing',
  },
  blocked: {
    word: 'blocked',
    series: 'blocked',
    meaning: 'Held by nobody, on a node that is cordoned, leaving or not ready',
  },
  lost: {
    word: 'lost',
    series: 'lost',
    meaning: 'Registered by the node and not usable',
  },
  unknown: {
    word: 'unknown',
    series: 'unknown',
    meaning: 'On a node whose state or whose pods are not known',
  },
};

export const OUTCOME_WORDING: Readonly<Record<GateOutcome, StatusWording>> = {
  go: { tone: 'good', word: 'Go' },
  fragmentation: {
    tone: 'attention',
    word: 'No place: quota does not stand against it, no node has room',
  },
  'ask-for-quota': {
    tone: 'attention',
    word: 'Ask for quota: there is a place, quota does not allow it',
  },
  both: { tone: 'bad', word: 'Neither quota nor place' },
  unknown: { tone: 'unknown', word: 'Cannot be said' },
};

/** Of what is only to be known, nothing has to be done: it has no tone. */
export const SEVERITY_WORDING: Readonly<
  Record<
    HealthView['severity'],
    { readonly tone?: Tone; readonly word: string }
  >
> = {
  bad: { tone: 'bad', word: 'Bad' },
  attention: { tone: 'attention', word: 'To look at' },
  info: { word: 'To know' },
};
