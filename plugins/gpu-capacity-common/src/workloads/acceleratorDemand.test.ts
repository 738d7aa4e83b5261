import { AcceleratorRegistry } from '../accelerator';
import { acceleratorDemand } from './acceleratorDemand';
import { readDeployment } from './deployment';
import { hasEnded } from './hasEnded';

const registry = AcceleratorRegistry.create();

const deployment = (spec: object) =>
  readDeployment({
    metadata: { namespace: 'ml', name: 'api' },
    spec: { template: { spec } },
  });

const container = (limits: Record<string, string>) => ({
  name: 'main',
  image: 'registry.example.com/api:1',
  env: [{ name: 'TOKEN', value: 'hunter2' }],
  args: ['--password=hunter2'],
  resources: { limits },
});

describe('acceleratorDemand', () => {
  it('keeps of a template what the scheduler looks at, and no secret', () => {
    const demand = acceleratorDemand(
      deployment({
        containers: [container({ 'nvidia.com/gpu': '4', cpu: '8' })],
        nodeSelector: { pool: 'h100' },
      }),
      registry,
    );
    expect(demand?.pieces[0].podTemplate.spec).toEqual({
      containers: [
        {
          name: 'main',
          resources: { limits: { 'nvidia.com/gpu': '4', cpu: '8' } },
        },
      ],
      nodeSelector: { pool: 'h100' },
    });
    expect(JSON.stringify(demand)).not.toContain('hunter2');
  });

  it('keeps what asks for devices by claims', () => {
    const resourceClaims = [{ name: 'gpu', resourceClaimTemplateName: 'one' }];
    const demand = acceleratorDemand(
      deployment({ containers: [container({})], resourceClaims }),
      registry,
    );
    expect(demand?.pieces[0].podTemplate.spec).toMatchObject({
      resourceClaims,
    });
  });

  it.each<Record<string, string>>([
    { cpu: '64' },
    { 'nvidia.com/gpu': '0' },
    {},
  ])('drops what asks for %j', limits => {
    expect(
      acceleratorDemand(
        deployment({ containers: [container(limits)] }),
        registry,
      ),
    ).toBeUndefined();
  });

  it('refuses a malformed template', () => {
    expect(() =>
      acceleratorDemand(deployment({ containers: 'none' }), registry),
    ).toThrow();
  });
});

describe('hasEnded', () => {
  it.each([
    [{ conditions: [{ type: 'Complete', status: 'True' }] }, true],
    [{ conditions: [{ type: 'Failed', status: 'True' }] }, true],
    [{ conditions: [{ type: 'Completed', status: 'True' }] }, true],
    [{ conditions: [{ type: 'Complete', status: 'False' }] }, false],
    [{ conditions: [{ type: 'Available', status: 'True' }] }, false],
    [{ jobDeploymentStatus: 'Complete' }, true],
    [{ jobDeploymentStatus: 'Running' }, false],
    [{ terminalState: 'Completed' }, true],
    [{ conditions: 'odd' }, false],
    [undefined, false],
  ])('reads the status %j as %s', (status, ended) => {
    expect(hasEnded({ status })).toBe(ended);
  });
});
