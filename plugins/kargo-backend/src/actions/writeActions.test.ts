import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  promoteBodySchema,
  requestApprovalBodySchema,
} from '@fairway/plugin-kargo-common';
import { requestOf } from '../__testUtils__/approvals';
import { recordAudit } from '../__testUtils__/recordAudit';
import { registerKargoActions } from './registerKargoActions';

const entityRef = 'component:default/orders';
const requestId = '3f0c2f6e-7a5b-4f0e-9a43-0d6a6f6f6a01';
const wanted = {
  controlPlane: 'emea',
  stage: 'prod',
  freight: '1.8.4',
  reason: 'The fix for the cart',
};
const order = { ...wanted, requestId };
const approval = requestOf('4e1d');
const agent = mockCredentials.user('user:default/ada', {
  actor: { subject: 'plugin:mcp-actions' },
});

const WRITES = [
  ['request-approval', 'approval-request', wanted],
  ['promote', 'promotion-create', order],
] as const;

function register(
  options: {
    readonly denied?: string;
    readonly executionEnabled?: boolean;
  } = {},
) {
  const { denied, executionEnabled = true } = options;
  const actionsRegistry = actionsRegistryServiceMock();
  const audit = recordAudit();
  const authorize = jest.fn(
    async (requests: ReadonlyArray<{ permission: { name: string } }>) =>
      requests.map(({ permission }) => ({
        result:
          permission.name === denied
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  );
  const request = jest.fn(async () => approval);
  const promote = jest.fn(async () => ({ promotion: 'prod.01k9.2bda069' }));
  const tracing = tracingServiceMock.mock();
  const baggage =
    'gen_ai.agent.name=release%20bot,gen_ai.request.model=large-2';
  const context = tracing.propagation.extract(tracing.context.active(), {
    baggage,
  });
  registerKargoActions({
    tracing,
    actionsRegistry,
    auditor: mockServices.auditor.mock({ createEvent: audit.createEvent }),
    auth: mockServices.auth(),
    permissions: mockServices.permissions.mock({ authorize }),
    promotions: {
      getEntityPromotions: jest.fn(),
      getPromotion: jest.fn(),
      getStage: jest.fn(),
      compareFreight: jest.fn(),
    },
    preflights: { check: jest.fn() },
    targets: { check: jest.fn() },
    approvals: { request },
    execution: { promote },
    executionEnabled,
  });
  return {
    actionsRegistry,
    authorize,
    request,
    promote,
    audit: audit.records,
    invoke: (
      name: string,
      input: object,
      credentials: BackstageCredentials = agent,
    ) =>
      tracing.context.with(context, () =>
        actionsRegistry.invoke({
          id: `test:${name}`,
          input: { entityRef, ...input },
          credentials,
        }),
      ),
  };
}

describe('the actions that write', () => {
  it.each([
    [
      true,
      [
        ['request-approval', false],
        ['promote', true],
      ],
    ],
    [false, [['request-approval', false]]],
  ])(
    'say what they do; with execution %s they are these',
    async (executionEnabled, expected) => {
      const { actionsRegistry } = register({ executionEnabled });
      const { actions } = await actionsRegistry.list();
      const writing = actions.filter(({ attributes }) => !attributes.readOnly);
      expect(
        writing.map(({ name, attributes }) => [name, attributes.destructive]),
      ).toEqual(expected);
      for (const { attributes } of writing) {
        expect(attributes.idempotent).toBe(true);
      }
    },
  );

  it('ask agents for what the routes ask people for', async () => {
    const { actions } = await register().actionsRegistry.list();
    const inputsOf = (wantedName: string) =>
      Object.keys(
        actions.find(({ name }) => name === wantedName)?.schema.input
          .properties ?? {},
      ).sort();
    expect(inputsOf('promote')).toEqual(
      ['entityRef', ...Object.keys(promoteBodySchema.shape)].sort(),
    );
    expect(inputsOf('request-approval')).toEqual(
      Object.keys(requestApprovalBodySchema.shape)
        .filter(key => key !== 'project' && key !== 'purpose')
        .sort(),
    );
  });

  it('ask for an approval on behalf of the person', async () => {
    const { invoke, request, authorize, audit } = register();
    const { output } = await invoke('request-approval', wanted);
    expect(output).toEqual({ request: approval });
    expect(request).toHaveBeenCalledWith(
      entityRef,
      { ...wanted, purpose: 'promotion' },
      {
        credentials: agent,
        byAgent: { name: 'release bot', model: 'large-2' },
      },
    );
    expect(authorize).toHaveBeenLastCalledWith(
      [
        {
          permission: expect.objectContaining({
            name: 'kargo.promotion.create',
          }),
          resourceRef: entityRef,
        },
      ],
      { credentials: agent },
    );
    expect(audit).toEqual([
      {
        eventId: 'approval-request',
        outcome: 'succeeded',
        meta: {
          entityRef,
          ...wanted,
          actor: 'plugin:mcp-actions',
          onBehalfOf: 'user:default/ada',
          agent: { name: 'release bot', model: 'large-2' },
          approval: '4e1d',
        },
      },
    ]);
  });

  it('promote on behalf of the person', async () => {
    const { invoke, promote, audit } = register();
    const { output } = await invoke('promote', order);
    expect(output).toEqual({ promotion: 'prod.01k9.2bda069' });
    expect(promote).toHaveBeenCalledWith(
      entityRef,
      { ...order, intent: 'promote' },
      {
        credentials: agent,
        byAgent: { name: 'release bot', model: 'large-2' },
      },
    );
    expect(audit).toMatchObject([
      {
        eventId: 'promotion-create',
        outcome: 'succeeded',
        meta: { promotion: 'prod.01k9.2bda069', reason: wanted.reason },
      },
    ]);
  });

  describe.each(WRITES)('%s', (name, eventId, input) => {
    it.each(['kargo.promotion.read', 'kargo.promotion.create'])(
      'is denied without %s, which is audited',
      async denied => {
        const { invoke, request, promote, audit } = register({ denied });
        await expect(invoke(name, input)).rejects.toThrow(denied);
        expect(request).not.toHaveBeenCalled();
        expect(promote).not.toHaveBeenCalled();
        expect(audit).toEqual([
          {
            eventId,
            outcome: 'failed',
            meta: {
              entityRef,
              ...input,
              actor: 'plugin:mcp-actions',
              onBehalfOf: 'user:default/ada',
              agent: { name: 'release bot', model: 'large-2' },
            },
            error: expect.stringContaining(denied),
          },
        ]);
      },
    );

    it('answers with what is said against it as it is, and has it audited', async () => {
      const { invoke, request, promote, audit } = register();
      const refusal = new NotAllowedError('Only people may do this.');
      request.mockRejectedValue(refusal);
      promote.mockRejectedValue(refusal);
      const service = mockCredentials.service('plugin:cron');
      await expect(invoke(name, input, service)).rejects.toBe(refusal);
      expect(audit).toMatchObject([
        {
          outcome: 'failed',
          meta: { actor: 'plugin:cron' },
          error: 'Only people may do this.',
        },
      ]);
      expect(audit[0].meta).not.toHaveProperty('onBehalfOf');
    });

    it.each([{ reason: ' ' }, { stage: '' }, { entityRef: 'component:x/' }])(
      'refuses %j, which is audited',
      async more => {
        const { invoke, request, promote, audit } = register();
        await expect(invoke(name, { ...input, ...more })).rejects.toMatchObject(
          { name: 'InputError' },
        );
        expect(request).not.toHaveBeenCalled();
        expect(promote).not.toHaveBeenCalled();
        expect(audit).toMatchObject([
          { eventId, outcome: 'failed', meta: more },
        ]);
      },
    );

    it.each([{ riskClass: 'none' }, { purpose: 'break-glass' }])(
      'takes no %j',
      async more => {
        const { invoke, request, promote } = register();
        await expect(invoke(name, { ...input, ...more })).rejects.toThrow(
          'Invalid input',
        );
        expect(request).not.toHaveBeenCalled();
        expect(promote).not.toHaveBeenCalled();
      },
    );
  });

  it('wants a UUID for a promotion', async () => {
    const { invoke, promote, audit } = register();
    await expect(
      invoke('promote', { ...order, requestId: 'once' }),
    ).rejects.toThrow('requestId');
    expect(promote).not.toHaveBeenCalled();
    expect(audit).toMatchObject([{ outcome: 'failed' }]);
  });
});
