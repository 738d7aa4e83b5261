import { object } from './__fixtures__/templates';
import { readInferenceService } from './inferenceService';

const MODEL = {
  model: {
    modelFormat: { name: 'vllm' },
    resources: { limits: { 'nvidia.com/gpu': '2' } },
  },
};

function service(
  predictor: object,
  options: {
    readonly mode?: string;
    readonly stop?: string;
    readonly status?: object;
    readonly spec?: object;
  } = {},
) {
  return readInferenceService(
    object(
      { predictor: { ...MODEL, ...predictor }, ...options.spec },
      {
        metadata: {
          namespace: 'ml',
          name: 'x',
          annotations: {
            ...(options.mode && {
              'serving.kserve.io/deploymentMode': options.mode,
            }),
            ...(options.stop && { 'serving.kserve.io/stop': options.stop }),
          },
        },
        status: options.status,
      },
    ),
  );
}

describe('readInferenceService', () => {
  it.each([
    [{}, 'RawDeployment', { now: 1, min: 1, max: 1 }],
    [{}, 'Standard', { now: 1, min: 1, max: 1 }],
    [{}, 'Serverless', { now: undefined, min: 1, max: 'no ceiling' }],
    [{}, undefined, { now: undefined, min: 1, max: undefined }],
    [
      { minReplicas: 0 },
      'Knative',
      { now: undefined, min: 0, max: 'no ceiling' },
    ],
    [{ minReplicas: 0 }, 'Standard', { now: 1, min: 1, max: 1 }],
    [
      { minReplicas: 0, maxReplicas: 5 },
      undefined,
      { now: undefined, min: 0, max: 5 },
    ],
    [{ minReplicas: 2, maxReplicas: 2 }, undefined, { now: 2, min: 2, max: 2 }],
    [
      { minReplicas: 3, maxReplicas: 1 },
      'Standard',
      { now: 3, min: 3, max: 3 },
    ],
    [
      { minReplicas: 2, maxReplicas: 0 },
      'Standard',
      { now: 2, min: 2, max: 2 },
    ],
  ])('with %j in the mode %s has %o', (predictor, mode, expected) => {
    expect(service(predictor, { mode }).pieces).toMatchObject([
      { name: 'predictor', ...expected },
    ]);
  });

  it('has as many now as there are copies of the model', () => {
    expect(
      service(
        { minReplicas: 1, maxReplicas: 5 },
        { status: { modelStatus: { copies: { totalCopies: 3 } } } },
      ).pieces,
    ).toMatchObject([{ now: 3 }]);
  });

  it('has none while it is stopped', () => {
    expect(service({}, { stop: 'true' }).pieces).toMatchObject([{ now: 0 }]);
    expect(service({ maxReplicas: 1 }, { stop: 'false' }).pieces).toMatchObject(
      [{ now: 1 }],
    );
  });

  it('makes a pod of the server of the model and what stands beside it', () => {
    const { pieces, findings } = service({
      nodeSelector: { gpu: 'h100' },
      containers: [{ name: 'sidecar' }],
      labels: { team: 'ml' },
      maxReplicas: 1,
    });
    expect(pieces[0].podTemplate).toMatchObject({
      labels: { team: 'ml' },
      spec: {
        nodeSelector: { gpu: 'h100' },
        containers: [
          { resources: { limits: { 'nvidia.com/gpu': '2' } } },
          { name: 'sidecar' },
        ],
      },
    });
    expect(findings).toEqual([
      {
        finding: 'incomplete-template',
        sentence:
          'The serving runtime adds to its pods what the object does not say.',
      },
    ]);
  });

  it('knows all of a pod that is written out', () => {
    expect(
      service(
        { model: undefined, containers: [{ name: 'kserve-container' }] },
        { mode: 'Standard' },
      ),
    ).toMatchObject({
      pieces: [
        {
          podTemplate: { spec: { containers: [{ name: 'kserve-container' }] } },
        },
      ],
      findings: [],
    });
  });

  it('has workers beside the head where a model is on several nodes', () => {
    const { pieces, upgrade } = service(
      {
        minReplicas: 2,
        workerSpec: { pipelineParallelSize: 4, containers: [{ name: 'w' }] },
      },
      { mode: 'Standard' },
    );
    expect(pieces).toMatchObject([
      { name: 'predictor', now: 2, podsPerReplica: 1, gang: 'predictor' },
      {
        name: 'predictor-worker',
        now: 6,
        min: 6,
        max: 6,
        podsPerReplica: 3,
        gang: 'predictor',
        podTemplate: { spec: { containers: [{ name: 'w' }] } },
      },
    ]);
    expect(upgrade).toEqual({ kind: 'unknown' });
  });

  it('does not know how many workers where the runtime says it', () => {
    expect(
      service({ workerSpec: {} }, { mode: 'Standard' }).pieces[1],
    ).toMatchObject({ now: undefined, min: undefined, max: undefined });
  });

  it('has more components', () => {
    expect(
      service(
        {},
        {
          mode: 'Standard',
          spec: { transformer: { minReplicas: 2, containers: [{}] } },
        },
      ).pieces,
    ).toMatchObject([
      { name: 'predictor', min: 1 },
      { name: 'transformer', min: 2 },
    ]);
  });

  it.each([
    [
      {},
      'Standard',
      { kind: 'surge', pods: [{ piece: 'predictor', pods: 1 }] },
    ],
    [
      { deploymentStrategy: { type: 'Recreate' } },
      'RawDeployment',
      { kind: 'in-place' },
    ],
    [
      { minReplicas: 2 },
      'Knative',
      { kind: 'surge', pods: [{ piece: 'predictor', pods: 2 }] },
    ],
    [
      { minReplicas: 0 },
      'Knative',
      { kind: 'surge', pods: [{ piece: 'predictor', pods: 1 }] },
    ],
    [{}, undefined, { kind: 'unknown' }],
  ])('with %j in the mode %s is upgraded by %j', (predictor, mode, upgrade) => {
    expect(service(predictor, { mode }).upgrade).toEqual(upgrade);
  });

  it('refuses what is none', () => {
    expect(() => service({ minReplicas: -1 })).toThrow();
    expect(() => service({ model: 'llama' })).toThrow();
  });
});
