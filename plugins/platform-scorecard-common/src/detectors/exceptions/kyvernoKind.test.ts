import { parseKindSelector } from './kyvernoKind';

describe('parseKindSelector', () => {
  // The cases of kyverno/kyverno pkg/utils/kube/kind.go, by its branches.
  it.each([
    ['Pod', '*', '*', 'Pod', ''],
    ['v1/Pod', '*', 'v1', 'Pod', ''],
    ['v1beta1/Pod', '*', 'v1beta1', 'Pod', ''],
    ['Pod/exec', '*', '*', 'Pod', 'exec'],
    ['Pod.exec', '*', '*', 'Pod', 'exec'],
    ['*/*', '*', '*', '*', '*'],
    ['*/exec', '*', '*', '*', 'exec'],
    ['*/Pod', '*', '*', 'Pod', ''],
    ['v1/Pod/exec', '*', 'v1', 'Pod', 'exec'],
    ['apps/v1/Deployment', 'apps', 'v1', 'Deployment', ''],
    ['apps/v1/Deployment/scale', 'apps', 'v1', 'Deployment', 'scale'],
  ])('reads %s', (text, group, version, kind, subresource) => {
    expect(parseKindSelector(text)).toEqual({
      group,
      version,
      kind,
      subresource,
    });
  });

  it('reads nothing of more parts', () => {
    expect(parseKindSelector('a/b/c/d/e')).toBeUndefined();
  });
});
