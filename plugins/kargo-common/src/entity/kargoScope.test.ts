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
      stageSelector: undefined,
      warehouse: undefined,
      controlPlanes: ['platform', 'regulated'],
      riskClass: 'infrastructure',
    });
  });

  it('means all stages on all control planes when nothing narrows it', () => {
    expect(kargoScopeOf(entity({ 'kargo/project': 'orders' }))).toEqual({
      status: 'project',
      project: 'orders',
      stages: undefined,
      stageSelector: undefined,
      warehouse: undefined,
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

  it('selects stages by their labels', () => {
    const scope = kargoScopeOf(
      entity({
        'kargo/project': 'orders',
        'kargo/stage-selector': 'tier=prod',
      }),
    );
    const selects =
      scope.status === 'project' ? scope.stageSelector : undefined;
    expect(selects?.({ tier: 'prod' })).toBe(true);
    expect(selects?.({ tier: 'test' })).toBe(false);
  });

  it('reports a selector that is none: no selector would show too much', () => {
    expect(
      kargoScopeOf(
        entity({ 'kargo/project': 'orders', 'kargo/stage-selector': 'a b' }),
      ),
    ).toMatchObject({
      status: 'invalid',
      reason: expect.stringContaining('kargo/stage-selector'),
    });
  });

  it('says none without the annotation', () => {
    expect(isKargoAvailable(entity())).toBe(false);
    expect(kargoScopeOf(entity())).toEqual({ status: 'none' });
  });
});
