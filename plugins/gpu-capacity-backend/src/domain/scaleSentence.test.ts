import type { FitView } from '@fairway/plugin-gpu-capacity-common';
import { scaleSentence } from './scaleSentence';

const GPU = 'nvidia.com/gpu';

const fit = (more: Partial<FitView>): FitView => ({
  cluster: { name: 'west' },
  freshness: { status: 'loading' },
  sentence: 'It fits on no node now.',
  outcome: 'go',
  verdict: 'fits',
  replicas: 1,
  slots: 1,
  feasible: [],
  feasibleNodes: 1,
  nodes: 1,
  unknownNodes: 0,
  reasons: [],
  unevaluated: [],
  nearMisses: [],
  quota: { status: 'none', sentence: 'No quota applies.' },
  ...more,
});

const piece = (max: number | undefined) => ({
  name: 'pods',
  devices: { [GPU]: 4 },
  now: 1,
  min: 1,
  max,
});

describe('scaleSentence', () => {
  it.each([
    [
      'to its maximum',
      { pieces: [piece(3)], atMax: fit({ slots: 3, replicas: 2 }) },
      'It can scale from 4 to 12 GPUs now.',
    ],
    [
      'a part of the way',
      {
        pieces: [piece(5)],
        atMax: fit({ outcome: 'fragmentation', slots: 2, replicas: 4 }),
      },
      'It can scale from 4 to 12 GPUs now, not to its maximum of 20.',
    ],
    [
      'as far as there is room',
      { pieces: [piece(undefined)], atMax: fit({ slots: 6 }) },
      'It has 4 GPUs and no ceiling; nodes have room for 24 GPUs more.',
    ],
    [
      'nowhere',
      {
        pieces: [piece(2)],
        atMax: fit({ outcome: 'fragmentation', slots: 0 }),
      },
      'It has 4 GPUs and cannot get all it may have now. It fits on no node now.',
    ],
    [
      'nowhere, as it has all',
      { pieces: [piece(1)] },
      'It has the 4 GPUs that it asks for.',
    ],
    [
      'to its minimum first',
      { pieces: [piece(3)], atMin: fit({}) },
      'It has 4 GPUs and lacks pods to its minimum, for which there is room.',
    ],
    [
      'and be upgraded',
      {
        pieces: [piece(3)],
        atMax: fit({}),
        upgrade: {
          sentence: 'An upgrade needs 4 GPUs more and fits.',
          fit: fit({}),
        },
      },
      'It can scale from 4 to 12 GPUs now; an upgrade needs 4 GPUs more and fits.',
    ],
  ])('says that it can go %s', (_, demand, sentence) => {
    expect(scaleSentence({ held: { [GPU]: 4 }, ...demand })).toBe(sentence);
  });
});
