import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readExecutionConfig } from './readExecutionConfig';

const read = (execution: JsonObject) =>
  readExecutionConfig(
    mockServices.rootConfig({ data: { kargo: { execution } } }),
  );

describe('readExecutionConfig', () => {
  it('is off, and acts through Kubernetes, unless something else is said', () => {
    expect(read({})).toEqual({
      enabled: false,
      identity: { user: 'email', groups: false },
      executors: new Map(),
    });
  });

  it.each([
    'https://kargo.example.com',
    'https://kargo.example.com:8443/kargo',
    'http://127.0.0.1:7100/kargo/platform',
    'http://localhost:7100',
    'http://[::1]:7100',
  ])('takes the address %s', url => {
    expect(
      read({ executors: { emea: { type: 'kargo-api', url } } }).executors,
    ).toEqual(new Map([['emea', { type: 'kargo-api', url }]]));
  });

  it.each([
    { type: 'kargo-api', url: 'http://kargo.example.com' },
    { type: 'kargo-api', url: 'http://127.0.0.1.example.com' },
    { type: 'kargo-api', url: 'https://ada@kargo.example.com' },
    { type: 'kargo-api', url: 'https://kargo.example.com/?a=b' },
    { type: 'kargo-api', url: 'kargo' },
    { type: 'kargo-api' },
    { type: 'magic' },
  ])('refuses %j by name', executor => {
    expect(() => read({ executors: { emea: executor } })).toThrow(
      /kargo\.execution\.executors: [\s\S]*emea/,
    );
  });
});
