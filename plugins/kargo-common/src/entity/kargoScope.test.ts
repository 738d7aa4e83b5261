import { isKargoAvailable, kargoScopeOf } from './kargoScope';

function entity(annotations?: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  };
}

describe('kargoScopeOf', () => {
  it('reads project, stages, control planes and risk class', () => {
    const annotated = entity({
      'kargo/project': 'orders',
      'kargo/stages': 'test, prod-eu,',
      'kargo/instance': 'platform,regulated',
      'kargo/risk-class': 'infrastructure',
    });
    expect(isKargoAvailable(annotated)).toBe(true);
    expect(kargoScopeOf(annotated)).toEqual({
      status: 'project',
      project: 'orders',
      stages: ['test', 'prod-eu'],
      controlPlanes: ['platform', 'regulated'],
      riskClass: 'infrastructure',
    });
  });

  it('means all stages on all control planes when nothing narrows it', () => {
    expect(kargoScopeOf(entity({ 'kargo/project': 'orders' }))).toEqual({
      status: 'project',
      project: 'orders',
      stages: undefined,
      controlPlanes: undefined,
      riskClass: undefined,
    });
  });

  it.each(['Orders', '../kube-system', 'a/b', '-a', 'x'.repeat(64)])(
    'reports %s, which cannot be a project',
    project => {
      expect(kargoScopeOf(entity({ 'kargo/project': project }))).toMatchObject({
        status: 'invalid',
        reason: expect.stringContaining('kargo/project'),
      });
    },
  );

  it('says none without the annotation', () => {
    expect(isKargoAvailable(entity())).toBe(false);
    expect(kargoScopeOf(entity())).toEqual({ status: 'none' });
  });
});
