import { readDevices } from './deviceReading';
import {
  answerOf,
  dcgmCard,
  honored,
  NOW,
} from './__testUtils__/exporterSeries';
import { engineActive, gpuUtil, samplesOf } from './__testUtils__/samplesOf';

describe('readDevices', () => {
  it('counts a device once that three pods use with the same value', () => {
    const readings = readDevices(
      engineActive(
        ...['a', 'b', 'c'].map(name =>
          answerOf({ ...dcgmCard(0), ...honored(name) }, { max: 0.6 }),
        ),
      ),
    );
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({
      shared: true,
      figures: { busy: { windowMax: 0.6 } },
    });
    expect(readings[0].pods.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('takes one of two dialects, says which, and what was not taken', () => {
    const labels = { ...dcgmCard(0), ...honored('train-0') };
    const readings = readDevices([
      ...gpuUtil(answerOf(labels, { max: 80 })),
      ...engineActive(answerOf(labels, { max: 0.7 })),
      ...samplesOf({
        dialect: 'dcgm-4.9',
        quantity: 'busy',
        metric: 'DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO',
        answer: answerOf({ ...labels, job: 'new' }, { max: 0.72 }),
      }),
    ]);
    expect(readings).toMatchObject([
      {
        shared: false,
        figures: {
          busy: {
            dialect: 'dcgm-4.9',
            windowMax: 0.72,
            notTaken: [
              'DCGM_FI_PROF_GR_ENGINE_ACTIVE (dcgm-before-4.9)',
              'DCGM_FI_DEV_GPU_UTIL (dcgm-before-4.9)',
            ],
          },
        },
      },
    ]);
  });

  it('takes what reports before a better dialect that has ended, or whose unit is not known', () => {
    const taken = (better: object) =>
      readDevices([
        ...engineActive(answerOf(dcgmCard(0), { max: 0.7 })),
        ...samplesOf({
          dialect: 'dcgm-4.9',
          quantity: 'busy',
          metric: 'DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO',
          answer: answerOf(dcgmCard(0), { max: 0.1, ended: true }),
          ...better,
        }),
      ])[0].figures.busy?.windowMax;
    expect(taken({})).toBe(0.7);
    expect(
      taken({
        answer: answerOf(dcgmCard(0), { max: 0.1 }),
        unit: 'unknown',
      }),
    ).toBe(0.7);
  });

  it('counts a device once that two exporters of one kind report, at the higher value', () => {
    const [reading, ...others] = readDevices(
      engineActive(
        answerOf(dcgmCard(0), { max: 0.3 }),
        answerOf(dcgmCard(0, { instance: '10.0.0.1:9401' }), { max: 0.4 }),
      ),
    );
    expect(others).toEqual([]);
    expect(reading.figures.busy).toMatchObject({
      windowMax: 0.4,
      notTaken: [
        'DCGM_FI_PROF_GR_ENGINE_ACTIVE of 2 targets, the highest taken',
      ],
    });
  });

  it('never mixes a card with its parts', () => {
    const part = (id: string, max: number) =>
      answerOf(dcgmCard(0, { GPU_I_ID: id, GPU_I_PROFILE: '1g.10gb' }), {
        max,
      });
    const readings = readDevices(
      engineActive(
        answerOf(dcgmCard(0), { max: 0.5 }),
        part('1', 0.9),
        part('2', 0.1),
      ),
    );
    expect(
      readings.map(({ device, split, figures }) => [
        device.migInstance,
        split,
        figures.busy?.windowMax,
      ]),
    ).toEqual([
      [undefined, true, 0.5],
      ['1', false, 0.9],
      ['2', false, 0.1],
    ]);
  });

  it('does not take the pod that had the device before for one that shares it', () => {
    const [reading] = readDevices(
      engineActive(
        answerOf(
          { ...dcgmCard(0), ...honored('before') },
          { max: 1, ended: true },
        ),
        answerOf(
          { ...dcgmCard(0), ...honored('now') },
          { max: 0.02, young: true },
        ),
      ),
    );
    expect(reading).toMatchObject({ shared: false, pods: [{ name: 'now' }] });
    expect(reading.figures.busy?.byPod.get('vision/now')).toEqual({
      windowMax: 0.02,
      latest: 0.02,
      sampledAtSeconds: NOW - 10,
      spansWindow: false,
    });
  });

  it('joins the rows per process with that of the device', () => {
    const [reading, ...others] = readDevices(
      gpuUtil(
        answerOf(dcgmCard(0), { max: 90 }),
        answerOf({ ...dcgmCard(0), ...honored('a') }, { max: 60 }),
        answerOf({ ...dcgmCard(0), ...honored('b') }, { max: 30 }),
      ),
    );
    expect(others).toEqual([]);
    expect(reading).toMatchObject({
      shared: true,
      figures: { busy: { windowMax: 0.9 } },
    });
  });

  it('knows no error of a device that reports none', () => {
    const [reading] = readDevices(
      engineActive(answerOf(dcgmCard(0), { max: 0.5 })),
    );
    expect(reading.figures.xid).toBeUndefined();
  });
});
