import { deviceQuery, readDeviceRows } from './deviceQuery';
import { METRIC_DIALECTS } from './dialects';
import { answerOf, NOW } from './__testUtils__/exporterSeries';

const [ray] = METRIC_DIALECTS.filter(({ id }) => id === 'ray');
const LABELS =
  'GpuIndex,GpuDeviceName,node,exported_pod,exported_namespace,exported_container,pod,namespace,container,pod_name,pod_namespace,container_name,dra_claim_name,dra_claim_namespace,job,instance,fairway_stat';
const newest = [
  'label_replace(m{a="b"},"fairway_stat","latest","","")',
  'label_replace(timestamp(m{a="b"}),"fairway_stat","time","","")',
].join(' or ');
const options = { dialect: ray, selector: 'm{a="b"}', windowSeconds: 1_800 };

describe('deviceQuery', () => {
  it('asks for the newest value and its time', () => {
    expect(deviceQuery({ ...options, quantity: 'power' })).toBe(
      `max by (${LABELS}) (${newest})`,
    );
  });

  it('asks for the window of how busy devices are', () => {
    const window = [
      'label_replace(max_over_time(m{a="b"}[1800s]),"fairway_stat","max","","")',
      'label_replace(avg_over_time(m{a="b"}[300s]),"fairway_stat","mean","","")',
      'label_replace(m{a="b"} offset 1800s,"fairway_stat","start","","")',
    ].join(' or ');
    expect(deviceQuery({ ...options, quantity: 'busy' })).toBe(
      `max by (${LABELS}) (${newest} or ${window})`,
    );
  });
});

describe('readDeviceRows', () => {
  const busy = { dialect: ray, quantity: 'busy' } as const;
  const labels = { GpuIndex: '0', pod: 'a', namespace: 'b' };

  it('puts the figures of a series together, whatever the order of elements and labels', () => {
    const [max, ...rest] = answerOf(labels, {
      max: 90,
      latest: 10,
      mean: 40,
    });
    const turned = Object.fromEntries(Object.entries(max.labels).reverse());
    expect(
      readDeviceRows([...rest, { ...max, labels: turned }], busy),
    ).toMatchObject([
      {
        labels,
        max: 90,
        latest: 10,
        mean: 40,
        sampledAtSeconds: NOW - 10,
        spansWindow: true,
      },
    ]);
  });

  it('leaves out what did not report in the window, though a newest value is still known', () => {
    const [, latest, time] = answerOf(labels, { max: 90 });
    expect(readDeviceRows([latest, time], busy)).toEqual([]);
    expect(
      readDeviceRows([latest, time], { dialect: ray, quantity: 'power' }),
    ).toMatchObject([{ max: 90 }]);
  });

  it('keeps a series that has ended, without a newest value', () => {
    expect(
      readDeviceRows(answerOf(labels, { max: 90, ended: true }), busy),
    ).toMatchObject([
      { max: 90, latest: undefined, sampledAtSeconds: undefined },
    ]);
  });
});
