import { GPU } from '../cluster.fixture';
import { readPodShape, shapeOfRequests } from '../model';
import { frequentShapes } from './frequentShapes';
import { readRecordedShape, recordShape } from './recordedShape';

describe('a recorded shape', () => {
  const shape = readPodShape({
    containers: [
      {
        resources: { limits: { [GPU]: 2, cpu: '8', memory: '64Gi' } },
        ports: [{ hostPort: 80 }],
      },
    ],
    nodeSelector: { pool: 'h100' },
    tolerations: [{ operator: 'Exists' }],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: 'zone', operator: 'In', values: ['a', 'b'] },
              ],
            },
          ],
        },
      },
    },
  });

  it('is what it was', () => {
    expect(readRecordedShape(recordShape(shape) ?? '')).toEqual(shape);
  });

  it('is the same for equal shapes in whatever order', () => {
    expect(recordShape(shapeOfRequests({ cpu: 1, [GPU]: 1 }))).toBe(
      recordShape(shapeOfRequests({ [GPU]: 1, cpu: 1 })),
    );
    expect(recordShape(shapeOfRequests({ [GPU]: 2 }))).not.toBe(
      recordShape(shapeOfRequests({ [GPU]: 1 })),
    );
  });

  it('is not made of claims, and does not name them', () => {
    expect(
      recordShape({
        ...shape,
        claims: [{ name: 'a', claim: 'secret', template: undefined }],
      }),
    ).toBeUndefined();
  });

  it.each(['', '{', '{}', '[]', '{"requests":{"cpu":"many"}}'])(
    'is none in %j',
    text => {
      expect(readRecordedShape(text)).toBeUndefined();
    },
  );
});

describe('frequentShapes', () => {
  const weighted = (...weights: number[]) =>
    weights.map((weight, index) => ({
      shape: shapeOfRequests({ [GPU]: index + 1 }),
      weight,
    }));
  const sizes = (weights: number[], maxShapes = 10) =>
    frequentShapes(weighted(...weights), { maxShapes }).map(
      ({ shape }) => shape.requests[GPU],
    );

  it.each([
    // 60 + 30 + 5 of 100.
    ['the most frequent until 95 %', [5, 60, 30, 3, 2], [2, 3, 1]],
    ['one that is all', [7], [1]],
    ['none of none', [], []],
    ['none that is not seen', [0, 4], [2]],
  ])('takes %s', (_, weights, expected) => {
    expect(sizes(weights)).toEqual(expected);
  });

  it('takes no more than is wanted', () => {
    expect(sizes([5, 4, 3, 2, 1], 2)).toEqual([1, 2]);
  });
});
