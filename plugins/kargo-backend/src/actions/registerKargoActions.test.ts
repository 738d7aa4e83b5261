import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  ActionPreflight,
  EntityPromotions,
  FreightComparison,
  PreflightView,
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';
import type { JsonObject } from '@backstage/types';
import { openControls } from '../__testUtils__/controls';
import { registerKargoActions } from './registerKargoActions';

const entityRef = 'component:default/orders';
const live = {
  freshness: { status: 'live', asOf: '2026-11-21T12:00:00Z' },
  malformed: [],
} as const;

const prod: StageDetail['stage'] = {
  name: 'prod',
  upstream: ['test'],
  final: true,
  phase: 'steady',
  health: 'Healthy',
  freight: { name: '76415fe', version: '1.8.3' },
  next: {
    freight: '2bda069',
    version: '1.8.4',
    status: 'stopped',
    byItself: false,
    reasons: [
      {
        kind: 'soaking',
        text: 'soak in test: 12 min left',
        stops: 'promotion',
      },
    ],
    moreReasons: 1,
  },
};

const emea: EntityPromotions['projects'][number] = {
  controlPlane: { name: 'emea' },
  project: 'orders',
  stages: {
    ...live,
    malformed: [{ key: 'orders/broken', message: 'no spec' }],
    items: [prod],
  },
  freight: { ...live, malformed: [], items: [], total: 0 },
  promotions: { ...live, malformed: [], items: [], total: 0 },
  warehouses: { ...live, malformed: [], items: [] },
  controllers: { ...live, malformed: [], items: [] },
};

const promotions: EntityPromotions = {
  headline: '1.8.3 is in production, healthy.',
  notices: ['apac answers 403.'],
  projects: [
    emea,
    {
      ...emea,
      controlPlane: { name: 'apac' },
      stages: {
        freshness: { status: 'unobserved', reason: '403' },
        malformed: [],
        items: [],
      },
    },
  ],
};

const promotion: PromotionDetail = {
  controlPlane: 'emea',
  project: 'orders',
  name: 'prod.01k9.76415fe',
  stage: 'prod',
  version: '1.8.3',
  phase: 'Succeeded',
  steps: [],
  links: [],
};

const stage: StageDetail = {
  controlPlane: 'emea',
  project: 'orders',
  stage: prod,
  explanations: [],
  diagnoses: [],
  controls: openControls,
  rollback: { status: 'none', message: 'Nothing else.', considered: [] },
  holds: [],
  history: [],
  links: [{ title: 'Open in Kargo', url: 'https://kargo.example.com' }],
};

const comparison: FreightComparison = {
  from: { title: 'what is in prod', version: '1.8.3' },
  to: { title: 'freight 2bda069' },
  summary: '1 image of 1 artifacts differ.',
  changes: [],
};

const preflight: PreflightView = {
  decision: 'blocked',
  binding: {
    controlPlane: 'emea',
    project: 'orders',
    stage: 'prod',
    freight: '2bda069',
    riskClass: 'standard',
  },
  version: '1.8.4',
  blockers: [
    {
      control: 'approvals',
      message: '1 member of group:default/release must approve.',
      value: '0 of 1',
      whoCanAct: 'approvers',
    },
  ],
  warnings: [],
  overridden: [],
  executionMode: 'hand-off',
  approvers: { count: 1, groups: ['group:default/release'] },
  requests: [],
};

const actionPreflight: ActionPreflight = {
  action: 'abort',
  targets: [
    {
      subject: { kind: 'Promotion', name: 'prod.01' },
      decision: 'clear',
      blockers: [],
      warnings: [],
      overridden: [],
      riskClass: 'standard',
    },
  ],
};

function register(
  result:
    | typeof AuthorizeResult.ALLOW
    | typeof AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const actionsRegistry = actionsRegistryServiceMock();
  const service = {
    getEntityPromotions: jest.fn(async () => promotions),
    getPromotion: jest.fn(async () => promotion),
    getStage: jest.fn(async () => stage),
    compareFreight: jest.fn(async () => comparison),
    check: jest.fn(async () => preflight),
    checkAction: jest.fn(async () => actionPreflight),
  };
  registerKargoActions({
    actionsRegistry,
    tracing: tracingServiceMock.mock(),
    auditor: mockServices.auditor.mock(),
    auth: mockServices.auth(),
    permissions: mockServices.permissions({ result }),
    promotions: service,
    preflights: service,
    targets: { check: service.checkAction },
    approvals: { request: jest.fn() },
    execution: { promote: jest.fn() },
    executionEnabled: false,
  });
  const invoke = (name: string, input: JsonObject) =>
    actionsRegistry.invoke({
      id: `test:${name}`,
      input: { entityRef, ...input },
      credentials: mockCredentials.user(),
    });
  return { actionsRegistry, service, invoke };
}

const caller = { credentials: mockCredentials.user() };

const INPUTS: ReadonlyArray<readonly [string, JsonObject]> = [
  ['get-entity-promotions', {}],
  ['list-stages', {}],
  ['explain-stage', { controlPlane: 'emea', stage: 'prod' }],
  ['explain-promotion', { controlPlane: 'emea', promotion: promotion.name }],
  ['compare-freight', { from: 'stage:emea/prod', to: 'freight:emea/2bda069' }],
  ['preflight', { controlPlane: 'emea', stage: 'prod', freight: '1.8.4' }],
  [
    'preflight-action',
    { order: { action: 'abort', controlPlane: 'emea', promotion: 'prod.01' } },
  ],
];

