import {
  ApiBlueprint,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { kargoTokenApiRef } from './api';
import { kargoPlugin } from './plugin';
import { availableActions, entityPromotions } from './promotions.fixture';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', annotations: { 'kargo/project': 'checkout' } },
};

const signedIn = createFrontendModule({
  pluginId: 'kargo',
  extensions: [
    ApiBlueprint.make({
      name: 'token',
      params: defineParams =>
        defineParams({
          api: kargoTokenApiRef,
          deps: {},
          factory: () => ({
            getToken: async (controlPlane, { optional }) =>
              optional ? `token.of.${controlPlane}` : undefined,
          }),
        }),
    }),
  ],
});

function open(
  ...features: NonNullable<
    NonNullable<Parameters<typeof renderTestApp>[0]>['features']
  >
) {
  const fetch = jest.fn(async (url: string, _init?: RequestInit) =>
    Response.json(
      url.endsWith('/actions/platform') ? availableActions : entityPromotions,
    ),
  );
  renderTestApp({
    features,
    extensions: [createTestEntityPage({ entity })],
    config: {
      app: { extensions: [{ 'entity-card:kargo/production': false }] },
    },
    initialRouteEntries: ['/?tab=freight'],
    apis: [
      [discoveryApiRef, mockApis.discovery({ baseUrl: 'http://backend' })],
      [fetchApiRef, { fetch: fetch as typeof globalThis.fetch }],
    ],
  });
  return async () => {
    // Pages load slowly the first time.
    await screen.findByRole(
      'button',
      { name: 'Refresh the warehouse checkout' },
      { timeout: 10_000 },
    );
    return fetch.mock.calls.find(([url]) => url.endsWith('/actions/platform'));
  };
}

describe('the token for Kargo', () => {
  it('is none unless the app provides one', async () => {
    expect(await open(kargoPlugin)()).toEqual([
      'http://backend/api/kargo/entities/component/default/checkout/actions/platform',
    ]);
  });

  it('is what the app provides', async () => {
    expect(await open(kargoPlugin, signedIn)()).toEqual([
      expect.stringContaining('/actions/platform'),
      { headers: { 'backstage-kargo-token': 'token.of.platform' } },
    ]);
  });
});
