import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import { directClusterConfig } from '@fairway/kubernetes-resources/testUtils';
import {
  KARGO_TOKEN_HEADER,
  type PortalOrder,
} from '@fairway/plugin-kargo-common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import kargoPlugin from '../index';
import { recordAudit } from './recordAudit';
import { CONTROL_PLANE, SHOP, startShopControlPlane } from './shopControlPlane';

const ENTITY = `/api/kargo/entities/component/default/${SHOP}`;

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: SHOP,
    namespace: 'default',
    annotations: { 'kargo/project': SHOP, 'kargo/risk-class': 'application' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

type PartialOrder = PortalOrder extends infer O
  ? O extends PortalOrder
    ? Omit<O, 'controlPlane'>
    : never
  : never;

const closing: Array<() => Promise<void>> = [];

/** A backend in front of a Kargo control plane over real HTTP; `closeActing` ends it. */
export async function startActing(options: {
  readonly executor: 'kubernetes' | 'kargo-api';
  readonly enabled?: boolean;
  readonly denied?: string;
  readonly riskClass?: object;
  /** How much faster Kargo works than in the demo; slow where something must not end too soon. */
  readonly speed?: number;
}) {
  const { executor, enabled = true, speed = 10 } = options;
  const controlPlane = await startShopControlPlane({ speed });
  const auditLog = recordAudit();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockImplementation(() => logger);
  const backend = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({
        data: {
          ...directClusterConfig([
            {
              name: CONTROL_PLANE,
              url: controlPlane.kubernetesUrl,
              token: 'portal-token',
            },
          ]),
          kargo: {
            execution: {
              enabled,
              user: 'name',
              executors: {
                [CONTROL_PLANE]:
                  executor === 'kubernetes'
                    ? { type: executor }
                    : { type: executor, url: controlPlane.kargoUrl },
              },
            },
            riskClasses: { application: { ...options.riskClass } },
          },
        },
      }),
      logger.factory,
      mockServices.permissions.mock({
        authorize: async (requests: AuthorizePermissionRequest[]) =>
          requests.map(({ permission }) => ({
            result:
              permission.name === options.denied
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.auditor.mock({ createEvent: auditLog.createEvent }).factory,
      catalogServiceMock.factory({ entities: [shop] }),
    ],
  });

  closing.push(async () => {
    await backend.stop();
    await controlPlane.close();
  });

  const send = (path: string, body: object, who: string, token?: string) => {
    const sent = request(backend.server)
      .post(`${ENTITY}${path}`)
      .set({
        Authorization: mockCredentials.user.header(`user:default/${who}`),
      });
    if (token) sent.set(KARGO_TOKEN_HEADER, token);
    return sent.send(body);
  };

  return {
    audit: auditLog.records,
    logger,
    store: controlPlane.store,
    send,
    /** Everything that stands against an order. */
    check: (order: PartialOrder, token?: string, who = 'anna') =>
      send(
        '/actions/preflight',
        { order: { ...order, controlPlane: CONTROL_PLANE } },
        who,
        token,
      ),
    act: (
      order: PartialOrder,
      { token, who = 'anna', ...more }: ActOptions = {},
    ) =>
      send(
        '/actions',
        {
          order: { ...order, controlPlane: CONTROL_PLANE },
          reason: 'The fix for the cart',
          requestId: randomUUID(),
          ...more,
        },
        who,
        token,
      ),
    get: (path: string, token?: string) => {
      const sent = request(backend.server)
        .get(`${ENTITY}${path}`)
        .set({
          Authorization: mockCredentials.user.header('user:default/anna'),
        });
      return token ? sent.set(KARGO_TOKEN_HEADER, token) : sent;
    },
    /** Waits until what is read is there. */
    until: async (reached: () => boolean | Promise<boolean>) => {
      for (let attempt = 0; attempt < 100; attempt++) {
        if (await reached()) return;
        await sleep(100);
      }
      throw new Error('it did not come to that');
    },
  };
}

/** Ends all backends and control planes that were started. */
export async function closeActing(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

interface ActOptions {
  readonly token?: string;
  readonly who?: string;
  readonly reason?: string;
  readonly requestId?: string;
}
