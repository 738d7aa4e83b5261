import type { Entity } from '@backstage/catalog-model';
import { createApiFactory } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { registerMswTestHooks } from '@backstage/test-utils';
import { gpuCapacityApiRef } from '@fairway/plugin-gpu-capacity';
import { kargoApiRef } from '@fairway/plugin-kargo';
import {
  platformScorecardApiRef,
  type PlatformScorecardApi,
} from '@fairway/plugin-platform-scorecard';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createLegacyApp } from './createLegacyApp';

const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': 'orders',
      'golden-path/name': 'template:default/standard-microservice',
      'golden-path/version': '1.0.0',
      'kargo/project': 'orders',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

const noData = { kind: 'no-data' } as const;
const noChange = { verdict: 'unknown', weeks: 13 } as const;

const scorecard: Awaited<ReturnType<PlatformScorecardApi['getScorecard']>> = {
  asOf: '2026-11-21T13:00:00.000Z',
  timeZone: 'Europe/Stockholm',
  syntheticIncluded: true,
  headline: 'Nothing has been measured yet.',
  warnings: [],
  adoption: {
    share: noData,
    onPath: 0,
    services: 0,
    unknownBirth: 0,
    change: noChange,
  },
  timeToValue: {
    median: noData,
    reached: 0,
    open: 0,
    abandoned: 0,
    unknownBirth: 0,
    windowDays: 182,
    change: noChange,
  },
  weeks: [],
  sources: [],
};

const notAsked = () => Promise.reject(new Error('nobody asks for it here'));

const App = createLegacyApp({
  apis: [
    createApiFactory(catalogApiRef, catalogApiMock({ entities: [orders] })),
    createApiFactory(kargoApiRef, {
      getPromotion: notAsked,
      getCalendar: notAsked,
      getEntityCalendar: notAsked,
      getAdvisor: notAsked,
      askAdvice: notAsked,
      judgeAdvice: notAsked,
      getStage: notAsked,
      compareFreight: notAsked,
      getHistory: notAsked,
      exportHistory: notAsked,
      preflight: notAsked,
      promote: notAsked,
      requestApproval: notAsked,
      getAvailableActions: notAsked,
      preflightAction: notAsked,
      act: notAsked,
      decideApproval: notAsked,
      withdrawApproval: notAsked,
      getPortfolio: async ({ limit = 25 }) => ({
        headline: 'The project needs nobody.',
        notices: [],
        asOf: '2026-11-21T13:00:00.000Z',
        total: 0,
        offset: 0,
        limit,
        counts: {
          failed: 0,
          stuck: 0,
          drifted: 0,
          waiting: 0,
          unknown: 0,
          moving: 0,
          steady: 1,
        },
        facets: {
          owner: [],
          system: [],
          riskClass: [],
          controlPlane: [],
          shard: [],
        },
        items: [],
      }),
      getEntityPromotions: async () => ({
        headline: '1.8.3 is in production, healthy.',
        notices: [],
        projects: [],
      }),
    }),
    createApiFactory(gpuCapacityApiRef, {
      getEntityCapacity: async () => ({
        scope: 'none',
        headline: 'Its pods hold no accelerators.',
        advice: 'Request some in their resources.',
      }),
      askWhatIf: async () => ({
        sentence: 'No cluster would take it now.',
        shape: { requests: { 'nvidia.com/gpu': 8 }, replicas: 1 },
        clusters: [],
        unread: [],
      }),
      getOverview: async () => ({
        headline: 'No cluster is configured.',
        clusters: [],
        devices: {},
        owned: 0,
        uncounted: [],
        cost: {
          period: 'month',
          hours: 730,
          total: {},
          byClass: [],
          byOwner: [],
          coverage: { priced: 0, owned: 0 },
          unpricedDevices: 0,
          unpricedProducts: [],
          trend: [],
        },
        reclaim: [],
        reclaimable: 0,
        exhaustion: [],
      }),
      getHistory: async (_, range) => ({
        sentence: 'Nothing has been recorded yet.',
        range,
        resolution: 'hour',
        from: '2026-11-14T13:00:00.000Z',
        until: '2026-11-21T13:00:00.000Z',
        points: [],
        groups: [],
      }),
    }),
    createApiFactory(platformScorecardApiRef, {
      getScorecard: async () => scorecard,
      listFacts: async () => ({ items: [] }),
    }),
  ],
});

const server = setupServer(
  http.get('http://localhost:7007/api/auth/guest/refresh', () =>
    HttpResponse.json({
      backstageIdentity: {
        // A JSON web token with an empty payload.
        token: 'header.e30.signature',
        identity: {
          type: 'user',
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest'],
        },
      },
      profile: {},
    }),
  ),
);

// Each tab loads its code first, which takes a slow machine a while.
configure({ asyncUtilTimeout: 15_000 });

describe('App', () => {
  registerMswTestHooks(server);

  beforeEach(() => {
    // The bundler replaces it by the list of configurations, so here it is not a string either.
    Reflect.set(process, 'env', {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ],
    });
  });

  it('shows each capability where it belongs', async () => {
    window.history.pushState({}, '', '/catalog/default/component/orders');
    render(<App />);
    await userEvent.click(await screen.findByRole('button', { name: 'Enter' }));

    expect(await screen.findByText('Version 1.0.0')).toBeInTheDocument();
    // The card of the overview has the words of the headline where there are no stages.
    expect(
      await screen.findByText('1.8.3 is in production, healthy.'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Promotions' }));
    expect(
      await screen.findByText('1.8.3 is in production, healthy.'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'GPU capacity' }));
    expect(
      await screen.findByText('Its pods hold no accelerators.'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('link', { name: 'Promotions' }));
    expect(
      await screen.findByText('The project needs nobody.'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('link', { name: 'Home' }));
    expect(
      await screen.findByText('Promotions that need you'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('The project needs nobody.'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('link', { name: 'GPU capacity' }));
    expect(
      await screen.findByText('No cluster is configured.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'What if' }));
    await userEvent.click(
      await screen.findByRole('button', { name: '8 devices' }),
    );
    expect(
      await screen.findByText('No cluster would take it now.'),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('link', { name: 'Platform scorecard' }),
    );
    expect(
      await screen.findByText('Nothing has been measured yet.'),
    ).toBeInTheDocument();
  }, 60_000);
});
