import {
  controllerVersion,
  controlPlaneVersion,
  readKargoWorkload,
} from './kargoWorkload';

const deployment = (name: string, component: string, image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name,
    namespace: 'kargo',
    uid: name,
    labels: {
      'app.kubernetes.io/name': 'kargo',
      'app.kubernetes.io/component': component,
      'app.kubernetes.io/version': 'v1.11.0',
    },
  },
  spec: { template: { spec: { containers: [{ name: component, image }] } } },
});

describe('readKargoWorkload', () => {
  it.each([
    ['ghcr.io/akuity/kargo:v1.11.2', 'v1.11.2'],
    ['registry.example.com:5000/kargo:1.10.10', '1.10.10'],
    ['ghcr.io/akuity/kargo:v1.12.0-rc.1@sha256:ab12', 'v1.12.0-rc.1'],
    // No version for a tag: the label of the chart is what is left.
    ['registry.example.com:5000/kargo', 'v1.11.0'],
    ['ghcr.io/akuity/kargo@sha256:ab12', 'v1.11.0'],
    ['ghcr.io/akuity/kargo:unstable', 'v1.11.0'],
  ])('reads the version of %s', (image, version) => {
    expect(
      readKargoWorkload(deployment('kargo-api', 'api', image)).version,
    ).toBe(version);
  });
});

describe('versions', () => {
  const workloads = [
    deployment('kargo-api', 'api', 'kargo:v1.11.2'),
    deployment('kargo-controller', 'controller', 'kargo:v1.11.2'),
    deployment('kargo-controller-emea', 'controller', 'kargo:v1.10.10'),
  ].map(readKargoWorkload);

  it('tells the version of the control plane, if its API server is seen', () => {
    expect(controlPlaneVersion(workloads)).toBe('v1.11.2');
    expect(controlPlaneVersion(workloads.slice(1))).toBeUndefined();
  });

  it.each([
    ['kargo-controller-7c9d8b5f6-4kq2z', 'v1.11.2'],
    ['kargo-controller-emea-7c9d8b5f6-4kq2z', 'v1.10.10'],
    // It runs in another cluster.
    ['kargo-controller-apac-7c9d8b5f6-4kq2z', undefined],
    [undefined, undefined],
  ])('tells the version of the controller %s', (holder, version) => {
    expect(controllerVersion(holder, workloads)).toBe(version);
  });
});
