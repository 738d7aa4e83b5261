import { deviceErrors } from './deviceErrors';
import { readDevices } from './deviceReading';
import type { DeviceSample } from './deviceSample';

const sample = (
  uuid: string,
  latest: number | undefined,
  more: Partial<DeviceSample['device']> = {},
): DeviceSample => ({
  dialect: 'dcgm-before-4.9',
  metric: 'DCGM_FI_DEV_XID_ERRORS',
  quantity: 'xid',
  device: {
    uuid,
    migInstance: undefined,
    migProfile: undefined,
    index: '3',
    model: 'H100',
    ...more,
  },
  node: 'gpu-01',
  pod: undefined,
  claim: undefined,
  exporter: 'dcgm',
  windowMax: latest,
  recentMean: undefined,
  latest,
  sampledAtSeconds: latest === undefined ? undefined : 1_000,
  spansWindow: false,
});

const errorsOf = (...samples: readonly DeviceSample[]) =>
  deviceErrors(readDevices(samples)).map(({ device, xid }) => [
    device.uuid,
    device.migInstance,
    xid,
  ]);

describe('deviceErrors', () => {
  it('has the devices that report a code', () => {
    expect(errorsOf(sample('a', 79), sample('b', 0), sample('c', 31))).toEqual([
      ['a', undefined, 79],
      ['c', undefined, 31],
    ]);
  });

  it('has a card once, whose parts repeat what it reports', () => {
    const part = (id: string) => ({ migInstance: id, migProfile: '1g.10gb' });
    expect(
      errorsOf(sample('a', 48, part('1')), sample('a', 48, part('2'))),
    ).toEqual([['a', undefined, 48]]);
  });

  it('says nothing of what reports no longer, or no code', () => {
    expect(
      errorsOf(sample('a', undefined), sample('b', 79.5), sample('c', -1)),
    ).toEqual([]);
  });
});
