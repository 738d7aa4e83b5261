import fc from 'fast-check';
import {
  amlMaintained,
  lateCauses,
  transplants,
} from './__testUtils__/referenceData';
import {
  cumulativeIncidence,
  type CumulativeIncidence,
  type IncidencePoint,
} from './cumulativeIncidence';
import { kaplanMeier } from './kaplanMeier';
import type { NoData } from './NoData';

function pointsOf(
  curve: CumulativeIncidence | NoData,
): readonly IncidencePoint[] {
  return curve.kind === 'incidence' ? curve.points : [];
}

describe('cumulativeIncidence', () => {
  // R 4.2.2, etm 1.1.1: summary(etm(bmt, c("0", "1", "2"), tra, "cens", 0)) of the 38 patients; cuminc(t2, cause) of
  // cmprsk 2.2-11 gives the same incidences.
  it.each([
    ['r', 74, 0.05263158, 0.001312145],
    ['r', 109, 0.10526316, 0.002478495],
    ['r', 122, 0.15789474, 0.003499052],
    ['r', 192, 0.21052632, 0.004373815],
    ['r', 230, 0.23798627, 0.00480239],
    ['r', 383, 0.26544622, 0.005188545],
    ['r', 609, 0.2948676, 0.005608797],
    ['r', 662, 0.32428898, 0.00597211],
    ['d', 107, 0.07894737, 0.0019135442],
    ['d', 122, 0.10526316, 0.0024784954],
    ['d', 332, 0.21281465, 0.0044659147],
    ['d', 526, 0.32265446, 0.0058906131],
  ])(
    'of %s at %d agrees with R for the transplants',
    (cause, time, value, variance) => {
      const points = pointsOf(cumulativeIncidence(transplants, cause));
      const point = points.find(step => step.time === time);
      expect(point?.incidence).toBeCloseTo(value, 6);
      expect((point?.standardError ?? 0) ** 2).toBeCloseTo(variance, 8);
    },
  );

  // R 4.2.2, etm 1.1.1: summary(etm(...), ci.fun = "cloglog") with the columns entry and exit.
  it.each([
    ['a', 2, 6, 1, 0.1666667, 0.02314815, 0.02528757, 0.7268772],
    ['a', 5, 8, 1, 0.2708333, 0.02721716, 0.07464682, 0.7236098],
    ['a', 6, 7, 1, 0.360119, 0.02798272, 0.13212407, 0.7550492],
    ['a', 14, 7, 1, 0.5610119, 0.02105938, 0.31255206, 0.8361111],
    ['a', 24, 5, 1, 0.6444732, 0.01740906, 0.40059825, 0.8762562],
    ['b', 5, 8, 1, 0.1041667, 0.009856047, 0.01515419, 0.5472461],
    ['b', 14, 7, 1, 0.2237457, 0.014807112, 0.0725295, 0.5734253],
    ['b', 28, 3, 1, 0.2852436, 0.015707475, 0.11368396, 0.607197],
  ])(
    'of %s at %d agrees with R where members enter late',
    (cause, time, atRisk, events, incidence, variance, low, high) => {
      const points = pointsOf(cumulativeIncidence(lateCauses, cause));
      expect(points.find(point => point.time === time)).toEqual({
        time,
        atRisk,
        events,
        incidence: expect.closeTo(incidence, 6),
        standardError: expect.closeTo(Math.sqrt(variance), 6),
        band: { low: expect.closeTo(low, 5), high: expect.closeTo(high, 5) },
      });
    },
  );

  it('counts members, events and what remains', () => {
    // R, as above: P of state 0 is 0.07028322 at 28.
    expect(cumulativeIncidence(lateCauses, 'a')).toMatchObject({
      n: 20,
      events: 10,
      competingEvents: 5,
      followUp: 30,
      from: 0,
      remaining: expect.closeTo(0.07028322, 6),
    });
  });

  it('is the curve of survival upside down with one cause only', () => {
    const curve = kaplanMeier(amlMaintained);
    const upsideDown =
      curve.kind === 'curve'
        ? curve.points.map(({ time, survival, band }) => [
            time,
            1 - survival,
            band && 1 - band.high,
          ])
        : [];
    const members = amlMaintained.map(({ event, ...followUp }) => ({
      ...followUp,
      ...(event && { cause: 'x' }),
    }));
    const steps = pointsOf(cumulativeIncidence(members, 'x'));
    expect(steps).toHaveLength(7);
    for (const [index, { time, incidence, band }] of steps.entries()) {
      expect(time).toBe(upsideDown[index][0]);
      expect(incidence).toBeCloseTo(upsideDown[index][1] ?? Number.NaN, 9);
      expect(band?.low).toBeCloseTo(upsideDown[index][2] ?? Number.NaN, 9);
    }
  });

  it('says "no data" where there is none, and refuses what cannot be', () => {
    expect(cumulativeIncidence([], 'a')).toEqual({ kind: 'no-data' });
    expect(() => cumulativeIncidence([{ duration: -1 }], 'a')).toThrow(
      RangeError,
    );
  });

  it('shares the whole among the causes and what remains', () => {
    const sample = fc.array(
      fc.record(
        {
          duration: fc.integer({ min: 5, max: 40 }),
          entry: fc.integer({ min: 0, max: 4 }),
          cause: fc.constantFrom('a', 'b', 'c'),
        },
        { requiredKeys: ['duration'] },
      ),
      { minLength: 1, maxLength: 100 },
    );
    fc.assert(
      fc.property(sample, members => {
        let sum = 0;
        for (const cause of ['a', 'b', 'c']) {
          const points = pointsOf(cumulativeIncidence(members, cause));
          sum += points.at(-1)?.incidence ?? 0;
          for (const { incidence, band } of points) {
            expect(incidence).toBeGreaterThanOrEqual(band?.low ?? 0);
            expect(incidence).toBeLessThanOrEqual((band?.high ?? 1) + 1e-12);
          }
        }
        const whole = cumulativeIncidence(members, 'a');
        sum += whole.kind === 'incidence' ? whole.remaining : Number.NaN;
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});
