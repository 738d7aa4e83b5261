import { groupVersionPath, resourcePath } from './resourcePath';

const pods = { group: '', apiVersion: 'v1', plural: 'pods' };
const apps = { group: 'apps', apiVersion: 'v1', plural: 'deployments' };

describe('resourcePath', () => {
  it.each([
    [{ resource: pods }, '/api/v1/pods'],
    [{ resource: pods, namespace: 'a' }, '/api/v1/namespaces/a/pods'],
    [
      { resource: apps, namespace: 'a', name: 'web' },
      '/apis/apps/v1/namespaces/a/deployments/web',
    ],
    [
      { resource: apps, namespace: 'a', name: 'web', subresource: 'scale' },
      '/apis/apps/v1/namespaces/a/deployments/web/scale',
    ],
    [
      { resource: pods, name: 'system:node?x' },
      '/api/v1/pods/system%3Anode%3Fx',
    ],
  ])('%j', (options, path) => {
    expect(resourcePath(options)).toBe(path);
  });

  it('names the document of a group and version', () => {
    expect(groupVersionPath(pods)).toBe('/api/v1');
    expect(groupVersionPath(apps)).toBe('/apis/apps/v1');
  });
});
