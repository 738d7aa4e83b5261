import { clusterPod } from '../__testUtils__/clusterView';
import type { ClusterActivity } from '../prometheus/DeviceMetrics';
import { workloadUse } from './workloadUse';

type Device = ClusterActivity['activity']['pods'][number]['devices'][number];

const device = (
  state: Device['state'],
  more: Partial<Device> = {},
): Device => ({
  state,
  deviceKey: undefined,
  busyMax: undefined,
  busyMean: undefined,
  memoryUsedBytes: undefined,
  holdsMemory: undefined,
  attributable: true,
  ...more,
});

function activityOf(
  devices: Readonly<Record<string, readonly Device[]>>,
  freshness: ClusterActivity['freshness'] = {
    status: 'live',
    asOf: '2026-11-21T12:00:00Z',
  },
): ClusterActivity {
  const nothing = { reporting: 0, held: 0 };
  return {
    freshness,
    errors: [],
    notes: [],
    sources: [],
    activity: {
      pods: Object.entries(devices).map(([name, found]) => ({
        namespace: 'vision',
        name,
        devices: found,
      })),
      devices: [],
      busy: 0,
      idle: 0,
      noMetric: 0,
      idleWithMemory: 0,
      coverage: nothing,
      memoryCoverage: nothing,
    },
  };
}

const useOf = (activity: ClusterActivity | undefined) =>
  workloadUse([{ cluster: { activity }, pods: [clusterPod('a', 'n', 3)] }]);

describe('workloadUse', () => {
  it('says what the own devices do, and how many of them report it', () => {
    expect(
      useOf(
        activityOf({
          a: [
            device('busy', { busyMax: 0.625 }),
            device('idle', { busyMax: 0.01 }),
            device('no-metric'),
          ],
          other: [device('busy', { busyMax: 1 })],
        }),
      ),
    ).toEqual({
      held: 3,
      reporting: 2,
      busy: 1,
      idle: 1,
      busyMax: 0.625,
      attributable: true,
      sentence:
        '2 of 3 held devices report what they do: 1 busy, 1 idle, at most 63 % of the time.',
    });
  });

  it('does not take silence for idleness', () => {
    expect(useOf(activityOf({ a: [device('no-metric')] }))).toMatchObject({
      idle: 0,
      sentence:
        'None of the 1 held device reports what it does: that is not idle.',
    });
    expect(useOf(undefined)).toBeUndefined();
    expect(
      useOf(
        activityOf(
          { a: [device('idle')] },
          { status: 'unobserved', reason: 'down' },
        ),
      ),
    ).toBeUndefined();
  });

  it('says where figures are those of a shared device', () => {
    expect(
      useOf(
        activityOf({
          a: [device('busy', { busyMax: 0.5, attributable: false })],
        }),
      )?.sentence,
    ).toBe(
      '1 of 1 held device reports what it does: 1 busy, 0 idle, at most 50 % of the time. Some are shared with others: their figures are those of the device.',
    );
  });
});
