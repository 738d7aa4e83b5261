import { readPodShape } from '../model';
import {
  admissionContext,
  readPriorityClass,
  readRuntimeClass,
} from './admission';

const priority = (name: string, value: number, globalDefault?: boolean) =>
  readPriorityClass({ metadata: { name }, value, globalDefault });

const runtime = readRuntimeClass({
  metadata: { name: 'kata' },
  handler: 'kata',
  overhead: { podFixed: { cpu: '250m', memory: '120Mi' } },
  scheduling: {
    nodeSelector: { runtime: 'kata' },
    tolerations: [{ key: 'kata', operator: 'Exists' }],
  },
});

describe('admissionContext', () => {
  const context = admissionContext({
    priorityClasses: [
      priority('high', 1_000),
      priority('usual', 100, true),
      priority('lower', 50, true),
    ],
    runtimeClasses: [runtime],
  });

  it('gives pods without a class the lower one of two defaults', () => {
    expect(readPodShape({ containers: [] }, context).priority).toBe(50);
  });

  it.each([
    ['high', 1_000],
    ['system-node-critical', 2_000_001_000],
  ])('knows the class %s', (priorityClassName, value) => {
    const shape = readPodShape({ containers: [], priorityClassName }, context);
    expect(shape).toMatchObject({ priority: value, unevaluated: [] });
  });

  it('adds what a runtime class adds', () => {
    const shape = readPodShape(
      {
        runtimeClassName: 'kata',
        nodeSelector: { pool: 'h100' },
        containers: [{ resources: { requests: { cpu: '1' } } }],
      },
      context,
    );
    expect(shape).toMatchObject({
      requests: { cpu: 1_250, memory: 120 * 2 ** 20 },
      nodeSelector: { runtime: 'kata', pool: 'h100' },
      unevaluated: [],
    });
    expect(shape.tolerations).toContainEqual({
      key: 'kata',
      operator: 'Exists',
    });
  });

  it('adds nothing where there are no classes, and says which is not known', () => {
    const none = admissionContext({ priorityClasses: [], runtimeClasses: [] });
    expect(
      readPodShape(
        { containers: [], runtimeClassName: 'kata', priorityClassName: 'high' },
        none,
      ),
    ).toMatchObject({
      priority: 0,
      unevaluated: ['runtime-class', 'priority-class'],
    });
  });

  it('refuses malformed classes', () => {
    expect(() => readPriorityClass({ metadata: { name: 'x' } })).toThrow();
    expect(() => readRuntimeClass({ overhead: {} })).toThrow();
  });
});