describe('the actions that read', () => {
  it('are these, and none of them changes anything', async () => {
    const { actionsRegistry } = register();
    const { actions } = await actionsRegistry.list();
    const reading = actions.filter(({ attributes }) => attributes.readOnly);
    expect(
      reading.map(({ name, attributes }) => ({ name, ...attributes })),
    ).toEqual(
      INPUTS.map(([name]) => ({
        name,
        readOnly: true,
        idempotent: true,
        destructive: false,
      })),
    );
  });

  it.each(INPUTS)(
    '%s denies who may not read, and reads nothing',
    async (name, input) => {
      const { invoke, service } = register(AuthorizeResult.DENY);
      await expect(invoke(name, input)).rejects.toThrow('kargo.promotion.read');
      for (const read of Object.values(service)) {
        expect(read).not.toHaveBeenCalled();
      }
    },
  );

  it.each(INPUTS)('%s wants an entity ref', async (name, input) => {
    const { invoke } = register();
    await expect(
      invoke(name, { ...input, entityRef: 'component:default/' }),
    ).rejects.toThrow('is not an entity ref');
  });

  it('lists stages with what comes next, and says what is not known', async () => {
    const { invoke, service } = register();
    const { output } = await invoke('list-stages', {});
    expect(service.getEntityPromotions).toHaveBeenCalledWith(entityRef, caller);
    expect(output).toEqual({
      headline: promotions.headline,
      notices: promotions.notices,
      projects: [
        {
          controlPlane: 'emea',
          project: 'orders',
          observed: 'as of 2026-11-21T12:00:00Z; not readable: orders/broken',
          stages: [
            {
              name: 'prod',
              production: true,
              version: '1.8.3',
              freight: '76415fe',
              phase: 'steady',
              health: 'Healthy',
              healthIssues: [],
              next: {
                version: '1.8.4',
                freight: '2bda069',
                status: 'stopped',
                byItself: false,
                reasons: ['soak in test: 12 min left'],
                moreReasons: 1,
              },
            },
          ],
        },
        {
          controlPlane: 'apac',
          project: 'orders',
          observed: 'unknown: 403',
          stages: [],
        },
      ],
    });
  });

  it('explains a stage for the freight that is asked for', async () => {
    const { invoke, service } = register();
    const { output } = await invoke('explain-stage', {
      controlPlane: 'emea',
      stage: 'prod',
      freight: '1.8.3',
    });
    expect(service.getStage).toHaveBeenCalledWith(
      entityRef,
      { controlPlane: 'emea', name: 'prod', freight: '1.8.3' },
      caller,
    );
    expect(output).toEqual({
      summary: 'Nothing newer than 1.8.3 is on its way to prod.',
      ...stage,
    });
  });

  it('explains a promotion', async () => {
    const { invoke, service } = register();
    const { output } = await invoke('explain-promotion', {
      controlPlane: 'emea',
      promotion: promotion.name,
    });
    expect(service.getPromotion).toHaveBeenCalledWith(
      entityRef,
      { controlPlane: 'emea', name: promotion.name },
      caller,
    );
    expect(output).toEqual({
      summary: 'The promotion of 1.8.3 to prod succeeded.',
      ...promotion,
    });
  });

  it('compares two sides', async () => {
    const { invoke, service } = register();
    const { output } = await invoke('compare-freight', {
      from: 'stage:emea/prod',
      to: 'freight:emea/2bda069',
    });
    expect(service.compareFreight).toHaveBeenCalledWith(
      entityRef,
      { from: 'stage:emea/prod', to: 'freight:emea/2bda069' },
      caller,
    );
    expect(output).toEqual(comparison);
  });

  it('says what stands against a promotion', async () => {
    const { invoke, service } = register();
    const { output } = await invoke('preflight', {
      controlPlane: 'emea',
      stage: 'prod',
      freight: '1.8.4',
    });
    expect(service.check).toHaveBeenCalledWith(
      entityRef,
      {
        controlPlane: 'emea',
        stage: 'prod',
        freight: '1.8.4',
        intent: 'promote',
      },
      caller,
    );
    expect(output).toEqual(preflight);
  });

  it('says what stands against an action, to an agent', async () => {
    const { invoke, service } = register();
    const order = {
      action: 'abort',
      controlPlane: 'emea',
      promotion: 'prod.01',
    };
    const { output } = await invoke('preflight-action', { order });
    expect(service.checkAction).toHaveBeenCalledWith(entityRef, order, {
      ...caller,
      byAgent: {},
    });
    expect(output).toEqual(actionPreflight);
  });

  it('asks for what the action needs', async () => {
    const { invoke, service } = register();
    const order = { action: 'abort', controlPlane: 'emea' };
    await expect(invoke('preflight-action', { order })).rejects.toThrow(
      /promotion/,
    );
    expect(service.checkAction).not.toHaveBeenCalled();
  });

  it('refuses a preflight for a class that the caller chose', async () => {
    const { invoke, service } = register();
    const input = { controlPlane: 'emea', stage: 'prod', freight: '1.8.4' };
    await expect(
      invoke('preflight', { ...input, riskClass: 'none' }),
    ).rejects.toThrow('Invalid input');
    expect(service.check).not.toHaveBeenCalled();
  });

  it('says what does not exist', async () => {
    const { invoke, service } = register();
    service.getStage.mockRejectedValue(new NotFoundError('no stage none'));
    await expect(
      invoke('explain-stage', { controlPlane: 'emea', stage: 'none' }),
    ).rejects.toThrow('no stage none');
  });
});
