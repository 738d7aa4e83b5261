import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  AlertDisplay,
  OAuthRequestDialog,
  SignInPage,
} from '@backstage/core-components';
import type { AnyApiFactory } from '@backstage/core-plugin-api';
import { CatalogEntityPage, CatalogIndexPage } from '@backstage/plugin-catalog';
import { HomepageCompositionRoot } from '@backstage/plugin-home';
import { GpuCapacityPage } from '@fairway/plugin-gpu-capacity/legacy';
import { PromotionsPage } from '@fairway/plugin-kargo/legacy';
import { PlatformScorecardPage } from '@fairway/plugin-platform-scorecard/legacy';
import type { ComponentType } from 'react';
import { Navigate, Route } from 'react-router-dom';
import { scmIntegrationsApi } from './apis';
import { entityPage } from './components/catalog/EntityPage';
import { homePage } from './components/home/HomePage';
import { Root } from './components/Root';

const routes = (
  <FlatRoutes>
    <Route path="/" element={<Navigate to="catalog" />} />
    <Route path="/home" element={<HomepageCompositionRoot />}>
      {homePage}
    </Route>
    <Route path="/catalog" element={<CatalogIndexPage />} />
    <Route
      path="/catalog/:namespace/:kind/:name"
      element={<CatalogEntityPage />}
    >
      {entityPage}
    </Route>
    <Route path="/promotions" element={<PromotionsPage />} />
    <Route path="/gpu-capacity" element={<GpuCapacityPage />} />
    <Route path="/platform-scorecard" element={<PlatformScorecardPage />} />
  </FlatRoutes>
);

/** The app. Factories in `apis` take the place of those that the plugins bring. */
export function createLegacyApp(
  options: { readonly apis?: readonly AnyApiFactory[] } = {},
): ComponentType<{}> {
  const app = createApp({
    apis: [scmIntegrationsApi, ...(options.apis ?? [])],
    components: {
      SignInPage: props => <SignInPage {...props} auto providers={['guest']} />,
    },
  });
  return app.createRoot(
    <>
      <AlertDisplay />
      <OAuthRequestDialog />
      <AppRouter>
        <Root>{routes}</Root>
      </AppRouter>
    </>,
  );
}
