import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import {
  clusterResourcesServiceRef,
  type ClusterResourcesService,
} from '@fairway/kubernetes-resources';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  CONTROLLERS,
  FREIGHTS,
  PROMOTIONS,
  STAGES,
} from '../domain/kargoResources';
import kargoPlugin from '../index';
import { entities, freight, newFreight, stage } from '../testObjects';
import { recordAudit } from './recordAudit';

const cluster = 'platform';

/** Both are members of the group that owns the entity. */
export const anna = 'user:default/anna';
export const ben = 'user:default/ben';

type Created = Parameters<ClusterResourcesService['create']>[0];

const settled = {
  ...stage('test'),
  status: {
    ...(stage('test').status as object),
    freightHistory: [],
    health: { status: 'Healthy' },
  },
};

/** The promotion that the tests ask for. */
export const wanted = {
  controlPlane: cluster,
  stage: 'test',
  freight: '1.8.4',
  reason: 'The fix for the cart',
};

/** A backend that can carry out promotions, with what it created on the control plane and told the audit log. */
export async function startPromoting(
  options: {
    readonly denied?: string;
    readonly mayPromote?: boolean;
    readonly enabled?: boolean;
    readonly approvers?: number;
    readonly answer?: Awaited<ReturnType<ClusterResourcesService['create']>>;
  } = {},
) {
  const { mayPromote = true, enabled = true, approvers = 0 } = options;
  const created: Created[] = [];
  const auditLog = recordAudit();
  const resources = clusterResourcesServiceMock({
    collections: [
      { cluster, resource: STAGES.resource, objects: [settled] },
      {
        cluster,
        resource: FREIGHTS.resource,
        objects: [freight, newFreight],
      },
      { cluster, resource: PROMOTIONS.resource, as: 'rows', objects: [] },
      { cluster, resource: CONTROLLERS.resource, objects: [] },
    ],
  });
  const service: ClusterResourcesService = {
    listClusters: () => resources.listClusters(),
    list: query => resources.list(query),
    get: query => resources.get(query),
    watch: (query, more) => resources.watch(query, more),
    discover: query => resources.discover(query),
    apply: query => resources.apply(query),
    patch: query => resources.patch(query),
    observe: (query, projection) => resources.observe(query, projection),
    create: async order => {
      if (order.resource.plural === 'selfsubjectaccessreviews') {
        return { ok: true, value: { status: { allowed: mayPromote } } };
      }
      created.push(order);
      return options.answer ?? { ok: true, value: order.object };
    },
  };
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({
        data: {
          kargo: {
            execution: { enabled, user: 'name', groups: true },
            riskClasses: {
              application: {
                executionMode: 'execute',
                approvers: { count: approvers },
                minimumSoak: 'PT0S',
                verificationRequired: false,
              },
            },
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async (requests: AuthorizePermissionRequest[]) =>
          requests.map(({ permission }) => ({
            result:
              permission.name === options.denied
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          if (!mockServices.auth().isPrincipal(credentials, 'user')) {
            throw new Error('not a user');
          }
          const { userEntityRef } = credentials.principal;
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, 'group:default/payments'],
          };
        },
      }).factory,
      mockServices.auditor.mock({ createEvent: auditLog.createEvent }).factory,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: clusterResourcesServiceRef,
        deps: {},
        factory: () => service,
      }),
    ],
  });
  return { audit: auditLog.records, created, server };
}
