import { readStage, type Controller } from '@fairway/plugin-kargo-common';
import { stage } from '../testObjects';
import { controllerViews } from './controllerViews';

const at = new Date('2026-11-21T12:00:00Z');
const alive = '2026-11-21T11:59:30Z';
const controlPlane = { name: 'platform', version: () => 'v1.11.2' };

const inShard = (name: string, shard: string | undefined) => ({
  ...readStage(stage(name)),
  shard,
});

const controller = (more: Partial<Controller>): Controller => ({
  shard: undefined,
  renewedAt: alive,
  ttlSeconds: 120,
  ...more,
});

describe('controllerViews', () => {
  it('groups stages by shard, and names a skew of minor versions only', () => {
    const views = controllerViews(
      [
        inShard('test', 'emea'),
        inShard('uat', 'emea'),
        inShard('prod', 'apac'),
      ],
      {
        at,
        controllers: [
          controller({ shard: 'emea', version: 'v1.11.0' }),
          controller({ shard: 'apac', version: 'v1.10.10' }),
        ],
      },
      controlPlane,
    );
    expect(views).toMatchObject([
      { shard: 'emea', stages: 2, status: 'alive', version: 'v1.11.0' },
      {
        shard: 'apac',
        stages: 1,
        status: 'alive',
        diagnosis: { rule: 'controller.version-skew' },
      },
    ]);
    expect(views[0].diagnosis).toBeUndefined();
  });

  it('lets the default controller, which has a shard, serve what names none', () => {
    const [view] = controllerViews(
      [inShard('test', undefined)],
      { at, controllers: [controller({ shard: 'emea', isDefault: true })] },
      controlPlane,
    );
    expect(view).toMatchObject({ status: 'alive', heardAt: alive });
  });

  it('does not take another shard for the default controller', () => {
    const [view] = controllerViews(
      [inShard('test', undefined)],
      { at, controllers: [controller({ shard: 'emea' })] },
      controlPlane,
    );
    expect(view).toMatchObject({
      status: 'unknown',
      diagnosis: { rule: 'controller.no-default' },
    });
  });

  it('diagnoses nothing where Kargo has no heartbeats', () => {
    const [view] = controllerViews(
      [inShard('test', 'emea')],
      { at, controllers: [] },
      controlPlane,
    );
    expect(view).toMatchObject({ status: 'unknown' });
    expect(view.diagnosis).toBeUndefined();
  });
});
