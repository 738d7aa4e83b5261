import { ClusterState } from '@fairway/plugin-gpu-capacity-common';
import { clusterNode, clusterPod } from '../__testUtils__/clusterView';
import type { ReportedError } from '../prometheus';
import { xidHealth } from './xidHealth';

const error = (
  xid: number,
  index: string,
  more: Partial<ReportedError> = {},
): ReportedError => ({
  device: {
    uuid: `GPU-${index}`,
    migInstance: undefined,
    migProfile: undefined,
    index,
    model: undefined,
  },
  node: 'a',
  pods: [],
  xid,
  since: { kind: 'at', atSeconds: 1_800_000_000 },
  ...more,
});

const state = ClusterState.of(
  [
    clusterNode('a'),
    clusterNode('b', { labels: { 'kubernetes.io/hostname': 'ip-10-0-0-7' } }),
  ],
  [clusterPod('secret-0', 'b', 1)],
);

const healthOf = (
  errors: readonly ReportedError[],
  options: {
    readonly isWhole?: boolean;
    readonly isMember?: (node: string) => boolean;
  } = {},
) =>
  xidHealth(errors, {
    state,
    isMember: options.isMember ?? (() => true),
    isWhole: options.isWhole ?? false,
  });

const MAY_BE_OVER =
  'It may be over: the last one is repeated until the driver or the exporter starts anew.';

describe('xidHealth', () => {
  it('says which device reported what last, what it means and when it was first seen', () => {
    expect(healthOf([error(79, '3')])).toEqual([
      {
        kind: 'xid',
        severity: 'bad',
        node: 'a',
        devices: 1,
        since: '2027-01-15T08:00:00.000Z',
        sentence: `Device 3 of a last reported XID 79: the GPU has fallen off the bus. ${MAY_BE_OVER}`,
      },
    ]);
  });

  it('joins devices of a node with the same code, from the first one on', () => {
    const since = (atSeconds: number) => ({
      since: { kind: 'at' as const, atSeconds },
    });
    expect(
      healthOf([error(74, '10', since(20)), error(74, '2', since(10))]),
    ).toMatchObject([
      {
        devices: 2,
        since: '1970-01-01T00:00:10.000Z',
        sentence: expect.stringContaining(
          'Devices 2 and 10 of a last reported',
        ),
      },
    ]);
  });

  it.each([
    ['before', ' That was more than a day ago.'],
    ['unknown', ''],
  ] as const)('gives no time that it does not know: %s', (kind, words) => {
    const since = kind === 'before' ? { kind, atSeconds: 5 } : { kind };
    const [found] = healthOf([error(31, '0', { since })]);
    expect(found).not.toHaveProperty('since');
    expect(found).toMatchObject({
      severity: 'info',
      sentence: `Device 0 of a last reported XID 31: a page fault in its memory, most often by the program that ran on it.${words} ${MAY_BE_OVER}`,
    });
  });

  it('shows a code that it does not know as a number', () => {
    expect(healthOf([error(171, '0')])).toMatchObject([
      {
        severity: 'attention',
        sentence: `Device 0 of a last reported XID 171. ${MAY_BE_OVER}`,
      },
    ]);
  });

  it.each([
    ['the name of its host', { node: 'ip-10-0-0-7' }],
    [
      'the pod on it, which is not named',
      {
        node: 'exporter-x7',
        pods: [{ namespace: 'vision', name: 'secret-0', container: undefined }],
      },
    ],
  ])('finds the node by %s', (_, more) => {
    const found = healthOf([error(48, '1', more)]);
    expect(found).toMatchObject([{ node: 'b' }]);
    expect(JSON.stringify(found)).not.toContain('secret-0');
  });

  it('leaves nodes of others out, and devices of which nobody knows the node', () => {
    const errors = [error(48, '1'), error(48, '2', { node: 'moon' })];
    expect(healthOf(errors, { isMember: node => node === 'b' })).toEqual([]);
    expect(healthOf(errors, { isWhole: true })).toMatchObject([
      { node: 'a' },
      {
        sentence: expect.stringContaining(
          'Device 2 of moon (no known node) last reported XID 48',
        ),
      },
    ]);
  });
});
