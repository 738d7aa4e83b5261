import { gpuScopeOf } from './gpuScope';
import { matchesLabels, parseLabelSelector } from './labelSelector';

function entity(annotations?: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'pool', annotations },
  };
}

describe('gpuScopeOf', () => {
  it('reads a pool', () => {
    expect(
      gpuScopeOf(
        entity({
          'gpu-capacity/cluster': 'gpu-west',
          'gpu-capacity/node-selector': 'pool=h100',
        }),
      ),
    ).toEqual({
      status: 'pool',
      cluster: 'gpu-west',
      nodeSelector: [{ operator: 'in', key: 'pool', values: ['h100'] }],
    });
  });

  it('means every node of the cluster without a selector', () => {
    expect(gpuScopeOf(entity({ 'gpu-capacity/cluster': 'gpu-west' }))).toEqual({
      status: 'pool',
      cluster: 'gpu-west',
      nodeSelector: [],
    });
  });

  it('finds the pods of a component by the standard annotations', () => {
    expect(
      gpuScopeOf(
        entity({
          'backstage.io/kubernetes-id': 'vision',
          'backstage.io/kubernetes-namespace': 'ml',
        }),
      ),
    ).toEqual({
      status: 'workload',
      cluster: undefined,
      namespace: 'ml',
      podSelector: [
        {
          operator: 'in',
          key: 'backstage.io/kubernetes-id',
          values: ['vision'],
        },
      ],
    });
  });

  it('reports a selector that is none', () => {
    expect(
      gpuScopeOf(
        entity({
          'gpu-capacity/cluster': 'gpu-west',
          'gpu-capacity/node-selector': 'pool in h100',
        }),
      ),
    ).toMatchObject({ status: 'invalid' });
  });

  it('says none without annotations', () => {
    expect(gpuScopeOf(entity())).toEqual({ status: 'none' });
  });
});

describe('label selectors', () => {
  const labels = { pool: 'h100', zone: 'a' };
  it.each([
    ['', true],
    ['pool=h100', true],
    ['pool==h100,zone=a', true],
    ['pool!=h100', false],
    ['tier!=gold', true],
    ['pool in (a100, h100)', true],
    ['pool notin (a100,h100)', false],
    ['tier notin (gold)', true],
    ['zone', true],
    ['!zone', false],
    ['!tier', true],
    ['pool in (a100,l4),zone', false],
  ])('%j matches: %s', (text, expected) => {
    expect(matchesLabels(parseLabelSelector(text)!, labels)).toBe(expected);
  });
});
