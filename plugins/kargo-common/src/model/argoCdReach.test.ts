import { argoCdReach } from './argoCdReach';
import { readStage } from './readStage';

const stage = (health: string, issues: string[], apps = true) =>
  readStage({
    metadata: {
      name: 'prod',
      namespace: 'orders',
      uid: '1',
      annotations: apps
        ? { 'kargo.akuity.io/argocd-context': '[{"name":"orders-prod"}]' }
        : {},
    },
    spec: {},
    status: { health: { status: health, issues } },
  });

const APPLICATION = 'Argo CD Application "orders-prod" in namespace "argocd"';

describe('argoCdReach', () => {
  it.each([
    ['an application that was assessed', 'Healthy', [], 'reached'],
    [
      'one that is degraded',
      'Unhealthy',
      [`${APPLICATION} has health state "Degraded"`],
      'reached',
    ],
    [
      'a controller without Argo CD',
      'Unknown',
      [
        'Argo CD integration is disabled on this controller; cannot assess the health or sync status of Argo CD Applications',
      ],
      'off',
    ],
    ['a health that nobody knows', 'Unknown', [], 'unknown'],
  ])('tells %s', (_, health, issues, status) => {
    expect(argoCdReach([stage(health, issues)])).toEqual({ status });
  });

  it('says what went wrong in looking, without secrets, though another stage was assessed before', () => {
    const failed = stage('Unknown', [
      `error finding ${APPLICATION}: Get "https://ci:hunter2@argo.example.com/apis": connection refused`,
    ]);
    const reach = argoCdReach([stage('Healthy', []), failed]);
    expect(reach).toMatchObject({ status: 'not-reached' });
    expect(JSON.stringify(reach)).toContain('connection refused');
    expect(JSON.stringify(reach)).not.toContain('hunter2');
  });

  it('is unknown where no stage has applications', () => {
    expect(argoCdReach([stage('Healthy', [], false)])).toEqual({
      status: 'unknown',
    });
  });
});
